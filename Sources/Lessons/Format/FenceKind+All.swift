import Language

// The kinds with a type of their own (Question, Prediction, Mistake) are declared beside it.
extension FenceKind {
    /// Every kind of fence.
    static let all: [FenceKind] = [
        .perform, .check, .hint, .choice, .predict, .setup, .peer, .solution, .mistake, .say, .shown,
    ]

    /// What to type, with the expected replies.
    public static let perform = FenceKind(
        "do",
        lines: .typed,
        partsText: true,
        passage: { fence, filled, _ in .task(fence.transcript.steps.map { filled($0.input) }) }
    )

    /// What must be so when the step is done. Its conditions are read with those of the whole step.
    public static let check = FenceKind("check", partsText: true)

    /// Help, in levels from 1.
    public static let hint = FenceKind(
        "hint",
        usage: "hint LEVEL, from 1 to 9",
        arguments: { words in
            guard words.count == 1, let level = Int(words[0]), 1...9 ~= level else { return nil }
            return [String(level)]
        },
        translation: .whole
    )

    /// What is done before the step, unseen.
    public static let setup = FenceKind("setup", lines: .script)

    /// The other end of a connection, run in the background, for the step or for those that follow too.
    public static let peer = FenceKind(
        "peer",
        usage: "peer NAME, or peer NAME stays",
        lines: .script,
        arguments: { words in
            guard let name = words.first, name.isName, words.count == 1 || words == [name, "stays"] else { return nil }
            return words
        }
    )

    /// What solves the step.
    public static let solution = FenceKind("solution", lines: .typed)

    /// A note for whoever presents the lesson.
    public static let say = FenceKind("say", translation: .whole)

    /// Code that is only shown.
    public static let shown = FenceKind(
        "text",
        "python",
        "c",
        "swift",
        "sh",
        "console",
        "",
        lines: .verbatim,
        partsText: true,
        translation: .whole,
        passage: { fence, filled, _ in .code(filled(fence.text)) }
    )
}

extension FenceKind {
    /// The kind that an info string names, with its words; nil if there is none, or its words do not fit.
    static func find(_ info: String) -> (kind: FenceKind, name: String, arguments: [String])? {
        let words = info.split(separator: " ").map(String.init)
        let name = words.first ?? ""
        guard let kind = all.first(where: { $0.names.contains(name) }),
            let arguments = kind.arguments(Array(words.dropFirst()))
        else { return nil }
        return (kind, name, arguments)
    }
}
