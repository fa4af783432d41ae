import Journal
import Sockets

/// What several views ask of a call.
extension Call {
    /// The largest size and result that is believed of a call that comes from a file, so that sums of them stay numbers.
    public static let sizeLimit = 1 << 40

    /// The results that are believed.
    public static let results = -sizeLimit...sizeLimit

    /// The times that are believed, in nanoseconds.
    public static let times: ClosedRange<UInt64> = 0...1 << 62

    /// Whether it hands data to the kernel, to be sent.
    public var isSend: Bool { kind == .splice ? splicesIn : has(.sends) }

    /// Whether it takes data that was received.
    public var isReceive: Bool { kind == .splice ? !splicesIn : has(.receives) }

    /// Whether a splice's socket is where the data goes. Its other end is a pipe (splice(2)), which stands as a plain number.
    private var splicesIn: Bool { if case .descriptor? = argument("fd_out") { true } else { false } }

    /// Whether it takes a connection from a listener.
    public var isAccept: Bool { has(.accepts) }

    /// Whether it returned without an error.
    public var succeeded: Bool { error == nil }

    /// Its `MSG_…` flags.
    public var messageFlags: MessageFlags {
        guard case .constant(_, let number)? = argument("flags") else { return [] }
        return MessageFlags(rawValue: Int32(truncatingIfNeeded: number))
    }

    /// The bytes that it sent or received, as far as they were kept.
    public var payload: Clip? {
        if has(.movesMessages) { return Clip.joined(messages.compactMap(\.clip)) }
        for argument in isSend ? arguments : outputs {
            switch argument.value {
            case .data(let clip): return clip
            case .list(let contents): if let clip = contents.joinedData { return clip }
            default: continue
            }
        }
        return nil
    }

    /// How many bytes a send was given, or a receive had room for; nil if it does not say.
    public var wantedBytes: Int? {
        if has(.movesMessages) { return givenMessages.reduce(0) { $0 + ($1.room ?? 0) } }
        for name in ["len", "count"] {
            if case .integer(let number)? = argument(name) { return number }
        }
        for argument in arguments {
            if case .list(let contents) = argument.value { return contents.room }
        }
        return isSend ? payload?.count : nil
    }

    /// The address that it wrote: a datagram's sender, an accepted peer.
    public var writtenAddress: SocketAddress? {
        for output in outputs {
            if case .address(let address) = output.value { return address }
        }
        return nil
    }

    /// The socket that a duplicate came of. A dup of a bare descriptor mentions it.
    var origin: Int? { socket ?? (has(.endsMentioned) ? nil : mentions.first?.id) }

    /// The descriptor that it was made on.
    public var descriptor: Int32? {
        guard case .descriptor(let descriptor)? = arguments.first?.value else { return nil }
        return descriptor
    }

    /// The name of a constant that was passed.
    public func constantName(_ name: String) -> String? {
        if case .constant(let constant, _)? = argument(name) { constant } else { nil }
    }

    /// The number of a constant that was passed.
    public func constantNumber(_ name: String) -> Int? {
        guard case .constant(_, let number)? = argument(name) else { return nil }
        return number
    }
}

extension SocketAddress {
    /// The address that packets bear: an IPv4 address that is mapped into IPv6 (RFC 4291 section 2.5.5.2) as IPv4.
    var unmapped: SocketAddress {
        guard case .inet6(let address, let port, _, _) = self, let inner = address.mapped else { return self }
        return .inet(inner, port: port)
    }

    /// Whether a socket that has this address is reached under `destination`.
    func isReached(by destination: SocketAddress) -> Bool {
        let (own, wanted) = (unmapped, destination.unmapped)
        switch (own, wanted) {
        case (.inet6(let a, let ownPort, _, _), .inet6(let b, let port, _, _)) where a == b: return ownPort == port
        default: break
        }
        if own == wanted { return own != .unix(.unnamed) }
        guard let port = own.port, port != 0, port == wanted.port else { return false }
        return own.isWildcard || wanted.isWildcard
    }

    /// The address on one line, hosts and ports joined as in a URL: `127.0.0.1:8088`, `[::1]:80`, `/tmp/s`.
    public var short: String {
        switch self {
        case .inet(_, let port): "\(host ?? ""):\(port)"
        case .inet6(_, let port, _, _): "[\(host ?? "")]:\(port)"
        default: description
        }
    }
}

extension [Argument.Content] {
    /// The data among it, one behind the other; nil if there is none.
    var joinedData: Clip? {
        Clip.joined(compactMap { content in if case .data(let clip) = content { clip } else { nil } })
    }

    /// How many bytes it is, or has room for.
    var room: Int {
        reduce(0) { sum, content in
            switch content {
            case .data(let clip): sum + clip.count
            case .room(let room): sum + room
            default: sum
            }
        }
    }
}

extension Clip {
    /// Clips one behind the other; nil if there is none.
    static func joined(_ clips: [Clip]) -> Clip? { clips.count < 2 ? clips.first : Clip(joining: clips) }

    /// Clips one after the other, up to where the first was cut.
    init(joining clips: [Clip]) {
        var bytes: [UInt8] = []
        for clip in clips {
            bytes += clip.bytes
            if !clip.isWhole { break }
        }
        let count = clips.reduce(0) { $0 + $1.count }
        self = Clip(restoring: Array(bytes.prefix(Clip.limit)), count: count) ?? Clip(bytes)
    }
}
