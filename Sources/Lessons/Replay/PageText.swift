import Drawing
import Language

/// What a lesson says, in HTML: the Markdown of lessons (`Lessons/README.md`) with its code and emphasis as such.
enum PageText {
    /// A passage as elements.
    static func html(_ passage: Passage) -> String {
        switch passage {
        case .heading(let title): "<h2>\(inline(title))</h2>\n"
        case .text(let text): blocks(text)
        case .order(let text): marked("order", "▸", text)
        case .task(let lines): preformatted(lines, "task")
        case .quotation(let text): "<blockquote>\(blocks(text))</blockquote>\n"
        case .definition(let term, let sentence):
            division("definition", "<p><dfn>\(inline(term))</dfn>: \(inline(sentence))</p>\n")
        case .code(let text): preformatted([text])
        case .picture(let picture): preformatted([picture.text(on: .unlimited)])
        case .praise(let text): marked("praise", "✓", text)
        case .difference(let text): marked("difference", "…", text)
        case .mistake(let text): marked("mistake", "✗", text)
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

    /// A line of Markdown as elements.
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

    private static func preformatted(_ lines: [String], _ name: String = "shown") -> String {
        "<pre class=\"\(name)\">\(escaped(lines.joined(separator: "\n")))</pre>\n"
    }

    /// Blocks with a sign before the first of them.
    private static func marked(_ name: String, _ sign: String, _ text: String) -> String {
        let (html, sign) = (blocks(text), "<span class=\"sign\">\(sign)</span> ")
        let paragraph = "<p>"
        return division(
            name,
            html.hasPrefix(paragraph) ? paragraph + sign + html.dropFirst(paragraph.count) : sign + html
        )
    }

    private static func division(_ name: String, _ content: String) -> String {
        "<div class=\"\(name)\">\(content)</div>\n"
    }
}
