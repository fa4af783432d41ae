/// A piece of a lesson's text: of Markdown as far as lessons have it.
enum MarkdownBlock: Equatable {
    /// A paragraph, its lines joined.
    case paragraph(String)
    /// The items of a list, and the mark of the first: `- `, or a number as `1. `.
    case items(mark: String, [String])
    /// Lines that stay as they are: a table, or what is indented by four blanks.
    case lines([String])
    /// What is quoted, after `> `: paragraphs of its own.
    case quotation(String)

    /// The pieces of a text, without its comments.
    static func all(in text: String) -> [Self] {
        var blocks: [Self] = []
        var isOpen = false
        for line in withoutComments(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let last = blocks.last
            if line.isEmpty {
                isOpen = false
            } else if let quoted = quoted(line) {
                if isOpen, case .quotation(let begun)? = last {
                    blocks[blocks.count - 1] = .quotation(begun + "\n" + quoted)
                } else {
                    blocks.append(.quotation(quoted))
                }
                isOpen = true
            } else if let mark = itemMark(line, within: isOpen && last?.isParagraph == true) {
                let item = String(line.dropFirst(mark.count))
                if case .items(let first, let items)? = last, (first == "- ") == (mark == "- ") {
                    blocks[blocks.count - 1] = .items(mark: first, items + [item])
                } else {
                    blocks.append(.items(mark: mark, [item]))
                }
                isOpen = true
            } else if line.hasPrefix("    ") || line.hasPrefix("|") {
                let shown = line.hasPrefix("|") ? line : String(line.dropFirst(4))
                if isOpen, case .lines(let lines)? = last {
                    blocks[blocks.count - 1] = .lines(lines + [shown])
                } else {
                    blocks.append(.lines([shown]))
                }
                isOpen = true
            } else if isOpen, case .items(let mark, let items)? = last {
                blocks[blocks.count - 1] = .items(
                    mark: mark,
                    items.dropLast() + [items[items.count - 1] + " " + line.trimmed]
                )
            } else if isOpen, case .paragraph(let begun)? = last {
                blocks[blocks.count - 1] = .paragraph(begun + " " + line)
            } else {
                blocks.append(.paragraph(line))
                isOpen = true
            }
        }
        return blocks
    }

    private var isParagraph: Bool { if case .paragraph = self { true } else { false } }

    /// What a line quotes; nil if it quotes nothing.
    static func quoted(_ line: String) -> String? {
        guard line.hasPrefix(">") else { return nil }
        return String(line.dropFirst(line.hasPrefix("> ") ? 2 : 1))
    }

    /// The mark of a list's item, `- ` or a number as `1. `; nil if the line is none.
    ///
    /// - Parameter isWithin: whether the line goes on a paragraph. A number there ended a sentence (CommonMark 5.2 lets only 1 begin a
    ///   list there; in a lesson's prose that, too, is a number).
    static func itemMark(_ line: String, within isWithin: Bool) -> String? {
        if line.hasPrefix("- ") { return "- " }
        if isWithin { return nil }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        return 1...3 ~= digits.count && rest.hasPrefix(". ") ? digits + ". " : nil
    }

    /// The text without `<!-- … -->`; a line that held nothing else goes, too.
    static func withoutComments(_ text: String) -> String {
        guard text.contains("<!--") else { return text }
        return text.replacing(#/(?m:^)<!--(?s:.*?)-->\n?|<!--(?s:.*?)-->/#, with: "")
    }
}

extension Passage {
    /// A text as passages: what it quotes has one of its own.
    static func reading(_ text: String) -> [Passage] {
        guard text.contains(">") else { return [.text(text)] }
        var passages: [Passage] = []
        var lines: [String] = []
        var isQuoted = false
        func finish() {
            let text = lines.joined(separator: "\n").trimmed
            if !text.isEmpty { passages.append(isQuoted ? .quotation(text) : .text(text)) }
            lines = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let quoted = MarkdownBlock.quoted(line)
            if (quoted != nil) != isQuoted {
                finish()
                isQuoted.toggle()
            }
            lines.append(quoted ?? line)
        }
        finish()
        return passages
    }
}
