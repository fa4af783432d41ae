import Journal
import Language
import Reading
import Sockets

extension SequenceDiagram {
    /// What of a journal is drawn.
    public struct Selection: Sendable {
        /// The names of the sockets to draw; empty for all.
        public var sockets: Set<String>
        /// The number of the first call to draw; nil for the newest.
        public var since: Int?
        /// How many calls are drawn at the most.
        public var limit: Int
        /// The number of the journal's newest call; nil if that is the newest of the calls.
        public var newest: Int?

        /// Some of a journal.
        public init(sockets: Set<String> = [], since: Int? = nil, limit: Int = 200, newest: Int? = nil) {
            self.sockets = sockets
            self.since = since
            self.limit = max(limit, 1)
            self.newest = newest
        }
    }

    /// The diagram of some calls, which are all that is known, oldest first.
    ///
    /// - Parameter layers: what other layers say about the calls, under the calls' numbers.
    public init(_ calls: [Call], _ selection: Selection = Selection(), layers: [Int: [LayerEvent]] = [:]) {
        var builder = DiagramBuilder(calls, selection, layers)
        self = builder.build()
    }
}

/// Makes a diagram of calls.
struct DiagramBuilder {
    let traffic: Traffic
    let selection: SequenceDiagram.Selection
    var diagram = SequenceDiagram(lanes: [], items: [])
    private let calls: [Call]
    private let layers: [Int: [LayerEvent]]
    private var laneOfParty: [Party: Int] = [:]
    private var states: [Int: ConnectionState] = [:]
    private var chosen: Set<Int> = []

    init(_ calls: [Call], _ selection: SequenceDiagram.Selection, _ layers: [Int: [LayerEvent]]) {
        self.calls = calls
        self.layers = layers
        self.selection = selection
        traffic = Traffic(calls)
        if !selection.sockets.isEmpty {
            chosen = Set(traffic.names.filter { selection.sockets.contains($0.value) }.map(\.key))
        }
    }

    /// A moment of a call: its beginning, or the end of one that waited.
    private struct Moment {
        let time: UInt64
        let index: Int
        let isEnd: Bool
    }

    mutating func build() -> SequenceDiagram {
        let (drawn, later) = clip(calls.filter(isWanted))
        for call in calls where call.number < (drawn.first?.number ?? 0) { settle(call) }
        let spans = spanning(drawn)
        var moments: [Moment] = []
        for (index, call) in drawn.enumerated() {
            moments.append(Moment(time: call.start, index: index, isEnd: false))
            if spans[index] { moments.append(Moment(time: call.end, index: index, isEnd: true)) }
        }
        moments.sort { ($0.time, $0.index) < ($1.time, $1.index) }
        for moment in moments where !Interruption.endsThis {
            let call = drawn[moment.index]
            if moment.isEnd { finish(call) } else { begin(call, spans: spans[moment.index]) }
        }
        skip(later, "later")
        return diagram
    }

    /// Whether a call is of a socket that is to be drawn, or touches one.
    private func isWanted(_ call: Call) -> Bool {
        if chosen.isEmpty { return selection.sockets.isEmpty }
        if let socket = call.socket, chosen.contains(socket) { return true }
        if call.made.contains(where: { chosen.contains($0.id) }) { return true }
        guard let note = traffic.notes[call.number] else { return false }
        return (note.arrows + note.answers).contains { arrow in
            [arrow.from, arrow.to].contains { party in
                if case .socket(let id) = party { chosen.contains(id) } else { false }
            }
        }
    }

    /// The calls that are drawn; what is left out is said on the page.
    private mutating func clip(_ wanted: [Call]) -> ([Call], later: Int) {
        guard let since = selection.since else {
            let drawn = Array(wanted.suffix(selection.limit))
            skip(earlier(wanted.count - drawn.count, drawn), "earlier")
            return (drawn, 0)
        }
        let after = wanted.drop { $0.number < since }
        let drawn = Array(after.prefix(selection.limit))
        skip(earlier(wanted.count - after.count, drawn), "earlier")
        let later = after.count - drawn.count
        // Where every socket is drawn, no call between two numbers is missing.
        let newest = selection.newest ?? calls.last?.number ?? 0
        return (drawn, selection.sockets.isEmpty ? drawn.last.map { newest - $0.number } ?? 0 : later)
    }

