import Journal
import Language

extension Interpreter {
    /// Answers a question in plain words that was typed in place of a statement; nil if it is none, or if nothing here
    /// answers questions.
    ///
    /// At the prompt the answer is a reply like any other. A script has it on its output too, but stops: a line that is
    /// no statement was hardly meant to be answered.
    func answer(_ failure: Failure, _ statement: BegunStatement) -> Exit? {
        guard failure.isNoStatement, job == nil, confinement == nil, !isQuiet, let answer = session.registry.answer,
            source.text.prefix(statement.span.start).allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            ),
            let question = PlainQuestion(source.text)
        else { return nil }
        let isWanted = session.isInteractive || question.opening == .ask
        let told = isWanted ? nil : Failure.question(question.text)
        let reply = answer(question.text, session)
        return .question(told, conclude(statement, reply: reply, failure: told, style: .line))
    }
}

extension Exit {
    /// Whether the whole source was a question.
    var isQuestion: Bool { if case .question = self { true } else { false } }
}

extension Failure {
    /// Whether it is about what was typed, before anything was done.
    fileprivate var isNoStatement: Bool {
        switch reason {
        case .syntax, .unknownCommand, .valueAsCommand, .unknownVariable, .unknownSocket, .missingArgument,
            .extraArgument, .unknownFlag, .unsuitable, .notAMethod, .other(.unknownCommand, _, _):
            true
        default: false
        }
    }

    /// A question in a script.
    fileprivate static func question(_ text: String) -> Failure {
        let asked = text.utf8.count <= 100 ? text : "what is a socket"
        return Failure(
            .other(
                .unknownCommand,
                message: "a question is no statement; a script asks with ask",
                advice: ["ask \(Quoting.quote(asked.utf8))"]
            )
        )
    }
}
