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
            name: name,
            socket: socket,
            arguments: arguments,
            result: error == nil ? 0 : -1,
            error: error,
            outputs: outputs,
            start: 0,
            duration: 0
        )
    }

    /// A call that failed with an errno.
    static func failed(_ name: String, _ errno: Errno) -> Call { sample(name, error: .errno(errno)) }
}
