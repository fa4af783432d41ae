import Language
import Sockets

extension Value {
    /// An address as a value: its fields by name, its words as typed.
    public static func address(_ address: SocketAddress) -> Value {
        .record(Record(.address, address.fields.map { Record.Field($0.name, value(of: $0.value)) }))
    }

    private static func value(of field: SocketAddress.Field) -> Value {
        switch field {
        case .number(let number): .integer(number)
        case .text(let text): .text(text)
        case .name(let bytes, let prefix): textOrBytes(bytes, prefix: prefix)
        }
    }

    /// A name made of bytes: a word if it is plain UTF-8, else data.
    private static func textOrBytes(_ bytes: [UInt8], prefix: String) -> Value {
        if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(Quoting.isVisible) {
            return .text(prefix + text)
        }
        return .bytes(Array(prefix.utf8) + bytes)
    }
}

extension Value {
    /// The value as plain text, without a literal's quotes: an error adds its own. Bytes that are not UTF-8 are lost.
    var plain: String {
        switch self {
        case .text(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .picture(let picture): picture.value.plain
        default: description
        }
    }
}
