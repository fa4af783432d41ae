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
            let question = PlainQuestion(source.text) ?? topic(failure).map({ PlainQuestion(about: $0) })
        else { return nil }
        let isWanted = session.isInteractive || question.opening == .ask
        let told = isWanted ? nil : Failure.question(question.text)
        let reply = answer(question.text, session)
        return .question(told, conclude(statement, reply: reply, failure: told, style: .line))
    }
}

extension Interpreter {
    /// The failure of a call with a flag that asks for help in other shells: help is a command here.
    func asksForHelp(_ call: CallSyntax, _ failure: Failure) -> Failure {
        let name = call.command.text
        let flags: Set = ["--help", "-h", "-help", "-?", "/?"]
        guard session.registry[name] != nil, call.arguments.contains(where: { $0.word.map(flags.contains) ?? false })
        else {
            return failure
        }
        let message = "help is a command of its own"
        return Failure(.other(.wrongArguments, message: message, advice: ["help \(name)"]), at: failure.span)
    }

    /// The page of help that is meant by a line of one word, such as `tutorial`.
    private func topic(_ failure: Failure) -> String? {
        guard failure.className == FailureClass.unknownCommand.rawValue, source.text.count < 100 else { return nil }
        if case .valueAsCommand = failure.reason { return nil }
        let words = source.text(of: Span(0, source.text.count)).split(whereSeparator: \.isWhitespace)
        return words.count == 1 ? session.registry.topic(words[0].lowercased())?.name : nil
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
