import Journal
import Language
import Reading

extension Journal {
    /// Some calls, each followed by what other layers say about it. An event that belongs to no call stays where it
    /// was recorded.
    ///
    /// - Parameters:
    ///   - name: of the events that belong to no call, only those on sockets of that name count; nil for all.
    ///   - first: the number of the call that was requested as the first; nil if none was.
    ///   - layers: the layers whose events are wanted.
    func annotated(_ calls: [Call], on name: String?, since first: Int?, layers: Set<Layer>) -> [JournalEntry] {
        let events = events(of: calls)
        let begin = calls.first.map(\.number) ?? 1
        let loose = newestEvents(
            recordedFrom: first.map { $0 - 1 } ?? (begin > self.first ? begin - 1 : 0),
            where: { $0.call == nil && layers.contains($0.layer) && (name == nil || $0.socketName == name) }
        )
        var entries: [JournalEntry] = []
        var rest = loose[...]
        for call in calls {
            while let event = rest.first, event.after < call.number { entries.append(.event(rest.removeFirst())) }
            entries.append(.call(call))
            for event in events[call.number] ?? [] where layers.contains(event.layer) { entries.append(.event(event)) }
        }
        return entries + rest.map { .event($0) }
    }
}

extension LayerEvent {
    /// The event as a row of the calls' table, indented if it belongs to a call.
    func row(since first: UInt64?) -> Record {
        Record(
            .row,
            [
                Record.Field("n", .none), Record.Field("time", .text(Call.seconds(time, since: first))),
                Record.Field("socket", .text(socketName ?? "")), Record.Field("result", .text("")),
                Record.Field("call", .text((call == nil ? "" : "  ") + LayerText.line(self))),
            ]
        )
    }
}
