import CSockets

/// Where the system keeps its services and protocols databases (services(5), protocols(5)).
public struct NameDatabases: Hashable, Sendable {
    /// The services file.
    public var services: String
    /// The protocols file.
    public var protocols: String

    /// Other files; only whether they can be read matters, C always reads the system's.
    public init(services: String = "/etc/services", protocols: String = "/etc/protocols") {
        self.services = services
        self.protocols = protocols
    }

    /// The system's own.
    public static let system = Self()

    /// Whether there is a services file that this process can read, with something in it.
    public var hasServices: Bool { Self.hasEntries(services) }

    /// Whether there is a protocols file that this process can read, with something in it.
    public var hasProtocols: Bool { Self.hasEntries(protocols) }

    private static func hasEntries(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size > 0 && access(path, R_OK) == 0
    }
}

/// A service's entry in the services database (getservbyname(3)'s `servent`).
public struct ServiceEntry: Hashable, Sendable {
    /// The official name.
    public let name: String
    /// Other names.
    public let aliases: [String]
    /// The port, in host byte order.
    public let port: UInt16
    /// The protocol's name, usually `tcp` or `udp`.
    public let protocolName: String
    /// Which database answered.
    public let source: DatabaseSource

    init(name: String, aliases: [String], port: UInt16, protocolName: String) {
        self.name = name
        self.aliases = aliases
        self.port = port
        self.protocolName = protocolName
        source = .embedded
    }

    init(_ raw: servent) {
        name = raw.s_name.map { String(cString: $0) } ?? ""
        aliases = strings(raw.s_aliases)
        port = UInt16(bigEndian: UInt16(truncatingIfNeeded: raw.s_port))
        protocolName = raw.s_proto.map { String(cString: $0) } ?? ""
        source = .system
    }
}

extension Kernel {
    /// getservbyname(3): the port of a service, on any protocol if none is named.
    ///
    /// If the system finds nothing and has no services file, NetShell's own table answers.
    public func getservbyname(
        _ name: String,
        protocol protocolName: String? = nil,
        databases: NameDatabases = .system
    ) -> NameReturned<ServiceEntry?> {
        resolve(.getservbyname, none: nil, problem: NameProblem(in: name, protocolName)) {
            let answer = lookUp(servent()) {
                csockets_getservbyname(name, protocolName, $0, $1, $2, $3)
            } read: {
                ServiceEntry($0)
            }
            return databaseOutcome(answer, fileExists: databases.hasServices) {
                ServiceTable.entry(named: name, protocolName)
            }
        }
    }

    /// getservbyport(3): the service on a port in host byte order, on any protocol if none is named.
    ///
    /// If the system finds nothing and has no services file, NetShell's own table answers.
    public func getservbyport(
        _ port: UInt16,
        protocol protocolName: String? = nil,
        databases: NameDatabases = .system
    ) -> NameReturned<ServiceEntry?> {
        resolve(.getservbyport, none: nil, problem: NameProblem(in: protocolName)) {
            let answer = lookUp(servent()) {
                csockets_getservbyport(Int32(port.bigEndian), protocolName, $0, $1, $2, $3)
            } read: {
                ServiceEntry($0)
            }
            return databaseOutcome(answer, fileExists: databases.hasServices) {
                ServiceTable.entry(port: port, protocolName)
            }
        }
    }
}

/// The outcome of a database query: the system's answer, or the embedded table's if the system has no file.
func databaseOutcome<Entry>(
    _ answer: (number: Int32, output: Entry?),
    fileExists: @autoclosure () -> Bool,
    embedded: () -> Entry?
) -> NameOutcome<Entry?> {
    if let entry = answer.output { return NameOutcome(output: entry) }
    guard !fileExists() else { return NameOutcome(result: -1, failure: .notFound(.system), output: nil) }
    guard let entry = embedded() else { return NameOutcome(result: -1, failure: .notFound(.embedded), output: nil) }
    return NameOutcome(output: entry)
}
