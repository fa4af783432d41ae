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
        try refuseForeign(text, span, next: words.next?.text)
        // 127.1 is what the resolver makes of it, as inet_aton does; a number alone is hardly ever meant as an address.
        let isNumeric = text.utf8.allSatisfy { $0 == 46 || $0 >= 48 && $0 <= 57 } && !text.isEmpty
        if isNumeric, !text.contains(".") || IPv4Address(asInetAton: text) == nil {
            let isPort = words.isEmpty && UInt16(text) != nil
            let advice =
                isPort
                ? "a port follows its host: 127.0.0.1 \(text)"
                : text.contains(".")
                    ? "an IPv4 address is four numbers from 0 to 255, such as 127.0.0.1"
                    : "a number alone is no host here: an IPv4 address has dots, such as 127.0.0.1"
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
        }
        if words.isEmpty { try refuseOneWord(text, span) }
        return Host(text)
    }

    /// Rejects brackets and commas around and in an address, as in other languages and URLs.
    private func refuseForeign(_ text: String, _ span: Span, next: String?) throws(Failure) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<end])
            let inside = text[text.index(after: end)...].drop { $0 == ":" }
            let port = inside.isEmpty ? next ?? "80" : String(inside)
            let advice = "an address has no brackets: \(Quoting.word(host)) \(Quoting.word(port))"
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
        }
        guard text.hasPrefix("(") || text.hasSuffix(",") else { return }
        let host = text.filter { !"()[],'\"".contains($0) }
        let advice = "an address has no brackets and no comma: \(host.isEmpty ? "127.0.0.1" : Quoting.word(host)) 80"
        throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
    }

    /// Rejects `127.0.0.1:80` or `::1:80`, a single word elsewhere.
    private func refuseOneWord(_ text: String, _ span: Span) throws(Failure) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return }
        let host = String(text[..<colon])
        guard !host.isEmpty, !host.contains(":") || IPv6Address(host) != nil else { return }
        let advice = "host and port are two words: \(Quoting.word(host)) \(port)"
        throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
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
        guard let first = text.first, first.isLetter, text.utf8.count <= 64 else {
            let isAddress = IPv4Address(text) != nil || IPv6Address(text) != nil
            let advice = isAddress ? "a host belongs here: put text of several words before it in quotes" : about
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
