import Language
import Shell

/// Something that a lesson says, by what it is for; how it looks is the terminal's affair.
public enum Passage: Sendable, Equatable {
    /// The heading of a lesson or a step.
    case heading(String)
    /// Paragraphs of Markdown.
    case text(String)
    /// What somebody else has written, the article for instance, in paragraphs of Markdown.
    case quotation(String)
    /// A word of the glossary, and what it means, in one sentence.
    case definition(term: String, String)
    /// What to type.
    case task([String])
    /// A text that is shown as it is.
    case code(String)
    /// A drawing.
    case picture(Picture)
    /// The step is done, and why that is right.
    case praise(String)
    /// What is wanted and what there is.
    case difference(String)
    /// The answer to a usual mistake.
    case mistake(String)
    /// Help, after its label.
    case hint(label: String, String)
    /// A question and its answers.
    case question(String, [String])
    /// An empty line before what comes next.
    case gap
    /// What happened to the lesson: skipped, reset, over.
    case note(String)

    /// The passage as lines of at most `width` columns; a drawing is made for the canvas, which may be wider than text reads
    /// well.
    public func lines(width: Int, on canvas: Canvas = .unlimited) -> [String] {
        switch self {
        case .heading(let title): ["", "== \(title) ==", ""]
        case .text(let text): Self.paragraphs(text, width)
        case .quotation(let text): Self.quoted(text, width) + [""]
        case .definition(let term, let sentence): Self.marked("  \(term): ", sentence, width) + [""]
        case .task(let lines): lines.map { "    \($0)" } + [""]
        case .code(let text): Self.indented(text)
        case .picture(let picture): Self.indented(picture.text(on: Self.inside(canvas, width)))
        case .praise(let text): Self.marked("✓ ", text, width)
        case .difference(let text): Self.marked("… ", text, width)
        case .mistake(let text): Self.marked("✗ ", text, width)
        case .hint(let label, let text): Self.marked(label, text, width)
        case .question(let text, let answers):
            Self.paragraphs(text, width)
                + answers.enumerated().flatMap { Self.marked("  \($0.offset + 1)  ", $0.element, width) }
                + (answers.isEmpty ? [] : [""])
        case .gap: [""]
        case .note(let text): Self.marked("-- ", text, width)
        }
    }

    private static func quoted(_ text: String, _ width: Int) -> [String] {
        paragraphs(text, width - DisplayWidth.of(bar)).dropLast().map { $0.isEmpty ? bar.trimmed : bar + $0 }
    }

    /// What a quotation has before each of its lines.
    private static let bar = "│ "

    private static func indented(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 } + [""]
    }

    /// The widest that a drawing is made, in columns.
    private static let widestPicture = 120

    /// The room for a drawing, indented as code is.
    private static func inside(_ canvas: Canvas, _ width: Int) -> Canvas {
        Canvas(width: min(canvas.width ?? width, widestPicture) - 4, alphabet: canvas.alphabet)
    }

    private static func marked(_ mark: String, _ text: String, _ width: Int) -> [String] {
        let indent = String(repeating: " ", count: DisplayWidth.of(mark))
        let lines = paragraphs(text, width - indent.count).dropLast()
        return lines.enumerated().map { $0.element.isEmpty ? "" : ($0.offset == 0 ? mark : indent) + $0.element }
    }

    /// Paragraphs and list items wrapped, these under their beginning; indented lines and tables stay as they are.
    private static func paragraphs(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var paragraph: [String] = []
        var bullet = ""
        var quotation: [String] = []
        func finish() {
            if !paragraph.isEmpty { lines += paragraph.joined(separator: " ").wrapped(width: width, behind: bullet) }
            if !quotation.isEmpty { lines += quoted(quotation.joined(separator: "\n"), width) }
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
                lines.append(line)
            } else {
                if !quotation.isEmpty { finish() }
                paragraph.append(bullet.isEmpty ? line : line.trimmed)
            }
        }
        finish()
        return lines + [""]
    }
}
