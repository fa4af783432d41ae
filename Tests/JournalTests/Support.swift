import Sockets
import SystemPackage

@testable import Journal

extension Call {
    /// A call of which a test needs only some facts.
    static func sample(
        _ name: String = "recv",
        socket: Int? = nil,
        arguments: [Argument] = [],
        error: CallError? = nil,
        outputs: [Argument] = []
    ) -> Call {
        Call(
            CallTitle(name),
            socket: socket,
            arguments: arguments,
            result: error == nil ? 0 : -1,
            error: error,
            outputs: outputs,
            start: 0,
            duration: 0
        )
    }

    /// A call with something in every field.
    static func full(_ content: Argument.Content = .null, error: CallError? = nil, made: [MadeSocket] = []) -> Call {
        Call(
            .known(.sendmsg),
            statement: 77,
            socket: 5,
            socketName: "k\u{e9}",
            arguments: [Argument("sockfd", .descriptor(3)), Argument("a", content)],
            result: error == nil ? .min : -1,
            error: error,
            outputs: [Argument("b", content)],
            start: .max,
            duration: 1 << 40,
            before: .established,
            after: .closeWait,
            isInjected: true,
            local: .inet(.loopback, port: 80),
            made: made,
            mentions: made.isEmpty ? [] : [MadeSocket(id: 9, name: "m", descriptor: .max)]
        )
    }

    /// A call at some time.
    static func at(_ start: UInt64, for duration: UInt64, socket: Int? = nil, statement: Int = 0) -> Call {
        Call(
            .known(.send),
            statement: statement,
            socket: socket,
            arguments: [],
            result: 0,
            start: start,
            duration: duration
        )
    }

    /// A call that failed with an errno.
    static func failed(_ name: String, _ errno: Errno) -> Call { sample(name, error: .errno(errno)) }
}

extension LayerEvent {
    /// An event of which a test needs only some facts.
    static func seen(
        _ layer: Layer = .packet,
        socket: Int? = nil,
        bytes: [UInt8] = [],
        of origin: Origin? = nil,
        time: UInt64 = 0
    ) -> LayerEvent {
        LayerEvent(layer, socket: socket, bytes: Clip(bytes), meaning: "sample", of: origin, time: time)
    }
}

extension Archive {
    /// One that takes nothing.
    static var none: Archive<Item> { Archive { () throws(Errno) in throw .permissionDenied } }
}
