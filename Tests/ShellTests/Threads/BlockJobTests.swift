import Journal
import Language
import Testing

@testable import Shell

/// Blocks that run in the background.
@Suite(.timeLimit(.minutes(5))) struct BlockJobTests {
    let shell = TestShell()

    private func listening() throws { try shell.reply("s = socket inet stream", "bind 127.0.0.1 0", "listen") }

    /// Lets the jobs run until a condition holds.
    private func wait(until condition: () -> Bool) {
        let session = shell.session
        session.locked { while !condition() { session.changed.wait(session.lock, milliseconds: 1) } }
    }

    private func waitForCalls(_ count: Int) { wait { shell.session.interrupter.waitingCount == count } }

    @Test func aServerRunsBesideItsClient() throws {
        try listening()
        try shell.reply(
            """
            {
              c = s.accept
              while d = c.recv 100 { c.sendall $d }
              c.close
            } &
            """
        )
        try shell.reply("k = socket inet stream", "k.connect 127.0.0.1 $s.port", "k.send hello")
        #expect(try shell.reply("k.recv 100").description == "\"hello\"")
        try shell.reply("k.shutdown wr", "wait 1")
        #expect(try shell.reply("k.recv 1").description == "\"\"")
        #expect(shell.session.locked { shell.session.sockets.all.map(\.name) } == ["s", "k"])
    }

    @Test(arguments: [
        "{ s2.recv 1; x = 1 } &", "repeat 1 { s2.recv 1; x = 1 } &", "if 1 { s2.recv 1; x = 1 } &",
        "for n in 1 { s2.recv 1; x = $n } &", "x = 0; while $x == 0 { s2.recv 1; x = 1 } &",
        "try { s2.recv 1; s2.getpeername; s1.close; s1.send } catch error { x = 1 } &",
    ])
    func everyBlockCanBeAJob(_ block: String) throws {
        try shell.reply("socketpair")
        #expect(try shell.reply(block).description == "job 1")
        waitForCalls(1)
        try shell.reply("s1.send y; wait")
        #expect(try shell.reply("$x") == .integer(1))
    }

    @Test func aBlockByItselfRunsInPlace() throws {
        #expect(try shell.reply("{ x = 1; y = $x + 1 }; $y") == .integer(2))
        try shell.reply("n = 0; while 1 { { n = $n + 1; break } }")
        #expect(try shell.reply("$n") == .integer(1))
    }

    @Test func itSeesTheVariablesAsTheyWere() throws {
        try shell.reply("socketpair", "n = 1", "{ s2.recv 1; got = $n } &", "n = 2", "s1.send x", "wait")
        #expect(try shell.reply("$got") == .integer(1))
        #expect(try shell.reply("$n") == .integer(2))
        try shell.reply("{ s2.recv 1; got = $later } &", "later = 1", "s1.send x")
        #expect(try shell.failure("wait").className == "UnknownVariable")
    }

    @Test func whatItSetsIsItsOwnAndTheSessions() throws {
        try shell.reply("socketpair", "{ n = 5; s2.recv 1; got = $n } &")
        waitForCalls(1)
        #expect(try shell.reply("$n") == .integer(5))
        try shell.reply("n = 7", "s1.send x", "wait")
        #expect(try shell.reply("$got") == .integer(5))
    }

    @Test func eachHasTheValueOfItsRound() throws {
        try shell.reply("socketpair unix dgram", "for n in 1 2 3 { { s1.send $n } & }; wait 1; wait 2; wait 3")
        let received = try (1...3).map { _ in try shell.reply("s2.recv 9").description }
        #expect(received.sorted() == ["\"1\"", "\"2\"", "\"3\""])
    }

    @Test func itsRepliesAndErrorsAreNotTheForegrounds() throws {
        try shell.reply("socketpair", "try { nothing } catch { }", "5")
        try shell.reply("{ s2.recv 1; got = $reply; try { s2.bad } catch { e = $error.class } } &", "6", "s1.send x")
        try shell.reply("wait", "r = $error.message")
        #expect(try shell.reply("$got").description == "\"x\"")
        #expect(try shell.reply("$e").description == "UnknownCommand")
        #expect(try shell.reply("$r").description == "\"there is no command nothing\"")
    }

    @Test func theCurrentSocketIsItsOwn() throws {
        try shell.reply("socketpair", "use s1", "{ recv 1; send ok; use s2; recv 2; a = socket inet stream; listen } &")
        waitForCalls(1)
        try shell.reply("use s2; send x", "wait")
        #expect(shell.session.locked { shell.session.sockets.current?.name } == "s2")
        #expect(shell.session.locked { shell.session.sockets["a"]?.state } == .listen)
    }

    @Test func whenItsCurrentSocketIsClosedTheOneBeforeIs() throws {
        try shell.reply("socketpair", "use s1", "{ a = socket inet stream; close; send x; close; getsockname } &")
        #expect(try shell.failure("wait").className == "NoSuchSocket")
        #expect(try shell.reply("s2.recv 1").description == "\"x\"")
    }

    @Test func aSocketIsFoundByTheNameThatTheBlockGaveIt() throws {
        try listening()
        // Both wait in accept at the same time, and only one can have the name in the session.
        let block = "{ c = s.accept; d = c.recv 9; c.send $d; c.close; try { c.recv 1 } catch NoSuchSocket { } } &"
        try shell.reply(block, block)
        waitForCalls(2)
        try shell.reply("k = socket inet stream", "k.connect 127.0.0.1 $s.port")
        try shell.reply("l = socket inet stream", "l.connect 127.0.0.1 $s.port", "l.send two", "k.send one")
        #expect(try shell.reply("k.recv 9").description == "\"one\"")
        #expect(try shell.reply("l.recv 9").description == "\"two\"")
        try shell.reply("wait 1", "wait 2")
    }

    @Test func aNameThatWasTakenBeforeIsTaken() throws {
        try shell.reply("s = socket inet stream", "{ s = socket inet dgram } &")
        #expect(try shell.failure("wait").className == "NameInUse")
        try shell.reply("{ s.close; s = 5; s = socket inet dgram; s = 6 } &")
        #expect(try shell.failure("wait").className == "NameInUse")
    }

    @Test func aServerServesEachClientInABlock() throws {
        try listening()
        try shell.reply("while 1 { s.accept; { while d = recv 100 { sendall $d }; close } & } &")
        try shell.reply("for n in 1 2 3 4 5 { socket inet stream; connect 127.0.0.1 $s.port; send $n }")
        for number in 1...5 { #expect(try shell.reply("s\(number).recv 9").description == "\"\(number)\"") }
        #expect(try shell.reply("cancel 1", "for n in 2 3 4 5 6 { cancel $n }", "jobs").description == "")
    }

    @Test func waitMeansTheNewestThatWasStartedHere() throws {
        try shell.reply("socketpair", "{ { s1.recv 1 } &; s2.recv 1; wait; x = 1 } &")
        waitForCalls(2)
        try shell.reply("s1.send a", "s2.send b", "wait")
        #expect(try shell.reply("$x") == .integer(1))
        #expect(shell.session.locked { shell.session.jobs.all.isEmpty })
    }

    @Test func whatANestedJobSetsIsTheBlocksToo() throws {
        try shell.reply("socketpair", "s1.send abc")
        try shell.reply("{ d = s2.recv 1 &; wait; { e = s2.recv 1 } &; wait; got = $d + $e } &", "wait")
        #expect(try shell.reply("$got").description == "\"ab\"")
    }

    @Test func aFailureIsRaisedByWait() throws {
        try shell.reply("s = socket inet stream", "repeat 2 { getpeername } &")
        let failure = try shell.failure("wait")
        #expect(failure.className == "NotConnected" && failure.span == Span(0, 4))
        try shell.reply("{ getpeername } &", "try { wait } catch ENOTCONN { print caught }")
        #expect(shell.shown.last == "\"caught\"")
    }

    @Test(arguments: ["break", "continue"]) func aLoopAroundItIsNotItsOwn(_ word: String) throws {
        try shell.reply("repeat 2 { { \(word) } & }")
        #expect(try shell.failure("wait").className == "SyntaxError")
    }

    @Test func exitEndsTheBlockOnly() throws {
        try shell.reply("{ x = 1; exit 3; x = 2 } &", "wait")
        #expect(try shell.reply("$x") == .integer(1))
    }

    @Test(arguments: [
        "{ s1.recv 1; s1.recv 1 } &", "while 1 { } &", "x = 0; while 1 { x = 1 } &", "repeat 1000000000 { x = 1 } &",
        "{ try { s1.recv 1 } catch error { }; x = done } &",
        "while 1 { try { s1.recv 1 } catch Interrupted { } } &", "{ sleep 1000 } &", "{ poll } &",
        "{ { s1.recv 1 } &; wait } &",
    ])
    func cancelEndsIt(_ block: String) throws {
        try shell.reply("socketpair", "x = 0", block, "cancel 1")
        #expect(try shell.reply("$x") != .text("done"))
        shell.session.locked { shell.session.closeAll() }
        wait { shell.session.jobs.running == 0 }
    }

    @Test func whatItPrintsIsShownAndWhatCallsReplyIsNot() throws {
        try shell.reply("socketpair", "{ s1.send x; print hello; $reply } &", "wait")
        let records = shell.output.kept.records.filter { $0.record.job == 1 }
        #expect(records.map(\.record.command) == ["send", "print", ""])
        #expect(records.map(\.isQuiet) == [true, false, true])
        #expect(records.map { $0.calls.map(\.name) } == [["send"], [], []])
        #expect(shell.output.kept.records.filter { $0.record.job == nil }.allSatisfy { $0.calls.count <= 1 })
    }

    @Test func theEndIsAnnouncedToAPerson() throws {
        let shell = TestShell(isInteractive: true)
        try shell.reply("socketpair", "{\n  s2.recv 10  # one\n  print \"a\\n\"\n} &", "s1.send hi", "wait")
        try shell.reply("s = socket inet stream; repeat 1 { s.getpeername } &; try { wait } catch { }")
        let long = "{ s1.send aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa } &"
        try shell.reply(long, "wait")
        #expect(
            shell.output.kept.notices == [
                #"job 1 done: { s2.recv 10; print "a\n" }"#, "job 2 failed: ENOTCONN; wait 2 tells why",
                "job 3 done: { s1.send " + String(repeating: "a", count: 49) + "…",
            ]
        )
    }

    @Test func whatFailedInItIsToldAtTheEnd() throws {
        let text = "s = socket inet stream\n{\n  s.getsockname\n  s.getpeername\n} &\n"
        let result = ScriptRun(session: shell.session, keepGoing: false).run(text: text, file: "test")
        guard case .done(failed: true) = result else { throw Unexpected() }
        let failure = try #require(shell.output.kept.uncaught.first)
        #expect(shell.output.kept.uncaught.count == 1 && failure.className == "NotConnected")
        // It was reported as it happened, once.
        #expect(shell.output.kept.records.filter { $0.record.failure != nil }.map(\.record.job) == [1])
    }

    @Test func aScriptsEndDoesNotWaitForAServer() throws {
        let text = "s = socket inet stream\nlisten\nwhile 1 { s.accept } &\n"
        guard
            case .done(failed: false) = ScriptRun(session: shell.session, keepGoing: false).run(
                text: text,
                file: "test"
            )
        else { throw Unexpected() }
        #expect(shell.session.locked { shell.session.jobs.running } == 1)
    }

    @Test func theLessonsOwnBlocksStayConfined() throws {
        let source = Source.of("{ s = socket inet stream; s.bind 0.0.0.0 0 } &")
        _ = Interpreter.run(source, on: shell.session, confinement: Confinement())
        #expect(try shell.failure("wait").className == "Confined")
    }

    @Test func thereAreOnlySoMany() throws {
        shell.session.locked { for _ in 0..<JobTable.runningLimit { _ = shell.session.jobs.add(text: "x") } }
        #expect(try shell.failure("{ } &").className == "OutOfMemory")
        shell.session.locked { for job in shell.session.jobs.all { job.outcome = .reply(.none) } }
        try shell.reply("{ } &", "wait")
    }
}
