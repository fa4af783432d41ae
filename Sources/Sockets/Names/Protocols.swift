import CSockets

/// A protocol's entry in the protocols database (getprotobyname(3)'s `protoent`).
public struct ProtocolEntry: Hashable, Sendable {
    /// The official name.
    public let name: String
    /// Other names.
    public let aliases: [String]
    /// The number in the IP header (RFC 791 section 3.1).
    public let number: ProtocolNumber
    /// Which database answered.
    public let source: DatabaseSource

    init(name: String, aliases: [String], number: Int32) {
        self.name = name
        self.aliases = aliases
        self.number = ProtocolNumber(rawValue: number)
        source = .embedded
    }

    init(_ raw: protoent) {
        name = raw.p_name.map { String(cString: $0) } ?? ""
        aliases = strings(raw.p_aliases)
        number = ProtocolNumber(rawValue: raw.p_proto)
        source = .system
    }
}

extension Kernel {
    /// getprotobyname(3): the number of a protocol.
    ///
    /// If the system finds nothing and has no protocols file, NetShell's own table answers.
    public func getprotobyname(
        _ name: String,
        databases: NameDatabases = .system
    ) -> NameReturned<ProtocolEntry?> {
        resolve(.getprotobyname, none: nil, problem: NameProblem(in: name)) {
            let answer = lookUp(protoent()) {
                csockets_getprotobyname(name, $0, $1, $2, $3)
            } read: {
                ProtocolEntry($0)
            }
            return databaseOutcome(answer, fileExists: databases.hasProtocols) { ProtocolTable.entry(named: name) }
        }
    }

    /// getprotobynumber(3): the name of a protocol.
    ///
    /// If the system finds nothing and has no protocols file, NetShell's own table answers.
    public func getprotobynumber(
        _ number: ProtocolNumber,
        databases: NameDatabases = .system
    ) -> NameReturned<ProtocolEntry?> {
        resolve(.getprotobynumber, none: nil) {
            let answer = lookUp(protoent()) {
                csockets_getprotobynumber(number.rawValue, $0, $1, $2, $3)
            } read: {
                ProtocolEntry($0)
            }
            return databaseOutcome(answer, fileExists: databases.hasProtocols) { ProtocolTable.entry(number: number) }
        }
    }
}
