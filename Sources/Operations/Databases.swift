import Journal
import Shell
import Sockets

/// Functions that query the databases of services and protocols (services(5), protocols(5)).
extension Invocation {
    /// getservbyname(3): the service with a name, with any protocol if `protocolName` is nil.
    public func serviceEntry(named name: String, _ protocolName: String?) throws(Failure) -> ServiceEntry? {
        try lookUp(
            .getservbyname,
            [Argument("name", .text(name)), Argument("proto", .optional(protocolName))],
            outputs: described
        ) { $0.getservbyname(name, protocol: protocolName) }
    }

    /// getservbyport(3): the service on a port, with any protocol if `protocolName` is nil. C takes the port in network
    /// order, and that is what the journal has.
    public func serviceEntry(port: UInt16, _ protocolName: String?) throws(Failure) -> ServiceEntry? {
        try lookUp(
            .getservbyport,
            [Argument("port", .integer(Int(ByteOrder.htons(port)))), Argument("proto", .optional(protocolName))],
            outputs: described
        ) { $0.getservbyport(port, protocol: protocolName) }
    }

    /// getprotobyname(3): the protocol with a name.
    public func protocolEntry(named name: String) throws(Failure) -> ProtocolEntry? {
        try lookUp(.getprotobyname, [Argument("name", .text(name))], outputs: described) { $0.getprotobyname(name) }
    }

    /// getprotobynumber(3): the protocol with a number.
    public func protocolEntry(number: ProtocolNumber) throws(Failure) -> ProtocolEntry? {
        try lookUp(.getprotobynumber, [Argument("proto", .integer(Int(number.rawValue)))], outputs: described) {
            $0.getprotobynumber(number)
        }
    }
}

/// What getservbyname and getservbyport found.
private func described(_ entry: ServiceEntry?) -> [Argument] {
    guard let entry else { return [] }
    return [
        Argument("s_name", .text(entry.name)),
        Argument("s_port", .integer(Int(entry.port))),
        Argument("s_proto", .text(entry.protocolName)),
    ]
}

/// What getprotobyname and getprotobynumber found.
private func described(_ entry: ProtocolEntry?) -> [Argument] {
    guard let entry else { return [] }
    return [Argument("p_name", .text(entry.name)), Argument("p_proto", .integer(Int(entry.number.rawValue)))]
}
