import Journal
import Sockets

/// A statement that waits, for those who say what for.
public struct WaitingNow {
    /// What it waits for.
    public enum Matter {
        /// A call in the kernel.
        case call(CallKind, [Argument], Socket?)
        /// An answer about a name.
        case lookup(CallKind, [Argument])
        /// A pipe's other end, or a device.
        case file
        /// A job's end.
        case job(Job)
        /// Time to pass, or something that is looked at again and again.
        case time
    }

    /// A number of its own, which no other wait of the session has.
    public let number: Int
    /// What it waits for.
    public let matter: Matter
    /// The number of its statement.
    public let statement: Int
    /// What its receives go on for.
    public let aim: ReadAim?
    /// The number of the job that it runs in; nil for the foreground.
    public let job: Int?

    /// The call as it would be recorded if it were interrupted now; nil if it waits for something else.
    ///
    /// - Parameter number: the call's number.
    public func call(numbered number: Int, mentioning mentions: [MadeSocket]) -> Call? {
        let (kind, arguments, socket): (CallKind, [Argument], Socket?)
        switch matter {
        case .call(let made, let passed, let on): (kind, arguments, socket) = (made, passed, on)
        case .lookup(let made, let passed): (kind, arguments, socket) = (made, passed, nil)
        case .file, .job, .time: return nil
        }
        var call = Call(
            .known(kind),
            statement: statement,
            socket: socket?.id,
            socketName: socket?.name,
            arguments: arguments,
            result: -1,
            error: .errno(.interrupted),
            start: now(),
            duration: 0,
            before: socket?.state,
            mentions: mentions
        )
        call.number = number
        return call
    }
}

extension Session {
    /// The statements that wait now, in the order in which they began to. The caller holds the session's lock.
    public var waitingNow: [WaitingNow] {
        waits.sorted { $0.key < $1.key }.map { number, waiting in
            WaitingNow(
                number: number,
                matter: matter(of: waiting.wait),
                statement: waiting.statement,
                aim: waiting.aim,
                job: waiting.job?.number
            )
        }
    }

    private func matter(of wait: Wait) -> WaitingNow.Matter {
        switch wait {
        case .call(let kind, let descriptor, let arguments, _):
            .call(kind, arguments, descriptor.flatMap { sockets[descriptor: $0] })
        case .lookup(let kind, let arguments): .lookup(kind, arguments)
        case .file: .file
        case .job(let job): .job(job)
        case .time, .state: .time
        }
    }

    /// The sockets whose descriptors poll was passed. The caller holds the session's lock.
    public func mentions(in arguments: [Argument]) -> [MadeSocket] {
        var mentions: [MadeSocket] = []
        for case .poll(let entries) in arguments.map(\.value) {
            mentions += entries.compactMap { sockets[descriptor: $0.descriptor] }.map {
                MadeSocket(id: $0.id, name: $0.name, descriptor: $0.descriptor)
            }
        }
        return mentions
    }
}
