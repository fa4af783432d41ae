import Drawing
import Journal
import Language
import Shell

extension Registry.Family {
    /// Pictures of what happened.
    static let drawing = Self("Pictures of what happened", [.diagram, .ruler])
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
    about: "how wide the text may be; the terminal's width if none is given, or 80"
)
private let svg = Flag("svg", FilePath(about: "a file for the picture"), about: "write an SVG picture into a file")
private let mermaid = Flag("mermaid", Present(), about: "write it in Mermaid's language, for Markdown")
private let socketName = Parameter("socket", Optionally(JournaledSocket()))

extension Command {
    static let diagram = Command(
        "diagram",
        "draw what happened between sockets",
        about: """
            A sequence diagram of the session, time going down: a lane for each socket, and for each peer that is \
            not in this shell; the calls beside their lane, what came of them after =, a new state in brackets, an \
            error where it struck. Arrows are what went from one to the other: data with its size, and the SYN, \
            FIN and RST that TCP sends in such a call; they are told from the calls, not captured. A double line is \
            a call that waited. Where another layer has something to say about a call, it stands below it.
            """,
        parameters: [socketNames],
        flags: [since, width, ascii, unicode, svg, mermaid],
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
        seeAlso: ["ruler", "sockets"],
        isView: true
    ) { invocation throws(Failure) in
        let journal = invocation.session.journal
        let (names, first) = (Set(invocation[socketNames]), invocation[since])
        let selection = SequenceDiagram.Selection(sockets: names, since: first, newest: journal.count)
        let calls = journal.excerpt(of: names, since: first)
        let diagram = SequenceDiagram(calls, selection, layers: journal.events(of: calls))
        guard !diagram.isEmpty else { return .text("nothing has happened yet\n") }
        if let path = invocation[svg] {
            try File.save(DiagramSVG.text(diagram), as: path, at: invocation.span, for: invocation.waiter)
            return .none
        }
        if invocation[mermaid] != nil { return .text(DiagramMermaid.text(diagram)) }
        return invocation.drawn { DiagramText.text(diagram, width: $0, isASCII: $1 == .ascii) }
    }

    static let ruler = Command(
        "ruler",
        "lay the sizes sent over the sizes received",
        about: """
            For each direction, what was sent is above what was received, byte for byte: a stream keeps no \
            borders, so one receive can take several sends, or part of one. A datagram is received by itself, and \
            what did not fit is lost. What was only peeked at is dotted, ! is the urgent byte. Without a name it is \
            about every socket.
            """,
        parameters: [socketName],
        flags: [width, ascii, unicode],
        replies: "a ruler for each direction",
        style: .raw,
        examples: [
            Example(
                "two sends, one receive",
                """
                > socketpair
                s1 s2
                > s1.send abc
                3
                > s1.send defgh
                5
                > s2.recv 100
                "abcdefgh"
                > ruler s1
                s1 → s2: 8 bytes in 2 sends, 8 bytes received in 1 call
                ...
                """
            )
        ],
        seeAlso: ["diagram", "send", "recv"],
        isView: true
    ) { invocation throws(Failure) in
        let journal = invocation.session.journal
        let calls = journal.excerpt(of: Set([invocation[socketName]].compactMap { $0 }))
        let rulers = Ruler.rulers(calls, socket: invocation[socketName])
        if journal.count > Journal.pictureReach {
            invocation.note("it shows the newest \(Journal.pictureReach) calls")
        }
        guard !rulers.isEmpty else { return .text("nothing was sent or received yet\n") }
        return invocation.drawn { RulerText.text(rulers, width: $0, isASCII: $1 == .ascii) }
    }
}

extension Invocation {
    /// A drawing, in the width and characters that flags ask for, else those of what shows it.
    fileprivate func drawn(_ draw: @escaping @Sendable (_ width: Int, _ alphabet: Alphabet) -> String) -> Value {
        let (wanted, chosen) = (self[width], alphabet)
        return .picture(Picture { canvas in draw(wanted ?? canvas.width ?? 80, chosen ?? canvas.alphabet) })
    }
}
