import Language
import Shell

/// A lesson as its file says it.
public struct Lesson: Sendable {
    /// The file that it came from.
    public let file: String
    /// What stands above the first step.
    public let head: LessonHead
    /// The text between the head and the first step.
    public let introduction: String
    /// The steps in order.
    public let steps: [Step]
    /// The words for what is said beside the file's.
    public var messages = Messages.english
    /// What names this very content: the SHA-256 digest of the file, where it wants more than every lesson may; else
    /// empty.
    public var digest = ""
    /// The language of its text, as `fr`: that of its translation, or English.
    public internal(set) var language = "en"
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

    /// A fenced block: what its info string says it is for, and its lines.
    public struct Fence: Sendable {
        /// What it is for.
        public let kind: Kind
        /// Its lines.
        public let text: String
        /// The number of its first line in the file.
        public let line: Int

        /// What a fence can be for.
        public enum Kind: Hashable, Sendable {
            /// What to type, with the expected replies.
            case perform
            /// What must be so when the step is done.
            case check
            /// Help, in levels from 1.
            case hint(Int)
            /// A question with answers to choose from.
            case choice
            /// A call whose outcome the learner says before it runs.
            case predict
            /// What is done before the step, unseen.
            case setup
            /// The other end of a connection, run in the background, for the step or for those that follow too.
            case peer(String, stays: Bool)
            /// What solves the step.
            case solution
            /// A usual wrong answer, and what is said to it.
            case mistake
            /// A note for who presents.
            case say
            /// Code that is only shown.
            case shown(String)
        }
    }
}

extension Lesson.Step {
    /// The fences of a kind.
    public func fences(_ kind: Lesson.Fence.Kind) -> [Lesson.Fence] { fences.filter { $0.kind == kind } }

    /// The statements that solve the step: the solution's, or those that the learner is told to type.
    public var answer: Transcript {
        let solution = fences(.solution).map(\.transcript)
        let steps = (solution.isEmpty ? fences(.perform).map(\.transcript) : solution).flatMap(\.steps)
        return Transcript(steps: steps)
    }

    /// The hints from the first level on.
    public var hints: [String] {
        fences.compactMap { fence -> (Int, String)? in
            if case .hint(let level) = fence.kind { (level, fence.text) } else { nil }
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The scripted other ends by name.
    public var peers: [(name: String, stays: Bool, script: Lesson.Fence)] {
        fences.compactMap { fence in
            if case .peer(let name, let stays) = fence.kind { (name, stays, fence) } else { nil }
        }
    }

    /// The usual wrong answers.
    public var mistakes: [Mistake] { fences(.mistake).map(Mistake.init) }
}

extension Lesson.Fence {
    /// The fence as a session; where no line has a mark in front, every line is typed.
    public var transcript: Transcript {
        let hasMarks = text.split(separator: "\n").contains { $0.hasPrefix("> ") }
        return hasMarks ? Transcript(text, firstLine: line) : Transcript(script: text, line: line)
    }
}

extension String {
    /// The text without blanks and line ends around it.
    var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

extension Lesson {
    /// What the lesson's own statements may touch: its folder and the temporary one, addresses of this machine.
    public var confinement: Confinement {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return Confinement(
            own: file.hasPrefix("/") ? folder : nil,
            folders: isGranted ? head.files : [],
            networks: isGranted ? head.networks : [],
            isReachable: isOurs
        )
    }

    /// What it wants beyond what every lesson may, a sentence for each kind; empty where it wants nothing.
    public var demands: [String] {
        let others = head.networks.filter { !$0.isWildcard }
        let networks = others.map(\.description).joined(separator: ", ")
        let own = head.networks.filter(\.isWildcard).map(\.description).joined(separator: ", ")
        let files = head.files.map(Quoting.word).joined(separator: ", ")
        return (networks.isEmpty ? [] : [messages(.wantsNetworks, ["title": head.title, "networks": networks])])
            + (own.isEmpty ? [] : [messages(.wantsToBeReached, ["title": head.title, "addresses": own])])
            + (files.isEmpty ? [] : [messages(.wantsFiles, ["title": head.title, "files": files])])
    }
}
