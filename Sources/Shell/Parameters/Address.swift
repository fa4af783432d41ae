import Journal
import Language
import Sockets

/// An address as typed; names in it are looked up when the command runs.
public enum TypedAddress: Hashable, Sendable {
    /// A host and a port.
    case internet(Host, PortWord, flowInfo: UInt32, scope: UInt32?)
    /// Complete.
    case ready(SocketAddress)
}

/// The parameter for an address in the socket's family: `HOST PORT`, a path, and so on.
public struct AddressParameter: ParameterType {
    public let about = "HOST PORT; for a unix socket PATH or @NAME; unspec for none"
    public var denotes: Denoted? { .host }

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

    /// One of several constants, by its full name or without the common prefix, or a number.
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
