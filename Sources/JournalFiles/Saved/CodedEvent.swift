import Journal
import Reading

/// An event of a layer as a line of a saved journal has it.
struct CodedEvent {
    var event = 0
    var layer = ""
    var statement: Int?
    var socket: Int?
    var name: String?
    var direction: String?
    var data: [UInt8]?
    var count: Int?
    var meaning = ""
    /// The call that it belongs to; where it belongs to an event, that is in ``ofEvent``.
    var ofCall: Int?
    var ofEvent: Int?
    var time: UInt64 = 0

    init(_ event: LayerEvent) {
        self.event = event.number
        layer = event.layer.name
        statement = event.statement == 0 ? nil : event.statement
        socket = event.socket
        name = event.socketName
        direction = event.direction?.name
        if event.bytes.count > 0 { (data, count) = (event.bytes.bytes, event.bytes.count) }
        meaning = event.meaning
        switch event.of {
        case .call(let number): ofCall = number
        case .event(let number): ofEvent = number
        case nil: break
        }
        time = event.time
    }

    /// Writes it, its members in alphabetical order.
    func write(to line: inout JSONLine) {
        line.object { line in
            line.member("count", count)
            if let data { line.member("data", data: data) }
            line.member("direction", direction)
            line.member("event", event)
            line.member("layer", layer)
            line.member("meaning", meaning)
            line.member("name", name)
            line.member("ofCall", ofCall)
            line.member("ofEvent", ofEvent)
            line.member("socket", socket)
            line.member("statement", statement)
            line.member("time", time)
        }
    }

    /// The members that every event has.
    private static let needed: Set = ["event", "layer", "meaning", "time"]

    /// Reads it.
    init(_ members: [JSONMember]) throws(JSONNode.Malformed) {
        try members.forEach(needing: Self.needed) { (key, value) throws(JSONNode.Malformed) in try take(key, value) }
    }

    private mutating func take(_ key: String, _ value: JSONNode) throws(JSONNode.Malformed) {
        switch key {
        case "event": event = try value.whole()
        case "layer": layer = try value.text
        case "statement": statement = try value.whole(Int.self)
        case "socket": socket = try value.whole(Int.self)
        case "name": name = try value.text
        case "direction": direction = try value.text
        case "data": data = try value.data
        case "count": count = try value.whole(Int.self)
        case "meaning": meaning = try value.text
        case "ofCall": ofCall = try value.whole(Int.self)
        case "ofEvent": ofEvent = try value.whole(Int.self)
        case "time": time = try value.whole()
        default: break
        }
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
        return Clip(restoring: data, count: count)
    }

    /// Whether its numbers are ones that an event can have, so that no view has to fear their sums.
    private var isCredible: Bool {
        (1...Call.sizeLimit).contains(event) && (statement.map(Call.results.contains) ?? true)
            && (socket.map(Call.results.contains) ?? true) && (ofCall == nil || ofEvent == nil)
            && Call.times.contains(time)
    }
}

/// A line of a saved journal after its header.
enum CodedEntry {
    case call(CodedCall)
    case event(CodedEvent)

    /// Reads a line; only an event has a layer.
    init(_ line: [UInt8]) throws(JSONNode.Malformed) {
        let members = try JSONNode(line).members
        let isEvent = members.contains { $0.key == "layer" }
        self = isEvent ? .event(try CodedEvent(members)) : .call(try CodedCall(members))
    }
}
