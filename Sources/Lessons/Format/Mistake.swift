/// A usual wrong answer: what is typed, when it counts as one, and what is said to it.
///
///     > c.connect $path
///     ECONNREFUSED
///     when socket named s bound
///     The file is there, but s does not listen yet.
///
/// Below what is typed there may be how its last call has to end, an errno or `ok`, and after `when` what else must be so,
/// as conditions of a check. If it is not, this is not the mistake.
public struct Mistake: Sendable {
    /// What is typed.
    public let transcript: Transcript
    /// How a call of the last line ends: an errno's name or `ok`; nil if that does not matter.
    public let outcome: String?
    /// The conditions, each with its line; they hold after the last line that is typed.
    public let conditions: [(text: String, line: Int)]
    /// What is said.
    public let answer: String
    /// The line of the fence.
    public let line: Int
    /// What comes before the answer in the file: what a translation does not repeat.
    let terms: [String]

    /// The mistake in a fence.
    public init(_ fence: Fence) {
        let lines = fence.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let typed = lines.filter(\.isTyped)
        transcript = Transcript(typed.joined(separator: "\n"), firstLine: fence.line)
        var rest = lines.enumerated().filter { !$0.element.isTyped }[...]
        outcome = rest.first.flatMap { $0.element.isOutcome ? $0.element.trimmed : nil }
        if outcome != nil { rest = rest.dropFirst() }
        var conditions: [(text: String, line: Int)] = []
        while let (offset, line) = rest.first, line.hasPrefix(Self.mark) {
            conditions.append((String(line.dropFirst(Self.mark.count)), fence.line + offset))
            rest = rest.dropFirst()
        }
        self.conditions = conditions
        terms = typed + (outcome.map { [$0] } ?? []) + conditions.map { Self.mark + $0.text }
        answer = rest.map(\.element).joined(separator: "\n").trimmed
        line = fence.line
    }

    private static let mark = "when "
}

extension String {
    /// Whether a line of a mistake is typed.
    fileprivate var isTyped: Bool { hasPrefix("> ") || hasPrefix(". ") }

    /// Whether it can say how a call ends: `ok`, or a word like an errno's name.
    fileprivate var isOutcome: Bool {
        let word = trimmed
        if word == "ok" { return true }
        guard word.utf8.count > 2, word.hasPrefix("E") else { return false }
        return word.utf8.allSatisfy { $0 >= 65 && $0 <= 90 || $0 >= 48 && $0 <= 57 || $0 == 95 }
    }
}

extension FenceKind {
    /// A usual wrong answer, and what is said to it.
    public static let mistake = FenceKind(
        "mistake",
        translation: Translation(
            merged: { own, translation in (Mistake(own).terms + [Mistake(translation).answer]).joined(separator: "\n")
            },
            problem: { _, translation in Mistake(translation).answer.isEmpty ? .malformedMistake : nil }
        ),
        problems: { fence in
            let mistake = Mistake(fence)
            if mistake.transcript.steps.isEmpty || mistake.answer.isEmpty { return [(fence.line, .malformedMistake)] }
            let unknown = mistake.outcome.flatMap { $0 == "ok" || $0.error != nil ? nil : $0 }
            return (unknown.map { [(fence.line, .unknownError($0))] } ?? [])
                + mistake.transcript.steps.flatMap { LessonProblem.statements($0.input, line: $0.line) }
        }
    )
}
