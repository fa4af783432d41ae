extension LayerEvent: Logged {
    static func digest(of events: [LayerEvent]) -> Digest { Digest(events) }

    /// Which optional parts an event has.
    private struct Parts: OptionSet {
        let rawValue: UInt8
        static let socket = Self(rawValue: 1)
        static let name = Self(rawValue: 2)
        static let direction = Self(rawValue: 4)
        static let origin = Self(rawValue: 8)
        static let call = Self(rawValue: 16)
    }

    private var parts: Parts {
        var parts: Parts = []
        if socket != nil { parts.insert(.socket) }
        if socketName != nil { parts.insert(.name) }
        if direction != nil { parts.insert(.direction) }
        if of != nil { parts.insert(.origin) }
        if call != nil { parts.insert(.call) }
        return parts
    }

    func write(to writer: inout ByteWriter) {
        writer.byte(parts.rawValue)
        writer.number(number)
        writer.byte(layer.rawValue)
        writer.number(statement)
        if let socket { writer.number(socket) }
        if let socketName { writer.text(socketName) }
        if let direction { writer.byte(direction.rawValue) }
        writer.value(bytes)
        writer.text(meaning)
        if let of { writer.value(of) }
        writer.number(time)
        if let call { writer.number(call) }
        writer.number(after)
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let parts = Parts(rawValue: try reader.byte())
        let number = try reader.integer()
        self.init(
            try reader.value(),
            statement: try reader.integer(),
            socket: parts.contains(.socket) ? try reader.integer() : nil,
            socketName: parts.contains(.name) ? try reader.text() : nil,
            direction: parts.contains(.direction) ? try reader.value() : nil,
            bytes: try reader.value(),
            meaning: try reader.text(),
            of: parts.contains(.origin) ? try reader.value() : nil,
            time: try reader.unsigned()
        )
        self.number = number
        call = parts.contains(.call) ? try reader.integer() : nil
        after = try reader.integer()
    }
}

extension Layer: ByteCodable {
    func write(to writer: inout ByteWriter) { writer.byte(rawValue) }

    init(from reader: inout ByteReader) throws(Malformed) {
        guard let layer = Self(rawValue: try reader.byte()) else { throw Malformed() }
        self = layer
    }
}

extension Direction: ByteCodable {
    func write(to writer: inout ByteWriter) { writer.byte(rawValue) }

    init(from reader: inout ByteReader) throws(Malformed) {
        guard let direction = Self(rawValue: try reader.byte()) else { throw Malformed() }
        self = direction
    }
}

extension LayerEvent.Origin: ByteCodable {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .call(let number):
            writer.byte(0)
            writer.number(number)
        case .event(let number):
            writer.byte(1)
            writer.number(number)
        }
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let (kind, number) = (try reader.byte(), try reader.integer())
        switch kind {
        case 0: self = .call(number)
        case 1: self = .event(number)
        default: throw Malformed()
        }
    }
}