    /// How many calls are before those that are drawn. Those that are not here count, too.
    private func earlier(_ known: Int, _ drawn: [Call]) -> Int {
        selection.sockets.isEmpty ? drawn.first.map { $0.number - 1 } ?? known : known
    }

    private mutating func skip(_ count: Int, _ word: String) {
        guard count > 0 else { return }
        diagram.items.append(.skipped("\(count) \(word) call" + (count == 1 ? "" : "s")))
    }

    /// Whether other calls began while a call was under way.
    private func spanning(_ drawn: [Call]) -> [Bool] {
        let order = drawn.indices.sorted { (drawn[$0].start, $0) < (drawn[$1].start, $1) }
        var spans = [Bool](repeating: false, count: drawn.count)
        for (index, next) in zip(order, order.dropFirst()) {
            spans[index] = drawn[index].socket != nil && drawn[next].start < drawn[index].end
        }
        return spans
    }

    /// Takes note of a call that is not drawn.
    private mutating func settle(_ call: Call) {
        if let socket = call.socket { states[socket] = call.after ?? call.before }
        settleMade(call)
    }

    // MARK: calls

    /// A wait that is worth a row: ten milliseconds.
    private static let notable: UInt64 = 10_000_000

    private mutating func begin(_ call: Call, spans: Bool) {
        let note = traffic.notes[call.number] ?? CallNote()
        let label = label(call, note)
        guard let lane = laneOfCall(call) else {
            diagram.items.append(.note(number: call.number, pieces: [label.head] + label.outcome))
            // The end of a process, or close_range, ends sockets and so their connections.
            draw(note.arrows + note.answers)
            endLanes(note)
            annotate(call, nil)
            return
        }
        drift(call, lane)
        let waits = spans || call.duration >= Self.notable && !call.isInjected
        let arrows = waits ? Array(note.arrows.prefix(1)) : note.arrows
        let tail = label.outcome + state(call)
        let joins = !waits && note.arrows.isEmpty
        let pieces = [label.head] + (joins ? tail : [])
        diagram.items.append(.call(number: call.number, lane: lane, pieces: pieces, waits: waits))
        if call.socket == nil { bear(call) }
        draw(call.isSend || call.kind == .connect || !waits ? arrows : [])
        if spans { return }
        if waits { diagram.items.append(.pause(lane: lane, Self.brief(call.duration))) }
        conclude(call, lane, note, tail: joins ? [] : tail, waits: waits)
    }

    private mutating func finish(_ call: Call) {
        let note = traffic.notes[call.number] ?? CallNote()
        guard let lane = laneOfCall(call) else { return }
        var tail = label(call, note).outcome + state(call)
        if call.duration >= Self.notable { tail.append(.init(.result, "after " + Self.brief(call.duration))) }
        conclude(call, lane, note, tail: tail, waits: true)
    }

    /// What came of a call: the arrows that its return tells of, its result, what it made and what it ended.
    private mutating func conclude(
        _ call: Call,
        _ lane: Int,
        _ note: CallNote,
        tail: [SequenceDiagram.Piece],
        waits: Bool
    ) {
        if waits { draw(call.isSend || call.kind == .connect ? Array(note.arrows.dropFirst()) : note.arrows) }
        if waits || !tail.isEmpty {
            diagram.items.append(.result(number: call.number, lane: lane, pieces: tail, ends: waits))
        }
        draw(note.answers)
        if call.socket != nil { bear(call) }
        endLanes(note)
        annotate(call, lane)
    }

    private mutating func endLanes(_ note: CallNote) {
        for socket in note.closes {
            if let lane = laneOfParty[.socket(socket)] { diagram.lanes[lane].death = diagram.items.count - 1 }
        }
    }

    /// How many lines other layers may have at a call.
    private static let layerLimit = 4

