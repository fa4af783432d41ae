import Commands
import Journal
import Language
import Shell
import Sockets
import TestSupport
import Testing

@testable import Assistance

/// What is said of a statement that waits, on real sockets.
@Suite("What a statement waits for", .timeLimit(.minutes(5)))
struct WaitSituationTests {
    /// A session with a foreground that may wait, on a thread of its own.
    private final class Waiting: Sendable {
        let session = Session(registry: .all, output: SilentOutput())

        func type(_ lines: String) {
            for line in lines.split(separator: "\n") { _ = Interpreter.run(Source.of(String(line)), on: session) }
        }

        /// Types a line whose call waits, does something while it waits, and lets it end by the lines of `release`.
        func during<Result>(_ line: String, releasedBy release: String, _ body: () throws -> Result) rethrows -> Result
        {
            _ = startThread { [self] in
                type(line)
                session.locked { session.variables["isOver"] = .integer(1) }
            }
            while !session.locked({ session.waitingNow.contains { $0.job == nil } }) { usleep(1000) }
            defer {
                type(release)
                while session.locked({ session.variables["isOver"] == nil }) { usleep(1000) }
                session.locked { session.endAll() }
            }
            return try body()
        }
    }

    private static let served = """
        l = socket inet stream
        l.bind 127.0.0.1 0
        l.listen
        k = socket inet stream
        k.connect 127.0.0.1 $l.port
        c = l.accept
        """

    private static let cases: [(before: String, line: String, release: String, words: String, advice: String)] = [
        (served, "c.recv 10", "k.send x", "c waits for data; k has sent nothing", "k.send hello"),
        (
            "\(served)\nk.send abc", "c.recvuntil \"\\n\"", "k.send \"\\n\"",
            "3 bytes have come, \"abc\", without \"\\n\"", "k.send \"\\n\""
        ),
        (
            served, "c.recvall", "k.shutdown wr", "c waits for the end of the stream; k has sent nothing",
            "k.shutdown wr"
        ),
        (
            "\(served)\nk.recv 10 &", "c.recv 10", "k.send x\ncancel 1",
            "c and k both wait for data, and neither sends",
            "k.send hello"
        ),
        (
            "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen", "l.accept",
            "k = socket inet stream\nk.connect 127.0.0.1 $l.port", "l waits for a client at 127.0.0.1",
            "c.connect 127.0.0.1"
        ),
        (served, "k.sendall fill:9000000", "c.close", "k waits for room to send; c has read nothing", "c.recv 65536"),
        (
            "\(served)\nc.sendall fill:9000000 &", "k.sendall fill:9000000", "cancel 1\nc.close",
            "k and c both wait for room to send", "c.recv 65536"
        ),
        (
            "u = socket inet dgram", "u.recv 10", "u.bind 127.0.0.1 0\nu.sendto x 127.0.0.1 $u.port", "has no address",
            "bind"
        ),
        (
            "u = socket inet dgram\nu.bind 127.0.0.1 0", "u.recv 10", "u.sendto x 127.0.0.1 $u.port",
            "for a datagram; none has come", "sendto hello 127.0.0.1"
        ),
        (
            "socketpair", "poll s1 s2", "s1.send x", "poll waits for news of s1, s2; there is none",
            "poll s1 s2 -timeout 5"
        ),
        (
            "socketpair\ns1.recv 1 &", "wait", "s2.send x", "job 1 goes on: s1 waits for data; s2 has sent nothing",
            "s2.send"
        ),
        (
            """
            u = socket unix stream
            u.bind @netshell-wait-PID
            u.listen 0
            k = socket unix stream
            k.connect @netshell-wait-PID
            s = socket unix stream
            """,
            "s.connect @netshell-wait-PID", "u.accept", "s waits for a place in u's queue, which is full", "u.accept"
        ),
        (
            "l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen\nk = socket inet stream\nk.connect 127.0.0.1 $l.port",
            "k.recv 10", "c = l.accept\nc.send x", "l has not accepted the connection yet", "l.accept"
        ),
        (
            """
            l = socket inet stream
            l.bind 127.0.0.1 0
            l.setsockopt tcp defer_accept 60
            l.listen
            c = socket inet stream
            c.connect 127.0.0.1 $l.port
            """,
            "l.accept", "c.send x", "c is connected and has sent nothing", "c.send hello; l.accept"
        ),
    ]

    @Test(arguments: cases.indices)
    func isSaid(place: Int) throws {
        let (before, line, release, words, advice) = Self.cases[place]
        func named(_ text: String) -> String {
            text.split(separator: "PID", omittingEmptySubsequences: false).joined(separator: "\(getpid())")
        }
        let waiting = Waiting()
        waiting.type(named(before))
        // A job before it may only be about to wait.
        let jobs = waiting.session.locked { waiting.session.jobs.running }
        while waiting.session.locked({ waiting.session.waitingNow.count }) < jobs { usleep(1000) }
        let situation = waiting.during(named(line), releasedBy: named(release)) { () -> WaitSituation? in
            // A read of several calls, and a send that fills buffers, wait more than once.
            var last: WaitSituation?
            for _ in 0..<2000 {
                last = WaitSituation(of: waiting.session, beside: [])
                if last?.report.sentence.contains(words) == true { break }
                usleep(1000)
            }
            return last
        }
        let report = try #require(situation?.report)
        #expect(report.sentence.contains(words), "\(report)")
        #expect(report.advice.contains { $0.contains(advice) }, "\(report)")
        #expect(report.sentence == Quoting.oneLine(report.sentence) && !report.sentence.hasSuffix("."))
    }

    @Test func anotherSessionsEndIsNamed() throws {
        let waiting = Waiting()
        waiting.type("l = socket inet stream\nl.bind 127.0.0.1 0\nl.listen")
        let port = try #require(
            waiting.session.locked {
                waiting.session.sockets["l"].flatMap { Observation.localAddress(of: $0.descriptor)?.port }
            }
        )
        let client = Companion(
            "client",
            running: Source.of("k = socket inet stream; k.connect 127.0.0.1 \(port); k.recv 10; k.send x; k.recv 1"),
            registry: .all
        )
        defer { client.end() }
        waiting.type("c = l.accept")
        client.settle()
        let beside = SessionBeside(name: "client", session: client.session, isOver: false)
        let situation = waiting.during("c.recv 10", releasedBy: "c.send x") {
            WaitSituation(of: waiting.session, beside: [beside])
        }
        let report = try #require(situation?.report)
        #expect(report.sentence == "c and k of client both wait for data, and neither sends")
    }

    @Test func timeToPassIsNoWait() {
        let waiting = Waiting()
        let situation = waiting.during("sleep 0.2", releasedBy: "") { WaitSituation(of: waiting.session, beside: []) }
        #expect(situation == nil)
        #expect(WaitSituation(of: waiting.session, beside: []) == nil)
    }
}
