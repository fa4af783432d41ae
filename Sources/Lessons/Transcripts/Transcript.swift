import Language
import Shell

/// A recorded session: what is typed, and what is to be replied.
///
/// A line after `> ` is typed; after `. ` it goes on. The lines below are the expected reply: `[..]` stands for
/// anything within a line, `...` alone on a line for any lines, `[PORT]` or another name in capitals for a word that
/// has to be the same wherever the name occurs again. Other lines before the first typed one are a comment.
public struct Transcript: Sendable {
    /// One thing that is typed.
    public struct Step: Sendable {
        /// What is typed, perhaps in several lines.
        public let input: String
        /// The lines of the expected reply.
        public let expected: [String]
        /// The number of its first line.
        public let line: Int
    }

    /// The steps in order.
    public let steps: [Step]

    /// These steps.
    public init(steps: [Step]) { self.steps = steps }

    /// A script of which every entry is typed and no reply is expected.
    public init(script: String, line: Int) {
        var reader = EntryReader(file: "")
        var steps: [Step] = []
        let take: (EntryReader.Piece) -> Bool = { piece in
            guard case .entry(let source) = piece else { return true }
            let text = String(decoding: source.text, as: UTF8.self).trimmed
            if !text.isEmpty, !text.hasPrefix("#") {
                steps.append(Step(input: text, expected: ["..."], line: line + source.firstLine - 1))
            }
            return true
        }
        if reader.take(script.utf8, take) { _ = reader.end(take) }
        self.steps = steps
    }

    /// The session in a text whose first line has the number `firstLine`.
    public init(_ text: String, firstLine: Int = 1) {
        var steps: [Step] = []
        var input: [String] = []
        var expected: [String] = []
        var start = firstLine
        func finish() {
            guard !input.isEmpty else { return }
            while expected.last?.isEmpty == true { expected.removeLast() }
            steps.append(Step(input: input.joined(separator: "\n"), expected: expected, line: start))
        }
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("> ") || line == ">" {
                finish()
                input = [String(line.dropFirst(2))]
                expected = []
                start = firstLine + offset
            } else if line.hasPrefix(". "), expected.isEmpty, !input.isEmpty {
                input.append(String(line.dropFirst(2)))
            } else if !line.hasPrefix("# ") || input.isEmpty {
                expected.append(String(line))
            }
        }
        finish()
        self.steps = steps
    }
}
