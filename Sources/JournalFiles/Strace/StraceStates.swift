import Journal
import Reading
import Sockets

/// What a call does to the state of a connection, as far as the calls tell (RFC 9293 section 3.3.2). The log does not
/// tell the kernel's state: what the peer does unseen is known when a call shows it.
enum StraceStates {
    /// The state after a call; nil if nothing is known.
    static func after(_ draft: StraceDraft, _ socket: StraceSocket?) -> ConnectionState? {
        let call = draft.call
        let before = draft.before
        if call.errno == .connectionReset || call.errno == .brokenPipe && socket?.kind?.isTCP == true { return .closed }
        switch draft.kind {
        case .connect: return connected(draft, socket)
        case .listen: return call.succeeded ? .listen : before
        case .accept, .accept4: return call.succeeded ? .listen : before
        case .shutdown: return call.succeeded ? shut(draft, socket) : before
        case .getsockopt:
            guard before == .synSent, call.succeeded, call[2] == .word("SO_ERROR") else { return before }
            return call[3].number == 0 ? .established : .closed
        case .getpeername: return call.succeeded && before == .synSent ? .established : before
        case _ where draft.takesData: return received(draft, socket)
        case _ where draft.kind.has(.sends): return call.succeeded && before == .synSent ? .established : before
        default: return before
        }
    }

    private static func connected(_ draft: StraceDraft, _ socket: StraceSocket?) -> ConnectionState? {
        let call = draft.call
        if call.succeeded { return call[1].address == .unspecified ? .closed : .established }
        guard socket?.kind?.isTCP == true else { return draft.before }
        return call.errno == .nowInProgress || call.errno == .alreadyInProcess ? .synSent : draft.before
    }

    private static func shut(_ draft: StraceDraft, _ socket: StraceSocket?) -> ConnectionState? {
        guard socket?.kind?.isTCP == true, draft.call[1] != .word("SHUT_RD") else { return draft.before }
        switch draft.before {
        case .established?, .synReceived?: return .finWait1
        case .closeWait?: return .lastAck
        default: return draft.before
        }
    }

    /// The end of the stream is the peer's FIN.
    private static func received(_ draft: StraceDraft, _ socket: StraceSocket?) -> ConnectionState? {
        let call = draft.call
        guard call.succeeded else { return draft.before }
        let saysRoom = [.recv, .recvfrom, .read].contains(draft.kind)
        let room = saysRoom ? call[2].number ?? 1 : 1
        guard call.number == 0, room > 0, socket?.kind?.isTCP == true else {
            return draft.before == .synSent ? .established : draft.before
        }
        switch draft.before {
        case .established?, .synSent?: return .closeWait
        case .finWait1?, .finWait2?: return .timeWait
        default: return draft.before
        }
    }

    /// The address that a call shows the socket to have.
    static func address(_ draft: StraceDraft) -> SocketAddress? {
        let call = draft.call
        guard call.succeeded else { return nil }
        switch draft.kind {
        case .getsockname: return call[1].address
        case .bind: return call[1].address.flatMap { $0.port == 0 ? nil : $0 }
        default: return nil
        }
    }

    /// The address that a call gave its socket, if it is known already.
    static func place(_ draft: StraceDraft, _ socket: StraceSocket?) -> SocketAddress? {
        guard draft.lacksAddress, let local = socket?.local, local.port != 0 else { return nil }
        // A connection's address is chosen when it is made, unless it was bound to one.
        return draft.kind == .connect && local.isWildcard ? nil : local
    }
}
