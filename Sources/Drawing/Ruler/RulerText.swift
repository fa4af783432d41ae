import Language

/// A ruler as text.
public struct RulerText {
    private let ruler: Ruler
    private let glyphs: Glyphs
    private let marks: RulerGlyphs
    private let width: Int
    private let scale: RulerScale
    private let earlier: Int
    private var lines: [String] = []

    private static let margin = 10

    /// Rulers in at most `width` columns, one below the other.
    public static func text(_ rulers: [Ruler], width: Int, isASCII: Bool = false) -> String {
        rulers.map { ruler in
            var lines = [heading(ruler, isASCII ? .ascii : .unicode)]
            if var drawing = RulerText(ruler, width: min(max(width, 30), 1000), isASCII: isASCII) {
                lines += drawing.draw()
            }
            return lines.flatMap { wrap($0, width) }.map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private static func wrap(_ line: String, _ width: Int) -> [String] {
        DisplayWidth.of(line) <= width ? [line] : Fit.wrap([line], width: width, lines: 4, ellipsis: "...")
    }

    private init?(_ ruler: Ruler, width: Int, isASCII: Bool) {
        let room = width - Self.margin
        var kept = ruler
        var scale = RulerScale(Self.stretches(kept), width: room)
        // The newest marks that fit; each stretch takes two columns at the least.
        var limit = room / 2
        while scale == nil, limit >= 2 {
            kept = ruler.suffix(limit)
            scale = RulerScale(Self.stretches(kept), width: room)
            limit = limit * 3 / 4
        }
        guard let scale else { return nil }
        self.scale = scale
        let whole = (kept.sent + kept.received).filter { !$0.isCut }
        earlier = ruler.sent.count + ruler.received.count - whole.count
        self.ruler = kept
        self.width = width
        glyphs = isASCII ? .ascii : .unicode
        marks = isASCII ? .ascii : .unicode
    }

    private static func stretches(_ ruler: Ruler) -> [(start: Int, end: Int, label: Int)] {
        var stretches = (ruler.sent + ruler.received).map { mark in
            (start: mark.start, end: mark.end, label: String(mark.size).count + (mark.isUrgent ? 1 : 0))
        }
        for mark in ruler.received where mark.lost > 0 {
            stretches.append((start: mark.end, end: mark.end + mark.lost, label: String(mark.lost).count + 5))
        }
        return stretches
    }

    private static func heading(_ ruler: Ruler, _ glyphs: Glyphs) -> String {
        let name =
            "\(glyphs.safe(Quoting.oneLine(ruler.from))) \(glyphs.arrow) \(glyphs.safe(Quoting.oneLine(ruler.to)))"
        let unit = ruler.keepsBorders ? "datagram" : "send"
        let taken = ruler.received.filter { !$0.isPeek }
        var parts: [String] = []
        if ruler.holdsSender { parts.append("\(total(ruler.sent)) in \(count(ruler.sent.count, unit))") }
        if ruler.holdsReceiver { parts.append("\(total(taken)) received in \(count(taken.count, "call"))") }
        let text = name + ": " + parts.joined(separator: ", ")
        if ruler.holdsSender, ruler.holdsReceiver { return text }
        let other = ruler.holdsSender ? "the receiver" : "the sender"
        return text + "; \(other) is not " + (ruler.isOutsideKnown ? "in this shell" : "known")
    }

    private static func total(_ marks: [Ruler.Mark]) -> String { count(marks.reduce(0) { $0 + $1.size }, "byte") }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

    private mutating func draw() -> [String] {
        if earlier > 0 { lines.append("\(glyphs.ellipsis) \(Self.count(earlier, "earlier call"))") }
        bytes()
        if ruler.holdsSender { row("sent", ruler.sent, stroke: marks.line) }
        if ruler.holdsReceiver {
            row("received", ruler.received.filter { !$0.isPeek && !$0.isUrgent }, stroke: marks.line, showsRest: true)
            layers("urgent", ruler.received.filter(\.isUrgent), marks.line)
            layers("peeked", ruler.received.filter { $0.isPeek && !$0.isUrgent }, marks.dotted)
        }
        axis()
        return lines
    }

    /// Marks that may lie over each other, in as many rows as that takes.
    private mutating func layers(_ title: String, _ marks: [Ruler.Mark], _ stroke: String) {
        var rest = marks
        var rows = 0
        while !rest.isEmpty, rows < 4 {
            var row: [Ruler.Mark] = []
            var left: [Ruler.Mark] = []
            for mark in rest {
                if mark.start >= row.last?.end ?? 0 { row.append(mark) } else { left.append(mark) }
            }
            self.row(rows == 0 ? title : "", row, stroke: stroke)
            rest = left
            rows += 1
        }
    }

    private func newLine(_ title: String) -> TextLine {
        var line = TextLine(width: width)
        line.put(title, at: 0, room: Self.margin - 1)
        return line
    }

    private mutating func row(_ title: String, _ row: [Ruler.Mark], stroke: String, showsRest: Bool = false) {
        var line = newLine(title)
        var end = 0
        for mark in row {
            let (from, to) = (Self.margin + scale.column(mark.start), Self.margin + scale.column(mark.end))
            segment(from, to, stroke, mark.size, &line, isFirst: end != from)
            if mark.isCut { line.put(glyphs.ellipsis, at: from) }
            if mark.isUrgent { line.put("!", at: to - 1) }
            if mark.size == 0 { line.put("0", at: (from + to) / 2) }
            end = to
            if mark.lost > 0 {
                let far = Self.margin + scale.column(mark.end + mark.lost)
                line.fill(to + 1..<far, marks.dotted)
                line.put(marks.cut, at: to)
                caption("\(mark.lost) lost", to, far, &line)
                line.put(marks.end, at: far)
                end = far
            }
        }
        if showsRest, !ruler.keepsBorders, ruler.holdsSender { rest(from: max(end, Self.margin), &line) }
        lines.append(line.text)
    }

    /// What was sent and has not been received.
    private func rest(from: Int, _ line: inout TextLine) {
        let far = Self.margin + scale.end
        guard from < far else { return }
        line.fill(from + 1..<far, marks.dotted)
        if line[from] == " " { line.put(marks.dotted, at: from) }
        caption("not yet received", from, far, &line)
        line.put(marks.dotted, at: far)
    }

    private func segment(_ from: Int, _ to: Int, _ stroke: String, _ size: Int, _ line: inout TextLine, isFirst: Bool) {
        line.fill(from + 1..<max(to, from + 1), stroke)
        line.put(isFirst ? marks.begin : marks.both, at: from)
        line.put(marks.end, at: to)
        caption(String(size), from, to, &line)
    }

    private func caption(_ text: String, _ from: Int, _ to: Int, _ line: inout TextLine) {
        let room = to - from - 1
        guard room >= text.count else { return }
        let shown = room >= text.count + 4 ? " \(text) " : text
        line.put(shown, at: from + 1 + (room - shown.count) / 2)
    }

    /// The data itself, if each byte has columns of its own.
    private mutating func bytes() {
        guard let perByte = scale.perByte, !ruler.keepsBorders, earlier == 0, ruler.holdsSender, !ruler.data.isEmpty
        else {
            return
        }
        var line = newLine("bytes")
        for (index, byte) in ruler.data.prefix(ruler.length).enumerated() {
            let text =
                byte > 0x20 && byte < 0x7f ? String(Character(Unicode.Scalar(byte))) : byte == 0x20 ? " " : marks.dot
            line.put(text, at: Self.margin + index * perByte + perByte / 2 + (perByte == 1 ? 1 : 0))
        }
        lines.append(line.text)
    }

    /// The numbers of the bytes at the borders.
    private mutating func axis() {
        var line = newLine("byte")
        var free = 0
        guard !ruler.keepsBorders else { return }
        for place in scale.places {
            let text = String(place)
            let column = Self.margin + scale.column(place)
            guard column >= free, column + text.count <= width else { continue }
            line.put(text, at: column)
            free = column + text.count + 1
        }
        lines.append(line.text)
    }
}

/// The characters that rulers are made of.
struct RulerGlyphs: Sendable {
    let line: String
    let dotted: String
    let begin: String
    let both: String
    let end: String
    let cut: String
    let dot: String

    static let unicode = RulerGlyphs(line: "─", dotted: "╌", begin: "├", both: "┼", end: "┤", cut: "╳", dot: "·")
    static let ascii = RulerGlyphs(line: "-", dotted: ".", begin: "|", both: "|", end: "|", cut: "X", dot: ".")
}

extension Ruler {
    /// The newest part, with so many marks at the most. What reaches into it from before is cut.
    func suffix(_ count: Int) -> Ruler {
        let starts = (sent + received).map(\.start).sorted()
        guard starts.count > count, let cut = starts.suffix(count).first else { return self }
        var part = self
        part.sent = sent.compactMap { $0.from(cut) }
        part.received = received.compactMap { $0.from(cut) }
        return part
    }
}

extension Ruler.Mark {
    /// The part of it after a place; nil if all of it comes before.
    fileprivate func from(_ place: Int) -> Self? {
        guard end > place else { return nil }
        guard start < place else { return self }
        var rest = Self(call, at: place, end - place, size: size)
        (rest.isPeek, rest.isUrgent, rest.lost, rest.isCut) = (isPeek, isUrgent, lost, true)
        return rest
    }
}
