import Journal
import Language
import Shell
import Sockets

/// Functions that query the resolver. Each may wait for a name server.
extension Invocation {
    /// getaddrinfo(3): the addresses of a host and a service, the best first.
    ///
    /// - Parameters:
    ///   - host: a name or an address; this host, or every address of it for a server, if nil.
    ///   - service: a name or a port; none if nil.
    public func addresses(_ host: String?, _ service: String?, _ hints: AddressHints) throws(Failure) -> [AddressInfo] {
        try lookUp(
            .getaddrinfo,
            [
                Argument("node", .optional(host)),
                Argument("service", .optional(service)),
                Argument("ai_family", .named(hints.family)),
                Argument("ai_socktype", .named(hints.type)),
                Argument("ai_protocol", .integer(Int(hints.protocolNumber.rawValue))),
                Argument("ai_flags", .named(hints.flags)),
            ],
            outputs: { [Argument("res", .list($0.map { .address($0.address) }))] }
        ) { $0.getaddrinfo(host: host, service: service, hints: hints) }
    }

    /// getnameinfo(3): the names of an address and its port.
    public func names(
        of address: SocketAddress,
        flags: NameInfoFlags
    ) throws(Failure) -> (host: String, service: String) {
        try lookUp(
            .getnameinfo,
            [
                Argument("addr", .address(address)),
                Argument("addrlen", .integer(address.rawCount)),
                Argument("flags", .named(flags)),
            ],
            outputs: { [Argument("host", .text($0.host)), Argument("serv", .text($0.service))] }
        ) { $0.getnameinfo(address, flags: flags) }
    }

    /// gethostbyname(3): what the resolver knows of a host's IPv4 addresses.
    public func hostEntry(named name: String) throws(Failure) -> HostEntry? {
        try lookUp(.gethostbyname, [Argument("name", .text(name))], outputs: described) { $0.gethostbyname(name) }
    }

    /// gethostbyaddr(3): what the resolver knows of the host with an address.
    public func hostEntry(at address: HostAddress) throws(Failure) -> HostEntry? {
        try lookUp(
            .gethostbyaddr,
            [
                Argument("addr", .text(address.description)),
                Argument("len", .integer(address.octets.count)),
                Argument("type", .named(address.family)),
            ],
            outputs: described
        ) { $0.gethostbyaddr(address) }
    }

    /// A numeric address as it is, or the first one that getaddrinfo(3) returns for a name.
    public func firstAddress(of name: String) throws(Failure) -> HostAddress {
        if let address = HostAddress(name) { return address }
        let found = try addresses(name, nil, AddressHints(type: .stream))
        guard let first = found.lazy.compactMap({ HostAddress($0.address) }).first else {
            throw failure(.gaierror, "\(Quoting.word(name)) has no address")
        }
        return first
    }

    /// gethostname(2): this machine's name for itself.
    public func hostname() throws(Failure) -> String {
        try perform(
            .gethostname,
            [Argument("name", .room(256)), Argument("len", .integer(256))],
            outputs: { [Argument("name", .text($0))] }
        ) { $0.gethostname() }.output
    }
}

extension Argument.Content {
    /// A text, or a null pointer if there is none.
    static func optional(_ text: String?) -> Self { text.map { .text($0) } ?? .null }
}

/// What gethostbyname and gethostbyaddr found.
private func described(_ entry: HostEntry?) -> [Argument] {
    guard let entry else { return [] }
    return [
        Argument("h_name", .text(entry.name)),
        Argument("h_aliases", .list(entry.aliases.map { .text($0) })),
        Argument("h_addr_list", .list(entry.addresses.map { .text($0.description) })),
    ]
}
