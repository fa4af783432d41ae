/// The state of a connection (RFC 9293 section 3.3.2), numbered as Linux numbers it.
///
/// The kernel uses the same numbers for sockets of other protocols: a datagram socket is `CLOSE`, or `ESTABLISHED`
/// while it has a peer.
public enum ConnectionState: UInt8, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// The connection is open in both directions.
    case established = 1
    /// A SYN was sent; no answer yet.
    case synSent
    /// A SYN arrived and was answered; the last acknowledgment is missing.
    case synReceived
    /// This side closed; its FIN is not yet acknowledged.
    case finWait1
    /// This side closed and the peer knows; the peer has not closed.
    case finWait2
    /// Both closed; waiting for late segments to expire.
    case timeWait
    /// No connection.
    case closed
    /// The peer closed; this side has not.
    case closeWait
    /// The peer closed first, then this side; its FIN is not yet acknowledged.
    case lastAck
    /// Waiting for peers.
    case listen
    /// Both closed at once.
    case closing
    /// Linux only: a SYN arrived and no request is kept for it yet.
    case newSynReceived

    /// The kernel's name, as in netstat and in `TCP_INFO`.
    public var description: String {
        switch self {
        case .established: "ESTABLISHED"
        case .synSent: "SYN_SENT"
        case .synReceived: "SYN_RECV"
        case .finWait1: "FIN_WAIT1"
        case .finWait2: "FIN_WAIT2"
        case .timeWait: "TIME_WAIT"
        case .closed: "CLOSE"
        case .closeWait: "CLOSE_WAIT"
        case .lastAck: "LAST_ACK"
        case .listen: "LISTEN"
        case .closing: "CLOSING"
        case .newSynReceived: "NEW_SYN_RECV"
        }
    }
}
