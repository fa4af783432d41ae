import Journal
import Language
import Reading
import Sockets

/// Who a call waited for, and what that other end had done.
extension Evidence {
    /// How much of what has come is shown.
    private static let shownBytes = 40

    /// The kind of wait, as a sentence begins: `s waits for data` or `nothing came`.
    var peerName: String {
        counterpart?.name ?? peerAddress.map { "the peer at \(Evidence.typed($0))" } ?? "the peer"
    }

    /// The address of the peer, as far as calls told it.
    var peerAddress: SocketAddress? {
        facts.peer ?? socket.connecting?.address
            ?? socket.birth.flatMap { $0.isAccept ? $0.writtenAddress : nil }
            .flatMap { $0 == .unix(.unnamed) ? nil : $0 }
    }

    /// The socket's own address, as far as calls told it; nil if it has none.
    var ownAddress: SocketAddress? {
        if let local = facts.local { return local.port == 0 || local == .unix(.unnamed) ? nil : local }
        let local = socket.bound ?? socket.calls.lazy.compactMap(\.local).first
        return local?.port == 0 || local == .unix(.unnamed) ? nil : local
    }

    /// What the statement read on for.
    var aim: ReadAim? { failure.aim ?? facts.aim }

    /// The bytes that the statement has taken so far.
    var takenBytes: [UInt8] {
        if !failure.taken.isEmpty { return failure.taken }
        var pieces: [[UInt8]] = []
        guard aim != nil else { return [] }
        history(of: call.socket ?? 0) { earlier in
            guard earlier.statement == call.statement else { return false }
            let isTaken = earlier.isReceive && earlier.error == nil && !earlier.messageFlags.contains(.peek)
            if isTaken { pieces.append(earlier.payload?.bytes ?? []) }
            return true
        }
        return pieces.reversed().flatMap { $0 }
    }

    /// `14 bytes have come, "GET / HTTP/1.0", without "\r\n\r\n"`; nil if nothing has come in the statement, or one call
    /// would have been enough.
    var cameSoFar: String? {
        let taken = takenBytes
        guard !taken.isEmpty, let aim else { return nil }
        let shown = Quoting.quote(taken.prefix(Self.shownBytes)) + (taken.count > Self.shownBytes ? "…" : "")
        let came = "\(Quantity.count(taken.count, "byte")) \(taken.count == 1 ? "has" : "have") come, \(shown), "
        return switch aim {
        case .delimiter(let text): came + "without \(Quoting.quote(text))"
        case .end: came + "and the stream has not ended"
        }
    }

    /// What the other end of a stream has sent to the socket: `c has sent nothing`.
    var sentToUs: String {
        if let listener = unacceptedAt {
            return "\(listener) has not accepted the connection yet, so nobody can answer"
        }
        if let counterpart { return counterpart.sentWords }
        let received = receivedBytes
        return received == 0
            ? "\(peerName) has sent nothing"
            : "\(peerName) has sent nothing after the \(Quantity.count(received, "byte")) that \(me) has read"
    }

    /// How many bytes receives have taken from the socket.
    private var receivedBytes: Int {
        var count = 0
        history(of: call.socket ?? 0) { earlier in
            if earlier.isReceive, earlier.error == nil, !earlier.messageFlags.contains(.peek) {
                count += earlier.result
            }
            return true
        }
        return count
    }

    /// Whether the socket has ever sent anything.
    var hasSent: Bool { socket.calls.contains { $0.isSend && $0.error == nil } }

    /// The listener of this session in whose queue the connection still waits; nil if it has been accepted.
    var unacceptedAt: String? {
        guard let id = call.socket, counterpart == nil else { return nil }
        let traffic = Traffic(excerpt)
        guard let end = traffic.endOfSocket[id], let listener = traffic.ends[end].waitsAt else { return nil }
        return traffic.ends[listener].sockets.first.flatMap { traffic.names[$0] }
    }

    /// The socket of this session that is connected to the listener of which accept knows nothing yet, since the listener
    /// waits for its first data (TCP_DEFER_ACCEPT, tcp(7)).
    var deferredClient: String? {
        guard socket.isOn("TCP_DEFER_ACCEPT"), let bound = socket.bound else { return nil }
        return neighbours.open { neighbour in
            neighbour.listener == nil && neighbour.hadConnection && Evidence.overlaps(neighbour.peer, bound)
        }?.name
    }

    /// How a connection's silence can be broken from this session: a line that makes the other end send what is missing.
    var answerFromHere: String? {
        if let listener = unacceptedAt { return "accept it: \(other) = \(listener).accept; \(other).send hello" }
        guard let counterpart, counterpart.isOwn else { return nil }
        return switch aim {
        case .delimiter(let text): "send what is missing: \(counterpart.name).send \(Quoting.quote(text))"
        case .end: "end the stream: \(counterpart.name).shutdown wr"
        case nil: "send something: \(counterpart.name).send hello"
        }
    }

    /// How room is made for what a socket sends: a line that reads at the other end, if this session has it.
    var readThere: String? {
        guard let counterpart, counterpart.isOwn else { return nil }
        return "read at the other end: \(counterpart.name).recv 65536"
    }
}
