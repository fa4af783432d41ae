import Journal

/// An event of a layer with all that `layers` says of it.
struct LayerLine {
    let event: LayerEvent
    /// The place of its call in `calls`; nil where it is not there.
    let call: Int?
    /// The place in `layers` of the event that it belongs to; nil where it is not there.
    let cause: Int?

    static let members: [JSONMember<LayerLine>] = [
        JSONMember("layer", .string, "The layer: conversation, tls or packet.") { .string($0.event.layer.name) },
        JSONMember("socket", .nullable(.string), "The name of the socket that it belongs to.") { line in
            line.event.socketName.map { .string($0) } ?? .null
        },
        JSONMember("direction", .nullable(.string), "sent or received; null if nothing went anywhere.") { line in
            line.event.direction.map { .string($0.name) } ?? .null
        },
        JSONMember("bytes", .defined("bytes"), "What went, as this layer sees it.") {
            .data($0.event.bytes.bytes, of: $0.event.bytes.count)
        },
        JSONMember("meaning", .string, "What that means, in one line.") { .string($0.event.meaning) },
        JSONMember("of_call", .nullable(.integer), "The place in calls, from 0, of the call that it belongs to.") {
            line in
            line.call.map { .integer($0) } ?? .null
        },
        JSONMember("of_layer", .nullable(.integer), "The place in layers, from 0, of what it belongs to.") { line in
            line.cause.map { .integer($0) } ?? .null
        },
        JSONMember("time_us", .number, "When, in microseconds of the monotonic clock.") {
            .number(Double($0.event.time) / 1000)
        },
    ]

    /// What the layers say about a statement; empty where they say nothing.
    static func lines(_ line: StatementLine) -> [LayerLine] {
        guard line.history.hasEvents else { return [] }
        let statements = Set(line.calls.map(\.statement)).union([line.record.number])
        let events = line.history.events(ofStatements: statements, from: line.record.firstEvent)
        let calls = places(of: line.calls.map(\.number))
        let causes = places(of: events.map(\.number))
        return events.map { event in
            var cause: Int?
            if case .event(let number)? = event.of { cause = causes[number] }
            return LayerLine(event: event, call: event.call.flatMap { calls[$0] }, cause: cause)
        }
    }

    private static func places(of numbers: [Int]) -> [Int: Int] {
        Dictionary(zip(numbers, numbers.indices)) { first, _ in first }
    }
}
