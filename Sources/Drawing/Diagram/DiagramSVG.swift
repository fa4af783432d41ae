import Language
import Reading

/// A diagram as an SVG picture, readable on light and on dark pages.
public struct DiagramSVG {
    private let diagram: SequenceDiagram
    private var page = SVGPage()
    private var y = 0
    /// Where each lane's line begins; nil while there is none.
    private var top: [Int?]
    /// Where the call began that a lane waits in.
    private var waitTop: [Int?]

    private static let most = 24
    private static let gutter = 64
    private static let span = 280
    private static let headTop = 20
    private static let headHeight = 46
    private static let rowHeight = 24
    /// How far an arrow falls on its way.
    private static let fall = 10
    /// The width of a column of the label's font.
    private static let column = 7.83

    private init(_ diagram: SequenceDiagram) {
        self.diagram = diagram.fitted(to: Self.most)
        top = [Int?](repeating: nil, count: self.diagram.lanes.count)
        waitTop = top
    }

    /// The picture as the text of a file.
    public static func text(_ diagram: SequenceDiagram) -> String {
        var drawing = DiagramSVG(diagram)
        return drawing.draw()
    }

    private func x(_ lane: Int) -> Int { Self.gutter + 40 + lane * Self.span }
    private var width: Int { x(diagram.lanes.count - 1) + Self.span }

    private mutating func draw() -> String {
        y = Self.headTop + Self.headHeight + 22
        for (index, lane) in diagram.lanes.enumerated() {
            head(index, lane)
            if lane.birth == nil { top[index] = Self.headTop + Self.headHeight }
        }
        for index in diagram.items.indices { draw(diagram.items[index], index) }
        if !diagram.leftOut.isEmpty {
            y += Self.rowHeight
            let names = diagram.leftOut.prefix(12).joined(separator: " ") + (diagram.leftOut.count > 12 ? " …" : "")
            page.text("skipped", Self.gutter, y, "left out: " + names)
        }
        y += 14
        for lane in diagram.lanes.indices { end(lane, at: y, isOver: false) }
        let names = diagram.lanes.prefix(8).map(\.name).joined(separator: ", ")
        return page.file(width: width, height: y + 16, title: "What happened between " + names)
    }

    private mutating func head(_ index: Int, _ lane: SequenceDiagram.Lane) {
        let name = Fit.cut(lane.name, to: 26)
        let widest = max(Double(DisplayWidth.of(name)) * 8.6, Double(DisplayWidth.of(lane.detail)) * 7)
        let width = min(max(Int(widest) + 28, 84), Self.span - 16)
        let left = max(x(index) - width / 2, 8)
        page.box(.bars, "box", left, Self.headTop, width, Self.headHeight, round: lane.isHeld ? 6 : 22)
        let middle = left + width / 2
        let isAlone = lane.detail.isEmpty
        page.text("name", middle, Self.headTop + (isAlone ? 28 : 20), name, anchor: "middle")
        if !isAlone {
            page.text("detail", middle, Self.headTop + 37, Fit.cut(lane.detail, to: 34), anchor: "middle")
        }
    }

    private mutating func draw(_ item: SequenceDiagram.Item, _ index: Int) {
        switch item {
        case .call(let number, let lane, let pieces, let waits):
            y += Self.rowHeight
            page.text("number", Self.gutter - 22, y + 4, String(number), anchor: "end")
            born(index, at: y)
            label(lane, pieces, hasDot: true)
            if waits { waitTop[lane] = y }
        case .result(_, let lane, let pieces, let ends):
            y += Self.rowHeight
            if ends { endWait(lane) }
            label(lane, pieces, hasDot: ends)
        case .pause(let lane, let text):
            y += Self.rowHeight * 3 / 2
            page.text("pause", x(lane) + 14, y - 4, text)
        case .arrow(let from, let to, let arrow): draw(arrow, from, to, index)
        case .note(let number, let pieces):
            y += Self.rowHeight
            page.text("number", Self.gutter - 22, y + 4, String(number), anchor: "end")
            let text = pieces.map { ($0.role == .error ? "✗ " : "") + $0.text }.joined(separator: " ")
            let limit = max((width - Self.gutter) * 10 / 80, 20)
            put("call", Self.gutter, y + 4, Fit.cut(text, to: limit))
        case .layer(let lane, let text):
            y += Self.rowHeight - 6
            let start = lane.map { x($0) + 28 } ?? Self.gutter + 14
            let room = lane == nil ? width - Self.gutter : Self.span - 40
            put("segment", start, y + 4, Fit.cut(text, to: room / 7))
        case .skipped(let text):
            y += Self.rowHeight
            page.text("skipped", Self.gutter, y + 4, "… " + text)
        }
        for lane in diagram.lanes.indices where diagram.lanes[lane].death == index { end(lane, at: y, isOver: true) }
    }
}

// MARK: lanes and labels

extension DiagramSVG {
    private mutating func born(_ index: Int, at y: Int) {
        for lane in diagram.lanes.indices where diagram.lanes[lane].birth == index {
            page.line(.lanes, "unborn", x(lane), Self.headTop + Self.headHeight, x(lane), y)
            top[lane] = y
            page.add(.bars, "circle", [("class", "dot"), ("cx", "\(x(lane))"), ("cy", "\(y)"), ("r", "4")])
        }
    }

    private mutating func end(_ lane: Int, at y: Int, isOver: Bool) {
        guard let begin = top[lane] else { return }
        endWait(lane)
        page.line(.lanes, "lane", x(lane), begin, x(lane), y)
        if isOver { page.line(.lanes, "lane", x(lane) - 7, y, x(lane) + 7, y) }
        top[lane] = nil
    }

