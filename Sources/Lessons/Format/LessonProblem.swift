import Language

/// Something wrong with a lesson's file, and where.
public struct LessonProblem: Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// What can be wrong.
    public enum Kind: Hashable, Sendable {
        /// The file cannot be read.
        case unreadable(String)
        /// More bytes than a lesson may have.
        case tooLong(limit: Int)
        /// The file is not text.
        case notText
        /// A line with a character that acts on a terminal; the line with it spelled out.
        case controlCharacter(String)
        /// A line of the head that is no `key: value`.
        case malformedHead(String)
        /// A key that no head has.
        case unknownKey(String, known: [String])
        /// A value that its key cannot have.
        case malformedValue(key: String, value: String, wanted: String)
        /// A head that wants more than fits on a screen; characters.
        case tooMuchWanted(limit: Int)
        /// A head without a key that it must have.
        case missingKey(String)
        /// An id that is no name.
        case malformedID(String)
        /// A heading without `{#id}`.
        case missingID(String)
        /// Two steps with one id.
        case repeatedID(String)
        /// A lesson that is twice in an index.
        case repeatedLesson(String)
        /// An id that is not the file's name.
        case otherID(String, file: String)
        /// A lesson that should come before and is not there.
        case unknownNeed(String, near: [String])
        /// A lesson that should come before and comes later, or is the lesson itself.
        case laterNeed(String)
        /// A name in brackets that nothing defines.
        case undefinedName(String)
        /// A step to do without a hint.
        case noHints(String)
        /// A lesson without steps.
        case noSteps
        /// A fence that is never closed.
        case openFence
        /// An info string that means nothing.
        case unknownFence(String, near: [String])
        /// A fence before the first step that is not only shown.
        case earlyFence(String)
        /// A line of a check that means nothing.
        case malformedCheck(String)
        /// Statements that are none.
        case malformedScript(String)
        /// A question without answers, or without exactly one right one.
        case malformedChoice(String)
        /// A prediction without a line to run or without what will happen.
        case malformedPredict(String)
        /// A step with a check and nothing that solves it.
        case missingSolution(String)
        /// A step with a check and fewer than two hints.
        case missingHints(String)
        /// Two peers of a step with one name.
        case repeatedPeer(String)
        /// A mistake without a line typed or without an answer.
        case malformedMistake
        /// A mistake that depends on an error that does not exist.
        case unknownError(String)
        /// A check of a call that no command makes.
        case unknownCall(String, near: [String])
        /// A line that is still to be written.
        case unfinished
        /// A question that comes after what is to be done, or after the check.
        case lateQuestion(String)
        /// A step of a translation whose fences are not in the lesson's order.
        case mismatched(step: String, wanted: [String])
        /// A step of a translation that the lesson has not.
        case unknownStep(String)
        /// A key that no message has.
        case unknownMessage(String)
        /// A line of a glossary that is no `term: sentence`.
        case malformedTerm(String)
        /// A word twice in a glossary.
        case repeatedTerm(String)
        /// An exercise that is not the last step.
        case earlyExercise
        /// An exercise without a check.
        case uncheckedExercise
        /// A message twice in a catalogue.
        case repeatedMessage(String)
        /// A message that a catalogue lacks.
        case missingMessage(String)
        /// A translated message that does not fill in what the English one does.
        case placeholders(String, wanted: [String])
    }

    /// A problem at a place.
    public init(file: String, line: Int, _ kind: Kind) {
        self.file = file
        self.line = line
        self.kind = kind
    }

    /// `FILE:LINE: what is wrong`
    public var description: String { Quoting.printable("\(file):\(line): \(kind.sentence)".utf8) }
}

