import Sockets

/// What a statement waits for at this moment.
enum Wait {
    /// A call in the kernel, on a socket that is not ready for it.
    case call(name: String, descriptor: Int32?, hasDeadline: Bool)
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
        case .call(let name, let descriptor?, hasDeadline: false):
            guard let events = Self.events(of: name) else { return false }
            return Observation.readiness(of: [PollEntry(descriptor: descriptor, events: events)]) == [[]]
        case .state(let isReached): return !isReached()
        case .job: return true
        case .call, .file, .time: return false
        }
    }

    /// What a socket has to be ready for so that a call returns; nil where that does not tell.
    private static func events(of call: String) -> PollEvents? {
        switch call {
        case "accept", "accept4", "recv", "recvfrom", "recvmsg": .readable
        case "send", "sendto", "sendmsg": .writable
        default: nil
        }
    }
}

extension Session {
    /// Whether nothing more will happen here unless somebody else does something: every job has ended, or waits for
    /// what is not there. A statement in the foreground counts as long as it waits.
    public var isAtRest: Bool { waits.count >= jobs.running && waits.values.allSatisfy(\.isIdle) }

    /// Runs a closure that waits, with a note of what for.
    func noting<Result, Failure>(_ wait: Wait, _ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        waitCount += 1
        let number = waitCount
        waits[number] = wait
        defer { waits[number] = nil }
        return try body()
    }
}