    /// What other layers say about a call, at its arrows.
    private mutating func annotate(_ call: Call, _ lane: Int?) {
        guard let events = layers[call.number] else { return }
        for line in LayerText.lines(events, limit: Self.layerLimit) { diagram.items.append(.layer(lane: lane, line)) }
    }

    private func label(_ call: Call, _ note: CallNote) -> CallLabel {
        CallLabel(call, note) { descriptor in
            call.mentions.first { $0.descriptor == descriptor }?.name
        }
    }

    /// The state that the peer brought a socket to, before the close that found it there: after a close there is
    /// no state to be seen.
    private mutating func drift(_ call: Call, _ lane: Int) {
        guard call.endsSocket else { return }
        let pieces = change(call, to: call.before)
        if !pieces.isEmpty {
            diagram.items.append(.result(number: call.number, lane: lane, pieces: pieces, ends: false))
        }
    }

    /// The state that a call brought its socket to, or found it in, if it is not the one last seen.
    private mutating func state(_ call: Call) -> [SequenceDiagram.Piece] {
        call.endsSocket ? [] : change(call, to: call.after ?? call.before)
    }

    private mutating func change(_ call: Call, to after: ConnectionState?) -> [SequenceDiagram.Piece] {
        guard let socket = call.socket, let end = traffic.endOfSocket[socket], traffic.ends[end].isStream, let after
        else { return [] }
        let known = states[socket] ?? (traffic.notes[call.number]?.end == nil ? after : .closed)
        states[socket] = after
        guard after != known else { return [] }
        let before = call.before ?? known
        let path = before != known && before != after ? [before, after] : [after]
        return path.map { .init(.state, $0.description) }
    }

    // MARK: lanes

    private mutating func laneOfCall(_ call: Call) -> Int? {
        if let socket = call.socket { return lane(.socket(socket)) }
        return call.made.first.flatMap { lane(.socket($0.id)) }
    }

    /// Begins the lanes of the sockets that a call made.
    private mutating func bear(_ call: Call) {
        for made in call.made {
            guard let lane = lane(.socket(made.id)) else { continue }
            if diagram.lanes[lane].birth == nil { diagram.lanes[lane].birth = diagram.items.count - 1 }
        }
        settleMade(call)
    }

    /// Sockets that begin with a connection need not be told to have one.
    private mutating func settleMade(_ call: Call) {
        guard call.isAccept || call.kind == .socketpair else { return }
        for made in call.made { states[made.id] = .established }
    }

    /// The lane of a party, made if there is none yet; nil if it is not to be drawn.
    private mutating func lane(_ party: Party) -> Int? {
        if let lane = laneOfParty[party] { return lane }
        let lane: SequenceDiagram.Lane
        switch party {
        case .socket(let id):
            let end = traffic.endOfSocket[id].map { traffic.ends[$0] }
            let address = end?.local.map { clean($0.short) } ?? ""
            lane = .init(party: party, name: clean(traffic.names[id] ?? "s\(id)"), detail: address)
        case .remote(let address):
            lane = .init(party: party, name: clean(address.short), detail: "")
        case .unknown:
            lane = .init(party: party, name: "peer", detail: "")
        }
        diagram.lanes.append(lane)
        laneOfParty[party] = diagram.lanes.count - 1
        return diagram.lanes.count - 1
    }

    private func clean(_ text: String) -> String { Quoting.oneLine(text) }

    private mutating func draw(_ arrows: [Arrow]) {
        for arrow in arrows {
            let (from, to) = (lane(arrow.from), lane(arrow.to))
            diagram.items.append(.arrow(from: from, to: to, arrow))
        }
    }

    /// A duration in two digits or three: `12 ms`, `1.2 s`, `75 s`.
    static func brief(_ nanoseconds: UInt64) -> String {
        let milliseconds = (nanoseconds + 500_000) / 1_000_000
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        if milliseconds < 10_000 { return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s" }
        return "\(milliseconds / 1000) s"
    }
}

extension Call {
    /// Whether it took the last descriptor of a socket away.
    fileprivate var endsSocket: Bool { has(.endsDescriptor) && after == nil }
}
