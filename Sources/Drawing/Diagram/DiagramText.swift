import Language
import Reading

/// A diagram as text.
public struct DiagramText {
    private let diagram: SequenceDiagram
    private let glyphs: Glyphs
    private let width: Int
    private let columns: [Int]
    private var alive: [Bool]
    private var waiting: [Bool]
    private var lines: [String] = []

    /// The least room beside a lane.
    private static let leastSpan = 14
    /// The most room between two lanes.
    private static let mostSpan = 44
    /// How many rows a label may take.
    private static let labelRows = 4

    /// A diagram in at most `width` columns, in Unicode or ASCII.
    public init(_ diagram: SequenceDiagram, width: Int, isASCII: Bool = false) {
        let width = min(max(width, 30), 1000)
        let gutter = max(String(diagram.lastNumber).count, 2) + 1
        self.width = width
        self.diagram = diagram.fitted(to: (width - gutter) / Self.leastSpan)
        glyphs = isASCII ? .ascii : .unicode
        let count = self.diagram.lanes.count
        let span = min((width - gutter - 1) / max(count, 1), Self.mostSpan)
        columns = (0..<count).map { gutter + 1 + $0 * span }
        alive = self.diagram.lanes.map { $0.birth == nil }
        waiting = [Bool](repeating: false, count: count)
    }

    /// All of it, every line ended.
    public static func text(_ diagram: SequenceDiagram, width: Int, isASCII: Bool = false) -> String {
        var drawing = DiagramText(diagram, width: width, isASCII: isASCII)
        return drawing.draw().map { $0 + "\n" }.joined()
    }

    private mutating func draw() -> [String] {
        header()
        for index in diagram.items.indices where !Interruption.endsThis { draw(diagram.items[index], index) }
        let names = diagram.leftOut.map(glyphs.safe)
        if !names.isEmpty {
            let shown = names.prefix(8).joined(separator: " ") + (names.count > 8 ? " " + glyphs.ellipsis : "")
            lines.append("")
            for line in Fit.wrap(
                ["left out: \(shown)", "(diagram \(names[0]) draws it, -width makes more room)"],
                width: width,
                lines: 3,
                ellipsis: glyphs.ellipsis
            ) { lines.append(line) }
        }
        return lines
    }

    private mutating func header() {
        guard !diagram.lanes.isEmpty else { return }
        for row in diagram.lanes.contains(where: { !$0.detail.isEmpty }) ? [0, 1] : [0] {
            var line = TextLine(width: width)
            for (index, lane) in diagram.lanes.enumerated() {
                let text = glyphs.safe(row == 0 ? lane.name : lane.detail)
                line.put(Fit.cut(text, to: room(index) + 1, ellipsis: glyphs.ellipsis), at: columns[index])
            }
            lines.append(line.text)
        }
    }

    /// The columns to the right of a lane's label place, up to the next lane.
    private func room(_ lane: Int) -> Int {
        let next = lane + 1 < columns.count ? columns[lane + 1] : width + 1
        return max(next - columns[lane] - 3, 1)
    }

    /// A row with the lanes as they are now.
    private func row() -> TextLine {
        var line = TextLine(width: width)
        for (index, column) in columns.enumerated() where alive[index] {
            line.put(waiting[index] ? glyphs.waiting : glyphs.lane, at: column)
        }
        return line
    }

    private mutating func draw(_ item: SequenceDiagram.Item, _ index: Int) {
        let born = diagram.lanes.indices.filter { diagram.lanes[$0].birth == index }
        let dead = diagram.lanes.indices.filter { diagram.lanes[$0].death == index }
        switch item {
        case .call(let number, let lane, let pieces, let waits):
            label(lane, pieces, number: number, mark: glyphs.call, born: born, dead: dead)
            waiting[lane] = waits
        case .result(_, let lane, let pieces, let ends):
            let mark = ends ? glyphs.call : glyphs.lane
            if ends { waiting[lane] = false }
            label(lane, pieces, number: nil, mark: mark, born: born, dead: dead)
        case .pause(let lane, let text): pause(lane, text)
        case .arrow(let from, let to, let arrow): draw(arrow, from, to, born: born, dead: dead)
        case .note(let number, let pieces): note(number, pieces)
        case .layer(let lane, let text): layer(lane, text)
        case .skipped(let text):
            var line = row()
            line.put("\(glyphs.ellipsis) \(text)", at: 0)
            lines.append(line.text)
        }
        for lane in born { alive[lane] = true }
        for lane in dead { alive[lane] = false }
    }

    private func text(_ piece: SequenceDiagram.Piece) -> String {
        let text = glyphs.safe(piece.text)
        return switch piece.role {
        case .state: "[\(text)]"
        case .error: "\(glyphs.error) \(text)"
        default: text
        }
    }

    private mutating func label(
        _ lane: Int,
        _ pieces: [SequenceDiagram.Piece],
        number: Int?,
        mark: String,
        born: [Int],
        dead: [Int]
    ) {
        let texts = pieces.map(text)
        let rows = Fit.wrap(texts, width: room(lane), lines: Self.labelRows, ellipsis: glyphs.ellipsis)
        for (index, text) in (rows.isEmpty ? [""] : rows).enumerated() {
            for lane in born where index > 0 { alive[lane] = true }
            var line = row()
            if index == 0, let number { put(number, &line) }
            if index == 0 { line.put(mark, at: columns[lane]) }
            if index == 0 { for lane in born { line.put(glyphs.birth, at: columns[lane]) } }
            if index == max(rows.count, 1) - 1 { for lane in dead { line.put(glyphs.death, at: columns[lane]) } }
            line.put(text, at: columns[lane] + 2, room: room(lane))
            lines.append(line.text)
        }
    }

