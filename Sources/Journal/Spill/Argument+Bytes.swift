import Sockets
import SystemPackage

extension Clip: ByteCodable {
    func write(to writer: inout ByteWriter) {
        writer.number(count)
        writer.data(bytes.prefix(Self.beginningLimit))
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let count = try reader.integer()
        guard let clip = Clip(restoring: try reader.data(), count: count) else { throw Malformed() }
        self = clip
    }
}

extension Argument: ByteCodable {
    func write(to writer: inout ByteWriter) {
        writer.text(name)
        writer.value(value)
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        self.init(try reader.text(), try reader.value())
    }
}

extension Argument.Content: ByteCodable {
    /// The kind of a value, written before it.
    private enum Kind: UInt8 {
        case descriptor, integer, constant, address, data, room, text, option, ancillary, poll, list, null
    }

    func write(to writer: inout ByteWriter) {
        writer.byte(kind.rawValue)
        switch self {
        case .descriptor(let descriptor): writer.number(descriptor)
        case .integer(let number), .room(let number): writer.number(number)
        case .constant(let name, let number):
            writer.text(name)
            writer.number(number)
        case .address(let address): writer.value(address)
        case .data(let clip): writer.value(clip)
        case .text(let text): writer.text(text)
        case .option(let value, let raw):
            writer.value(value)
            writer.data(raw)
        case .ancillary(let messages): writer.data(AncillaryMessage.control(of: messages))
        case .poll(let entries): writer.values(entries)
        case .list(let contents): writer.values(contents)
        case .null: break
        }
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        guard let kind = Kind(rawValue: try reader.byte()) else { throw Malformed() }
        switch kind {
        case .descriptor: self = .descriptor(try reader.integer32())
        case .integer: self = .integer(try reader.integer())
        case .room: self = .room(try reader.integer())
        case .constant: self = .constant(try reader.text(), try reader.integer())
        case .address: self = .address(try reader.value())
        case .data: self = .data(try reader.value())
        case .text: self = .text(try reader.text())
        case .option: self = .option(try reader.value(), raw: try reader.data())
        case .ancillary: self = .ancillary(AncillaryMessage.messages(control: try reader.data()))
        case .poll: self = .poll(try reader.values())
        case .list: self = .list(try reader.values())
        case .null: self = .null
        }
    }

    private var kind: Kind {
        switch self {
        case .descriptor: .descriptor
        case .integer: .integer
        case .constant: .constant
        case .address: .address
        case .data: .data
        case .room: .room
        case .text: .text
        case .option: .option
        case .ancillary: .ancillary
        case .poll: .poll
        case .list: .list
        case .null: .null
        }
    }
}

extension SocketAddress: ByteCodable {
    /// Most addresses are IPv4: port and octets, without the bytes of a `sockaddr`.
    func write(to writer: inout ByteWriter) {
        if case .inet(let host, let port) = self {
            writer.number(Int(port) + 1)
            writer.data(host.octets)
        } else {
            writer.number(0)
            writer.data(raw)
        }
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        let (port, bytes) = (try reader.integer(), try reader.data())
        if port == 0 {
            guard let address = SocketAddress(raw: bytes) else { throw Malformed() }
            self = address
        } else {
            guard let host = IPv4Address(octets: bytes), let port = UInt16(exactly: port - 1) else { throw Malformed() }
            self = .inet(host, port: port)
        }
    }
}

extension PollEntry: ByteCodable {
    func write(to writer: inout ByteWriter) {
        writer.number(descriptor)
        writer.number(Int(events.rawValue))
        writer.number(Int(returned.rawValue))
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        self.init(
            descriptor: try reader.integer32(),
            events: PollEvents(rawValue: Int16(truncatingIfNeeded: try reader.integer())),
            returned: PollEvents(rawValue: Int16(truncatingIfNeeded: try reader.integer()))
        )
    }
}
