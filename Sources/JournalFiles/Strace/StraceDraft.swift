import Journal
import Sockets

/// A call of a log on its way into the journal: what is learned from the next lines can still be added.
struct StraceDraft: Sendable {
    var name: String
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
    let call: StraceCall

    init(_ call: StraceCall) {
        self.call = call
        name = call.name
    }

    /// Whether the kernel may have given the socket an address that the log tells only later.
    var lacksAddress: Bool {
        guard local == nil, call.errno == nil || call.errno == .nowInProgress else { return false }
        return ["connect", "bind", "listen", "sendto", "sendmsg"].contains(name)
    }

    /// The call for the journal.
    var finished: Call {
        Call(
            CallTitle(name),
            socket: socket,
            socketName: socketName,
            arguments: arguments,
            result: call.failure == nil ? call.number : -1,
            error: call.failure.map { .errno($0) },
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
