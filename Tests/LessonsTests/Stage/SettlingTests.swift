import Commands
import Journal
import Language
import Shell
import Sockets
import Testing

@testable import Lessons

/// A check with `eventually` waits for what is on its way, and for nothing else. Its maximum wait is far longer than
/// the tests may take.
@Suite(.serialized, .timeLimit(.minutes(1))) struct SettlingTests {
    private func stage(
        _ peer: String,
        setup: String = "socketpair",
        check: String = "peer other received \"hi\""
    ) throws -> Stage {
        let text = """
            title: T
            id: t
            ports: PORT=8088

            ## A {#a}

            ```setup
            \(setup)
            ```

            ```peer other
            \(peer)
            ```

            ```check
            eventually 60 \(check)
            ```

            """
        let (lesson, problems) = LessonParser.parse(Array(text.utf8), file: "t.md")
        #expect(problems.isEmpty)
        let session = Session(registry: .all, output: SilentOutput())
        let stage = Stage(try #require(lesson), session: session, registry: .all, confinement: nil)
        #expect(stage.begin(0) == nil)
        return stage
    }

    private func end(_ stage: Stage) {
        stage.endPeers()
        stage.session.locked { stage.session.closeAll() }
    }

    private func isUnmet(_ verdict: CheckEvaluator.Verdict) -> Bool { if case .unmet = verdict { true } else { false } }

    @Test(arguments: [
        "await [PORT]", "socketpair\ns1.recv 10", "l = socket inet stream\nl.listen\nl.accept", "print over", "recv 1",
        "socketpair\ns1.recv 10 &\nwait",
    ])
    func nothingIsWaitedForWhereOnlyTheLearnerCanGoOn(peer: String) throws {
        let stage = try stage(peer)
        defer { end(stage) }
        #expect(isUnmet(stage.verdictWhenSettled()))
    }

    @Test func whatIsOnItsWayIsWaitedFor() throws {
        let stage = try stage("socketpair\nsleep 0.05\ns1.send hi\ns2.recv 10")
        defer { end(stage) }
        #expect(stage.verdictWhenSettled() == .met)
    }

    @Test func aPeerThatTheLearnerJustWokeIsWaitedFor() throws {
        let stage = try stage(
            "await [PORT]\nc = socket inet stream\nc.connect 127.0.0.1 [PORT]\nc.recv 2",
            setup: "s = socket inet stream"
        )
        defer { end(stage) }
        for line in ["s.bind 127.0.0.1 [PORT]", "s.listen", "k = s.accept"] { stage.run(line, line: 1) }
        #expect(isUnmet(stage.verdictWhenSettled()))
        stage.run("k.send hi", line: 1)
        #expect(stage.verdictWhenSettled() == .met)
    }

    @Test func aJobOfTheLearnersIsWaitedFor() throws {
        let stage = try stage(
            "k = socket inet stream\nk.bind 127.0.0.1 [PORT]\nk.listen\nc = k.accept\nsleep 0.05\nc.send hi",
            setup: "s = socket inet stream",
            check: "received \"hi\""
        )
        defer { end(stage) }
        stage.run("s.connect 127.0.0.1 [PORT]", line: 1)
        stage.run("s.recv 10 &", line: 1)
        #expect(stage.verdictWhenSettled() == .met)
    }
}
