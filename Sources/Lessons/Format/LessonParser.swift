import Language

/// Reads a lesson's Markdown; it goes on after a problem, so that an author sees all of them at once.
public struct LessonParser {
    /// The most bytes that a lesson has.
    public static let limit = 1 << 20

    private let file: String
    private var problems: [LessonProblem] = []
    private var head = LessonHead()
    private var introduction: [String] = []
    private var steps: [Lesson.Step] = []
    private var closing: Closing?
    private var step: (id: String, title: String, line: Int)?
    private var body: [Lesson.Block] = []
    private var fences: [Fence] = []
    private var text: [String] = []
    private var isInHead = true

    private init(file: String) { self.file = file }

    /// The lesson in a file's bytes, as far as it can be read, and what is wrong with it.
    public static func parse(_ bytes: [UInt8], file: String) -> (lesson: Lesson?, problems: [LessonProblem]) {
        if bytes.count > limit { return (nil, [LessonProblem(file: file, line: 1, .tooLong(limit: limit))]) }
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            return (nil, [LessonProblem(file: file, line: 1, .notText)])
        }
        var parser = LessonParser(file: file)
        parser.read(parser.harmless(TextFile.lines(bytes)))
        let lesson = Lesson(
            file: file,
            head: parser.head,
            introduction: parser.introduction.joined(separator: "\n").trimmed,
            steps: parser.steps,
            closing: parser.closing,
            digest: parser.head.wantsMore ? SHA256.digest(of: bytes) : ""
        )
        return (lesson, parser.problems)
    }

    /// The head alone, as far as it can be read.
    static func head(_ bytes: [UInt8]) -> LessonHead {
        var parser = LessonParser(file: "")
        // Nothing of a head is after the first step or the first fence.
        for line in TextFile.lines(bytes.prefix(4096)) {
            guard parser.isInHead, parser.readHead(Quoting.printable(line.utf8), 0) else { break }
        }
        return parser.head
    }

    /// The lines with what could act on a terminal spelled out, which is a problem.
    private mutating func harmless(_ lines: [String]) -> [String] {
        lines.enumerated().map { number, line in
            let shown = Quoting.printable(line.utf8)
            if shown != line { report(number + 1, .controlCharacter(shown)) }
            return shown
        }
    }

    private mutating func read(_ lines: [String]) {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if isInHead, readHead(line, index + 1) {
                index += 1
            } else if line.hasPrefix("```") {
                index = readFence(lines, from: index)
            } else if line.hasPrefix("## ") {
                finishStep()
                startStep(String(line.dropFirst(3)), index + 1)
                index += 1
            } else {
                if step == nil { introduction.append(line) } else { text.append(line) }
                index += 1
            }
        }
        finishStep()
        takeClosing()
        checkWhole()
    }

    /// Takes a line of the head; false if the head is over.
    private mutating func readHead(_ line: String, _ number: Int) -> Bool {
        if line.isEmpty || line == "---" {
            isInHead = line == "---" || head.title.isEmpty && head.id.isEmpty
            return true
        }
        if line.hasPrefix("#") || line.hasPrefix("```") {
            isInHead = false
            return false
        }
        guard let colon = line.firstIndex(of: ":") else {
            report(number, .malformedHead(line))
            isInHead = false
            return true
        }
        let key = String(line[..<colon]).trimmed
        if let problem = head.take(key, String(line[line.index(after: colon)...]).trimmed) { report(number, problem) }
        return true
    }

    private mutating func startStep(_ heading: String, _ line: Int) {
        guard let open = heading.lastRange(of: "{#"), heading.hasSuffix("}") else {
            report(line, .missingID(heading))
            step = ("step-\(steps.count + 1)", heading, line)
            return
        }
        let id = String(heading[open.upperBound...].dropLast())
        if !id.isLessonID { report(line, .malformedID(id)) }
        if steps.contains(where: { $0.id == id }) { report(line, .repeatedID(id)) }
        step = (id, String(heading[..<open.lowerBound]).trimmed, line)
    }

    private mutating func finishStep() {
        flushText()
        if let step {
            steps.append(Lesson.Step(id: step.id, title: step.title, line: step.line, body: body, fences: fences))
        }
        (step, body, fences) = (nil, [], [])
    }

    /// A section after the steps without any fence is no step: there is nothing to do in it. It needs no id.
    private mutating func takeClosing() {
        guard steps.count > 1, let last = steps.last, last.fences.isEmpty else { return }
        steps.removeLast()
        problems.removeAll { $0.line == last.line && $0.kind.isMissingID }
        let texts = last.body.compactMap { if case .text(let text) = $0 { text } else { nil } }
        closing = Closing(title: last.title, text: texts.joined(separator: "\n\n"))
    }

    private mutating func flushText() {
        let paragraphs = text.joined(separator: "\n").trimmed
        if !paragraphs.isEmpty { body.append(.text(paragraphs)) }
        text = []
    }

    /// Takes the fence that opens at `start`; gives the place after it.
    private mutating func readFence(_ lines: [String], from start: Int) -> Int {
        let opening = lines[start]
        let ticks = String(opening.prefix { $0 == "`" })
        let info = String(opening.dropFirst(ticks.count)).trimmed
        var index = start + 1
        var content: [String] = []
        while index < lines.count, lines[index].trimmed != ticks {
            content.append(lines[index])
            index += 1
        }
        if index >= lines.count { report(start + 1, .openFence) }
        let fence = fence(info, content.joined(separator: "\n"), start + 1)
        flushText()
        if step != nil {
            fences.append(fence)
            body.append(.fence(fence))
        } else if fence.kind == .shown {
            introduction += [opening] + content + [ticks]
        } else {
            report(start + 1, .earlyFence(info))
        }
        return index + 1
    }

    /// The fence of an info string; one that says nothing known is shown as it is.
    private mutating func fence(_ info: String, _ text: String, _ line: Int) -> Fence {
        if let (kind, name, arguments) = FenceKind.find(info) {
            return Fence(kind: kind, name: name, arguments: arguments, text: text, line: line + 1)
        }
        let word = info.split(separator: " ").first.map(String.init) ?? ""
        let names = FenceKind.all.flatMap(\.names).filter { !$0.isEmpty }
        report(line, .unknownFence(info, near: Suggestion.nearest(to: word, among: names)))
        return Fence(kind: .shown, name: info, text: text, line: line + 1)
    }

    private mutating func checkWhole() {
        if head.title.isEmpty { report(1, .missingKey("title")) }
        if head.id.isEmpty { report(1, .missingKey("id")) }
        if steps.isEmpty { report(1, .noSteps) }
    }

    private mutating func report(_ line: Int, _ kind: LessonProblem.Kind) {
        problems.append(LessonProblem(file: file, line: line, kind))
    }
}

extension LessonProblem.Kind {
    fileprivate var isMissingID: Bool { if case .missingID = self { true } else { false } }
}

extension String {
    /// The last place where a text occurs in it.
    fileprivate func lastRange(of text: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var place = startIndex
        while place < endIndex {
            if self[place...].hasPrefix(text) { found = place..<index(place, offsetBy: text.count) }
            place = index(after: place)
        }
        return found
    }
}
