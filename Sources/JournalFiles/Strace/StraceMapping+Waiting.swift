import Journal
import Sockets

/// Calls that wait for events of several descriptors.
extension StraceMapping {
    static func poll(_ draft: inout StraceDraft) {
        let call = draft.call
        var entries = call[0].members.map { entry in
            PollEntry(descriptor: entry["fd"]?.descriptor ?? -1, events: entry["events"]?.pollEvents ?? [])
        }
        draft.arguments = [Argument("fds", .poll(entries)), integer("nfds", call[1])]
        let isPlain = draft.kind == .poll
        draft.arguments.append(isPlain ? integer("timeout", call[2]) : Argument("tmo_p", call[2].content))
        if !isPlain { draft.arguments.append(Argument("sigmask", call[3].content)) }
        guard call.succeeded else { return }
        for told in call.remarks.flatMap(\.members) {
            guard let descriptor = told["fd"]?.descriptor, let events = told["revents"]?.pollEvents,
                let place = entries.firstIndex(where: { $0.descriptor == descriptor && $0.returned.isEmpty })
            else { continue }
            entries[place].returned = events
        }
        draft.outputs = [Argument("fds", .poll(entries))]
    }

    /// What the three sets of select ask for, in C's order, and the words by which strace tells what came of them.
    private static let sets: [(events: PollEvents, word: String)] = [
        (.readable, "in"), (.writable, "out"), (.urgent, "except"),
    ]

    static func select(_ draft: inout StraceDraft) {
        other(&draft)
        guard draft.call.succeeded else { return }
        var entries: [PollEntry] = []
        for (place, set) in sets.enumerated() {
            let told = told(set.word, draft.call.remarks)
            for descriptor in draft.call[place + 1].members.compactMap(\.descriptor) {
                let returned = told.contains(descriptor) ? set.events : []
                if let known = entries.firstIndex(where: { $0.descriptor == descriptor }) {
                    entries[known].events.formUnion(set.events)
                    entries[known].returned.formUnion(returned)
                } else {
                    entries.append(PollEntry(descriptor: descriptor, events: set.events, returned: returned))
                }
            }
        }
        draft.outputs = [Argument("fds", .poll(entries))]
    }

    /// The descriptors that stand behind a word: `in [3 4]`.
    private static func told(_ word: String, _ remarks: [StraceValue]) -> [Int32] {
        guard let place = remarks.firstIndex(of: .word(word)), remarks.indices.contains(place + 1) else { return [] }
        return remarks[place + 1].members.compactMap(\.descriptor)
    }

    /// The events that epoll_wait told, each with the data that epoll_ctl gave the kernel for its descriptor.
    static func told(_ call: StraceCall) -> [(data: String, events: PollEvents)] {
        guard call.succeeded else { return [] }
        return call[1].members.map { event in
            (event["data"]?.text ?? "", event["events"]?.epollEvents ?? [])
        }
    }
}

extension StraceValue {
    /// epoll's events under poll's names: the bits are the same (epoll_ctl(2)).
    var epollEvents: PollEvents {
        guard case .word(let word) = self else { return [] }
        return word.split(separator: "|").reduce(into: []) { events, part in
            guard part.hasPrefix("EPOLL") else { return }
            events.formUnion(PollEvents(spelling: String(part.dropFirst())) ?? [])
        }
    }
}
