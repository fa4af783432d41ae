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
    /// Family and type, in C's words; nil if the call that made it is forgotten.
    public let kind: SocketKinds.Kind?
    /// Its own address and its peer's, as far as calls told them.
    public let local: SocketAddress?
    /// Its peer's address.
    public let peer: SocketAddress?

    /// The newest socket of that name that was closed; nil if the journal does not tell of one.
    public init?(named name: String, history: Journal) {
        var closing: Call?
        history.backwards(over: { $0.mayTell(.named(name)) }) { call in
            if call.kind == .close, call.error == nil, call.socketName == name { closing = call }
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
}
