import Journal
import Language
import Reading
import Sockets
import SystemPackage

/// What is said of a call while it waits: for whom, what that other end did last, and what would help.
public struct WaitReport: Equatable, Sendable {
    /// `k waits for data; c has sent nothing`, without a full stop.
    public let sentence: String
    /// What helps, as after the call was ended.
    public let advice: [String]

    /// The report on a call that waits.
    ///
    /// - Parameters:
    ///   - call: the call as it was made, as if it had been interrupted; its number is one beyond the journal's.
    ///   - history: what its session did before.
    ///   - facts: what is known beside that.
    public init?(of call: Call, history: Journal, _ facts: WaitFacts) {
        let failure = Failure(.interrupted(call))
        guard let evidence = Evidence(failure, history, facts) else { return nil }
        guard let sentence = Self.sentence(evidence) else { return nil }
        self.sentence = sentence
        advice = Diagnosis(of: failure, history: history, facts).advice
    }

    /// A report on something that is no call.
    public init(_ sentence: String, _ advice: [String] = []) { (self.sentence, self.advice) = (sentence, advice) }

    private static func sentence(_ e: Evidence) -> String? {
        guard let kind = e.call.kind else { return nil }
        switch kind {
        case .connect: return connecting(e)
        case .close: return "\(e.me) waits until the peer has acknowledged what it was sent (SO_LINGER)"
        case _ where kind.has(.accepts): return accepting(e)
        case _ where kind.has(.receives): return receiving(e)
        case _ where kind.has(.sends): return sending(e)
        case _ where kind.has(.watches): return watching(e)
        case _ where kind.has(.resolves): return "\(e.call.name) waits for a name server's answer"
        default: return nil
        }
    }

    private static func accepting(_ e: Evidence) -> String {
        if let client = e.deferredClient {
            return
                "\(e.me) waits for a client's first data (TCP_DEFER_ACCEPT): \(client) is connected and has sent nothing"
        }
        let place = e.ownAddress.map { " at \(Evidence.typed($0))" } ?? ""
        return "\(e.me) waits for a client\(place); none has connected"
    }

    private static func connecting(_ e: Evidence) -> String {
        let listener = e.neighbours.open { $0.isListening && Evidence.overlaps($0.local, e.address) }
        if let listener {
            return "\(e.me) waits for a place in \(listener.name)'s queue, which is full: nobody accepts"
        }
        return e.socket.family == .unix
            ? "\(e.me) waits for a place in the queue of the listener at \(e.place), which is full"
            : "\(e.me) waits for an answer to its SYN; nothing has come back from \(e.place)"
    }

    private static func receiving(_ e: Evidence) -> String {
        if e.socket.type == .datagram || e.socket.type == .raw { return receivingDatagram(e) }
        if e.call.before == .synSent {
            return "\(e.me) waits for data, but its own SYN waits for the first send (TCP_FASTOPEN_CONNECT)"
        }
        if let came = e.cameSoFar { return "\(e.me) waits for more: \(came)" }
        if let other = e.counterpart, other.isReceiving {
            return "\(e.me) and \(other.name) both wait for data, and neither sends"
        }
        let wanted = e.aim == .end ? "the end of the stream" : "data"
        return "\(e.me) waits for \(wanted); \(e.sentToUs)"
    }

    private static func receivingDatagram(_ e: Evidence) -> String {
        guard let own = e.ownAddress ?? (e.socket.type == .raw ? .inet(.any, port: 0) : nil) else {
            return "\(e.me) waits for a datagram, but has no address to which anyone could send one"
        }
        if e.socket.type == .raw { return "\(e.me) waits for a packet of its protocol; none has come" }
        if let other = e.counterpart, other.isReceiving {
            return "\(e.me) and \(other.name) both wait for a datagram, and neither sends"
        }
        let from = e.socket.connecting?.address.map { " from \(Evidence.typed($0)), the only one it takes" } ?? ""
        return "\(e.me) waits at \(Evidence.typed(own)) for a datagram\(from); none has come"
    }

    private static func sending(_ e: Evidence) -> String {
        if let listener = e.unacceptedAt {
            return "\(e.me) waits for room to send; \(listener) has not accepted the connection, so nobody reads"
        }
        guard let other = e.counterpart else { return "\(e.me) waits for room to send; \(e.peerName) does not read" }
        if other.isSending {
            return "\(e.me) and \(other.name) both wait for room to send, and neither reads"
        }
        return "\(e.me) waits for room to send; \(other.readWords)"
    }

    private static func watching(_ e: Evidence) -> String {
        let names = e.call.mentions.map { Quoting.word($0.name) }
        return names.isEmpty
            ? "\(e.call.name) waits for news of no socket"
            : "\(e.call.name) waits for news of \(names.prefix(6).joined(separator: ", "))\(names.count > 6 ? ", …" : ""); "
                + "there is none"
    }
}

extension Counterpart {
    /// Whether a statement waits to receive on it.
    var isReceiving: Bool { waitsIn?.has(.receives) ?? false }

    /// Whether a statement waits to send on it.
    var isSending: Bool { waitsIn?.has(.sends) ?? false }
}
