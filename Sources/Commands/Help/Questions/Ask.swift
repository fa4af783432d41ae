import Explaining
import Journal
import Language
import Shell

private let question = Parameter("question", Repeated(Text("QUESTION", about: "a question in plain words")))

extension Command {
    static let ask = Command(
        "ask",
        "answer a question in plain words",
        about: """
            Looks the question up in all that is known here: the ideas, errors, options and states that explain tells of, \
            the commands, the pages of help. The best answer is printed, with where to read on. At the prompt ask \
            can be left out: a line that begins with why, what, how, is, can or the like, or ends with a question mark, \
            and is no command, is a question. In a script such a line is answered too, but it is an error; a script asks \
            with ask. Nothing is sent anywhere.
            """,
        parameters: [question],
        replies: "the answer",
        style: .line,
        examples: [
            Example("what something is", "> ask what is localhost\nloopback: this machine itself\n..."),
            Example("an error", "> ask i get connection refused\nECONNREFUSED [..]\n..."),
        ],
        seeAlso: ["questions", "help", "explain", "apropos"]
    ) { invocation throws(Failure) in
        let words = invocation[question]
        guard !words.isEmpty else {
            throw Failure(.missingArgument("QUESTION", usage: "ask what is a socket"), at: invocation.span)
        }
        return .picture(QuestionAnswer(words.joined(separator: " "), in: invocation.session).picture)
    }
}
