import Journal
import Language

/// Replies as text.
public enum ReplyText {
    /// A value as it can be typed back, ended with a line end; empty for nothing.
    public static func typed(_ value: Value) -> String {
        switch value {
        case .none: return ""
        case .list(let values):
            if let table = Table(values) { return table.text }
            let text = value.description
            return text.isEmpty ? "" : text + "\n"
        default:
            let text = value.description
            return text.isEmpty ? "" : text + "\n"
        }
    }

    /// A value for reading: a text without quotes, a list line by line, records of one shape as a table.
    public static func line(_ value: Value) -> String {
        switch value {
        case .none: return ""
        case .bytes(let bytes): return Quoting.printable(bytes) + "\n"
        case .text(let text): return Quoting.printable(text.utf8) + "\n"
        case .list(let values): return Table(values)?.text ?? values.map(line).joined()
        default: return typed(value)
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

/// Records that all have the same fields, in columns under the fields' names.
struct Table {
    private let header: [String]
    private let rows: [[String]]

    /// A table of these values; nil where they are not records of one shape with more than three fields.
    init?(_ values: [Value]) {
        guard case .record(let first)? = values.first, first.kind == .row, first.fields.count > 3 else { return nil }
        var rows: [[String]] = []
        rows.reserveCapacity(values.count)
        for value in values {
            guard case .record(let record) = value, record.fields.count == first.fields.count,
                zip(record.fields, first.fields).allSatisfy({ $0.name == $1.name })
            else { return nil }
            rows.append(record.fields.map(Self.cell))
        }
        header = first.fields.map { $0.name == "current" ? "" : $0.name.uppercased() }
        self.rows = rows
    }

    private static func cell(_ field: Record.Field) -> String {
        if field.name == "current", case .boolean(let yes) = field.value { return yes ? ">" : " " }
        if case .text(let text) = field.value { return Quoting.oneLine(text) }
        return Quoting.oneLine(field.value.description)
    }

    var text: String {
        var widths = header.map(DisplayWidth.of)
        for row in rows {
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
        }
        // Bytes, as a table may have ten thousand rows.
        var text: [UInt8] = []
        text.reserveCapacity((rows.count + 1) * (widths.reduce(0, +) + 2 * widths.count))
        for row in [header] + rows {
            for (column, cell) in row.enumerated() {
                text += cell.utf8
                let blanks = widths[column] - DisplayWidth.of(cell) + (column == 0 ? 1 : 2)
                text += repeatElement(UInt8(ascii: " "), count: blanks)
            }
            while text.last == UInt8(ascii: " ") { text.removeLast() }
            text.append(UInt8(ascii: "\n"))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
