/// A kind of fence: all that reading, showing, translating and linting a lesson have to know about it.
///
/// A new kind is a declaration like those in `FenceKind+All.swift`, and its name in ``all``. What is *done* with it belongs to those who
/// do it and ask for `step.fences(.kind)`: `Stage` when a step begins, `LessonGuide`, `Replay`, `LessonTester`.
public struct FenceKind: Sendable {
    /// The words that its info string may begin with.
    let names: [String]
    /// How its info string is written, for who wrote another.
    let usage: String
    /// How its lines are read.
    let lines: Lines
    /// Whether it has its place in the step's text, which goes on after it; a translation repeats it to mark the place. A kind with a
    /// passage or a question needs it, or it is lost in a translation.
    let partsText: Bool
    /// The words after the name as they are kept; nil if they are not such as the kind needs.
    let arguments: @Sendable ([String]) -> [String]?
    /// How a translation says it in another language; nil if it is the same in every language.
    let translation: Translation?
    /// How it is shown in its place, its names filled in, with the lesson's messages for what it says beside its lines; nil if it is
    /// not for reading.
    let passage: @Sendable (_ fence: Fence, _ filled: (String) -> String, _ messages: Messages) -> Passage?
    /// The question that it asks; nil if it asks none.
    let challenge: @Sendable (Fence) -> Challenge?
    /// What is wrong with it, by lines of the file, apart from statements that do not parse.
    let problems: @Sendable (Fence) -> [(line: Int, kind: LessonProblem.Kind)]

    /// How the lines of a fence are read.
    enum Lines: Sendable {
        /// Statements that are typed one after the other, each with the reply that is expected.
        case typed
        /// Statements that are run as a whole.
        case script
        /// Words, perhaps with names in brackets.
        case words
        /// As they are; brackets have no meaning.
        case verbatim
    }

    /// How the words of a fence are translated.
    struct Translation: Sendable {
        /// The lines that the fence has in the other language.
        let merged: @Sendable (_ own: Fence, _ translation: Fence) -> String
        /// Why the translation cannot be this fence's; nil if it can.
        let problem: @Sendable (_ own: Fence, _ translation: Fence) -> LessonProblem.Kind?

        /// All of it is said again, in the other language.
        static let whole = Translation(merged: { $1.text }, problem: { _, _ in nil })
    }

    /// A kind that needs no words after its name and is not shown, unless it says otherwise.
    init(
        _ names: String...,
        usage: String? = nil,
        lines: Lines = .words,
        partsText: Bool = false,
        arguments: @escaping @Sendable ([String]) -> [String]? = { _ in [] },
        translation: Translation? = nil,
        passage: @escaping @Sendable (Fence, (String) -> String, Messages) -> Passage? = { _, _, _ in nil },
        challenge: @escaping @Sendable (Fence) -> Challenge? = { _ in nil },
        problems: @escaping @Sendable (Fence) -> [(line: Int, kind: LessonProblem.Kind)] = { _ in [] }
    ) {
        self.names = names
        self.usage = usage ?? names[0]
        self.lines = lines
        self.partsText = partsText
        self.arguments = arguments
        self.translation = translation
        self.passage = passage
        self.challenge = challenge
        self.problems = problems
    }
}

extension FenceKind: Equatable {
    public static func == (one: Self, other: Self) -> Bool { one.names == other.names }
}
