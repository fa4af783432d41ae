import Journal
import Language
import Sockets
import SystemPackage
import TestSupport
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct ScriptRunTests {
    let shell = TestShell()

    private func run(_ text: String, keepGoing: Bool = false) -> String {
        "\(ScriptRun(session: shell.session, keepGoing: keepGoing).run(text: text, file: "test"))"
    }

    private func run(path: String, keepGoing: Bool = false) -> String {
        "\(ScriptRun(session: shell.session, keepGoing: keepGoing).run(path: path))"
    }

    @Test func stopsAtTheFirstFailure() {
        #expect(run("print a\nnothing\nprint b\n") == "failed")
        #expect(shell.shown == ["\"a\""] && shell.output.kept.uncaught.map(\.className) == ["UnknownCommand"])
    }

    @Test func keepsGoing() {
        #expect(run("print a\nnothing\n\"\\q\"\nprint b\n", keepGoing: true) == "done(failed: true)")
        #expect(shell.shown == ["\"a\"", "\"b\""])
        #expect(shell.output.kept.uncaught.map(\.className) == ["UnknownCommand", "SyntaxError"])
    }

    @Test(arguments: [
        ("", "done(failed: false)"), ("print a", "done(failed: false)"), ("exit 3\nprint no", "exit(3)"),
        ("nothing", "failed"),
        ("try { nothing } catch { }", "done(failed: false)"), ("print \"a\n", "failed"),
        ("repeat 1 {\nprint a\n", "failed"),
        ("print a\r\nprint \\\r\n  b\r\n", "done(failed: false)"), ("# only\n", "done(failed: false)"),
    ])
    func endings(_ text: String, _ expected: String) { #expect(run(text) == expected) }

    @Test func exitAlsoEndsWhatKeepsGoing() { #expect(run("nothing\nexit 3\nprint a", keepGoing: true) == "exit(3)") }

    @Test func positionsCountFromTheFile() throws {
        _ = run("print a\n\nrepeat 1 {\n  nothing\n}\n")
        let (record, span) = try #require(shell.output.kept.records.last.map { ($0.record, $0.record.failure?.span) })
        let place = record.source.position(of: try #require(span).start)
        #expect(place == (4, 3) && record.source.file == "test")
    }

    @Test func tooLongAStatement() throws {
        let source = Source(file: "test", firstLine: 7, text: Array("xxx".utf8))
        guard case .failed(let failure) = Interpreter.run(.tooLong(source), on: shell.session),
            case .syntax(.tooLong(EntryReader.limit)) = failure.reason
        else { throw Unexpected() }
        #expect(failure.span == Span(0, 3) && shell.output.kept.uncaught.count == 1)
        try shell.reply("print b")
    }

    @Test func whatIsNoScript() throws {
        let folder = try TemporaryFolder()
        let binary = try folder.write("binary", [0x7f, 0x45, 0x4c, 0x46, 0, 0, 10])
        #expect(run(path: folder.path).contains("is a directory"))
        #expect(run(path: folder.path + "/none").contains("no such file"))
        #expect(run(path: binary).contains("binary"))
        #expect(run(path: folder.path + "/a\0b").contains("NUL"))
        #expect(run(path: "").hasPrefix("unreadable"))
        #expect(run(path: String(repeating: "x", count: 10_000)).hasPrefix("unreadable"))
        #expect(shell.output.kept.records.isEmpty)
    }

    @Test func scriptsInFiles() throws {
        let folder = try TemporaryFolder()
        let script = try folder.write("a.ns", Array("print a\nx = 5\nprint $x".utf8))
        #expect(run(path: script) == "done(failed: false)" && shell.shown == ["\"a\"", "\"5\""])
        let invalid = try folder.write("b.ns", Array("print ".utf8) + [0xff, 10] + Array("print b".utf8))
        #expect(run(path: invalid, keepGoing: true) == "done(failed: true)" && shell.shown.last == "\"b\"")
    }

    @Test func aPipeIsReadAsItComes() throws {
        let ends = try FileDescriptor.pipe()
        let text = "print a\nrepeat 2 {\nprint b\n}\nprint c"
        try ends.writeEnd.writeAll(Array(text.utf8))
        try ends.writeEnd.close()
        defer { try? ends.readEnd.close() }
        let result = ScriptRun(session: shell.session, keepGoing: false).run(
            descriptor: ends.readEnd.rawValue,
            file: "<stdin>"
        )
        #expect("\(result)" == "done(failed: false)" && shell.shown == ["\"a\"", "\"b\"", "\"b\"", "\"c\""])
    }

    @Test func aClosedDescriptor() {
        let result = ScriptRun(session: shell.session, keepGoing: false).run(descriptor: -1, file: "<stdin>")
        #expect("\(result)".hasPrefix("unreadable"))
    }

    @Test(arguments: [
        ("s.accept &", "done(failed: true)"), ("s.accept &; try { wait } catch { }", "done(failed: false)"),
        ("s.accept &; exit 7", "exit(7)"), ("s.accept &; nothing", "failed"), ("sleep 1000 &", "done(failed: false)"),
        ("s.accept &; print 1", "done(failed: true)"),
    ])
    func aJobThatFailedIsTold(_ end: String, _ result: String) {
        let shell = TestShell()
        let ran = ScriptRun(session: shell.session, keepGoing: false).run(
            text: "s = socket inet stream\n" + end,
            file: "t"
        )
        #expect("\(ran)" == result)
        let told = shell.output.kept.uncaught.filter { $0.call?.name == "accept" }
        #expect(told.count == (end.hasPrefix("s.accept") && !end.contains("wait") ? 1 : 0))
        let line = shell.output.kept.records.last { $0.calls.contains { $0.name == "accept" } }
        #expect(told.isEmpty || line?.record.failure?.className == "InvalidArgument")
    }

    @Test func aByteOrderMarkIsSkipped() throws {
        let (shell, folder) = (TestShell(), try TemporaryFolder())
        let path = try folder.write("script", [0xEF, 0xBB, 0xBF] + Array("x = 7".utf8))
        #expect("\(ScriptRun(session: shell.session, keepGoing: false).run(path: path))" == "done(failed: false)")
        #expect(try shell.reply("print $x").description == "\"7\"")
    }

    @Test func aLongWordIsNotSaidWhole() throws {
        let failure = try TestShell().failure(String(repeating: "x", count: 1_100_000))
        #expect(failure.className == "UnknownCommand" && failure.message.count < 200)
    }
}
