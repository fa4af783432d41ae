import Journal
import Language
import Sockets

extension JSON {
    /// A value: numbers as numbers, an address by its parts, bytes as text if they are UTF-8 and base64 always.
    public static func value(_ value: Value) -> JSON {
        switch value {
        case .none: .null
        case .boolean(let yes): .boolean(yes)
        case .integer(let number): .integer(number)
        case .real(let number): .number(number)
        case .text(let text): .string(text)
        case .bytes(let bytes): data(bytes)
        case .file(let name): .string("@" + String(decoding: name, as: UTF8.self))
        case .list(let values): .array(values.map(Self.value))
        case .record(let record) where record.hasSameNames: .string(record.description)
        case .record(let record): .object(record.fields.map { ($0.name, Self.value($0.value)) })
        case .socket(let name): .string(name)
        case .picture(let picture): Self.value(picture.value)
        }
    }

    /// Bytes, and how many there were if only the first were kept.
    static func data(_ bytes: [UInt8], of count: Int? = nil) -> JSON {
        var members: [(key: String, value: JSON)] = []
        if let text = String(validating: bytes, as: UTF8.self) { members.append(("text", .string(text))) }
        members.append(("base64", .string(Base64.encode(bytes))))
        if let count, count != bytes.count { members.append(("length", .integer(count))) }
        return .object(members)
    }

    static func argument(_ content: Argument.Content) -> JSON {
        switch content {
        case .descriptor(let descriptor): .integer(Int(descriptor))
        case .integer(let number), .room(let number): .integer(number)
        case .constant(let name, let number): name == "0" ? .integer(number) : .string(name)
        case .address(let address): Self.address(address)
        case .data(let clip): data(clip.bytes, of: clip.count)
        case .text(let text): .string(text)
        case .option(let value, _): .string(value.description)
        case .ancillary(let messages): .array(messages.map { .string($0.description) })
        case .poll(let entries): .array(entries.map(poll))
        case .list(let contents): .array(contents.map(argument))
        case .null: .null
        }
    }

    private static func poll(_ entry: PollEntry) -> JSON {
        .object([
            ("fd", .integer(Int(entry.descriptor))),
            ("events", .string(entry.events.description)),
            ("revents", .string(entry.returned.description)),
        ])
    }

    /// A name of bytes: a text, or as data if it is not UTF-8.
    private static func name(_ bytes: [UInt8]) -> JSON {
        String(validating: bytes, as: UTF8.self).map(JSON.string) ?? data(bytes)
    }

    private static func address(_ address: SocketAddress) -> JSON {
        switch address {
        case .unspecified, .other: .string(address.description)
        default:
            .object(
                address.fields.map { name, value in
                    switch value {
                    case .number(let number): (name, .integer(number))
                    case .text(let text): (name, .string(text))
                    case .name(let bytes, let prefix): (name, Self.name(Array(prefix.utf8) + bytes))
                    }
                }
            )
        }
    }
}

extension Record {
    /// Whether two fields have one name, which an object of JSON cannot have: the words of an unknown address.
    fileprivate var hasSameNames: Bool { Set(fields.map(\.name)).count != fields.count }
}