    private func put(_ number: Int, _ line: inout TextLine) {
        let text = String(number)
        line.put(text, at: max((columns.first ?? 4) - 2 - text.count, 0))
    }

    private mutating func pause(_ lane: Int, _ text: String) {
        var line = row()
        line.put(text, at: columns[lane] + 2, room: room(lane))
        lines.append(line.text)
    }

    /// A line of another layer, further in than the call's own label.
    private mutating func layer(_ lane: Int?, _ text: String) {
        var line = row()
        let start = lane.map { columns[$0] } ?? columns.first ?? 4
        let room = (lane.map(room) ?? width - start - 2) - 2
        line.put(Fit.cut(glyphs.safe(text), to: room, ellipsis: glyphs.ellipsis), at: start + 4, room: room)
        lines.append(line.text)
    }

    private mutating func note(_ number: Int, _ pieces: [SequenceDiagram.Piece]) {
        let start = columns.first ?? 4
        let rows = Fit.wrap(pieces.map(text), width: width - start - 2, lines: 2, ellipsis: glyphs.ellipsis)
        for (index, text) in rows.enumerated() {
            var line = row()
            if index == 0 { put(number, &line) }
            line.put("  \(text) ", at: start)
            lines.append(line.text)
        }
    }
}

// MARK: arrows

extension DiagramText {
    private mutating func draw(_ arrow: Arrow, _ from: Int?, _ to: Int?, born: [Int], dead: [Int]) {
        guard let from, let to else {
            if let lane = from ?? to { stub(arrow, lane, isOutward: from != nil) }
            return
        }
        if from == to { return loop(arrow, from, born: born, dead: dead) }
        let (start, end) = (columns[from], columns[to])
        let isRight = start < end
        var line = row()
        let inside = isRight ? start + 1..<end : end + 1..<start
        let stroke = if case .birth = arrow.kind { glyphs.dotted } else { glyphs.line }
        for column in inside {
            line.put(line[column] == " " ? stroke : glyphs.crossing, at: column)
        }
        line.put(isRight ? glyphs.leaveRight : glyphs.leaveLeft, at: start)
        let head = isRight ? end - 1 : end + 1
        line.put(arrow.isLost ? glyphs.lost : isRight ? glyphs.right : glyphs.left, at: head)
        if arrow.isLost { line.put(" ", at: isRight ? head - 1 : head + 1) }
        for lane in born { line.put(glyphs.birth, at: columns[lane]) }
        for lane in dead { line.put(glyphs.death, at: columns[lane]) }
        // The label is in the gap beside the sender.
        let gap = isRight ? columns[from + 1] - start : start - columns[from - 1]
        let text = caption(arrow, room: gap - 6)
        let slack = max(gap - 4 - DisplayWidth.of(text), 0) / 2
        if !text.isEmpty { line.put(" \(text) ", at: min(start, start + (isRight ? 0 : -gap)) + 1 + slack) }
        lines.append(line.text)
    }

    /// What is on an arrow.
    private func caption(_ arrow: Arrow, room: Int) -> String {
        switch arrow.kind {
        case .birth: return ""
        case .segment(let name):
            return Fit.cut(glyphs.safe(name), to: room, ellipsis: glyphs.ellipsis)
        case .data(let count, let bytes, let note):
            let size = count == 1 ? "1 byte" : "\(count) bytes"
            let remark = note.isEmpty ? "" : ", " + note
            let excerpt = Excerpt(bytes, of: count, isASCII: glyphs.isASCII)
            for head in [size + remark, String(count) + remark, String(count)] {
                let text = count == 0 ? "" : excerpt.text(width: room - head.count - 1, ellipsis: glyphs.ellipsis)
                if text.count >= 6 || text.hasSuffix("\"") && !text.contains(glyphs.ellipsis) && !text.isEmpty {
                    return head + " " + text
                }
                if count == 0, head.count <= room { return head }
            }
            return Fit.cut(size + remark, to: room, ellipsis: "")
        }
    }

    private mutating func loop(_ arrow: Arrow, _ lane: Int, born: [Int], dead: [Int]) {
        for (index, end) in [glyphs.loop.top, glyphs.loop.bottom].enumerated() {
            var line = row()
            let start = index == 0 ? glyphs.leaveRight : glyphs.lane
            let second = index == 0 ? glyphs.line : glyphs.left
            line.put(start + second + glyphs.line + end, at: columns[lane])
            if index == 0 { line.put(caption(arrow, room: room(lane) - 3), at: columns[lane] + 5, room: room(lane)) }
            lines.append(line.text)
        }
    }

    /// An arrow whose other end is not drawn.
    private mutating func stub(_ arrow: Arrow, _ lane: Int, isOutward: Bool) {
        var line = row()
        let head = isOutward ? glyphs.leaveRight + glyphs.line + glyphs.right : glyphs.lane + glyphs.left + glyphs.line
        line.put(head, at: columns[lane])
        line.put(caption(arrow, room: room(lane) - 2), at: columns[lane] + 4, room: room(lane))
        lines.append(line.text)
    }
}

extension SequenceDiagram {
    /// The number of the last call on the page.
    var lastNumber: Int {
        for item in items.reversed() {
            switch item {
            case .call(let number, _, _, _), .result(let number, _, _, _), .note(let number, _): return number
            default: continue
            }
        }
        return 0
    }
}
