import Journal
import Language
import Sockets

/// A socket whose descriptor is closed, as the journal tells of it: who it was, and which call closed it.
public struct ClosedSocket: Sendable {
    /// The name in the session.
    public let name: String
    /// The session's number for it.
    let id: Int
    /// The descriptor that it had.
    let descriptor: Int32
    /// The call that closed it.
    let closing: Call
    /// Family and type, in C's words; nil where the call that made it is forgotten.
    let kind: SocketKinds.Kind?
    /// Its own address and its peer's, as far as calls told them.
    public let local: SocketAddress?
    /// Its peer's address.
    public let peer: SocketAddress?

    /// The newest socket of that name that was closed; nil where the journal does not tell of one.
    public init?(named name: String, history: Journal) {
        var closing: Call?
        history.backwards(over: { $0.mayTell(.named(name)) }) { call in
            if call.name == "close", call.error == nil, call.socketName == name { closing = call }
            return closing == nil
        }
        guard let closing, let id = closing.socket, let descriptor = closing.descriptor else { return nil }
        let past = SocketHistory(of: closing, in: history)
        (self.name, self.id, self.descriptor, self.closing) = (name, id, descriptor, closing)
        kind = past.family.flatMap { family in past.type.map { SocketKinds.Kind(family: family, type: $0) } }
        let isAccepted = past.birth?.isAccept == true
        local = past.calls.first { $0.local != nil && !$0.isAccept }?.local ?? (isAccepted ? past.birth?.local : nil)
        if isAccepted, case .address(let address)? = past.birth?.output("addr") {
            peer = address
        } else {
            peer = past.connecting?.address
        }
    }

    /// Whether it spoke TCP.
    public var isTCP: Bool { kind?.isTCP == true }

    /// Its end as a picture, in the characters that are asked for, else in those of what shows it.
    public func picture(held: HeldConnection, at time: UInt64, history: Journal, alphabet: Alphabet?) -> Picture {
        let path = StatePath(of: self, held: held, at: time, history: history)
        return Picture { canvas in
            let width = canvas.width ?? StateDrawing.width
            return text(of: path, held: held, width: width, alphabet: alphabet ?? canvas.alphabet) + "\n"
        }
    }

    /// Its end, with what the kernel still holds of its connection.
    ///
    /// - Parameters:
    ///   - held: what the kernel holds now.
    ///   - time: the monotonic clock now, in nanoseconds.
    public func text(
        held: HeldConnection,
        at time: UInt64,
        history: Journal,
        width: Int = StateDrawing.width,
        alphabet: Alphabet = .unicode
    ) -> String {
        let path = StatePath(of: self, held: held, at: time, history: history)
        return text(of: path, held: held, width: width, alphabet: alphabet)
    }

    private func text(of path: StatePath, held: HeldConnection, width: Int, alphabet: Alphabet) -> String {
        var lines = [headline, ""]
        if isTCP { lines += StateText.drawing(of: path, current: path.steps.last?.state, width, alphabet) }
        lines += StateText.steps(path, width: width)
        if let words = remainder(held) {
            lines += [""] + words.wrapped(width: min(width, StateDrawing.width), behind: "kernel   ")
        }
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        let kind = kind.map { "\($0.family) \($0.type)" } ?? ""
        let place = [local?.description, peer.map { "to \($0)" }].compactMap { $0 }.joined(separator: " ")
        return [Quoting.word(name), "closed", kind, Quoting.oneLine(place)].filter { !$0.isEmpty }
            .joined(separator: "  ")
    }

    /// What the kernel still holds, in words.
    private func remainder(_ held: HeldConnection) -> String? {
        switch held {
        case .unknown: return nil
        case .nothing: return isTCP ? "holds nothing of the connection any more" : nil
        case .held(_, _, isOpen: true): return "holds the connection for another descriptor, here or in another process"
        case .held(let state, let seconds, _):
            let left = seconds.map { " for \(Quantity.time(nanoseconds: UInt64($0 * 1e9))) more" } ?? ""
            switch state {
            case .timeWait:
                return
                    "holds the two addresses\(left) (2 MSL, RFC 9293 section 3.6.1) and nothing else, so that a late "
                    + "segment harms no new connection; till then bind gives the port only where both sockets set SO_REUSEADDR"
            case .finWait2:
                return "waits for the peer's FIN\(left) (net.ipv4.tcp_fin_timeout), then forgets the connection"
            default: return "goes on by itself until the peer has acknowledged the data and the FIN"
            }
        }
    }
}
