import Journal
import Language
import Sockets

/// A host as it was typed: an address, or a name that the resolver is to be asked for.
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

/// A port as it was typed: a number, or a service's name.
public enum PortWord: Hashable, Sendable {
    /// A number in host order.
    case number(UInt16)
    /// A service to be looked up.
    case service(String)
}

/// An address as it was typed; names in it are looked up when the command runs.
public enum TypedAddress: Hashable, Sendable {
    /// A host and a port.
    case internet(Host, PortWord, flowInfo: UInt32, scope: UInt32?)
    /// Complete.
    case ready(SocketAddress)
}

/// The parameter for a host.
public struct HostWord: ParameterType {
    public let about = #"a name, an address, "" for every address of this host"#

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "HOST" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Host {
        let (text, span) = try words.takeText("HOST", wanted: "a host")
        if text.utf8.contains(0) || text.utf8.count > 1024 {
            throw Failure(.unsuitable(word: String(text.prefix(40)), wanted: "a host"), at: span)
        }
        try refuseForeign(text, span)
        // The resolver would take 1.2.3 for 1.2.0.3, as inet_aton does; hardly anyone means that.
        if text.utf8.allSatisfy({ $0 == 46 || $0 >= 48 && $0 <= 57 }), !text.isEmpty, IPv4Address(text) == nil {
            let isPort = words.isEmpty && UInt16(text) != nil
            let advice =
                isPort
                ? "a port stands behind its host: 127.0.0.1 \(text)"
                : "an IPv4 address is four numbers from 0 to 255, such as 127.0.0.1"
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
        }
        if words.isEmpty { try refuseOneWord(text, span) }
        return Host(text)
    }

    /// Brackets and commas, as other languages and URLs have them around an address and in it.
    private func refuseForeign(_ text: String, _ span: Span) throws(Failure) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<end])
            let port = text[text.index(after: end)...].drop { $0 == ":" }
            let advice = "an address has no brackets: \(Quoting.word(host)) \(port.isEmpty ? "80" : String(port))"
            throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
        }
        guard text.hasPrefix("(") || text.hasSuffix(",") else { return }
        let host = text.filter { !"()[],'\"".contains($0) }
        let advice = "an address has no brackets and no comma: \(host.isEmpty ? "127.0.0.1" : Quoting.word(host)) 80"
        throw Failure(.unsuitable(word: text, wanted: "a host", advice: [advice]), at: span)
    }

    /// The place `127.0.0.1:80` or `::1:80`, which is one word elsewhere.
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
            let advice = isAddress ? "a host stands here: text of several words in front of it is in quotes" : about
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
    /// The system's services with their ports, of one protocol or of all.
    public static func services(_ transport: String?) -> [Candidate] {
        var seen: Set<String> = []
        return ServiceEntry.all().filter { entry in
            (transport == nil || entry.protocolName == transport) && seen.insert(entry.name).inserted
        }.map { Candidate($0.name, String($0.port)) }
    }
}

/// The parameter for an address of the socket's family: `HOST PORT`, a path, and so on.
public struct AddressParameter: ParameterType {
    public let about = "HOST PORT; for a unix socket PATH or @NAME; unspec for none"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String {
        switch context.socket?.family {
        case AddressFamily.unix: "PATH"
        #if os(Linux)
            case AddressFamily.packet: "INTERFACE [PROTOCOL]"
            case AddressFamily.netlink: "PID [GROUPS]"
        #endif
        case AddressFamily.vsock: "CID PORT"
        default: "HOST PORT"
        }
    }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> TypedAddress {
        if let next = words.next, !next.isQuoted, let text = next.text, isUnspecified(text) {
            _ = words.take()
            return .ready(.unspecified)
        }
        switch context.socket?.family {
        case AddressFamily.unix: return .ready(.unix(try unixName(&words)))
        #if os(Linux)
            case AddressFamily.packet: return .ready(try packet(&words, context))
            case AddressFamily.netlink:
                let pid = try number("PID", &words, context)
                let groups = words.isEmpty ? 0 : try number("GROUPS", &words, context)
                return .ready(.netlink(port: pid, groups: groups))
        #endif
        case AddressFamily.vsock:
            let cid = try named(VsockNumber.contexts, "CID", &words, context)
            return .ready(.vsock(context: cid, port: try named(VsockNumber.ports, "PORT", &words, context)))
        default: return try internet(&words, context)
        }
    }

