import Journal
import Language
import Sockets
import SystemPackage

extension Rule {
    private static let byInfo: [CallKind] = [.getaddrinfo]
    private static let byName: [CallKind] = [.gethostbyname]
    private static let byAddress: [CallKind] = [.gethostbyaddr]

    /// The resolver and the databases of names.
    static let lookups: [Rule] = [
        Rule("name.unknown.reverse", [.getnameinfo], [.resolver(.noName)]) { e in
            Finding(
                "no name is registered for that address, and one was demanded (NI_NAMEREQD)",
                "the number will do: getnameinfo without namereqd"
            )
        },
        Rule("name.unknown.family", byInfo, [.resolver(.noName), .resolver(.noData), .resolver(.addressFamily)]) { e in
            guard let host = e.text("node"), let (own, other, address) = HostSpelling.otherFamily(of: host, e) else {
                return nil
            }
            return Finding(
                "no \(own) address is known for \(Quoting.word(host)): /etc/hosts has only \(address)",
                host == "localhost" ? "the address itself: \(own == "IPv6" ? "::1" : "127.0.0.1")" : nil,
                "with the other family: s = socket \(other) \(e.short("ai_socktype") == "dgram" ? "dgram" : "stream")"
            )
        },
        Rule("name.numeric.service", byInfo, [.resolver(.noName), .resolver(.service)]) { e in
            guard e.hasInfoFlag(.numericService), let service = e.text("service"), UInt16(service) == nil else {
                return nil
            }
            let known = ServiceEntry.all().first { $0.name == service }
            let host = e.text("node").map(Quoting.word) ?? "localhost"
            return Finding(
                "\(Quoting.word(service)) is no number, and numericserv takes nothing else as a port",
                "its number: getaddrinfo \(host) \(known.map { Int($0.port) } ?? 80) -flags numericserv",
                "let it be looked up: getaddrinfo \(host) \(known == nil ? "http" : Quoting.word(service))"
            )
        },
        Rule("name.numeric.host", byInfo, [.resolver(.noName)]) { e in
            guard e.hasInfoFlag(.numericHost), let host = e.text("node"), HostAddress(host) == nil else { return nil }
            return Finding(
                "\(Quoting.word(host)) is no address in digits, and numerichost takes nothing else",
                "let it be looked up: getaddrinfo \(Quoting.word(host))",
                "an address: getaddrinfo 127.0.0.1 -flags numerichost"
            )
        },
        Rule("name.unknown", byInfo, [.resolver(.noName)]) { e in
            guard let host = e.text("node") else {
                return Finding(
                    "the service \(e.word("service")) is not known",
                    "a number: getaddrinfo localhost 80"
                )
            }
            return Finding(
                "no host is called \(Quoting.word(host)): \(HostSpelling.problem(of: host))",
                HostSpelling.corrected(host).map { "getaddrinfo \($0)" },
                "getaddrinfo localhost",
                "an address needs no name: getaddrinfo 127.0.0.1"
            )
        },
        Rule("name.again", byInfo + [.getnameinfo], [.resolver(.again)]) { e in
            Finding(
                "no name server answered: there is no network, or the servers in /etc/resolv.conf are out of reach",
                "try the same again a little later",
                "names of /etc/hosts need no server: getaddrinfo localhost",
                "an address needs no name: getaddrinfo 127.0.0.1"
            )
        },
        Rule("name.memory", byInfo + [.getnameinfo], [.resolver(.memory)]) { _ in
            Finding("the resolver had no memory for the answer", "close what is not needed: sockets")
        },
        Rule("name.overflow", [.getnameinfo], [.resolver(.overflow)]) { _ in
            Finding(
                "the name is longer than the room that it was given",
                "the number: getnameinfo with -flags numerichost"
            )
        },
        Rule("name.fail", byInfo + [.getnameinfo], [.resolver(.fail)]) { e in
            Finding(
                "the name server answered that it cannot tell, and will not later either",
                "check the spelling, or ask for another name: getaddrinfo localhost"
            )
        },
        Rule("name.family", byInfo + [.getnameinfo], [.resolver(.family)]) { e in
            Finding(
                "names are looked up for inet and inet6 only, not for \(e.short("ai_family"))",
                "getaddrinfo \(e.word("node")) 80 -family inet"
            )
        },
        Rule("name.service.raw", byInfo, [.resolver(.service)]) { e in
            let (type, number) = (e.number("ai_socktype") ?? 0, e.number("ai_protocol") ?? 0)
            let ported = [ProtocolNumber.tcp, .udp].map { Int($0.rawValue) }
            guard type == Int(SocketType.raw.rawValue) || number != 0 && !ported.contains(number) else { return nil }
            let host = e.text("node").map(Quoting.word) ?? "localhost"
            return Finding(
                (type == Int(SocketType.raw.rawValue) ? "raw sockets have no ports" : "that protocol has no ports")
                    + ", so no service can be named with them",
                "leave it out: getaddrinfo \(host)"
                    + (type == Int(SocketType.raw.rawValue) ? " -type raw" : " -protocol \(number)")
            )
        },
        Rule("name.service", byInfo, [.resolver(.service)]) { e in
            Finding(
                NameDatabases.system.hasServices
                    ? "\(e.word("service")) is no service of that socket type in /etc/services"
                    : "this machine has no /etc/services, in which C looks \(e.word("service")) up",
                "a number: getaddrinfo \(e.text("node").map(Quoting.word) ?? "localhost") 80",
                "getservbyname http tcp"
            )
        },
        Rule("name.nodata", byInfo, [.resolver(.noData)]) { e in
            Finding(
                "the name \(e.word("node")) exists and has no address: it may be for mail only",
                "getaddrinfo www.\(e.word("node"))"
            )
        },
        Rule("name.addressfamily", byInfo, [.resolver(.addressFamily)]) { e in
            let other = e.short("ai_family") == "inet6" ? "inet" : "inet6"
            return Finding(
                "\(e.word("node")) has no address of \(e.short("ai_family"))",
                "with the other family: s = socket \(other) stream; s.connect \(e.word("node")) 80"
            )
        },
        Rule("name.flags", byInfo + [.getnameinfo], [.resolver(.badFlags)]) { e in
            Finding("the flags \(e.macro("ai_flags")) do not go together", "try the same again without them")
        },
        Rule("name.type", byInfo, [.resolver(.socketType)]) { e in
            Finding("no service is looked up for \(e.macro("ai_socktype"))", "with stream or dgram")
        },
        Rule("host.unknown.address", byAddress, [.host(.notFound)]) { e in
            Finding("no name is registered for that address", "the number will do: connect takes it")
        },
        Rule("host.unknown", byName, [.host(.notFound)]) { e in
            let host = e.text("name") ?? ""
            return Finding(
                "no host is called \(e.word("name")): \(HostSpelling.problem(of: host, isVersion4: true))",
                IPv6Address(host) == nil ? nil : "getaddrinfo \(Quoting.word(host))",
                HostSpelling.corrected(host).map { "getaddrinfo \($0)" },
                "gethostbyname localhost"
            )
        },
        Rule("host.again", byName + byAddress, [.host(.tryAgain)]) { e in
            Finding(
                "no name server answered: there is no network, or the servers in /etc/resolv.conf are out of reach",
                "try the same again a little later",
                "names of /etc/hosts need no server: gethostbyname localhost"
            )
        },
        Rule("host.empty", byName, [.host(.noRecovery), .host(.notFound), .host(.noData)]) { e in
            guard e.text("name") == "" else { return nil }
            return Finding("an empty name is no host's", "gethostbyname localhost", "this host's own name: gethostname")
        },
        Rule("host.fail", byName + byAddress, [.host(.noRecovery)]) { e in
            Finding("the name server answered that it cannot tell", "check the spelling of \(e.word("name"))")
        },
        Rule("host.nodata", byName + byAddress, [.host(.noData)]) { e in
            Finding(
                "the name exists and has no IPv4 address, which is all that \(e.call.name) asks for",
                "getaddrinfo \(e.word("name"))"
            )
        },
        Rule("service.unknown", [.getservbyname], [.entry]) { e in
            let (name, transport) = (e.text("name") ?? "", e.text("proto") ?? "tcp")
            let known = ServiceEntry.all().filter { $0.name == name || $0.aliases.contains(name) }
            if let other = known.first?.protocolName, e.text("proto") != nil, other != transport {
                let carriers = known.map(\.protocolName).joined(separator: " and ")
                return Finding(
                    "\(Quoting.word(name)) is a service over \(carriers), not over \(Quoting.word(transport))",
                    "getservbyname \(Quoting.word(name)) \(Quoting.word(other))"
                )
            }
            let near = Suggestion.nearest(to: name, among: usual).filter { $0 != name }
            return Finding(
                "\(Quoting.word(name)) is no service over \(Quoting.word(transport)) that this machine knows",
                near.isEmpty ? nil : "getservbyname \(near[0]) \(Quoting.word(transport))",
                "a port can be typed as a number: 80"
            )
        },
        Rule("service.unknown.port", [.getservbyport], [.entry]) { e in
            Finding("no service is registered for that port; any program may use it", "getservbyport 80 tcp")
        },
        Rule("protocol.unknown.number", [.getprotobynumber], [.entry]) { e in
            guard let number = e.number("proto") else { return nil }
            return Finding(
                number > 255
                    ? "\(number) is no protocol's number: the IP header has 8 bits for it, 0 to 255"
                    : "no protocol that this machine knows has the number \(number)",
                "getprotobynumber 6"
            )
        },
        Rule("protocol.unknown", [.getprotobyname, .getprotobynumber], [.entry]) { e in
            let near = Suggestion.nearest(to: e.text("name") ?? "", among: ["tcp", "udp", "icmp", "ipv6-icmp", "sctp"])
            return Finding(
                "\(e.word("name")) is no protocol that this machine knows",
                near.isEmpty ? "getprotobyname tcp" : "getprotobyname \(near[0])"
            )
        },
        Rule("name.refused", [], [.refused]) { e in
            Finding("C would not see such a name as it was typed, so \(e.call.name) was not called")
        },
    ]

    private static let usual = [
        "http", "https", "ftp", "ssh", "telnet", "smtp", "domain", "pop3", "imap2", "gopher", "ntp", "echo", "finger",
    ]
}

extension Evidence {
    /// Whether getaddrinfo was given a flag.
    fileprivate func hasInfoFlag(_ flag: AddressInfoFlags) -> Bool {
        (number("ai_flags") ?? 0) & Int(flag.rawValue) != 0
    }
}
