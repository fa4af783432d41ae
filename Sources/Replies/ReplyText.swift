import Drawing
import Journal
import Language

/// Replies as text, laid out for the canvas that shows them.
public enum ReplyText {
    /// A value in the style of the command that replied it.
    public static func text(_ value: Value, _ style: ReplyStyle, on canvas: Canvas) -> String {
        switch style {
        case .typed: typed(value, on: canvas)
        case .line: line(value, on: canvas)
        case .raw, .page: raw(value, on: canvas)
        }
    }

    /// A value as it can be typed back, ended with a line end; empty for nothing.
    public static func typed(_ value: Value, on canvas: Canvas = .unlimited) -> String {
        let text: String
        switch value {
        case .none: return ""
        case .list(let values):
            if let table = Table(values) { return table.text(width: canvas.width) }
            text = value.description
        case .record(let record): text = record.text(width: canvas.width)
        default: text = value.description
        }
        return text.isEmpty ? "" : text + "\n"
    }

    /// A value for reading: a text without quotes, a list line by line, records of one shape as a table.
    public static func line(_ value: Value, on canvas: Canvas = .unlimited) -> String {
        switch value {
        case .none: return ""
        case .bytes(let bytes): return Quoting.printable(bytes) + "\n"
        case .text(let text): return Quoting.printable(text.utf8) + "\n"
        case .picture: return raw(value, on: canvas)
        case .list(let values):
            return Table(values)?.text(width: canvas.width) ?? values.map { line($0, on: canvas) }.joined()
        default: return typed(value, on: canvas)
        }
    }

    /// Data for reading, nothing added.
    public static func raw(_ value: Value, on canvas: Canvas = .unlimited) -> String {
        switch value {
        case .bytes(let bytes): Quoting.printable(bytes)
        case .text(let text): Quoting.printable(text.utf8)
        case .picture(let picture): Quoting.printable(picture.text(on: canvas).utf8)
        default: value.description
        }
    }
}
