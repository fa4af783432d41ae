import Synchronization

/// What a command takes, made when it is first asked for: a session uses few of the commands, and the types of all
/// their parameters are most of what a start would cost.
final class Signature: Sendable {
    /// The parameters in order, and the flags.
    typealias Parts = (parameters: [any AnyParameter], flags: [any AnyFlag])

    private let make: @Sendable () -> Parts
    private let made = Mutex<Parts?>(nil)

    init(_ make: @escaping @Sendable () -> Parts) { self.make = make }

    var parts: Parts {
        made.withLock { made in
            if let made { return made }
            let parts = make()
            made = parts
            return parts
        }
    }
}
