import Journal
import Shell
import Sockets

/// Calls that wait for sockets, or decide whether calls on them may wait.
extension Invocation {
    /// ioctl(2) with `FIONBIO`: makes a socket blocking or not.
    public func setBlocking(_ on: Bool, on socket: Socket) throws(Failure) {
        try perform(
            .ioctl,
            on: socket,
            [
                Argument("fd", .descriptor(socket.descriptor)),
                Argument("request", .constant("FIONBIO", Kernel.nonBlockingRequest)),
                Argument("argp", .integer(on ? 0 : 1)),
            ]
        ) { $0.setNonBlocking(socket.descriptor, !on) }
    }

    /// Bounds how long a call on a socket may wait; 0 makes the socket non-blocking, as Python's `settimeout` does, and any
    /// other value blocking again.
    ///
    /// - Parameter seconds: the bound; nil for none.
    public func setTimeout(_ seconds: Double?, on socket: Socket) throws(Failure) {
        if seconds == 0 {
            try setBlocking(false, on: socket)
        } else if Observation.isBlocking(socket.descriptor) == false {
            try setBlocking(true, on: socket)
        }
        socket.timeout = seconds == 0 ? nil : seconds
    }

    /// poll(2): waits until one of several sockets is ready. One whose transport holds something to read is ready at once;
    /// then the kernel is asked not to wait.
    ///
    /// - Parameter seconds: how long to wait; nil for no limit. The kernel counts in milliseconds, so it is rounded up.
    /// - Returns: the ready sockets, each with what it is ready for; empty when the time was up.
    public func poll(_ watched: [Watched], seconds: Double?) throws(Failure) -> [(socket: Socket, events: PollEvents)] {
        let holding = watched.filter { $0.events.contains(.readable) && $0.socket.transport?.isReadable == true }
        guard !holding.isEmpty else { return try pollPlain(watched, seconds: seconds) }
        let told = try pollPlain(watched, seconds: 0)
        for held in holding {
            guard let transport = held.socket.transport else { continue }
            record(
                .tls,
                on: held.socket,
                meaning: "\(transport.engine.name) \(transport.whyReadable), so poll does not wait"
            )
        }
        return watched.compactMap { watched in
            let events = told.first { $0.socket === watched.socket }?.events ?? []
            let all = watched.events.contains(.readable) ? watched.socket.readiness(asKernelSays: events) : events
            return all.isEmpty ? nil : (watched.socket, all)
        }
    }

    /// poll(2), which knows nothing of transports.
    func pollPlain(_ watched: [Watched], seconds: Double?) throws(Failure) -> [(socket: Socket, events: PollEvents)] {
        let entries = watched.map { PollEntry(descriptor: $0.socket.descriptor, events: $0.events) }
        let milliseconds = seconds.map { Int32(min(max(($0 * 1000).rounded(.up), 0), Double(Int32.max))) } ?? -1
        let returned = try perform(
            .poll,
            [
                Argument("fds", .poll(entries)),
                Argument("nfds", .integer(entries.count)),
                Argument("timeout", .integer(Int(milliseconds))),
            ],
            outputs: { [Argument("fds", .poll($0))] }
        ) { $0.poll(entries, timeout: milliseconds) }
        return zip(watched, returned.output).compactMap { watched, entry in
            entry.returned.isEmpty ? nil : (watched.socket, entry.returned)
        }
    }
}

extension BufferedTransport {
    /// Why a read returns at once, as what it does.
    fileprivate var whyReadable: String {
        if waiting > 0 { return "holds \(waiting) plain byte\(waiting == 1 ? "" : "s")" }
        return failure.map { "failed (\($0.name))" } ?? "is at the end of the stream"
    }
}
