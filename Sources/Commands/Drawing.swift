import Journal
import Language
import Shell
import Views

extension Registry.Family {
    /// Pictures of what happened.
    static let drawing = Self("Pictures of what happened", [.diagram])
}

private let socketNames = Parameter("sockets", Repeated(JournaledSocket()))
private let since = Flag(
    "since",
    Number("N", in: 1...Int.max, about: "the number of a call"),
    about: "begin at the call of that number"
)
private let width = Flag(
    "width",
    Number("COLUMNS", in: 30...1000, about: "a number of columns"),
    about: "how wide the text may be; the terminal's width where none is given, or 80"
)
private let ascii = Flag("ascii", Present(), about: "draw with ASCII characters only")
private let svg = Flag("svg", FilePath(about: "a file for the picture"), about: "write an SVG picture into a file")

extension Command {
    static let diagram = Command(
        "diagram",
        "draw what happened between sockets",
        about: """
            A sequence diagram of the session, time going down: a lane for each socket, and for each peer that is \
            not in this shell; the calls beside their lane, what came of them behind =, a new state in brackets, an \
            error where it struck. Arrows are what went from one to the other: data with its size, and the SYN, \
            FIN and RST that TCP sends in such a call; they are told from the calls, not captured. A double line is \
            a call that waited.
            """,
        parameters: [socketNames],
        flags: [since, width, ascii, svg],
        replies: "the drawing",
        style: .raw,
        examples: [
            Example(
                "two ends",
                """
                > socketpair
                s1 s2
                > s1.send hello
                5
                > s2.recv 100
                "hello"
                > diagram
                ...
                """
            )
        ],
        seeAlso: ["sockets"]
    ) { invocation throws(Failure) in
        let selection = SequenceDiagram.Selection(sockets: Set(invocation[socketNames]), since: invocation[since])
        let diagram = SequenceDiagram(invocation.session.journal.calls(from: 1), selection)
        guard !diagram.isEmpty else { return .text("nothing has happened yet\n") }
        if let path = invocation[svg] {
            try invocation.write(DiagramSVG.text(diagram), to: path)
            return .none
        }
        let columns = invocation[width] ?? 80
        return .text(DiagramText.text(diagram, width: columns, isASCII: invocation[ascii] != nil))
    }
}

extension Invocation {
    /// Writes a text into a file, which appears under its name when it is complete.
    fileprivate func write(_ text: String, to path: String) throws(Failure) {
        let file = try File.create(path, at: span)
        do throws(Failure) {
            try file.write(Array(text.utf8))
            try file.finish()
        } catch {
            file.abandon()
            throw error
        }
    }
}