extension LessonProblem.Kind {
    /// What is wrong, in one sentence.
    public var sentence: String {
        switch self {
        case .unreadable(let why): why
        case .tooLong(let limit): "a lesson has at most \(limit) bytes"
        case .notText: "this is not UTF-8 text"
        case .controlCharacter(let line):
            "a lesson is plain text, without control characters: \(line.prefix(60))"
        case .malformedHead(let line): "\"\(line.prefix(60))\" is not a `key: value` line"
        case .unknownKey(let key, let known): "a head has no key \(key); there are \(known.joined(separator: ", "))"
        case .malformedValue(let key, let value, let wanted): "\(key): \"\(value.prefix(60))\" is not \(wanted)"
        case .tooMuchWanted(let limit):
            "networks, names and files have more than \(limit) characters: the question about them has to fit on a screen"
        case .missingKey(let key): "the head has no \(key)"
        case .malformedID(let id): "\"\(id.prefix(60))\" is not an id: lower-case letters, digits and -, a letter first"
        case .missingID(let title): "the heading \"\(title.prefix(60))\" has no id: ## \(title.prefix(60)) {#id}"
        case .repeatedID(let id): "two steps have the id \(id)"
        case .repeatedLesson(let id): "the lesson \(Quoting.word(id)) is in the index already"
        case .otherID(let id, let file): "the id is \(id) but the file is called \(file).md; they must be the same"
        case .unknownNeed(let id, let near):
            "needs: there is no lesson \(Quoting.word(id))" + (near.isEmpty ? "" : "; did you mean \(near[0])?")
        case .laterNeed(let id): "needs: \(id) does not come before this lesson in the index"
        case .undefinedName(let name):
            "[\(name)] means nothing: it is neither a port of the head nor in an earlier reply"
        case .noHints(let id): "step \(id) has no hint for those who ask for one"
        case .noSteps: "the lesson has no steps: ## Title {#id}"
        case .openFence: "this fence is never closed"
        case .unknownFence(let info, let near):
            "there is no fence \"\(info.prefix(40))\"" + (near.isEmpty ? "" : "; did you mean \(near[0])?")
        case .earlyFence(let info): "\"\(info.prefix(40))\" belongs to a step, and stands before the first one"
        case .malformedCheck(let why): "check: \(why)"
        case .malformedScript(let why): why
        case .malformedChoice(let why): "choice: \(why)"
        case .malformedPredict(let why): "predict: \(why)"
        case .missingSolution(let id): "step \(id) has a check but neither do nor solution"
        case .missingHints(let id): "step \(id) has a check but fewer than two hints"
        case .repeatedPeer(let name): "two peers of this step have the name \(name)"
        case .malformedMistake: "a mistake needs at least one typed line (> …) and an answer below it"
        case .unknownError(let name): "mistake: \(Quoting.word(name)) is not an error"
        case .unknownCall(let name, let near):
            "check: no command calls \(Quoting.word(name))" + (near.isEmpty ? "" : "; did you mean \(near[0])?")
        case .unfinished: "TODO: this is still to be written"
        case .lateQuestion(let id):
            "step \(id) asks a question after its do or check; a question stops what comes after it"
        case .mismatched(let step, let wanted):
            "step \(step): the lesson has the fences \(wanted.joined(separator: ", ")) here, in this order"
        case .unknownStep(let id): "the lesson has no step \(id)"
        case .unknownMessage(let key): "\"\(key.prefix(60))\" is not a message"
        case .malformedTerm(let line): "\"\(line.prefix(60))\" is not a `term: one sentence` line"
        case .repeatedTerm(let term): "the term \(Quoting.word(term)) is there more than once"
        case .earlyExercise: "the exercise is the last step: only the closing section may come after it"
        case .uncheckedExercise: "the exercise has no check, so nothing says that it is solved"
        case .repeatedMessage(let key): "the message \(key) is there more than once"
        case .missingMessage(let key): "the message \(key) is missing"
        case .placeholders(let key, let wanted):
            wanted.isEmpty
                ? "the message \(key) fills in nothing"
                : "the message \(key) fills in \(wanted.map { "{\($0)}" }.joined(separator: " "))"
        }
    }
}

extension LessonProblem {
    /// Why statements do not parse, at its line; empty if they do.
    static func statements(_ text: String, line: Int) -> [(line: Int, kind: Kind)] {
        let source = Source(file: "", firstLine: line, text: Array(text.utf8))
        do {
            _ = try Parser.parse(source)
            return []
        } catch {
            return [(source.position(of: error.span.start).line, .malformedScript(error.problem.description))]
        }
    }
}
