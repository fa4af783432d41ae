import Journal
import Language
import Sockets

/// A host as typed: an address, or a name to be resolved.
public enum Host: Hashable, Sendable {
    /// Every address of this host: `""`, `any`, `*`.
    case any
    /// An IPv4 address.
    case inet(IPv4Address)
    /// An IPv6 address and its scope.
    case inet6(IPv6Address, scope: UInt32)
    /// A name.
    case name(String)

    /// What a text stands for.
    public init(_ text: String) {
        if text.isEmpty || text == "any" || text == "*" {
            self = .any
        } else if let address = IPv4Address(text) {
            self = .inet(address)
        } else if let (address, scope) = Self.scoped(text) {
            self = .inet6(address, scope: scope)
        } else {
            self = .name(text)
        }
    }

    /// `fe80::1%lo`, `fe80::1%1`, `::1`.
    private static func scoped(_ text: String) -> (IPv6Address, UInt32)? {
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let address = IPv6Address(parts[0]) else { return nil }
        guard parts.count == 2 else { return (address, 0) }
        guard let scope = UInt32(parts[1]) ?? Interface.index(ofName: parts[1]) else { return nil }
        return (address, scope)
    }
}

/// A port as typed: a number, or a service name.
public enum PortWord: Hashable, Sendable {
    /// A number in host byte order.
    case number(UInt16)
    /// A service to be looked up.
    case service(String)
}

/// The parameter for a host.
public struct HostWord: ParameterType {
    public let about = #"a name, an address, "" for every address of this host"#
    public var denotes: Denoted? { .host }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "HOST" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Host {
        let (text, span) = try words.takeText("HOST", wanted: "a host")
        if text.utf8.contains(0) || text.utf8.count > 1024 {
            throw Failure(.unsuitable(word: String(text.prefix(40)), wanted: "a host"), at: span)
        }
        try Self.refuseForeign(text, span, isLast: words.isEmpty, context)
        // 127.1 is what the resolver makes of it, as inet_aton does; a number alone is hardly ever meant as an address.
        let isNumeric = text.utf8.allSatisfy { $0 == 46 || $0 >= 48 && $0 <= 57 } && !text.isEmpty
        if isNumeric, !text.contains(".") || IPv4Address(asInetAton: text) == nil {
            let isPort = words.isEmpty && UInt16(text) != nil
            let advice =
                isPort
                ? "a port comes after its host"
                : text.contains(".")
                    ? "an IPv4 address is four numbers from 0 to 255, such as 127.0.0.1"
                    : "a number alone is no host here, as an IPv4 address has dots, such as 127.0.0.1"
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
        }
        return Host(text)
    }

    /// Rejects a host as other languages and programs write it: with its port, in brackets, as a URL, as a network, and
    /// a variable without its dollar.
    static func refuseForeign(_ text: String, _ span: Span, isLast: Bool, _ context: Context) throws(Failure) {
        let isBracketed = text.hasPrefix("(") || text.hasSuffix(",")
        let reading = isBracketed ? nil : HostText.reading(text)
        if let reading, isLast || IPv6Address(text) == nil {
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [reading.problem]), at: span)
        }
        if isBracketed {
            let advice = "an address has no brackets and no comma"
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
        }
        guard context.names.isValue(text), !KnownHosts.all().contains(where: { $0.name == text }) else { return }
        throw Failure(
            .unsuitable(word: text, wanted: "a host", advice: ["a variable has a dollar before it"]),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let own = [("127.0.0.1", "this host"), ("::1", "this host, IPv6"), ("localhost", "this host")]
        let known = KnownHosts.all().map { ($0.name, $0.address) }
        let asked = context.session.hostsAskedFor.map { ($0, "asked for in this session") }
        let past = context.pastHosts().map { ($0, "typed before") }
        var seen: Set<String> = []
        return (own + known + asked + past).filter { seen.insert($0.0).inserted }.map { Candidate($0.0, $0.1) }
    }
}

/// The parameter for a port.
public struct PortParameter: ParameterType {
    public let about = "a port from 0 to 65535, or a service such as http"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "PORT" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> PortWord {
        let (text, span) = try words.takeText("PORT", wanted: "a port")
        if let number = Int(text) {
            guard let port = UInt16(exactly: number) else {
                throw Failure(
                    .unsuitable(word: text, wanted: "a port", advice: ["a port has 16 bits: 0 to 65535"]),
                    at: span
                )
            }
            return .number(port)
        }
        guard let first = text.first, first.isLetter, text.utf8.count <= 64, !text.contains("(") else {
            let isAddress = IPv4Address(text) != nil || IPv6Address(text) != nil
            let isNumber = text.contains("(")
            let advice =
                isAddress
                ? "text of several words is in quotes"
                : isNumber ? "a port is typed as it is, and the shell turns its bytes into the network's order" : about
            throw Failure(.unsuitable(word: text, wanted: "a port", advice: [advice]), at: span)
        }
        if context.names.isValue(text), !ServiceEntry.all().contains(where: { $0.name == text }) {
            let advice = "a variable has a dollar before it"
            throw Failure(.unsuitable(word: text, wanted: "a port", advice: [advice]), at: span)
        }
        return .service(text)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        guard prefix.first?.isNumber != true else { return [] }
        let transport = context.socket.map { $0.type == .datagram ? "udp" : "tcp" }
        return Self.services(transport)
    }
}

extension PortParameter {
    /// The system's services and their ports, for one protocol or all.
    public static func services(_ transport: String?) -> [Candidate] {
        var seen: Set<String> = []
        return ServiceEntry.all().filter { entry in
            (transport == nil || entry.protocolName == transport) && seen.insert(entry.name).inserted
        }.map { Candidate($0.name, String($0.port)) }
    }
}
