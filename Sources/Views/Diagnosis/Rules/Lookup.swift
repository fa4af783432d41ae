import Journal
import Language
import Sockets
import SystemPackage

extension Rule {
    private static let byInfo = ["getaddrinfo"]
    private static let byName = ["gethostbyname", "gethostbyname_ex", "gethostbyname2", "gethostbyname_r"]
    private static let byAddress = ["gethostbyaddr"]

    /// The resolver and the databases of names.
    static let lookups: [Rule] = [
        Rule("name.unknown.reverse", ["getnameinfo"], [.resolver(.noName)]) { e in
            Finding(
                "no name is registered for that address, and one was demanded (NI_NAMEREQD)",
                "the number serves as well: getnameinfo without namereqd"
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
                "no host is called \(Quoting.word(host)): \(spelling(host))",
                "getaddrinfo localhost",
                "an address needs no name: getaddrinfo 127.0.0.1"
            )
        },
        Rule("name.again", byInfo + ["getnameinfo"], [.resolver(.again)]) { e in
            Finding(
                "no name server answered: there is no network, or the servers in /etc/resolv.conf are out of reach",
                "a little later the same again",
                "names of /etc/hosts need no server: getaddrinfo localhost",
                "an address needs no name: getaddrinfo 127.0.0.1"
            )
        },
        Rule("name.fail", byInfo + ["getnameinfo"], [.resolver(.fail)]) { e in
            Finding(
                "the name server answered that it cannot tell, and will not later either",
                "check the spelling, or ask for another name: getaddrinfo localhost"
            )
        },
        Rule("name.family", byInfo + ["getnameinfo"], [.resolver(.family)]) { e in
            Finding(
                "names are looked up for inet and inet6 only, not for \(e.short("ai_family"))",
                "getaddrinfo \(e.word("node")) 80 -family inet"
            )
        },
        Rule("name.service", byInfo, [.resolver(.service)]) { e in
            Finding(
                "\(e.word("service")) is no service of that socket type in /etc/services",
                "a number: getaddrinfo \(e.text("node").map(Quoting.word) ?? "localhost") 80",
                "getservbyname http tcp"
            )
        },
        Rule("name.nodata", byInfo, [.resolver(.noData)]) { e in
            Finding(
                "the name \(e.word("node")) exists and has no address: it may stand for mail only",
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
        Rule("name.flags", byInfo + ["getnameinfo"], [.resolver(.badFlags)]) { e in
            Finding("the flags \(e.macro("ai_flags")) do not go together", "without them the same again")
        },
        Rule("name.type", byInfo, [.resolver(.socketType)]) { e in
            Finding("no service is looked up for \(e.macro("ai_socktype"))", "with stream or dgram")
        },
        Rule("host.unknown.address", byAddress, [.host(.notFound)]) { e in
            Finding("no name is registered for that address", "the number serves as well: connect takes it")
        },
        Rule("host.unknown", byName, [.host(.notFound)]) { e in
            Finding(
                "no host is called \(e.word("name")): \(spelling(e.text("name") ?? ""))",
                "gethostbyname localhost"
            )
        },
        Rule("host.again", byName + byAddress, [.host(.tryAgain)]) { e in
            Finding(
                "no name server answered: there is no network, or the servers in /etc/resolv.conf are out of reach",
                "a little later the same again",
                "names of /etc/hosts need no server: gethostbyname localhost"
            )
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
        Rule("service.unknown", ["getservbyname"], [.entry]) { e in
            let (name, transport) = (e.text("name") ?? "", e.text("proto") ?? "tcp")
            let near = Suggestion.nearest(to: name, among: usual)
            return Finding(
                "\(Quoting.word(name)) is no service over \(Quoting.word(transport)) that this machine knows",
                near.isEmpty ? nil : "getservbyname \(near[0]) \(Quoting.word(transport))",
                "a port can be typed as a number: 80"
            )
        },
        Rule("service.unknown.port", ["getservbyport"], [.entry]) { e in
            Finding("no service is registered for that port; any program may use it", "getservbyport 80 tcp")
        },
        Rule("protocol.unknown", ["getprotobyname", "getprotobynumber"], [.entry]) { e in
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

    private static func spelling(_ host: String) -> String {
        if !host.isEmpty, host.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == 46 }) {
            return "an IPv4 address is four numbers from 0 to 255"
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let named = labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
        if named.contains(where: \.isEmpty) {
            return "between two dots of a name something has to stand, so no name server was asked"
        }
        if named.contains(where: { $0.utf8.count > 63 }) || host.utf8.count > 254 {
            return "what stands between two dots has at most 63 characters, and a name 253 (RFC 1035 section 2.3.4)"
        }
        if host.contains("/") { return "a URL is no name; the host is what stands between // and the next /" }
        if host.contains(":") { return "the port is a word of its own" }
        return host.contains(".") ? "neither /etc/hosts nor the name servers know it" : "/etc/hosts does not know it"
    }
}
