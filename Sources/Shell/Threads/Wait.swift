import Journal
import Sockets

/// What a statement is waiting for.
enum Wait {
    /// A call in the kernel, with its arguments, perhaps on a socket that is not ready for it.
    case call(CallKind, descriptor: Int32?, [Argument], hasDeadline: Bool)
    /// An answer about a name.
    case lookup(CallKind, [Argument])
    /// A pipe's other end, or a device.
    case file
    /// Time to pass.
    case time
    /// Something that is checked repeatedly.
    case state(isReached: () -> Bool)
    /// The end of a job in the same session.
    case job(Job)

    /// Whether it continues only if someone else acts: no deadline is set, and what it waits for is not there.
    var isIdle: Bool {
        switch self {
        case .call(let kind, let descriptor, let arguments, hasDeadline: false):
            guard let wanted = Self.wanted(by: kind, descriptor, arguments) else { return false }
            return Observation.readiness(of: wanted).allSatisfy(\.isEmpty)
        case .state(let isReached): return !isReached()
        case .job: return true
        case .call, .lookup, .file, .time: return false
        }
    }

    /// What must happen for a call to return; nil if the call ends by itself, or this is unknown.
    private static func wanted(by kind: CallKind, _ descriptor: Int32?, _ arguments: [Argument]) -> [PollEntry]? {
        switch kind.waitsFor {
        case .socket(let events): descriptor.map { [PollEntry(descriptor: $0, events: events)] }
        case .events: watched(arguments)
        case .peer, .linger, nil: nil
        }
    }

    /// The array of a poll, or the set of an epoll, that has no timeout of its own (poll(2), epoll_wait(2)). A set is
    /// readable if one of its members is ready (epoll(7)).
    private static func watched(_ arguments: [Argument]) -> [PollEntry]? {
        var entries: [PollEntry]?
        for argument in arguments {
            switch argument.value {
            case .poll(let array) where entries == nil: entries = array
            case .descriptor(let set) where argument.name == "epfd":
                entries = [PollEntry(descriptor: set, events: .readable)]
            case .integer(let timeout) where argument.name == "timeout" && timeout >= 0: return nil
            default: break
            }
        }
        return entries
    }
}
