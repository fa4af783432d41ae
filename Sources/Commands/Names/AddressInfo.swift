import Journal
import Language
import Operations
import Shell
import Sockets

private let host = Parameter(
    "host",
    Text(
        "HOST",
        wanted: "a host",
        about: "a name or an address; \"\" for none: this host, or any for a server",
        denotes: .host
    ) {
        HostWord().complete("", $0)
    }
)
private let service = Parameter(
    "service",
    Optionally(
        Text("SERVICE", wanted: "a service", about: "a name such as http, or a port") { _ in PortParameter.services(nil)
        }
    )
)
private let port = Parameter("port", Number("PORT", in: 0...65535, about: "a port"))
private let family = Flag(
    "family",
    ConstantName<AddressFamily>("FAMILY", wanted: "an address family", about: "inet, inet6"),
    about: "addresses of this family only"
)
private let type = Flag(
    "type",
    ConstantName<SocketType>("TYPE", wanted: "a socket type", about: "stream, dgram, raw"),
    about: "for sockets of this type only"
)
private let transport = Flag("protocol", ProtocolWord(), about: "for sockets of this protocol only")
private let hints = Flag("flags", FlagSet<AddressInfoFlags>(), about: "what to do, such as passive or numerichost")
private let nameFlags = Flag("flags", FlagSet<NameInfoFlags>(), about: "what to do, such as numerichost")

extension Command {
    static let getaddrinfo = Command(
        "getaddrinfo",
        "the addresses of a host and a service",
        function: "getaddrinfo(3)",
        about: """
            Asks the resolver for all that a program needs to make a socket and connect it, or to bind one: the best \
            first. A client tries them one after the other. -flags passive without a host gives addresses for a \
            server to bind; -flags canonname adds the official name.
            """,
        parameters: [host, service],
        flags: [family, type, transport, hints],
        replies: "family, type, protocol and address of each; the canonical name if it was asked for",
        examples: [
            Example(
                "what to connect to",
                """
                > a = getaddrinfo 127.0.0.1 http -type stream
                > $a.0
                AF_INET SOCK_STREAM IPPROTO_TCP 127.0.0.1 80
                > $a.0.address.port
                80
                """
            ),
            Example(
                "to bind a server",
                "> getaddrinfo \"\" 80 -family inet -type stream -flags passive\n...\n[..]0.0.0.0 80"
            ),
        ],
        seeAlso: ["getnameinfo", "connect", "gethostbyname"]
    ) { invocation throws(Failure) in
        let wanted = AddressHints(
            family: invocation[family] ?? .unspecified,
            type: invocation[type] ?? SocketType(rawValue: 0),
            protocol: try invocation.resolve(invocation[transport] ?? .number(.automatic)),
            flags: invocation[hints] ?? []
        )
        let name = invocation[host]
        let found = try invocation.addresses(name.isEmpty ? nil : name, invocation[service], wanted)
        let isNamed = wanted.flags.contains(.canonicalName)
        return .list(found.map { .record($0.row(isNamed: isNamed)) })
    }

    static let getnameinfo = Command(
        "getnameinfo",
        "the names of an address and a port",
        function: "getnameinfo(3)",
        about: """
            The opposite of getaddrinfo: the host that has the address and the service that has the port, in digits \
            if they have no name. -flags namereqd makes that a failure, numerichost and numericserv ask nobody.
            """,
        parameters: [host, port],
        flags: [nameFlags],
        replies: "the host and the service",
        examples: [Example("in digits", "> getnameinfo 127.0.0.1 80 -flags numerichost|numericserv\n127.0.0.1 80")],
        seeAlso: ["getaddrinfo", "gethostbyaddr", "getservbyport"]
    ) { invocation throws(Failure) in
        let place = try invocation.place(invocation[host], port: UInt16(truncatingIfNeeded: invocation[port]))
        let names = try invocation.names(of: place, flags: invocation[nameFlags] ?? [])
        return .record(
            Record(.row, [Record.Field("host", .text(names.host)), Record.Field("service", .text(names.service))])
        )
    }
}

extension Invocation {
    /// A numeric address with a port.
    fileprivate func place(_ text: String, port: UInt16) throws(Failure) -> SocketAddress {
        switch Host(text) {
        case .any: return .inet(.any, port: port)
        case .inet(let address): return .inet(address, port: port)
        case .inet6(let address, let scope): return .inet6(address, port: port, flowInfo: 0, scope: scope)
        case .name:
            throw Failure(
                .unsuitable(
                    word: text,
                    wanted: "an address in digits",
                    advice: ["getaddrinfo \(Quoting.word(text)) tells its addresses"]
                ),
                at: span
            )
        }
    }
}

extension AddressInfo {
    /// What to pass to socket, and then to connect or bind.
    fileprivate func row(isNamed: Bool) -> Record {
        var fields = [
            Record.Field("family", .text(family.description)),
            Record.Field("type", .text(type.description)),
            Record.Field("protocol", .text(protocolNumber.description)),
        ]
        if isNamed { fields.append(Record.Field("name", canonicalName.map { .text($0) } ?? .none)) }
        fields.append(Record.Field("address", .address(address)))
        return Record(.row, fields)
    }
}
