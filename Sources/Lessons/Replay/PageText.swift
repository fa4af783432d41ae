import Drawing
import Language

/// What a lesson says, in HTML: the Markdown of lessons (`Lessons/README.md`) with its code and emphasis as such.
enum PageText {
    /// A passage as elements.
    static func html(_ passage: Passage) -> String {
        switch passage {
        case .heading(let title): "<h2>\(inline(title))</h2>\n"
        case .text(let text): blocks(text)
        case .quotation(let text): "<blockquote>\(blocks(text))</blockquote>\n"
        case .definition(let term, let sentence):
            division("definition", "<p><dfn>\(inline(term))</dfn>: \(inline(sentence))</p>\n")
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
        var last: Character?
        while let first = rest.first {
            if let span = MarkdownSpan.beginning(rest, after: last) {
                let (tag, inner) = (tags[span.kind] ?? "span", String(span.inner))
                html += "<\(tag)>\(span.kind == .code ? escaped(inner) : inline(inner))</\(tag)>"
                (rest, last) = (span.rest, span.kind.rawValue.last)
            } else {
                html += escaped(String(first))
                last = rest.removeFirst()
            }
        }
        return html
    }

    private static let tags: [MarkdownSpan.Kind: String] = [.code: "code", .strong: "strong", .emphasis: "em"]

    private static func blocks(_ text: String) -> String {
        MarkdownBlock.all(in: text).map { block in
            switch block {
            case .paragraph(let text): "<p>\(inline(text))</p>\n"
            case .items(let mark, let items):
                mark == "- "
                    ? list("ul", items.map(inline)) : list("ol start=\"\(mark.dropLast(2))\"", items.map(inline))
            case .lines(let lines): preformatted(lines)
            case .quotation(let text): "<blockquote>\(Self.blocks(text))</blockquote>\n"
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
