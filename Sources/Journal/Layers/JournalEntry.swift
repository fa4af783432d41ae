/// Something in the journal: a call, or an event of a layer above or below one.
public enum JournalEntry: Hashable, Sendable {
    case call(Call)
    case event(LayerEvent)

    /// The session's number for its socket; nil if it has none.
    public var socket: Int? {
        switch self {
        case .call(let call): call.socket
        case .event(let event): event.socket
        }
    }

    /// When it happened, in nanoseconds on the monotonic clock; for a call, when it returned.
    public var time: UInt64 {
        switch self {
        case .call(let call): call.end
        case .event(let event): event.time
        }
    }
}

extension Call {
    /// When it returned, in nanoseconds on the monotonic clock.
    public var end: UInt64 { start &+ duration }
}

extension JournalEntry {
    /// Calls and events in order of time. A call is placed by when it returned, as in the journal; an event by its own
    /// time, but never before the call or event it belongs to.
    ///
    /// - Parameters:
    ///   - calls: in order of number.
    ///   - events: in order of number.
    public static func inOrder(_ calls: [Call], _ events: [LayerEvent]) -> [JournalEntry] {
        guard !events.isEmpty else { return calls.map { .call($0) } }
        let placed = places(of: events, among: calls)
        var entries: [JournalEntry] = []
        entries.reserveCapacity(calls.count + events.count)
        var next = 0
        for place in 0...calls.count {
            if place > 0 { entries.append(.call(calls[place - 1])) }
            while next < placed.count, placed[next].place == place {
                entries.append(.event(placed[next].event))
                next += 1
            }
        }
        return entries
    }

    /// The events in order, each with the number of calls before it.
    private static func places(
        of events: [LayerEvent],
        among calls: [Call]
    ) -> [(place: Int, time: UInt64, event: LayerEvent)] {
        // Calls of several threads may not be in the journal in the order they returned.
        var latest: UInt64 = 0
        let ends = calls.map { call in
            latest = max(latest, call.end)
            return latest
        }
        var times: [Int: UInt64] = [:]
        let placed = events.map { event in
            var time = event.time
            if case .event(let cause)? = event.of, let earliest = times[cause] { time = max(time, earliest) }
            times[event.number] = time
            let returned = ends.partitioningIndex { $0 > time }
            let own = event.call.map { number in calls.partitioningIndex { $0.number > number } }
            return (place: max(returned, own ?? 0), time: time, event: event)
        }
        return placed.sorted { ($0.place, $0.time, $0.event.number) < ($1.place, $1.time, $1.event.number) }
    }
}

extension Array {
    /// The index of the first element of the second part of a partitioned array.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
