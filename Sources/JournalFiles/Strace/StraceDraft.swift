import Journal
import Sockets

/// A call of a log on its way into the journal: what is learned from the next lines can still be added.
struct StraceDraft: Sendable {
    var kind: CallKind
    var arguments: [Argument] = []
    var outputs: [Argument] = []
    var socket: Int?
    var socketName: String?
    var made: [MadeSocket] = []
    var mentions: [MadeSocket] = []
    var before: ConnectionState?
    var after: ConnectionState?
    var local: SocketAddress?
    var start: UInt64 = 0
    var duration: UInt64 = 0
    /// Of a splice, whether its socket is where the data comes from.
    var takesFromSocket = false
    let call: StraceCall

    /// A call of the catalogue.
    init(_ call: StraceCall, _ kind: CallKind) {
        self.call = call
        self.kind = kind
    }

    /// Whether the kernel may have given the socket an address that the log tells only later.
    var lacksAddress: Bool {
        guard local == nil, call.errno == nil || call.errno == .nowInProgress else { return false }
        return kind.has(.mayNameTheSocket)
    }

    /// Whether it takes data that its socket received.
    var takesData: Bool { kind == .splice ? takesFromSocket : kind.has(.receives) }

    /// Whether it failed, which a call that never returns because it ends the process has not.
    private var hasFailed: Bool { call.errno != nil || call.failure != nil && !kind.has(.endsProcess) }

    /// The call for the journal.
    var finished: Call {
        Call(
            .known(kind),
            socket: socket,
            socketName: socketName,
            arguments: arguments,
            result: hasFailed ? -1 : kind.has(.endsProcess) ? 0 : call.number,
            error: hasFailed ? call.failure.map { .errno($0) } : nil,
            outputs: outputs,
            start: start,
            duration: duration,
            before: before,
            after: after,
            isInjected: call.isInjected,
            local: local,
            made: made,
            mentions: mentions
        )
    }
}
