import Drawing
import Journal
import Language

/// Replies as text. On a screen of `width` columns tables and cards are laid out to fit; nil is no screen.
public enum ReplyText {
    /// A value as it can be typed back, ended with a line end; empty for nothing.
    public static func typed(_ value: Value, width: Int? = nil) -> String {
        let text: String
        switch value {
        case .none: return ""
        case .list(let values):
            if let table = Table(values) { return table.text(width: width) }
            text = value.description
        case .record(let record): text = record.text(width: width)
        default: text = value.description
        }
        return text.isEmpty ? "" : text + "\n"
    }

    /// A value for reading: a text without quotes, a list line by line, records of one shape as a table.
    public static func line(_ value: Value, width: Int? = nil) -> String {
        switch value {
        case .none: return ""
        case .bytes(let bytes): return Quoting.printable(bytes) + "\n"
        case .text(let text): return Quoting.printable(text.utf8) + "\n"
        case .list(let values):
            return Table(values)?.text(width: width) ?? values.map { line($0, width: width) }.joined()
        default: return typed(value, width: width)
        }
    }

    /// Data for reading, nothing added.
    public static func raw(_ value: Value) -> String {
        switch value {
        case .bytes(let bytes): Quoting.printable(bytes)
        case .text(let text): Quoting.printable(text.utf8)
        default: value.description
        }
    }
}
