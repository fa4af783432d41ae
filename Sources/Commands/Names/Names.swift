import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Names of hosts, services and protocols.
    static let names = Self(
        "Names",
        [
            .getaddrinfo, .getnameinfo, .gethostbyname, .gethostbynameEx, .gethostbyaddr, .getfqdn, .gethostname,
            .getservbyname, .getservbyport, .getprotobyname, .getprotobynumber,
        ]
    )
}

private let host = Parameter(
    "host",
    Text("HOST", wanted: "a host", about: "a name or an address", denotes: .host) { HostWord().complete("", $0) }
)
private let optionalHost = Parameter(
    "host",
    Optionally(
        Text("HOST", wanted: "a host", about: "a name or an address; this host if none is given", denotes: .host) {
            HostWord().complete("", $0)
        }
    )
)
private let address = Parameter(
    "address",
    Text("ADDRESS", wanted: "an address", about: "an address, or a name", denotes: .host) {
        HostWord().complete("", $0)
    }
)

extension Command {
    static let gethostbyname = Command(
        "gethostbyname",
        "the IPv4 address of a host",
        function: "gethostbyname(3)",
        about: """
            Asks the resolver, which looks into /etc/hosts and then asks name servers, and replies the first IPv4 \
            address. It knows no IPv6; getaddrinfo is the one to use in programs.
            """,
        parameters: [host],
        replies: "the address",
        examples: [Example("this host", "> gethostbyname localhost\n127.0.0.1")],
        seeAlso: ["getaddrinfo", "gethostbyname_ex", "gethostbyaddr"]
    ) { invocation throws(Failure) in
        let entry = try invocation.hostEntry(named: invocation[host])
        return entry?.addresses.first.map { .text($0.description) } ?? .none
    }

    static let gethostbynameEx = Command(
        "gethostbyname_ex",
        "all that gethostbyname tells about a host",
        function: "gethostbyname(3)",
        about: """
            The whole hostent: the official name, the other names, and every IPv4 address. The name is Python's; in \
            C it is gethostbyname.
            """,
        parameters: [host],
        replies: "name, aliases and addresses",
        examples: [Example("its first address", "> h = gethostbyname_ex localhost\n> $h.addresses.0\n127.0.0.1")],
        seeAlso: ["gethostbyname", "gethostbyaddr"]
    ) { invocation throws(Failure) in
        try invocation.hostEntry(named: invocation[host]).map(Value.host) ?? .none
    }

    static let gethostbyaddr = Command(
        "gethostbyaddr",
        "the names of the host that has an address",
        function: "gethostbyaddr(3)",
        about: """
            Asks which host has an IPv4 or IPv6 address: a reverse look-up. A name is looked up first, with \
            getaddrinfo.
            """,
        parameters: [address],
        replies: "name, aliases and addresses",
        examples: [Example("this host", "> h = gethostbyaddr 127.0.0.1\n> $h.name\nlocalhost")],
        seeAlso: ["getnameinfo", "gethostbyname"]
    ) { invocation throws(Failure) in
        let found = try invocation.firstAddress(of: invocation[address])
        return try invocation.hostEntry(at: found).map(Value.host) ?? .none
    }

    static let getfqdn = Command(
        "getfqdn",
        "the full name of a host, with its domain",
        about: """
            What Python's getfqdn does, step by step, each a call of its own: gethostname if no host is given, \
            getaddrinfo for a name, gethostbyaddr of the first address; the first name with a dot is the reply. \
            If a step fails, the name as far as it is known is the reply.
            """,
        parameters: [optionalHost],
        replies: "the name",
        examples: [Example("this host has no domain", "> getfqdn 127.0.0.1\nlocalhost")],
        seeAlso: ["gethostname", "gethostbyaddr"]
    ) { invocation throws(Failure) in
        let given = invocation[optionalHost] ?? ""
        let name = ["", "0.0.0.0", "::"].contains(given) ? try invocation.hostname() : given
        do throws(Failure) {
            let found = try invocation.firstAddress(of: name)
            return .text(try invocation.hostEntry(at: found)?.fullName ?? name)
        } catch {
            guard error.call?.error != nil || error.matches(FailureClass.gaierror.rawValue) else { throw error }
            return .text(name)
        }
    }

    static let gethostname = Command(
        "gethostname",
        "the name of this host",
        function: "gethostname(2)",
        about: "The name that this machine calls itself by, usually without a domain.",
        replies: "the name",
        examples: [Example("its name", "> gethostname\n[..]")],
        seeAlso: ["getfqdn"]
    ) { invocation throws(Failure) in
        .text(try invocation.hostname())
    }
}

extension Value {
    /// A hostent, with the names that Python's documentation uses for its parts.
    fileprivate static func host(_ entry: HostEntry) -> Value {
        .record(
            Record(
                .card,
                [
                    Record.Field("name", .text(entry.name)),
                    Record.Field("aliases", .list(entry.aliases.map { .text($0) })),
                    Record.Field("addresses", .list(entry.addresses.map { .text($0.description) })),
                ]
            )
        )
    }
}