    private func isUnspecified(_ text: String) -> Bool { text == "unspec" || text == "AF_UNSPEC" }

    private func internet(_ words: inout Words, _ context: Context) throws(Failure) -> TypedAddress {
        let host = try HostWord().parse(&words, context)
        let port = try PortParameter().parse(&words, context)
        guard context.socket?.family == .inet6 else { return .internet(host, port, flowInfo: 0, scope: nil) }
        // As in Python: host, port, flow information, scope.
        let flowInfo = words.next?.text.flatMap(UInt32.init) == nil ? 0 : try number("FLOWINFO", &words, context)
        let scope = words.next?.text.flatMap(UInt32.init) == nil ? nil : try number("SCOPE", &words, context)
        return .internet(host, port, flowInfo: flowInfo, scope: scope)
    }

    private func unixName(_ words: inout Words) throws(Failure) -> UnixName {
        let word = try words.take("PATH")
        guard let bytes = word.value.data else {
            throw Failure(.unsuitable(word: word.shown, wanted: "a path or @NAME"), at: word.span)
        }
        let name: UnixName
        if bytes.first == 0 || bytes.first == UInt8(ascii: "@") {
            name = .abstract(Array(bytes.dropFirst()))
        } else {
            name = bytes.isEmpty ? .unnamed : .path(bytes)
        }
        if bytes.count > UnixName.capacity || bytes.count == UnixName.capacity && bytes.first != 0 && bytes.first != 64
        {
            throw Failure(
                .unsuitable(
                    word: String(word.shown.prefix(40)) + "…",
                    wanted: "a path that fits",
                    advice: ["a unix path has at most \(UnixName.capacity - 1) bytes"]
                ),
                at: word.span
            )
        }
        if case .path(let path) = name, path.contains(0) {
            throw Failure(
                .unsuitable(
                    word: word.shown,
                    wanted: "a path: it holds a NUL",
                    advice: ["an abstract name begins with @ or \\0"]
                ),
                at: word.span
            )
        }
        return name
    }

    #if os(Linux)
        private func packet(_ words: inout Words, _ context: Context) throws(Failure) -> SocketAddress {
            let (name, span) = try words.takeText("INTERFACE", wanted: "a network interface")
            guard let index = UInt32(name) ?? (name == "any" ? 0 : Interface.index(ofName: name)) else {
                let names = (Interface.all() ?? []).map(\.name)
                throw Failure(
                    .unsuitable(
                        word: name,
                        wanted: "a network interface",
                        near: Suggestion.nearest(to: name, among: names),
                        advice: ["there are " + names.joined(separator: ", ")]
                    ),
                    at: span
                )
            }
            let types = Dictionary(EtherType.known.map { ($0.name, UInt32($0.value.rawValue)) }) { first, _ in first }
            let etherType = words.isEmpty ? 3 : try named(types, "PROTOCOL", &words, context)
            guard let protocolNumber = UInt16(exactly: etherType) else {
                throw Failure(.unsuitable(word: String(etherType), wanted: "a protocol of 16 bits"), at: span)
            }
            return .packet(LinkAddress(interface: index, etherType: protocolNumber))
        }
    #endif

    /// One of some constants, by its whole name or without what all names begin with, or a number.
    private func named(
        _ constants: [String: UInt32],
        _ hint: String,
        _ words: inout Words,
        _ context: Context
    ) throws(Failure) -> UInt32 {
        if let upper = words.next?.text?.uppercased() {
            let found = constants.first { $0.key == upper || $0.key.hasSuffix("_" + upper) }
            if let found {
                _ = words.take()
                return found.value
            }
        }
        return try number(hint, &words, context)
    }

    private func number(_ hint: String, _ words: inout Words, _ context: Context) throws(Failure) -> UInt32 {
        UInt32(try Number(hint, in: 0...Int(UInt32.max), about: "").parse(&words, context))
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        switch context.socket?.family {
        case AddressFamily.unix: prefix.hasPrefix("@") ? [] : FilePath(about: "").complete(prefix, context)
        #if os(Linux)
            case AddressFamily.packet: context.position == 0 ? Interface.candidates : []
        #endif
        case AddressFamily.inet, AddressFamily.inet6, nil:
            switch context.position {
            case 0: HostWord().complete(prefix, context)
            case 1: PortParameter().complete(prefix, context)
            default: []
            }
        default: []
        }
    }
}
