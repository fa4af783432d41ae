import Explaining
import Journal
import Testing

/// Calls that waited, and were ended by the socket's timeout or by `cancel`.
@Suite("Calls that waited", .timeLimit(.minutes(5)))
struct WaitingTests {
    private static let listener = "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen"
    private static let full = """
        u = socket unix stream
        u.bind DIR/a
        u.listen 0
        k = socket unix stream
        k.connect DIR/a
        s = socket unix stream
        """

    private static let timeouts: [(rule: String, lines: String)] = [
        ("timeout.accept", "\(listener)\nl.settimeout 0.01\nl.accept"),
        ("timeout.recv", "a = socketpair\na.settimeout 0.01\na.recv"),
        ("timeout.send", "a = socketpair\na.settimeout 0.01\na.sendall fill:4000000"),
        ("timeout.connect", "\(full)\ns.settimeout 0.01\ns.connect DIR/a"),
    ]

    private static let interruptions: [(rule: String, lines: String)] = [
        ("interrupted.accept", "\(listener)\ninject accept EINTR\nl.accept"),
        ("interrupted.recv", "a = socketpair\ninject recv EINTR\na.recv"),
        ("interrupted.send", "a = socketpair\ninject send EINTR\na.send x"),
        ("interrupted.connect", "\(full)\ninject connect EINTR\ns.connect DIR/a"),
        ("interrupted.poll", "a = socketpair\ninject poll EINTR\npoll a"),
    ]

    @Test func whatSendallHadSentIsCounted() throws {
        let outcome = try Scene.play("a = socketpair\na.settimeout 0.05\na.sendall fill:9000000")
        let failure = try #require(outcome.failure)
        let call = try #require(failure.call)
        let ended = Failure(.interrupted(call))
        let taken = outcome.history.calls(from: 1).filter { $0.name == "send" && $0.result > 0 }.map(\.result).reduce(
            0,
            +
        )
        #expect(
            taken > 0 && Diagnosis(of: ended, history: outcome.history).cause?.contains("taken \(taken) bytes") == true
        )
    }

    /// The rules proved by these tests and by those of single calls.
    static let rules = Set(timeouts.map(\.rule) + interruptions.map(\.rule) + ["timeout.poll", "any.interrupted"])
        .union(["any.descriptors", "any.descriptors.system", "any.fault"])

    @Test("the timeout is over", arguments: timeouts.map(\.rule))
    func timedOut(rule: String) throws {
        let lines = try #require(Self.timeouts.first { $0.rule == rule }?.lines)
        let outcome = try Scene.play(lines)
        let failure = try #require(outcome.failure)
        #expect(failure.className == "timeout")
        #expect(Diagnosis(of: failure, history: outcome.history).rule == rule)
    }

    @Test(
        "rules for any call",
        arguments: [
            ("EINTR", "any.interrupted"), ("EMFILE", "any.descriptors"), ("ENFILE", "any.descriptors.system"),
            ("EFAULT", "any.fault"),
        ]
    )
    func anyCall(error: String, rule: String) throws {
        try Provocation.injected("getsockname", error, rule, "a = socketpair", "a.getsockname").run()
    }
}
