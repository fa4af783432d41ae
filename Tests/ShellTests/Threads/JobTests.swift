import Journal
import Language
import TestSupport
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct JobTests {
    let shell = TestShell()

    private func listening() throws { try shell.reply("s = socket inet stream", "bind 127.0.0.1 0", "listen") }

    /// The current outcome of the job with a number.
    private func outcome(_ number: Int) -> String {
        shell.session.locked {
            switch shell.session.jobs[number]?.outcome {
            case nil: shell.session.jobs[number] == nil ? "none" : "runs"
            case .reply(let reply): reply.description
            case .failure(let failure): failure.className
            }
        }
    }

    /// Lets the jobs run until a condition holds.
    private func wait(until condition: () -> Bool) {
        let session = shell.session
        session.lock.lock()
        defer { session.lock.unlock() }
        while !condition() { session.changed.wait(session.lock, milliseconds: 5) }
    }

    @Test func aReplyIsWaitedFor() throws {
        try shell.reply("socketpair")
        #expect(try shell.reply("s2.recv 10 &").description == "job 1")
        #expect(outcome(1) == "runs")
        try shell.reply("s1.send hi")
        #expect(try shell.reply("wait 1") == .bytes(Array("hi".utf8)))
        #expect(outcome(1) == "none")
        #expect(try shell.failure("wait 1").className == "UnsuitableValue")
        #expect(try shell.failure("wait").className == "NoSuchJob")
    }

    @Test func theSessionGoesOnMeanwhile() throws {
        try listening()
        try shell.reply("c = accept &", "s.getsockname", "repeat 100 { s.getsockname }", "k = socket inet stream")
        #expect(outcome(1) == "runs")
        try shell.reply("k.connect 127.0.0.1 $s.port", "wait", "c.send x", "k.recv 1")
        #expect(shell.shown.last == "\"x\"")
    }

    @Test(arguments: ["accept", "c = accept"]) func aBlockedAcceptIsCancelled(_ accept: String) throws {
        try listening()
        try shell.reply("s.\(accept.split(separator: " ").last ?? "") &", "cancel 1", "jobs")
        #expect(shell.shown.last == "" && outcome(1) == "none")
        #expect(shell.session.interrupter.waitingCount == 0)
        try shell.reply("s.getsockname")
    }

    @Test func aBlockedRecvIsCancelled() throws {
        try shell.reply("socketpair", "s1.recv 10 &", "s2.recv 10 &", "cancel 1", "s1.send x")
        #expect(try shell.reply("wait 2") == .bytes([UInt8(ascii: "x")]))
        try shell.reply("s2.send y")
        #expect(try shell.reply("s1.recv 10") == .bytes([UInt8(ascii: "y")]))
    }

    @Test func sleepersAndWaitersAreCancelled() throws {
        try shell.reply("sleep 1000 &", "wait 1 &", "cancel 2")
        #expect(outcome(1) == "runs")
        try shell.reply("cancel 1", "jobs")
        #expect(shell.shown.last == "")
    }

    @Test func aJobCannotWaitForItself() throws {
        try shell.reply("wait &")
        #expect(try shell.failure("wait 1").className == "NoSuchJob")
        try shell.reply("cancel &")
        #expect(["NoSuchJob", "Interrupted"].contains(try shell.failure("wait").className))
    }

    @Test func aFailureIsRaisedByWait() throws {
        try shell.reply("s = socket inet stream", "s.getpeername &")
        let failure = try shell.failure("wait 1")
        #expect(
            failure.className == "NotConnected" && failure.span == Span(0, 4) && failure.call?.name == "getpeername"
        )
        try shell.reply("getpeername &", "try { wait } catch ENOTCONN { print caught }")
        #expect(shell.shown.last == "\"caught\"")
    }

    @Test(arguments: [
        ("nothing &", ["UnknownCommand", "nothing"]), ("nobody.send x &", ["NoSuchSocket", "nobody"]),
        ("print $nope &", ["UnknownVariable", "$nope"]), ("sleep soon &", ["UnsuitableValue", "soon"]),
        ("s = getpeername &", ["NameInUse", "s"]),
    ])
    func aWrongStatementIsNoJob(_ line: String, _ failure: [String]) throws {
        try shell.reply("s = socket inet stream")
        #expect(try shell.fails(line) == failure)
        #expect(shell.session.locked { shell.session.jobs.all.isEmpty })
    }

    @Test func theWordsAreThoseThatWereTyped() throws {
        try shell.reply("socketpair unix dgram", "for n in 1 2 3 { s1.send $n & }; wait 1; wait 2; wait 3")
        let received = try (1...3).map { _ in try shell.reply("s2.recv 9").description }
        #expect(received.sorted() == ["\"1\"", "\"2\"", "\"3\""])
        try shell.reply("x = 1; s1.send $x &; x = 2; wait")
        #expect(try shell.reply("s2.recv 9").description == "\"1\"")
    }

    @Test func anAliasActsOnTheSocketThatWasCurrent() throws {
        try shell.reply("socketpair", "alias say \"send hi\"", "use s1; say &; use s2; wait")
        #expect(try shell.reply("s2.recv 9").description == "\"hi\"")
    }

    @Test(arguments: ["wait", "cancel"]) func itsCallsAreToldWithTheStatementThatWaitsForIt(_ end: String) throws {
        try shell.reply("socketpair", "s1.recv 1 &")
        wait { shell.session.interrupter.waitingCount == 1 }
        try shell.reply(end == "wait" ? "s2.send x; wait" : end)
        let last = try #require(shell.output.kept.records.last)
        #expect(last.record.command == end && last.calls.map(\.name) == ["recv"])
        #expect(shell.session.locked { shell.session.waited.isEmpty })
    }

    @Test func aSocketThatIsGoneIsNotTakenForItsSuccessor() throws {
        try shell.reply("a = socketpair", "a2.recvall &")
        wait { shell.session.interrupter.waitingCount == 1 }
        try shell.reply("a2.close; b = socketpair; a.send hello; b2.send stolen; b2.close")
        #expect(try shell.failure("wait").className == "NoSuchSocket")
        #expect(try shell.reply("b.recv 9").description == "\"stolen\"")
    }

    @Test func theSessionGoesOnWhileCloseLingers() throws {
        try listening()
        try shell.reply("k = socket inet stream", "k.connect 127.0.0.1 $s.port", "a = s.accept")
        try shell.reply("k.setsockopt linger on 60", "k.settimeout 0.05")
        #expect(try shell.failure("k.sendall fill:100000000").className == "timeout")
        try shell.reply("k.close &")
        wait { shell.session.interrupter.waitingCount == 1 }
        #expect(try shell.failure("k.recv 1").className == "NoSuchSocket")
        // What a has not read makes its end a reset, and nothing is left to linger for.
        try shell.reply("a.close", "wait", "k = socket inet stream")
    }

    @Test func whatAJobDoesIsNotTheForegrounds() throws {
        try shell.reply("socketpair", "s2.recv 10 &", "s1.send hello", "x = 1")
        wait { shell.session.jobs[1]?.outcome != nil }
        #expect(outcome(1) == "\"hello\"")
        try shell.reply("s = socket inet stream", "s.getpeername &")
        wait { shell.session.jobs[2]?.outcome != nil }
        try shell.reply("length $error")
        #expect(shell.shown.last == "0")
        #expect(shell.output.kept.records.filter { $0.record.command == "recv" }.count == 1)
    }

    @Test func twoJobsWithOneNameMakeTwoSockets() throws {
        try listening()
        try shell.reply("c = s.accept &", "c = s.accept &")
        wait { shell.session.interrupter.waitingCount == 2 }
        try shell.reply("k = socket inet stream", "k.connect 127.0.0.1 $s.port")
        try shell.reply(
            "l = socket inet stream",
            "l.connect 127.0.0.1 $s.port",
            "a = wait 1",
            "b = wait 2",
            "c.send x",
            "c1.send y"
        )
        let names = shell.session.locked { shell.session.sockets.all.map(\.name) }
        #expect(Set(names) == ["s", "c", "c1", "k", "l"] && names.count == 5)
    }

    @Test func manyAtOnce() throws {
        try shell.reply("socketpair", "repeat 40 { s2.recv 1 & }", "s1.send fill:40", "n = 0")
        try shell.reply("for j in 1 2 3 4 5 6 7 8 9 10 { d = wait $j; n = $n + 1 }", "jobs")
        for number in 11...40 { #expect(try shell.reply("wait \(number)").description == "\"x\"") }
        #expect(shell.session.locked { shell.session.jobs.running } == 0)
        #expect(shell.session.interrupter.waitingCount == 0)
    }

    @Test func theEndIsAnnouncedToAPerson() throws {
        let shell = TestShell(isInteractive: true)
        try shell.reply("socketpair", "s2.recv 10 & # mine", "s1.send hi", "wait")
        try shell.reply("s2.settimeout 0.01; s2.recv 10 &; try { wait } catch { }")
        try shell.reply("s = socket inet stream; s.getpeername &; try { wait } catch { }")
        #expect(
            shell.output.kept.notices == [
                "job 1 done: \"hi\"", "job 2 failed: timeout; wait 2 tells why",
                "job 3 failed: ENOTCONN; wait 3 tells why",
            ]
        )
        #expect(shell.session.locked { shell.session.jobs.all.isEmpty })
    }

    @Test func announcementsAreHarmless() {
        let job = Job(number: 7, text: "send \u{1b}[2J\n")
        #expect(job.announcement == "job 7 waits: send \\x1b[2J\\n")
        job.outcome = .reply(.bytes([0x1b]))
        #expect(job.announcement == "job 7 done: \"\\x1b\"")
    }

    @Test func endedJobsAreForgottenInTheEnd() {
        var table = JobTable()
        for _ in 0..<5000 { table.add(text: "x").outcome = .reply(.none) }
        #expect(table.all.count <= 2001 && table.all.last?.number == 5000 && table.running == 0)
    }

    @Test func theSessionsEndEndsItsJobs() throws {
        try shell.reply("socketpair", "s1.recv 1 &", "s1.recv 1 &")
        shell.session.locked { shell.session.closeAll() }
        wait { shell.session.jobs.running == 0 }
        #expect(shell.session.locked { shell.session.sockets.count } == 0)
    }
}
