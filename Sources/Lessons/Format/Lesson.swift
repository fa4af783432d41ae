/// A lesson as its file says it.
public struct Lesson: Sendable {
    /// The file that it came from.
    public let file: String
    /// What comes before the first step.
    public let head: LessonHead
    /// The text between the head and the first step.
    public let introduction: String
    /// The steps in order.
    public let steps: [Step]
    /// What is said after the last step; nil if the file says nothing there.
    public let closing: Closing?
    /// The words that are explained where the lesson uses them first.
    public internal(set) var glossary = Glossary.none
    /// The words for what is said beside the file's.
    public var messages = Messages.english
    /// What names this very content: the SHA-256 digest of the file, if it wants more than every lesson may; else
    /// empty.
    public var digest = ""
    /// The language of its text, as `fr`: that of its translation, or English.
    public internal(set) var language = "en"
    /// The language that was asked for, in which it is not there; nil if it is in the one that was.
    var missingLanguage: String?
    /// Where it is from.
    public internal(set) var origin = Origin.folder("")
    /// Whether it is a lesson of the built-in course, or the same to the last byte.
    public internal(set) var isOurs = false
    /// Whether the learner lets it have what its head wants.
    public var isGranted = false

    /// One step: a task, what proves that it is done, and what helps.
    public struct Step: Sendable {
        /// Its name in files, stable whatever the title becomes.
        public let id: String
        /// The heading.
        public let title: String
        /// The line of the heading.
        public let line: Int
        /// What is to be read, in paragraphs of Markdown, with the fences that are shown in their places.
        public let body: [Block]
        /// Every fence.
        public let fences: [Fence]
    }

    /// A piece of a step's text.
    public enum Block: Sendable {
        /// Paragraphs.
        case text(String)
        /// A fence that stands there.
        case fence(Fence)
    }

    /// Where a lesson is from.
    public enum Origin: Hashable, Sendable {
        /// The course that is part of the program.
        case builtIn
        /// A folder, absolute and without links.
        case folder(String)
    }
}

extension Lesson.Step {
    /// The fences of a kind.
    public func fences(_ kind: FenceKind) -> [Fence] { fences.filter { $0.kind == kind } }

    /// The statements that solve the step: the solution's, or those that the learner is told to type.
    public var answer: Transcript {
        let solution = fences(.solution).map(\.transcript)
        let steps = (solution.isEmpty ? fences(.perform).map(\.transcript) : solution).flatMap(\.steps)
        return Transcript(steps: steps)
    }

    /// The hints from the first level on.
    public var hints: [String] {
        fences(.hint).map { (level: Int($0.arguments.first ?? "") ?? 1, text: $0.text) }
            .sorted { $0.level < $1.level }.map(\.text)
    }

    /// The scripted other ends by name.
    public var peers: [(name: String, stays: Bool, script: Fence)] {
        fences(.peer).map { ($0.arguments.first ?? "", $0.arguments.count > 1, $0) }
    }
}
