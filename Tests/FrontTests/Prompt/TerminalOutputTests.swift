import Journal
import Language
import LineEditing
import Shell
import Testing

@testable import Front

@Suite struct TerminalOutputTests {
    private func record(_ reply: Value, job: Int? = nil, failure: Failure? = nil) -> StatementRecord {
        StatementRecord(
            number: 1,
            source: Source(file: "<prompt>", firstLine: 1, text: Array("print 1".utf8)),
            span: Span(0, 7),
            command: "print",
            socket: nil,
            reply: reply,
            failure: failure,
            job: job
        )
    }

    private func finish(_ output: TerminalOutput, _ record: StatementRecord, _ style: ReplyStyle = .line) {
        output.finished(record, calls: [], history: Journal(), isQuiet: false, style: style)
    }

    @Test func threeLinesSayWhatCanBeDone() throws {
        let piped = try PipedScreen()
        TerminalOutput(style: Style(.plain), on: piped.screen).greet()
        let lines = piped.take().split(separator: "\n")
        #expect(lines.count == 3 || TerminalSize.columns ?? 100 < 100)
        for word in ["s = socket inet stream", "learn", "help", "what is a socket?", "exit", "Ctrl-C"] {
            #expect(lines.contains { $0.contains(word) }, "\(word)")
        }
    }

    @Test func aReplyIsShownAtOnce() throws {
        let piped = try PipedScreen()
        finish(TerminalOutput(style: Style(.plain), on: piped.screen), record(.text("hello")))
        #expect(piped.take() == "hello\n")
    }

    @Test func whatAJobSaysStaysOutOfTheLineThatIsEdited() throws {
        let piped = try PipedScreen()
        let output = TerminalOutput(style: Style(.plain), on: piped.screen)
        piped.screen.hold()
        finish(output, record(.text("from a job"), job: 1))
        finish(output, record(.bytes(Array("raw".utf8)), job: 1), .raw)
        #expect(piped.take() == "")
        piped.screen.release()
        #expect(piped.take() == "from a job\nraw\n")
        piped.screen.write("half")
        finish(output, record(.text("from a job"), job: 1))
        #expect(piped.take() == "half\nfrom a job\n")
    }

    @Test func pagesWaitUntilTheSessionIsFree() throws {
        let piped = try PipedScreen()
        let output = TerminalOutput(style: Style(.plain), on: piped.screen)
        finish(output, record(.picture(Picture { "\($0.width ?? 0) columns\n" })), .page)
        finish(output, record(.text("text\n")), .page)
        #expect(piped.take() == "")
        let canvas = Canvas(width: 33, alphabet: .ascii)
        #expect(output.takePages().map { $0.text(on: canvas) } == ["33 columns\n", "text\n"])
        #expect(output.takePages().isEmpty)
        finish(output, record(.text("from a job\n"), job: 1), .page)
        #expect(piped.take() == "from a job\n" && output.takePages().isEmpty)
    }

    @Test func noticesAreForWhoeverTypes() throws {
        let piped = try PipedScreen()
        let output = TerminalOutput(style: Style(.plain), on: piped.screen)
        output.notice("nobody types")
        output.showNotices(true)
        output.notice("job 1 done")
        output.showNotices(false)
        output.notice("nobody types")
        piped.screen.release()
        #expect(piped.take() == "")
    }

    @Test func aFailureSaysWhereUnlessItWasTyped() throws {
        let piped = try PipedScreen()
        let output = TerminalOutput(style: Style(.plain), on: piped.screen)
        let failure = Failure(.unknownCommand("prnt", near: ["print"]), at: Span(0, 4))
        output.uncaught(failure, record(.none, failure: failure), history: Journal())
        #expect(piped.take().hasPrefix("UnknownCommand"))
    }

    @Test func withoutAScreenEachChangeIsALine() throws {
        let piped = try PipedScreen()
        let output = TerminalOutput(style: Style(.plain), on: piped.screen)
        let picture = Picture { _ in "all of it\n" }
        #expect(output.screen != nil)
        output.watched("s LISTEN", picture: picture, isFirst: true)
        #expect(piped.take() == "s LISTEN\n")
        let full = TerminalOutput(style: Style(.full), on: piped.screen)
        full.watched("s LISTEN", picture: picture, isFirst: true)
        finish(full, record(.text("from a job"), job: 1))
        #expect(piped.take() == "all of it\n\u{1b}[1A\u{1b}[Jfrom a job\nall of it\n")
    }
}
