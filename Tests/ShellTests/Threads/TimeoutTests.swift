import Journal
import Testing

@testable import Shell

/// Calls that end because their time is up.
@Suite(.timeLimit(.minutes(5))) struct TimeoutTests {
    let shell = TestShell()

    private func timesOut(_ line: String, _ call: String, at location: SourceLocation = #_sourceLocation) throws {
        let failure = try shell.failure(line, at: location)
        guard case .timeout(let made, let seconds) = failure.reason else { throw failure }
        #expect(made.name == call && seconds == 0.02 && failure.className == "timeout", sourceLocation: location)
        #expect(
            made.errno == .interrupted && made.result == -1,
            sourceLocation: location
        )
        #expect(shell.session.interrupter.waitingCount == 0, sourceLocation: location)
    }

    @Test func accept() throws {
        try shell.reply("s = socket inet stream", "listen", "settimeout 0.02")
        try timesOut("accept", "accept")
        try shell.reply("try { accept } catch timeout { print nobody }", "s.getsockname")
        #expect(shell.shown.contains("\"nobody\""))
    }

    @Test func recv() throws {
        try shell.reply("socketpair", "s2.settimeout 0.02")
        for _ in 0..<3 { try timesOut("s2.recv 10", "recv") }
        try timesOut("s2.recvfrom 10", "recvfrom")
        try shell.reply("s1.send x", "s2.recv 10", "s2.gettimeout")
        #expect(shell.shown.suffix(2) == ["\"x\"", "0.02"])
    }

    @Test func send() throws {
        try shell.reply("socketpair", "s1.settimeout 0.02")
        try timesOut("s1.sendall fill:100000000", "send")
    }

    @Test func connectWhereTheBacklogIsFull() throws {
        try shell.reply("s = socket inet stream", "bind 127.0.0.1 0", "listen 0")
        for _ in 0..<16 {
            try shell.reply("socket inet stream", "settimeout 0.02")
            if case .failed(let failure) = shell.run("connect 127.0.0.1 $s.port") {
                guard case .timeout(let call, _) = failure.reason else { throw failure }
                #expect(call.name == "connect" && failure.matches("timeout"))
                return
            }
        }
        Issue.record("sixteen connections found room")
    }

    @Test func noneAndZero() throws {
        try shell.reply("socketpair", "s1.settimeout 0.02", "s1.settimeout none", "s1.gettimeout")
        #expect(shell.shown.last == "none")
        try shell.reply("s1.settimeout 0", "s1.gettimeout")
        #expect(shell.shown.last == "0")
        #expect(try shell.failure("s1.recv 1").className == "WouldBlock")
        try shell.reply("s1.settimeout 0.02")
        try timesOut("s1.recv 1", "recv")
        for hostile in ["-1", "nan", "inf", "x", "1e99", "\"\"", "-nan", "0x"] {
            #expect(try shell.failure("s1.settimeout \(hostile)").className == "UnsuitableValue")
        }
    }
}
