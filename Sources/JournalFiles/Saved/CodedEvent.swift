import Journal
import Reading

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An event of a layer as a line of a saved journal has it.
struct CodedEvent: Codable {
    let event: Int
    let layer: String
    var statement: Int?
    var socket: Int?
    var name: String?
    var direction: String?
    var data: Data?
    var count: Int?
    let meaning: String
    /// The call that it belongs to; where it belongs to an event, that is in ``ofEvent``.
    var ofCall: Int?
    var ofEvent: Int?
    let time: UInt64

    init(_ event: LayerEvent) {
        self.event = event.number
        layer = event.layer.name
        statement = event.statement == 0 ? nil : event.statement
        socket = event.socket
        name = event.socketName
        direction = event.direction?.name
        if event.bytes.count > 0 { (data, count) = (Data(event.bytes.bytes), event.bytes.count) }
        meaning = event.meaning
        switch event.of {
        case .call(let number): ofCall = number
        case .event(let number): ofEvent = number
        case nil: break
        }
        time = event.time
    }

    /// The event; nil where something in the line is nothing that an event can have.
    var restored: LayerEvent? {
        guard isCredible, let layer = Layer(named: layer), let clip else { return nil }
        let way = direction.flatMap(Direction.init(named:))
        if direction != nil, way == nil { return nil }
        return LayerEvent(
            layer,
            statement: statement ?? 0,
            socket: socket,
            socketName: name,
            direction: way,
            bytes: clip,
            meaning: meaning,
            of: ofCall.map { .call($0) } ?? ofEvent.map { .event($0) },
            time: time
        )
    }

    private var clip: Clip? {
        guard let data else { return count == nil ? Clip([]) : nil }
        guard let count, count <= Call.sizeLimit else { return nil }
        return Clip(restoring: Array(data), count: count)
    }

    /// Whether its numbers are ones that an event can have, so that no view has to fear their sums.
    private var isCredible: Bool {
        (1...Call.sizeLimit).contains(event) && (statement.map(Call.results.contains) ?? true)
            && (socket.map(Call.results.contains) ?? true) && (ofCall == nil || ofEvent == nil)
            && Call.times.contains(time)
    }
}

/// A line of a saved journal after its header.
enum CodedEntry: Decodable {
    case call(CodedCall)
    case event(CodedEvent)

    private enum Mark: String, CodingKey { case layer }

    /// Only an event has a layer.
    init(from decoder: any Decoder) throws {
        let isEvent = try decoder.container(keyedBy: Mark.self).contains(.layer)
        self = isEvent ? .event(try CodedEvent(from: decoder)) : .call(try CodedCall(from: decoder))
    }
}
