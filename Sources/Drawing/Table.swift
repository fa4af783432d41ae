import Language

/// Records that all have the same fields, in columns under the fields' names.
public struct Table {
    /// A text with the columns that it takes up on a screen. Both are needed twice, and a table may have ten thousand rows.
    fileprivate struct Cell {
        let text: String
        let width: Int

        init(_ text: String) {
            self.text = text
            width = DisplayWidth.of(text)
        }
    }

    private let header: [Cell]
    private let rows: [[Cell]]

    /// A table of these values; nil if they are not records of one shape with more than three fields.
    public init?(_ values: [Value]) {
        guard case .record(let first)? = values.first, first.kind == .row, first.fields.count > 3 else { return nil }
        var rows: [[Cell]] = []
        rows.reserveCapacity(values.count)
        for value in values {
            guard case .record(let record) = value, record.fields.count == first.fields.count,
                zip(record.fields, first.fields).allSatisfy({ $0.name == $1.name })
            else { return nil }
            rows.append(record.fields.map(Self.cell))
        }
        header = first.fields.map { Cell($0.name == "current" ? "" : $0.name.uppercased()) }
        self.rows = rows
    }

    private static func cell(_ field: Record.Field) -> Cell {
        switch field.value {
        case .boolean(let yes) where field.name == "current": Cell(yes ? ">" : " ")
        case .text(let text): Cell(Quoting.oneLine(text))
        // Digits need no quotes.
        case .integer(let number): Cell(String(number))
        default: Cell(Quoting.oneLine(field.value.description))
        }
    }

    /// The table; on a screen of `width` columns as ``Layout`` fits it in.
    public func text(width: Int?) -> String {
        var widths = header.map(\.width)
        for row in rows {
            for column in row.indices { widths[column] = max(widths[column], row[column].width) }
        }
        let layout = Layout(widths, screen: width)
        // Bytes, as a table may have ten thousand rows.
        var text: [UInt8] = []
        text.reserveCapacity((rows.count + 1) * (widths.reduce(0, +) + 2 * widths.count))
        for row in [header] + rows where !Interruption.endsThis { layout.write(row, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Table {
    /// How the columns are set: two blanks between them; one if the screen is too narrow for that; and if it still is,
    /// a row takes several lines, each of as many columns as fit, indented after the first. What has no room even in a line
    /// of its own is cut at blanks.
    struct Layout {
        private let bands: [Range<Int>]
        private let gap: Int
        private let screen: Int
        private var widths: [Int]
        private static let indent = 6

        /// The layout for columns as wide as these; nil is a screen without an end.
        init(_ widths: [Int], screen: Int?) {
            self.widths = widths
            self.screen = screen ?? .max
            let narrow = widths.reduce(0, +) + widths.count - 1
            guard let screen, narrow + widths.count - 2 > screen else {
                (bands, gap) = ([widths.indices], 2)
                return
            }
            gap = 1
            guard narrow > screen else {
                bands = [widths.indices]
                return
            }
            var bands: [Range<Int>] = []
            var (start, used) = (0, 0)
            for (column, width) in widths.enumerated() {
                if column > start, used + width > screen {
                    bands.append(start..<column)
                    (start, used) = (column, Self.indent)
                }
                used += width + gap
            }
            bands.append(start..<widths.count)
            self.bands = bands
            // What is alone in its line, or last, needs no column.
            for band in bands { self.widths[band.upperBound - 1] = 0 }
        }

        /// Writes a row; a line of it in which there is nothing is left out.
        fileprivate func write(_ row: [Cell], to text: inout [UInt8]) {
            for (number, band) in bands.enumerated()
            where number == 0 || band.contains(where: { !row[$0].text.isEmpty }) {
                let indent = number > 0 ? String(repeating: " ", count: Self.indent) : ""
                if band.count == 1, bands.count > 1 {
                    let lines = row[band.lowerBound].text.wrapped(width: screen, behind: indent)
                    text += lines.joined(separator: "\n").utf8
                } else {
                    text += indent.utf8
                    write(row, band, to: &text)
                }
                text.append(UInt8(ascii: "\n"))
            }
        }

        private func write(_ row: [Cell], _ band: Range<Int>, to text: inout [UInt8]) {
            for column in band {
                text += row[column].text.utf8
                let blanks = max(widths[column] - row[column].width, 0) + (column == 0 ? 1 : gap)
                for _ in 0..<blanks { text.append(UInt8(ascii: " ")) }
            }
            while text.last == UInt8(ascii: " ") { text.removeLast() }
        }
    }
}
