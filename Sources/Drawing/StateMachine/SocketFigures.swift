import Language
import Sockets

/// What the kernel told of a socket at one moment; the shell asks for its own sake, so none of it is in the journal.
public struct SocketFigures: Sendable, Hashable {
    /// The name in the session.
    public let name: String
    /// The descriptor.
    public let descriptor: Int32
    /// Family and type, in C's words.
    public let kind: String
    /// The state; nil if the descriptor is closed.
    public let state: ConnectionState?
    /// Its own address.
    public let local: SocketAddress?
    /// Its peer's.
    public let peer: SocketAddress?
    /// Bytes that wait to be read.
    public let bytesIn: Int?
    /// Bytes not yet acknowledged.
    public let bytesOut: Int?
    /// Room for received data (`SO_RCVBUF`) and for data to send (`SO_SNDBUF`).
    public let buffers: (receive: Int, send: Int)?
    /// `TCP_INFO`; nil for another protocol.
    public let info: OptionValue?
    /// Whether an error waits at the socket.
    public let hasError: Bool

    /// What was asked.
    public init(
        name: String,
        descriptor: Int32,
        kind: String,
        state: ConnectionState?,
        local: SocketAddress?,
        peer: SocketAddress?,
        bytesIn: Int?,
        bytesOut: Int?,
        buffers: (receive: Int, send: Int)? = nil,
        info: OptionValue? = nil,
        hasError: Bool = false
    ) {
        self.name = name
        self.descriptor = descriptor
        self.kind = kind
        self.state = state
        self.local = local
        self.peer = peer
        self.bytesIn = bytesIn
        self.bytesOut = bytesOut
        self.buffers = buffers
        self.info = info
        self.hasError = hasError
    }

    /// Two are the same if nothing that a watcher is shown as a change differs: times flicker and are left out.
    public static func == (left: Self, right: Self) -> Bool { left.change == right.change }

    /// What makes one look like another.
    public func hash(into hasher: inout Hasher) { hasher.combine(change) }

    private static func words(_ peer: SocketAddress) -> String {
        peer == .unix(.unnamed) ? "to a peer without a name" : "to \(peer)"
    }

    private func field(_ name: String) -> Int? { info?[field: name]?.number }

    /// The changing part in one line.
    public var change: String {
        var parts = ["\(Quoting.word(name)) \(state?.description ?? "gone")"]
        if state == .listen, let waiting = field("tcpi_unacked"), let limit = field("tcpi_sacked") {
            parts.append("queue \(waiting) of \(limit)")
        } else {
            if let bytesIn { parts.append("in \(bytesIn)") }
            if let bytesOut { parts.append("out \(bytesOut)") }
            if let again = field("tcpi_total_retrans") { parts.append("sent again \(again)") }
        }
        return parts.joined(separator: "  ")
    }

    /// The name and the addresses in one line.
    public var headline: String {
        let addresses = [local?.description ?? "", peer.map(Self.words) ?? ""].filter { !$0.isEmpty }
        let words = [Quoting.word(name), "fd \(descriptor)", kind, state?.description ?? "gone"]
        return (words + [Quoting.oneLine(addresses.joined(separator: " "))]).filter { !$0.isEmpty }
            .joined(separator: "  ")
    }

    /// The figures, each by its name and in words, in lines of at most `width` columns.
    func lines(width: Int) -> [String] {
        let figures = info != nil && state == .listen ? listener : traffic
        return figures.flatMap { label, words in
            let head = label + String(repeating: " ", count: max(9 - label.count, 1))
            return words.wrapped(width: min(width, StateDrawing.width), behind: head)
        }
    }

    private var traffic: [(String, String)] {
        var lines: [(String, String)] = []
        if let bytesIn { lines.append(("in", "\(Quantity.count(bytesIn, "byte")) wait to be read (SIOCINQ)")) }
        if let bytesOut {
            let what = info == nil ? "not yet taken by the peer" : "sent or to be sent, and not acknowledged"
            lines.append(("out", "\(Quantity.count(bytesOut, "byte")) \(what) (SIOCOUTQ)"))
        }
        if let buffers {
            let room = "room for \(buffers.receive) bytes in (SO_RCVBUF) and \(buffers.send) out (SO_SNDBUF)"
            lines.append(("buffers", room))
        }
        return info != nil && state != .closed ? lines + connection : lines
    }

    private var listener: [(String, String)] {
        guard let waiting = field("tcpi_unacked"), let limit = field("tcpi_sacked") else { return [] }
        let full = waiting > limit ? "; full, so more clients have to wait" : ""
        let words = "\(Quantity.count(waiting, "connection")) of \(limit) wait for accept\(full)"
        return [("queue", "\(words) (tcpi_unacked, tcpi_sacked)")]
    }

    private var connection: [(String, String)] {
        var lines: [(String, String)] = []
        if let send = field("tcpi_snd_wnd") {
            let offered = field("tcpi_rcv_wnd").map { "; this side takes \($0) (tcpi_rcv_wnd)" } ?? ""
            lines.append(("window", "the peer takes \(send) bytes (tcpi_snd_wnd)\(offered)"))
        }
        if let mss = field("tcpi_snd_mss"), let path = field("tcpi_pmtu") {
            lines.append(("segment", "\(mss) bytes at most (tcpi_snd_mss), of packets of \(path) (tcpi_pmtu)"))
        }
        if let time = field("tcpi_rtt"), let spread = field("tcpi_rttvar"), let repeated = field("tcpi_rto") {
            let words = "\(Quantity.time(microseconds: time)) there and back (tcpi_rtt), give or take "
            let more = "\(Quantity.time(microseconds: spread)) (tcpi_rttvar)"
            let last = "sent again after \(Quantity.time(microseconds: repeated)) (tcpi_rto)"
            lines.append(("time", "\(words)\(more); \(last)"))
        }
        if let congestion = field("tcpi_snd_cwnd") {
            lines.append(("speed", "\(Quantity.count(congestion, "segment")) may be on the way (tcpi_snd_cwnd)"))
        }
        if let total = field("tcpi_total_retrans"), let unacknowledged = field("tcpi_unacked") {
            let words = "\(Quantity.count(total, "segment")) sent again so far (tcpi_total_retrans)"
            lines.append(("loss", "\(words), \(unacknowledged) unacknowledged now (tcpi_unacked)"))
        }
        return lines
    }
}