    private mutating func endWait(_ lane: Int) {
        guard let begin = waitTop[lane] else { return }
        page.box(.bars, "wait", x(lane) - 5, begin, 10, max(y - begin, 6), round: 3)
        waitTop[lane] = nil
    }

    /// A text with a rim in the page's colour, so that lines do not run through it.
    private mutating func put(_ style: String, _ x: Int, _ y: Int, _ text: String, anchor: String = "start") {
        page.text("halo " + style, x, y, text, anchor: anchor)
    }

    private mutating func label(_ lane: Int, _ pieces: [SequenceDiagram.Piece], hasDot: Bool) {
        if hasDot {
            let isError = pieces.contains { $0.role == .error }
            page.add(
                .arrows,
                "circle",
                [
                    ("class", isError ? "dot-alarm" : "dot"), ("cx", "\(x(lane))"), ("cy", "\(y)"),
                    ("r", isError ? "4.5" : "3"),
                ]
            )
        }
        let start = x(lane) + 14
        let room = Self.span - 26
        var place = start
        for piece in pieces {
            let text = Fit.cut(piece.text, to: Int(Double(room) / Self.column) - 2)
            let width = Self.width(text, piece.role)
            if place > start, place + width > start + room {
                place = start
                y += Self.rowHeight - 6
            }
            put(piece.role, text, place, width)
            place += width + 8
        }
    }

    private static func width(_ text: String, _ role: SequenceDiagram.Piece.Role) -> Int {
        let columns = Double(DisplayWidth.of(text))
        return switch role {
        case .state: Int(columns * 8) + 14
        case .error: Int((columns + 2) * column)
        default: Int(columns * column)
        }
    }

    private mutating func put(_ role: SequenceDiagram.Piece.Role, _ text: String, _ place: Int, _ width: Int) {
        switch role {
        case .state:
            page.box(.texts, "pill", place, y - 9, width, 18, round: 9)
            page.text("pill-text", place + width / 2, y + 4, text, anchor: "middle")
        case .error: put("error", place, y + 4, "✗ " + text)
        case .call: put("call", place, y + 4, text)
        case .result, .data: put("result", place, y + 4, text)
        }
    }
}

// MARK: arrows

extension DiagramSVG {
    private mutating func draw(_ arrow: Arrow, _ from: Int?, _ to: Int?, _ index: Int) {
        guard let start = from ?? to else { return }
        if case .birth = arrow.kind {
            y += Self.rowHeight - 4
            born(index, at: y)
            if let from, let to {
                page.line(.arrows, "birth", x(from), y, x(to) - (from < to ? 5 : -5), y, head: "head")
            }
            return
        }
        y += Self.rowHeight + (follows(index, start) && from != to && (to ?? start) > start ? 15 : 7)
        let style = arrow.isAlarm ? "arrow-alarm" : arrow.isData ? "arrow-data" : "arrow"
        let head = arrow.isLost ? "head-lost" : arrow.isAlarm ? "head-alarm" : arrow.isData ? "head-data" : "head"
        if from == to { return loop(arrow, start, style, head) }
        let side = to == nil ? 1 : -1
        let ends = (from.map(x) ?? x(start) - side * 60, to.map(x) ?? x(start) + side * 60)
        let isRight = ends.0 < ends.1
        let reach = arrow.isLost ? (ends.1 - ends.0) * 3 / 4 : ends.1 - ends.0 - (isRight ? 2 : -2)
        page.line(.arrows, style, ends.0, y - Self.fall, ends.0 + reach, y, head: head)
        // The caption is over the first gap on the way.
        let gap = min(abs(ends.1 - ends.0), Self.span)
        caption(arrow, at: ends.0 + (isRight ? gap / 2 : -gap / 2), room: gap - 40)
        y += 4
    }

    /// Whether a label on the lane is right above an item, where a caption would touch it.
    private func follows(_ index: Int, _ lane: Int) -> Bool {
        guard index > 0, case .call(_, lane, _, _) = diagram.items[index - 1] else { return false }
        return true
    }

    private mutating func loop(_ arrow: Arrow, _ lane: Int, _ style: String, _ head: String) {
        let (left, high) = (x(lane), y - 12)
        let path = "M\(left) \(high) h44 a8 8 0 0 1 8 8 v4 a8 8 0 0 1 -8 8 H\(left + 3)"
        page.add(.arrows, "path", [("class", style), ("d", path), ("marker-end", "url(#\(head))")])
        caption(arrow, at: left + 66, room: Self.span - 80, anchor: "start", lift: 3)
        y += 12
    }

    private mutating func caption(_ arrow: Arrow, at place: Int, room: Int, anchor: String = "middle", lift: Int = 13) {
        let height = y - lift
        switch arrow.kind {
        case .birth: break
        case .segment(let name):
            put(arrow.isAlarm ? "segment-alarm" : "segment", place, height, name, anchor: anchor)
        case .data(let count, let bytes, let note):
            let size = (count == 1 ? "1 byte" : "\(count) bytes") + (note.isEmpty ? "" : ", " + note)
            let rest = Int((Double(room) - Double(size.count) * 7.4) / Self.column) - 1
            let excerpt = count == 0 ? "" : Excerpt(bytes, of: count).text(width: max(rest, 0))
            // One text of two styles: the caption stays in the middle whatever the fonts.
            let parts = [("size", size), ("excerpt", excerpt.isEmpty ? "" : "  " + excerpt)]
            page.group("halo", place, height, anchor, parts)
        }
    }
}

extension Arrow {
    /// Whether it carries data.
    var isData: Bool { if case .data = kind { true } else { false } }
}
