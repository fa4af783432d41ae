import Journal
import Reading
import Sockets

/// What happened between sockets, in order: lanes, and what is on them from top to bottom. Every rendering is made
/// from it; none of them looks at a call.
public struct SequenceDiagram: Sendable {
    /// A line down the page: a socket of the session, or a peer.
    struct Lane: Equatable, Sendable {
        let party: Party
        let name: String
        /// Its address; empty if it has none.
        let detail: String
        /// The item that it begins at; nil if it was there before.
        var birth: Int?
        /// The item that it ends at.
        var death: Int?

        /// Whether the session holds it.
        var isHeld: Bool { if case .socket = party { true } else { false } }
    }

    /// A few words beside a lane.
    struct Piece: Equatable, Sendable {
        enum Role: Sendable { case call, result, state, error, data }
        let role: Role
        let text: String

        init(_ role: Role, _ text: String) {
            self.role = role
            self.text = text
        }
    }

    /// Something on the page, below what came before.
    enum Item: Equatable, Sendable {
        /// A call on a lane; if it waits, the lane is waiting until its `.result`.
        case call(number: Int, lane: Int, pieces: [Piece], waits: Bool)
        /// What came of a call whose `.call` is further up.
        case result(number: Int, lane: Int, pieces: [Piece], ends: Bool)
        /// An arrow; an end without a lane is one that is not drawn.
        case arrow(from: Int?, to: Int?, Arrow)
        /// Time that went by while a call waited and nothing else happened.
        case pause(lane: Int, String)
        /// A call on no socket, or on several.
        case note(number: Int, pieces: [Piece])
        /// What another layer says about the call above it; on no lane where the call is on none.
        case layer(lane: Int?, String)
        /// Calls that are not drawn.
        case skipped(String)
    }

    /// The lanes from left to right.
    var lanes: [Lane]
    /// What is on them from top to bottom.
    var items: [Item]
    /// The names of sockets that are not drawn.
    var leftOut: [String] = []

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { items.isEmpty }
}

extension SequenceDiagram.Item {
    /// The lanes that it touches.
    var touched: [Int] {
        switch self {
        case .call(_, let lane, _, _), .result(_, let lane, _, _), .pause(let lane, _): [lane]
        case .arrow(let from, let to, _): [from, to].compactMap { $0 }
        case .layer(let lane, _): lane.map { [$0] } ?? []
        case .note, .skipped: []
        }
    }

    /// The same with its lanes renumbered; nil if nothing of it is left.
    func moved(_ place: (Int) -> Int?) -> Self? {
        switch self {
        case .call(let number, let lane, let pieces, let waits):
            place(lane).map { .call(number: number, lane: $0, pieces: pieces, waits: waits) }
        case .result(let number, let lane, let pieces, let ends):
            place(lane).map { .result(number: number, lane: $0, pieces: pieces, ends: ends) }
        case .pause(let lane, let text): place(lane).map { .pause(lane: $0, text) }
        case .arrow(let from, let to, let arrow):
            from.flatMap(place) == nil && to.flatMap(place) == nil
                ? nil : .arrow(from: from.flatMap(place), to: to.flatMap(place), arrow)
        case .layer(let lane?, let text): place(lane).map { .layer(lane: $0, text) }
        case .note, .layer(nil, _), .skipped: self
        }
    }
}

extension SequenceDiagram {
    /// The same diagram with only some of its lanes; the sockets of the others are named as left out.
    func keeping(_ kept: [Int]) -> SequenceDiagram {
        guard kept.count < lanes.count else { return self }
        var place: [Int: Int] = [:]
        for (new, old) in kept.enumerated() { place[old] = new }
        var moved: [Item] = []
        var index: [Int] = []
        for item in items {
            index.append(moved.count)
            if let item = item.moved({ place[$0] }) { moved.append(item) }
        }
        let dropped = lanes.indices.filter { place[$0] == nil }.map { lanes[$0].name }
        let remaining = kept.map { old in
            var lane = lanes[old]
            lane.birth = lane.birth.map { index[$0] }
            lane.death = lane.death.map { index[$0] }
            return lane
        }
        return SequenceDiagram(lanes: remaining, items: moved, leftOut: leftOut + dropped)
    }

    /// The diagram with at most so many lanes: those on which most happens.
    func fitted(to limit: Int) -> SequenceDiagram {
        guard lanes.count > limit else { return self }
        var weight = [Int](repeating: 0, count: lanes.count)
        for item in items {
            for lane in item.touched { weight[lane] += 1 }
        }
        let ranked = lanes.indices.sorted { (weight[$1], $0) < (weight[$0], $1) }
        return keeping(ranked.prefix(max(limit, 1)).sorted())
    }
}
