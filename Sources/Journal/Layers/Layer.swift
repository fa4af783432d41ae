/// A layer above or below the calls that reports something of its own about the same bytes.
public enum Layer: UInt8, Hashable, Sendable, CaseIterable {
    /// What a protocol said: a line of SMTP, a DNS message.
    case conversation = 1
    /// What TLS made of it: records (RFC 8446 section 5).
    case tls = 2
    /// What the kernel put on the wire for it: packets.
    case packet = 3

    /// The layer's name, as it is typed, shown and saved.
    public var name: String {
        switch self {
        case .conversation: "conversation"
        case .tls: "tls"
        case .packet: "packet"
        }
    }

    /// The layer with this name; nil if there is none.
    public init?(named name: String) {
        guard let layer = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = layer
    }
}

/// The direction of bytes, seen from the socket they belong to.
public enum Direction: UInt8, Hashable, Sendable, CaseIterable {
    /// From this socket to its peer.
    case sent = 1
    /// From the peer to this socket.
    case received = 2

    /// The direction's name, as it is shown and saved.
    public var name: String {
        switch self {
        case .sent: "sent"
        case .received: "received"
        }
    }

    /// The direction with this name; nil if there is none.
    public init?(named name: String) {
        guard let direction = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = direction
    }
}
