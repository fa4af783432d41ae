import Language

extension Passage {
    /// The passage as plain lines of at most `width` columns, its marks as the lesson has them; a drawing is made for the canvas,
    /// which may be wider than text reads well.
    public func lines(width: Int, on canvas: Canvas = .unlimited) -> [String] {
        PassageSetter(width: width, canvas: canvas, isStyled: false).lines(self).map(\.text)
    }

    /// The same with a role for each piece, which says what the marks said.
    public func styledLines(width: Int, on canvas: Canvas = .unlimited) -> [StyledText] {
        PassageSetter(width: width, canvas: canvas, isStyled: true).lines(self)
    }
}

/// Sets passages in lines of a width.
private struct PassageSetter {
    let width: Int
    let canvas: Canvas
    /// Whether code and emphasis become roles; otherwise their marks stay, as nothing else would tell them.
    let isStyled: Bool

    func lines(_ passage: Passage) -> [StyledText] {
        switch passage {
        case .heading(let title):
            ["", StyledText("== ", .heading) + inline(title, .heading) + StyledText(" ==", .heading), ""]
        case .text(let text): paragraphs(text)
        case .quotation(let text): quoted(text) + [""]
        case .definition(let term, let sentence): marked("  " + StyledText("\(term):", .emphasis), sentence) + [""]
        case .order(let text): marked(StyledText("▸", .notYet), text) + [""]
        case .task(let lines): typed(lines) + [""]
        case .code(let text): indented(text)
        case .picture(let picture): indented(picture.text(on: roomForPicture))
        case .praise(let text): marked(StyledText("✓", .done), text)
        case .difference(let text): marked(StyledText("…", .notYet), text)
        case .mistake(let text): marked(StyledText("✗", .wrong), text)
        case .hint(let label, let text): marked(StyledText(label.trimmed, .emphasis), text)
        case .question(let text, let answers):
            paragraphs(text) + answers.enumerated().flatMap { answer($0.offset + 1, $0.element) }
                + (answers.isEmpty ? [] : [""])
        case .gap: [""]
        case .note(let text): marked(StyledText("--", .dim), text, .dim)
        }
    }

    private func inline(_ text: String, _ role: Role = .plain) -> StyledText {
        isStyled ? MarkdownSpan.styled(text, role) : StyledText(text, role)
    }

    /// What others have written, with a bar before each line.
    private func quoted(_ text: String) -> [StyledText] {
        let bar = canvas.alphabet == .unicode ? "│" : "|"
        let inner = PassageSetter(width: width - 2, canvas: canvas, isStyled: isStyled)
        return inner.paragraphs(text, .quotation).dropLast().map { line in
            StyledText(line.isEmpty ? bar : bar + " ", .quotation) + line
        }
    }

    private func indented(_ text: String) -> [StyledText] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { StyledText("    " + $0) } + [""]
    }

    /// What is to be typed: a block of its own, as wide as its longest line.
    private func typed(_ lines: [String]) -> [StyledText] {
        guard isStyled else { return lines.map { StyledText("    " + $0, .task) } }
        let widest = lines.map { DisplayWidth.of($0) }.max() ?? 0
        return lines.map { line in
            "  " + StyledText("  " + line, .task).padded(to: min(widest + 4, width - 2), .task)
        }
    }

    /// The widest that a drawing is made, in columns.
    private static let widestPicture = 120

    /// The room for a drawing, indented as code is.
    private var roomForPicture: Canvas {
        Canvas(width: min(canvas.width ?? width, Self.widestPicture) - 4, alphabet: canvas.alphabet)
    }

    private func answer(_ number: Int, _ text: String) -> [StyledText] {
        marked("  " + StyledText("\(number)", .emphasis) + " ", text)
    }

    /// Paragraphs after a mark and a blank, and under their beginning.
    private func marked(_ mark: StyledText, _ text: String, _ role: Role = .plain) -> [StyledText] {
        let head = mark + " "
        let hang = StyledText(String(repeating: " ", count: DisplayWidth.of(head.text)))
        let inner = PassageSetter(width: width - hang.text.count, canvas: canvas, isStyled: isStyled)
        return inner.paragraphs(text, role).dropLast().enumerated().map { place, line in
            line.isEmpty ? "" : (place == 0 ? head : hang) + line
        }
    }

    /// Paragraphs and list items wrapped, these under their beginning; indented lines and tables stay as they are.
    private func paragraphs(_ text: String, _ role: Role = .plain) -> [StyledText] {
        var lines: [StyledText] = []
        var paragraph: [String] = []
        var bullet = ""
        var quotation: [String] = []
        func finish() {
            if !paragraph.isEmpty {
                let head = StyledText(bullet, role)
                lines += inline(paragraph.joined(separator: " "), role).wrapped(width: width, behind: head)
            }
            if !quotation.isEmpty { lines += quoted(quotation.joined(separator: "\n")) }
            (paragraph, bullet, quotation) = ([], "", [])
        }
        for line in MarkdownBlock.withoutComments(text).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init
        ) {
            if line.isEmpty {
                finish()
                if lines.last?.isEmpty == false { lines.append("") }
            } else if let quoted = MarkdownBlock.quoted(line) {
                if quotation.isEmpty { finish() }
                quotation.append(quoted)
            } else if let mark = MarkdownBlock.itemMark(line, within: !paragraph.isEmpty && bullet.isEmpty) {
                finish()
                (paragraph, bullet) = ([String(line.dropFirst(mark.count))], mark)
            } else if line.hasPrefix("    ") || line.hasPrefix("|") {
                finish()
                lines.append(StyledText(line, role))
            } else {
                if !quotation.isEmpty { finish() }
                paragraph.append(bullet.isEmpty ? line : line.trimmed)
            }
        }
        finish()
        return lines + [""]
    }
}
