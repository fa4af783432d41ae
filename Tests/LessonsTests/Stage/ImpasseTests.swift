import Journal
import Language
import Testing

@testable import Lessons

@Suite(.serialized, .timeLimit(.minutes(1))) struct ImpasseTests {
    /// A lesson with one step.
    private func begun(_ body: String) throws -> Learner {
        let learner = try Learner("title: T\nid: t\nports: PORT=8088 OTHER=8089\n\n## A {#a}\n\n\(body)\n")
        _ = learner.guide.start()
        return learner
    }

    private func deadEnd(_ impasse: Impasse) -> Passage {
        .note(Messages.english(.deadEnd, ["why": impasse.text(in: .english)]))
    }

    private let server = """
        ```setup
        s = socket inet stream
        s.bind 127.0.0.1 [PORT]
        s.listen
        ```

        ```peer client
        k = socket inet stream
        k.connect 127.0.0.1 [PORT]
        k.recv 2
        ```

        ```check
        socket named c ESTABLISHED
        ```

        ```solution
        c = s.accept
        ```

        """

    @Test(arguments: [
        ("d = s.accept", Impasse.taken(as: "d")), ("s.accept", .taken(as: "c1")),
        ("d = s.accept; d.close", .taken(as: "")),
    ])
    func theOneClientIsTaken(typed: String, impasse: Impasse) throws {
        let learner = try begun(server)
        #expect(learner.type(typed).last == deadEnd(impasse))
        #expect(learner.type("hint").first == deadEnd(impasse))
        _ = learner.type("reset")
        #expect(learner.type("c = s.accept").contains(.praise("Right.")))
    }

    private let bind = """
        ```setup
        s = socket inet stream
        ```

        ```check
        socket named s LISTEN port [PORT]
        ```

        ```solution
        s.bind 127.0.0.1 [PORT]
        s.listen
        ```

        """

    @Test func aSocketKeepsItsAddress() throws {
        let learner = try begun(bind)
        let said = learner.type("s.bind 127.0.0.1 0")
        let address = learner.stage.session.sockets["s"].flatMap { $0.place } ?? ""
        #expect(said.last?.isDeadEnd == true, "\(said) \(address)")
        _ = learner.type("s.close; s = socket inet stream")
        #expect(learner.type("x = 1").last?.isDeadEnd != true)
        let port = learner.stage.filled("[PORT]")
        _ = learner.type("s.bind 127.0.0.1 \(port)")
        #expect(learner.type("s.listen").contains(.praise("Right.")))
    }

    @Test func aSocketThatTheStepNeedsIsGone() throws {
        let learner = try begun(bind)
        #expect(learner.type("s.close").last == deadEnd(.closed("s")))
    }

    private let stream = """
        ```setup
        l = socket inet stream
        l.bind 127.0.0.1 [PORT]
        l.listen
        c = socket inet stream
        c.connect 127.0.0.1 [PORT]
        k = l.accept
        ```

        ```check
        sent "hello" on c
        ```

        ```solution
        c.send hello
        ```

        """

    @Test func whoShutDownSendsNoMore() throws {
        #expect(try begun(stream).type("c.shutdown wr").last == deadEnd(.shut("c")))
    }

    @Test func aConnectionThatWasResetIsOver() throws {
        let learner = try begun(stream)
        #expect(learner.type("k.setsockopt linger 0; k.close; sleep 0.01").last?.isDeadEnd != true)
        let said = learner.type("k = l.getsockname")
        #expect(said.allSatisfy { !$0.isDeadEnd })
    }

    @Test func anotherEndThatHasEndedReceivesNothing() throws {
        let learner = try begun(
            server.replacing("socket named c ESTABLISHED", with: "eventually 5 peer client received \"hello\"")
                .replacing("c = s.accept\n", with: "c = s.accept\nc.send hello\n")
        )
        _ = learner.type("c = s.accept")
        #expect(learner.type("c.send ho").last == deadEnd(.gone(peer: "client")))
    }

    @Test func theRightLineThatFails() throws {
        let learner = try begun(
            "```setup\np = socketpair\n```\n\n```check\nreceived \"b\" on p2\n```\n\n```solution\np.send b\np2.recv 1 dontwait\n```\n"
        )
        _ = learner.type("p.send b")
        _ = learner.type("p2.recv 1 peek")
        _ = learner.type("p2.shutdown rd; p.shutdown wr; p2 = $p2")
        #expect(learner.type("reset").isEmpty == false)
    }

    @Test func allOfItTypedAndNotPassed() throws {
        let learner = try begun(
            "```setup\np = socketpair\n```\n\n```check\nreceived \"b\" on p2\n```\n\n```solution\np.send b\np2.recv 2\n```\n"
        )
        for line in ["p.send a", "p2.recv 1", "p.send a", "p.send b"] {
            #expect(learner.type(line).allSatisfy { !$0.isDeadEnd })
        }
        // The one that it waits for is before the other in the stream no more.
        #expect(learner.type("p2.recv 1").allSatisfy { !$0.isDeadEnd })
        #expect(learner.type("p2.recv 2").contains(.praise("Right.")))
    }

    @Test func whatWasCalledCannotBeUndone() throws {
        let learner = try begun(
            "```setup\np = socketpair\n```\n\n```check\nnot call send on p buf a\nsent \"b\"\n```\n\n```solution\np.send b\n```\n"
        )
        #expect(learner.type("p.send a").last == .note(Message.lost.rawValue))
    }

    @Test func whatIsRightInAnotherWayIsProgress() throws {
        let learner = try begun(
            "```check\nsocket named s inet stream\nsocket named s port [PORT]\n```\n\n```solution\ns = socket inet stream\n"
                + "s.bind 127.0.0.1 [PORT]\n```\n"
        )
        let said = learner.type("s = socket AF_INET SOCK_STREAM 6")
        let port = learner.stage.filled("[PORT]")
        #expect(said == [.difference("1 of 2 done; next: a socket named s on \(port)")])
    }
}

extension Passage {
    /// Whether it says that only `reset` helps.
    var isDeadEnd: Bool {
        if case .note(let text) = self { text.hasSuffix("reset begins the step again.") } else { false }
    }
}
