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
        ("interrupted.close", "a = socketpair\ninject close EINTR\na.close"),
        ("waited.recv.datagram", "s = socket inet dgram\ninject recv EINTR\ns.recv"),
        ("interrupted.lookup", "inject getaddrinfo EAI_SYSTEM\ngetaddrinfo nowhere.invalid"),
    ]

    @Test("each interruption has its rule", arguments: interruptions.map(\.rule))
    func interrupted(rule: String) throws {
        let lines = try #require(Self.interruptions.first { $0.rule == rule }?.lines)
        #expect(try interruption(lines).rule == rule)
    }

    /// What is said after a call that failed as the lines have it was ended by Ctrl-C.
    private func interruption(_ lines: String) throws -> Diagnosis {
        let outcome = try Scene.play(lines)
        let failure = try #require(outcome.failure)
        let call: Call = try #require(failure.call)
        let ended = Failure(.interrupted(call)).keeping(failure.taken, aim: failure.aim)
        return Diagnosis(of: ended, history: outcome.history)
    }

    private static let served = "\(listener)\nk = socket inet stream\nk.connect 127.0.0.1 $l.port\nc = l.accept"
    private static let udp = "s = socket inet dgram"

    /// What had come, what the other end had done, and what helps: lines that end in a call that waits.
    private static let told: [(lines: String, words: [String], advice: [String])] = [
        ("\(served)\ninject recv EINTR\nc.recv", ["nothing had come", "k has sent nothing"], ["k.send hello"]),
        (
            "\(served)\nk.send 12345\nc.recv\ninject recv EINTR\nc.recv",
            ["k has sent 5 bytes and nothing since"], ["k.send hello"]
        ),
        (
            "\(served)\nk.send \"GET / HTTP/1.0\"\nc.settimeout 0.05\nc.recvuntil \"\\r\\n\\r\\n\"",
            ["14 bytes have come", "\"GET / HTTP/1.0\"", "without \"\\r\\n\\r\\n\"", "$error.data"],
            ["k.send \"\\r\\n\\r\\n\""]
        ),
        (
            "\(served)\nk.send abc\nc.settimeout 0.05\nc.recvall", ["3 bytes have come", "has not ended"],
            ["k.shutdown wr"]
        ),
        (
            "\(listener)\nk = socket inet stream\nk.connect 127.0.0.1 $l.port\ninject recv EINTR\nk.recv",
            ["l has not accepted the connection yet"], ["c = l.accept; c.send hello"]
        ),
        ("\(udp)\ninject recv EINTR\ns.recv", ["s has no port yet"], ["s.bind 127.0.0.1 0"]),
        (
            "\(udp)\ns.bind 127.0.0.1 0\ninject recv EINTR\ns.recv", ["no datagram has come to 127.0.0.1"],
            ["c.sendto hello 127.0.0.1"]
        ),
        (
            "v = socket inet dgram\nv.bind 127.0.0.1 0\n\(udp)\ns.connect 127.0.0.1 $v.port\ninject recv EINTR\ns.recv",
            ["takes no others"], ["v.sendto hello 127.0.0.1"]
        ),
        (
            "\(served)\nk.settimeout 0.05\nk.sendall fill:9000000", ["c has read nothing"], ["c.recv 65536"]
        ),
        (
            "\(full)\ninject connect EINTR\ns.connect DIR/a", ["u's queue has no room"], ["u.accept"]
        ),
        (
            "\(listener)\ninject accept EINTR\nl.accept", ["listens on as before"],
            ["c.connect 127.0.0.1", "l.accept &"]
        ),
    ]

    @Test(arguments: told.indices)
    func whatHadHappenedIsTold(place: Int) throws {
        let (lines, words, advice) = Self.told[place]
        let found = try interruption(lines)
        for word in words { #expect(found.cause?.contains(word) == true, "\(found)") }
        for line in advice { #expect(found.advice.contains { $0.contains(line) }, "\(found)") }
        // The call that hung would hang again.
        let last = lines.split(separator: "\n").last.map(String.init) ?? ""
        #expect(!found.advice.contains { $0.hasSuffix(last) }, "\(found)")
    }

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
            taken > 0
                && Diagnosis(of: ended, history: outcome.history).cause?.contains("had taken \(taken) of these bytes")
                    == true
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
