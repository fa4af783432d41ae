import Journal
import Sockets

/// What a statement waits for at this moment.
enum Wait {
    /// A call in the kernel, on a socket or several that are not ready for it.
    case call(name: String, descriptor: Int32?, arguments: [Argument], hasDeadline: Bool)
    /// A pipe's other end, or a device.
    case file
    /// Time to pass.
    case time
    /// Something that is looked for again and again.
    case state(isReached: () -> Bool)
    /// The end of a job of the same session.
    case job

    /// Whether it goes on only when somebody else does something: no deadline is set, and what it waits for is not there.
    var isIdle: Bool {
        switch self {
        case .call(let name, let descriptor, let arguments, hasDeadline: false):
            guard let awaited = Self.awaited(by: name, on: descriptor, arguments) else { return false }
            return Observation.readiness(of: awaited).allSatisfy(\.isEmpty)
        case .state(let isReached): return !isReached()
        case .job: return true
        case .call, .file, .time: return false
        }
    }

    /// What has to become ready so that a call returns; nil if that does not tell, or if time alone ends it.
    private static func awaited(by call: String, on descriptor: Int32?, _ arguments: [Argument]) -> [PollEntry]? {
        if let timeout = arguments.first(where: { $0.name == "timeout" }), !timeout.isEndless { return nil }
        for case .poll(let entries) in arguments.map(\.value) { return entries }
        if let events = events(of: call) {
            return descriptor.map { [PollEntry(descriptor: $0, events: events)] }
        }
        // A set of descriptors to wait for is one itself, and can be read if one of them is ready (epoll(7)).
        guard let set = arguments.first(where: { $0.name == "epfd" }), case .descriptor(let set) = set.value else {
            return nil
        }
        return [PollEntry(descriptor: set, events: .readable)]
    }

    /// What a socket has to be ready for so that a call returns; nil if that does not tell.
    private static func events(of call: String) -> PollEvents? {
        switch call {
        case "accept", "accept4", "recv", "recvfrom", "recvmsg": .readable
        case "send", "sendto", "sendmsg": .writable
        default: nil
        }
    }
}

extension Argument {
    /// Whether a timeout never ends: a negative number of milliseconds (poll(2), epoll_wait(2)) or no time (ppoll(2)).
    fileprivate var isEndless: Bool {
        switch value {
        case .integer(let milliseconds): milliseconds < 0
        case .null: true
        default: false
        }
    }
}
