import SystemPackage

extension Kernel {
    /// poll(2): waits for events; `timeout` is in milliseconds, -1 for no limit. The output has the returned events.
    public func poll(_ entries: [PollEntry], timeout: Int32) -> Returned<[PollEntry]> {
        var raw = entries.map { pollfd(fd: $0.descriptor, events: $0.events.rawValue, revents: 0) }
        let returned = invoke(.poll) { Int(systemPoll(&raw, raw.count, timeout)) }
        return returned.map {
            zip(entries, raw).map { entry, raw in
                PollEntry(
                    descriptor: entry.descriptor,
                    events: entry.events,
                    returned: PollEvents(rawValue: raw.revents)
                )
            }
        }
    }
}
