import Journal
import Language
import SystemPackage
import TestSupport
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct InterpreterTests {
    let shell = TestShell()

    @Test(arguments: [
        ("repeat 3 { print x }", ["x", "x", "x"]), ("repeat 0 { print x }", []),
        ("n = 2; repeat $n { print $n }", ["2", "2"]),
        ("for i in 1 b \"c d\" { print $i }", ["1", "b", "c d"]), ("for i in { print $i }", []),
        ("n = 0; while $n < 3 { n = $n + 1; print $n }", ["1", "2", "3"]), ("while 0 { print x }", []),
        ("while 1 { break }; print after", ["after"]),
        ("for i in 1 2 3 { if $i == 2 { continue }; print $i }", ["1", "3"]),
        ("repeat 2 { for i in 1 2 { print $i; break } }", ["1", "1"]), ("if 1 { print a } else { print b }", ["a"]),
        ("if 0 { print a } else if 0 { print b } else { print c }", ["c"]), ("if \"\" { print a }", []),
        ("try { nothing } catch { print caught }", ["caught"]),
        ("try { print a } catch { print b }; print c", ["a", "c"]),
        ("try { nothing } catch timeout { print a } catch UnknownCommand { print b } catch { print c }", ["b"]),
        ("try { try { nothing } catch timeout { } } catch unknowncommand { print outer }", ["outer"]),
        ("while 1 { try { break } catch { print no } }; print out", ["out"]), ("x = 1; x = 2; print $x", ["2"]),
        ("repeat 3 { try { nothing } catch { continue }; print no }", []), ("print a; print b", ["a", "b"]),
        ("try { nothing } catch { print $error.class }", ["UnknownCommand"]),
    ])
    func blocks(_ text: String, _ expected: [String]) {
        guard case .done = shell.run(text) else {
            Issue.record("\(text) failed")
            return
        }
        #expect(shell.shown.map { $0 == "" ? "" : String($0.dropFirst().dropLast()) } == expected)
    }

    @Test(arguments: [
        ("break", "break"), ("continue", "continue"), ("if 1 { break }", "break"),
        ("try { continue } catch { }", "continue"),
        ("repeat 1 { }\nbreak", "break"),
    ])
    func noLoopAround(_ text: String, _ place: String) throws {
        #expect(try shell.fails(text) == ["SyntaxError", place])
        #expect(shell.output.kept.records.contains { $0.record.failure?.className == "SyntaxError" })
    }

    @Test(arguments: [
        ("repeat x { }", "x"), ("repeat -1 { }", "-1"), ("repeat 1.5 { }", "1.5"),
        ("repeat 99999999999999999999 { }", "99999999999999999999"),
        ("repeat \"\" { }", "\"\""),
    ])
    func noNumberOfTimes(_ text: String, _ place: String) throws {
        #expect(try shell.fails(text) == ["UnsuitableValue", place])
    }

    @Test func whatFailsInABlockEndsIt() throws {
        #expect(try shell.fails("repeat 3 { print x; nothing; print y }") == ["UnknownCommand", "nothing"])
        #expect(shell.shown == ["\"x\""])
        #expect(try shell.fails("try { nothing } catch { nobody }") == ["UnknownCommand", "nobody"])
        #expect(try shell.fails("if $nobody { }") == ["UnknownVariable", "$nobody"])
        #expect(try shell.fails("while nothing { }") == ["UnknownCommand", "nothing"])
        #expect(try shell.fails("for i in $nobody { }") == ["UnknownVariable", "$nobody"])
    }

    @Test func quietReplies() throws {
        try shell.reply("x = 5", "s = socket inet stream", "if 1 == 1 { }", "while 0 { }")
        #expect(shell.shown.isEmpty && shell.output.kept.records.count == 4)
        try shell.reply("$x == 5")
        #expect(shell.shown == ["yes"])
    }

    @Test func openSocketsKeepTheirNames() throws {
        try shell.reply("s = socket inet stream")
        for line in ["s = 5", "s = socket inet dgram", "s = $s", "for s in 1 2 { }", "s = getsockname"] {
            #expect(try shell.failure(line).className == "NameInUse", "\(line)")
        }
        try shell.reply("s.getsockname", "s.close", "s = 5", "s = socket inet dgram", "$s.type")
        #expect(shell.shown.last == "SOCK_DGRAM")
        try shell.reply("s.close")
        #expect(try shell.fails("s.bind 127.0.0.1 0") == ["NoSuchSocket", "s"])
        guard case .closedSocket("s") = try shell.failure("s.getsockname").reason else { throw Unexpected() }
    }

    @Test func commandsAndReceivers() throws {
        #expect(try shell.fails("sokcet inet stream") == ["UnknownCommand", "sokcet"])
        guard case .unknownCommand("sokcet", let near) = try shell.failure("sokcet inet stream").reason else {
            throw Unexpected()
        }
        #expect(near.first == "socket")
        guard case .unknownCommand("SOCKET", ["socket"]) = try shell.failure("SOCKET inet").reason else {
            throw Unexpected()
        }
        #expect(try shell.fails("nobody.send x") == ["NoSuchSocket", "nobody"])
        #expect(try shell.fails("getsockname") == ["NoSuchSocket", "getsockname"])
        try shell.reply("s = socket inet stream")
        guard case .valueAsCommand("s", true) = try shell.failure("s 1 2").reason else { throw Unexpected() }
        try shell.reply("x = 5")
        guard case .valueAsCommand("x", false) = try shell.failure("x").reason else { throw Unexpected() }
        #expect(try shell.fails("s.x") == ["UnknownCommand", "x"])
        #expect(try shell.fails("s.jobs") == ["WrongArguments", "s"])
        #expect(try shell.fails("s.") == ["UnknownCommand", ""])
        #expect(try shell.fails("t.send x") == ["NoSuchSocket", "t"])
    }

    @Test func syntaxErrorsAreRecorded() throws {
        #expect(try shell.fails("print \"a") == ["SyntaxError", "\""])
        let record = try #require(shell.output.kept.records.last?.record)
        #expect(record.command.isEmpty && record.failure?.className == "SyntaxError" && record.number == 1)
        try shell.reply("print $error.class")
        #expect(shell.shown == ["\"SyntaxError\""])
    }

    @Test func nothingOfAnEntryRunsThatIsNoText() throws {
        _ = try shell.failure("x = 1; }")
        #expect(try shell.fails("print $x") == ["UnknownVariable", "$x"])
    }

    @Test func exitLeavesEverything() {
        guard case .exit(7) = shell.run("repeat 3 { try { exit 7 } catch { print no } }; print no") else {
            Issue.record("no exit")
            return
        }
        #expect(shell.shown.isEmpty)
        guard case .exit(0) = shell.run("exit") else {
            Issue.record("no exit")
            return
        }
    }

    @Test func callsBelongToTheirStatements() throws {
        try shell.reply("s = socket inet stream; bind 127.0.0.1 0; getsockname")
        let records = shell.output.kept.records
        #expect(records.map { $0.calls.map(\.name) } == [["socket"], ["bind"], ["getsockname"]])
        #expect(
            records.map(\.record.number) == [1, 2, 3] && records.allSatisfy { $0.calls.allSatisfy { $0.statement > 0 } }
        )
        #expect(records.map(\.record.socket) == [nil, "s", "s"])
    }

    @Test func injectedFaults() throws {
        try shell.reply("inject socket ENOMEM 2")
        #expect(try shell.failure("socket inet stream").className == "OutOfMemory")
        try shell.reply("try { socket inet stream } catch ENOMEM { }", "socket inet stream")
        #expect(shell.output.kept.records.compactMap { $0.calls.first?.isInjected } == [true, true, false])
    }

    @Test func deepButAllowedNesting() throws {
        let depth = Parser.depthLimit
        try shell.reply(String(repeating: "repeat 1 {", count: depth) + "x = 1" + String(repeating: "}", count: depth))
        let chain = "if 0 { }" + String(repeating: " else if 0 { }", count: depth - 2) + " else { x = 2 }"
        try shell.reply(chain, "print $x")
        #expect(shell.shown == ["\"2\""])
    }

    @Test(arguments: [
        "{", "}", "\"", "'", "\\", "$", "&", "=", "\0", "$a", "a.", "-", "@", "0x", "fill:", "x = ", "\u{202e}", "é",
    ])
    func hostileLines(_ piece: String) throws {
        // Not a stream: its send would raise SIGPIPE, which the shell ignores and a test must not.
        try shell.reply("s = socket inet dgram")
        for count in [1, 2, 3, 10_000] {
            _ = shell.run(String(repeating: piece, count: count))
            _ = shell.run("send " + String(repeating: piece, count: count))
            _ = shell.run("print " + String(repeating: piece + " ", count: count))
        }
        try shell.reply("s.getsockname")
        #expect(shell.session.locked { shell.session.sockets.count } == 1)
    }

    @Test func aNameThatIsChosenIsNoVariables() throws {
        let shell = TestShell()
        try shell.reply("s1 = 7; socket inet dgram")
        #expect(
            try shell.reply("print $s1").description == "\"7\""
                && shell.session.locked { shell.session.sockets["s2"] != nil }
        )
    }

    @Test func aPatternIsItsBytes() throws {
        let shell = TestShell()
        #expect(try shell.reply("x = fill:3:ab; length $x").description == "3")
        #expect(try shell.reply("for y in fill:2 fill:4 { z = $y }; length $z").description == "4")
        #expect(try shell.reply("n = 3; length fill:$n:\"a b\"").description == "3")
        #expect(try shell.reply("x = fill:5:\"a b\"; print $x").description == "\"a ba \"")
        #expect(try shell.fails("x = fill:9223372036854775807") == ["UnsuitableValue", "fill:9223372036854775807"])
    }

    @Test(arguments: [
        ("try { x = 1 } catch ConectionRefused { }", ["UnsuitableValue", "ConectionRefused"]),
        ("try { x = 1 } catch error { } catch ECONNRESET nonsense { }", ["UnsuitableValue", "nonsense"]),
    ])
    func aClassThatDoesNotExist(_ line: String, _ failure: [String]) throws {
        let shell = TestShell()
        #expect(try shell.fails(line) == failure)
        #expect(try shell.failure(line).advice.isEmpty == line.contains("nonsense"))
        #expect(shell.session.locked { shell.session.variables["x"] == nil })
    }

    @Test func everyClassThatExists() throws {
        let names =
            "error OSERROR timeout gaierror eai_noname HOST_NOT_FOUND econnrefused connectionrefused NoSuchJob notfound"
        try TestShell().reply("try { x = 1 } catch \(names) { }")
    }
}
