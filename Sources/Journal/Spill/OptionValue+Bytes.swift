import Sockets

extension OptionValue: ByteCodable {
    /// The kind of a value, written before it.
    private enum Kind: UInt8 {
        case boolean, integer, unsigned, seconds, linger, text, bytes, address, choice, flags, list, structure
    }

    func write(to writer: inout ByteWriter) {
        writer.byte(kind.rawValue)
        switch self {
        case .boolean(let on): writer.flag(on)
        case .integer(let number): writer.number(number)
        case .unsigned(let number): writer.number(number)
        case .seconds(let seconds): writer.number(seconds.bitPattern)
        case .linger(let on, let seconds):
            writer.flag(on)
            writer.number(seconds)
        case .text(let text), .address(let text): writer.text(text)
        case .bytes(let bytes): writer.data(bytes)
        case .choice(let name, let number):
            writer.texts(name.map { [$0] } ?? [])
            writer.number(number)
        case .flags(let names, let number):
            writer.texts(names)
            writer.number(number)
        case .list(let words): writer.texts(words)
        case .structure(let fields): writer.values(fields)
        }
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        guard let kind = Kind(rawValue: try reader.byte()) else { throw Malformed() }
        switch kind {
        case .boolean: self = .boolean(try reader.flag())
        case .integer: self = .integer(try reader.integer())
        case .unsigned: self = .unsigned(try reader.unsigned())
        case .seconds: self = .seconds(Double(bitPattern: try reader.unsigned()))
        case .linger: self = .linger(on: try reader.flag(), seconds: try reader.integer())
        case .text: self = .text(try reader.text())
        case .address: self = .address(try reader.text())
        case .bytes: self = .bytes(try reader.data())
        case .choice: self = .choice(try reader.texts().first, try reader.integer())
        case .flags: self = .flags(try reader.texts(), try reader.integer())
        case .list: self = .list(try reader.texts())
        case .structure: self = .structure(try reader.values())
        }
    }

    private var kind: Kind {
        switch self {
        case .boolean: .boolean
        case .integer: .integer
        case .unsigned: .unsigned
        case .seconds: .seconds
        case .linger: .linger
        case .text: .text
        case .bytes: .bytes
        case .address: .address
        case .choice: .choice
        case .flags: .flags
        case .list: .list
        case .structure: .structure
        }
    }
}

extension OptionValue.Field: ByteCodable {
    func write(to writer: inout ByteWriter) {
        writer.text(name)
        writer.value(value)
        writer.text(about)
    }

    init(from reader: inout ByteReader) throws(Malformed) {
        self.init(name: try reader.text(), value: try reader.value(), about: try reader.text())
    }
}
