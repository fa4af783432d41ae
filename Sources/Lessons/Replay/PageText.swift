import Drawing
import Language

/// What a lesson says, in HTML: the Markdown of lessons (`Lessons/README.md`) with its code and emphasis as such.
enum PageText {
    /// A passage as elements.
    static func html(_ passage: Passage) -> String {
        switch passage {
        case .heading(let title): "<h2>\(inline(title))</h2>\n"
        case .text(let text): blocks(text)
        case .task(let lines): preformatted(lines)
        case .code(let text): preformatted([text])
        case .picture(let picture): preformatted([picture.text(on: .unlimited)])
        case .praise(let text): division("praise", blocks("✓ " + text))
        case .difference(let text): division("difference", blocks("… " + text))
        case .mistake(let text): division("mistake", blocks("✗ " + text))
        case .hint(let label, let text): division("hint", blocks(label + text))
        case .question(let text, let answers):
            division("question", blocks(text) + (answers.isEmpty ? "" : list("ol", answers.map(inline))))
        case .gap: ""
        case .note(let text): division("note", blocks(text))
        }
    }

    /// The text without control characters (ECMA-48's sequences are taken out whole), and with HTML's own spelled out.
    static func escaped(_ text: some StringProtocol) -> String {
        let scalars = sequence(state: Substring(text).unicodeScalars) { rest in
            while rest.first == "\u{1b}" {
                rest.removeFirst()
                skipSequence(&rest)
            }
            return rest.popFirst()
        }
        return Markup.escaped(scalars) { scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" ? nil : scalar
        }
    }

    /// Takes out what belongs to an escape character: `[`, parameters and the last letter of a control sequence.
    private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
        guard rest.first == "[" else { return }
        rest.removeFirst()
        while let scalar = rest.popFirst() { if 0x40...0x7e ~= scalar.value { return } }
    }

    /// A line of Markdown: code between grave accents, emphasis between asterisks; anything else is text.
    static func inline(_ text: String) -> String {
        var html = ""
        var rest = text[...]
        while let first = rest.first {
            if let (tag, inner, behind) = span(rest, after: html.last) {
                html += "<\(tag)>\(tag == "code" ? escaped(inner) : inline(String(inner)))</\(tag)>"
                rest = behind
            } else {
                html += escaped(String(first))
                rest.removeFirst()
            }
        }
        return html
    }

    /// The code or emphasis that a text begins with: its tag, what is in it, what is after it.
    private static func span(_ text: Substring, after last: Character?) -> (String, Substring, Substring)? {
        for (mark, tag) in [("`", "code"), ("**", "strong"), ("*", "em")] where text.hasPrefix(mark) {
            let inside = text.dropFirst(mark.count)
            guard let end = inside.firstRange(of: mark), end.lowerBound > inside.startIndex else { continue }
            let inner = inside[..<end.lowerBound]
            let behind = inside[end.upperBound...]
            if mark == "`" { return (tag, inner, behind) }
            // An asterisk of C or of a formula is beside a blank, or within a word.
            let isAtWords = last?.isLetter != true && behind.first.map { !$0.isLetter && !$0.isNumber } ?? true
            if isAtWords, inner.first?.isWhitespace == false, inner.last?.isWhitespace == false, !inner.hasPrefix("*") {
                return (tag, inner, behind)
            }
        }
        return nil
    }

    private static func blocks(_ text: String) -> String {
        MarkdownBlock.all(in: text).map { block in
            switch block {
            case .paragraph(let text): "<p>\(inline(text))</p>\n"
            case .items(let mark, let items):
                mark == "- "
                    ? list("ul", items.map(inline)) : list("ol start=\"\(mark.dropLast(2))\"", items.map(inline))
            case .lines(let lines): preformatted(lines)
            }
        }.joined()
    }

    private static func list(_ opening: String, _ items: [String]) -> String {
        "<\(opening)>\(items.map { "<li>\($0)</li>" }.joined())</\(opening.prefix(2))>\n"
    }

    private static func preformatted(_ lines: [String]) -> String {
        "<pre class=\"shown\">\(escaped(lines.joined(separator: "\n")))</pre>\n"
    }

    private static func division(_ name: String, _ content: String) -> String {
        "<div class=\"\(name)\">\(content)</div>\n"
    }
}
