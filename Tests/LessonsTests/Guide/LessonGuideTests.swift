import Commands
import Journal
import Language
import Reading
import Replies
import Shell
import Testing

@testable import Lessons

@Suite(.serialized, .timeLimit(.minutes(1))) struct LessonGuideTests {
    private let lesson = """
        title: T
        id: t
        ports: PORT=8088

        ## Make {#make}

        Make a socket.

        ```check
        socket stream
        ```

        Made.

        ```hint 1
        One.
        ```

        ```hint 2
        Two.
        ```

        ```solution
        s = socket inet stream
        ```

        ```mistake
        > s = socket inet dgram
        Not that.
        ```

        ## Serve {#serve}

        ```check
        eventually 5 peer client received "hi"
        ```

        ```peer client
        await [PORT]
        c = socket inet stream
        c.connect 127.0.0.1 [PORT]
        c.recv 2
        ```

        ```solution
        s.bind 127.0.0.1 [PORT]
        s.listen
        k = s.accept
        k.send hi
        ```

        """

    @Test func aWholeWayThrough() throws {
        let learner = try Learner(lesson)
        #expect(learner.guide.start().contains(.heading("1/2  Make")))
        #expect(learner.type("x = socket inet dgram") == [.mistake("Not that.")])
        #expect(learner.type("hint") == [.hint(label: "hint 1: ", "One.")])
        #expect(learner.type("hint") == [.hint(label: "hint 2: ", "Two.")])
        let last = Passage.note("There is no plainer hint; skip shows the answer and does it.")
        #expect(learner.type("hint") == [.hint(label: "hint 2: ", "Two."), last])
        #expect(learner.type("t = socket AF_INET SOCK_STREAM").contains(.praise("Made.")))
        #expect(learner.progress.done(in: Learner.key) == ["make"])
        #expect(learner.type("skip").last == .note("That was the lesson T. Well done."))
        #expect(learner.guide.isOver)
    }

    @Test func resumesWithLiveSockets() throws {
        let progress = Progress(folder: nil)
        progress.finish("make", in: Learner.key)
        let learner = try Learner(lesson, progress: progress)
        #expect(learner.guide.start().contains(.heading("2/2  Serve")))
        #expect(learner.type("s.getsockname").contains { if case .difference = $0 { true } else { false } })
        #expect(learner.type("back").contains(.heading("1/2  Make")))
    }

    @Test func theLessonProvesItself() throws {
        let lesson = try #require(LessonParser.parse(Array(lesson.utf8), file: "t.md").lesson)
        #expect(LessonTester(registry: .all).test(lesson).isEmpty)
    }

    @Test func aReplayIsTheSameTwice() throws {
        let lesson = try #require(LessonParser.parse(Array(lesson.utf8), file: "t.md").lesson)
        let transcripts = (0..<2).map { _ in
            let theatre = TranscriptTheatre()
            let replay = Replay(
                lesson,
                registry: .all,
                theatre: theatre,
                output: TextOutput(theatre, showsPlace: false),
                confinement: lesson.confinement
            )
            #expect(replay.run() == .done)
            return theatre.transcript(hiding: replay.passingPorts, standIns: replay.standIns)
        }
        #expect(transcripts[0] == transcripts[1])
    }

    @Test(arguments: [
        "c = socket inet stream\nc.connect 192.0.2.1 80", "recvall -to /etc/x", "send @/etc/passwd",
        "u = socket unix stream\nu.bind /var/x",
    ])
    func aLessonCannotLeaveItsRoom(script: String) throws {
        let text = "title: T\nid: t\n\n## A {#a}\n\n```setup\nsocketpair\n\(script)\n```\n"
        let learner = try Learner(text)
        let passages = learner.guide.start()
        #expect(passages.contains { if case .note(let note) = $0 { note.contains("a lesson may not") } else { false } })
    }

    /// The text of a lesson with one step.
    private func step(_ body: String) -> String { "title: T\nid: t\nports: PORT=8088\n\n## A {#a}\n\n\(body)\n" }

    @Test func whatStandsBehindAQuestionWaitsForItsAnswer() throws {
        let learner = try Learner(
            step(
                "Before.\n\n```predict\nWhat?\n> socketpair\ns1 s2\nBoth.\n```\n\nBetween.\n\n"
                    + "```choice\nWhich?\n- [ ] a: no\n- [x] b: yes\n```\n\nBehind.\n\n```check\nsocket count 2\n```\n\nEnd.\n"
            )
        )
        let begun = learner.guide.start()
        #expect(begun.contains(.text("Before.")) && !begun.contains(.text("Between.")))
        #expect(learner.type("where").contains(.text("Before.")))
        let answered = learner.type("answer s1 s2")
        #expect(
            answered.starts(with: [.praise("Both."), .gap, .text("Between.")]) && !answered.contains(.text("Behind."))
        )
        #expect(learner.type("next").first == .note("There is a question first."))
        #expect(learner.type("answer 1") == [.mistake("no")])
        #expect(learner.type("answer 2").starts(with: [.praise("yes"), .gap, .order("Behind."), .praise("End.")]))
    }

    @Test func howToForetellIsToldAtLengthOnce() throws {
        let question = "```predict\nWhat?\n> socketpair\nok\nBoth.\n```\n"
        let learner = try Learner(step(question + "\n" + question))
        let (long, short) = (Message.foretell.rawValue, Message.foretellAgain.rawValue)
        #expect(learner.guide.start().contains(.question(long, [])))
        let again = learner.type("answer ok")
        #expect(again.contains(.question(short, [])) && !again.contains(.question(long, [])))
    }

    @Test(arguments: [#"answer """#, "answer ''", "answer empty", "answer 0 bytes", "answer nothing"])
    func anEmptyReplyIsForetoldAsItselfOrAsAWord(typed: String) throws {
        let learner = try Learner(
            step("```setup\na = socketpair\na2.close\n```\n\n```predict\nWhat?\n> a.recv 10\n\"\"\nThe end.\n```\n")
        )
        _ = learner.guide.start()
        #expect(learner.type(typed).first == .praise("The end."))
    }

    @Test(arguments: ["answer hello", #"answer "hello""#, "answer 'hello'"])
    func dataIsForetoldWithItsQuotesOrWithoutThem(typed: String) throws {
        let learner = try Learner(
            step(
                "```setup\na = socketpair\na2.send hello\n```\n\n```predict\nWhat?\n> a.recv 10\n\"hello\"\nIt came.\n```\n"
            )
        )
        _ = learner.guide.start()
        #expect(learner.type(typed).first == .praise("It came."))
    }

    @Test(arguments: [
        "b = connect 127.0.0.1 80", "try { connect 127.0.0.1 80 } catch error { print no }",
        "try { bind } catch error { connect 127.0.0.1 80 }", "connect 127.0.0.1 80 &",
        "socket inet stream; connect 127.0.0.1 80", "repeat 1 { connect 127.0.0.1 80 }",
    ])
    func aMistakeIsKnownInABlock(typed: String) throws {
        let learner = try Learner(
            step(
                "```check\nsocket LISTEN\n```\n\n```solution\ns = socket inet stream\ns.listen\n```\n\n"
                    + "```mistake\n> connect 127.0.0.1 80\nNot that.\n```\n"
            )
        )
        _ = learner.guide.start()
        #expect(learner.type(typed) == [.mistake("Not that.")])
    }

    @Test func theRightCallInATryIsNoMistake() throws {
        let learner = try Learner(
            step(
                "```setup\ns = socket inet stream\n```\n\n```check\nvariable x no\n```\n\n```solution\n"
                    + "try { s.send a } catch error { x = \"no\" }\n```\n\n```mistake\n> s.send a\nCatch it.\n```\n"
            )
        )
        _ = learner.guide.start()
        #expect(learner.type("s.send a") == [.mistake("Catch it.")])
        #expect(
            learner.type("try { s.send a } catch timeout { }").contains {
                if case .difference = $0 { true } else { false }
            }
        )
        #expect(learner.type(#"try { s.send a } catch error { x = "no" }"#).contains(.praise("Right.")))
    }

    @Test func skippingShowsTheRepliesBelowTheStatements() throws {
        let learner = try Learner(step("```do\n> socketpair\ns1 s2\n```\n\n```check\nsocket count 2\n```\n"))
        _ = learner.guide.start()
        #expect(learner.type("skip").contains(.task(["> socketpair", "s1 s2"])))
    }

    /// A step whose right answer is also the last line of each mistake.
    private func trap(_ mistakes: String) -> String {
        step(
            "```check\nsocket named b ESTABLISHED\n```\n\n```solution\na = socket unix stream\nb = socket unix stream\n"
                + "x = @netshell-trap-[PORT]\ny = @netshell-other-[PORT]\na.bind $x\na.listen\nb.connect $x\n```\n\n\(mistakes)"
        )
    }

    @Test func aRightCallIsAMistakeOnlyBehindAWrongOneOrTooEarlyOrWhereItFails() throws {
        let text = trap(
            "```mistake\n> b = socket inet stream\n> b.connect $x\nFamily.\n```\n\n```mistake\n> a.listen\nEarly.\n```\n\n"
                + "```mistake\n> a.bind $y\nOther.\n```\n"
        )
        let learner = try Learner(text)
        _ = learner.guide.start()
        #expect(learner.type("a = socket unix stream; a.listen") == [.mistake("Early.")])
        _ = learner.type("x = @netshell-trap-$a.fd; y = @netshell-other-$a.fd")
        #expect(learner.type("a.bind $y") == [.mistake("Other.")])
        _ = learner.type("reset")
        for line in [
            "a = socket unix stream", "b = socket inet stream", "x = @netshell-trap-[P]", "y = @netshell-y-[P]",
        ] {
            let said = learner.type(line)
            #expect(said.allSatisfy { if case .mistake = $0 { false } else { true } }, "\(line)")
        }
        #expect(learner.type("b.connect $x") == [.mistake("Family.")])
    }

    @Test func nothingIsSaidToAPieceOfTheAnswerOrToALook() throws {
        let learner = try Learner(
            step(
                "```check\nsocket named s LISTEN\n```\n\n```solution\ns = socket inet stream\np = 0\ns.bind 127.0.0.1 $p\n"
                    + "s.listen\n```\n"
            )
        )
        _ = learner.guide.start()
        func isTold(_ typed: String) -> Bool {
            learner.type(typed).contains { if case .difference = $0 { true } else { false } }
        }
        for line in ["help socket", "$reply", "s = socket inet stream", "sockets", "p = 0", "s.bind 127.0.0.1 $p"] {
            #expect(!isTold(line), "\(line)")
        }
        for line in ["t = socket inet stream", "nonsense", "bind", "s.bind 127.0.0.1 $p", "q = 1"] {
            #expect(isTold(line), "\(line)")
        }
        #expect(learner.type("s.listen").contains(.praise("Right.")))
    }

    @Test func whatIsLostStaysLost() throws {
        let learner = try Learner(
            step(
                "```setup\np = socketpair\n```\n\n```check\nfatal not call send on p buf tow\ncall send on p buf two\n"
                    + "```\n\n```solution\np.send two\n```\n"
            )
        )
        _ = learner.guide.start()
        let lost = Passage.note(Message.lost.rawValue)
        #expect(learner.type("p.send tow").last == lost)
        #expect(learner.type("p.send two").last == lost)
        #expect(learner.type("next").last == lost)
        _ = learner.type("reset")
        #expect(learner.type("p.send two").contains(.praise("Right.")))
    }

    @Test func whatCannotBeMendedIsSaidBeforeWhatIsMissing() throws {
        let learner = try Learner(
            step(
                "```setup\np = socketpair\n```\n\n```check\ncall recv\nfatal not call send on p count 2\n```\n\n"
                    + "```solution\np.send a\np2.recv 1\n```\n"
            )
        )
        _ = learner.guide.start()
        #expect(learner.type("p.send a; p.send a").last == .note(Message.lost.rawValue))
    }

    @Test func thePlaceIsKeptBesideWhatIsDone() throws {
        let progress = Progress(folder: nil)
        for step in ["make", "serve"] { progress.finish(step, in: Learner.key) }
        let learner = try Learner(lesson, progress: progress)
        #expect(learner.guide.start().contains(.heading("1/2  Make")))
        _ = learner.type("skip")
        let again = try Learner(lesson, progress: progress)
        #expect(again.guide.start().contains(.heading("2/2  Serve")))
        #expect(again.type("skip").last == .note("That was the lesson T. Well done."))
        #expect(progress.place(in: Learner.key) == nil)
    }

    @Test func aPeerThatFailsIsTold() throws {
        let learner = try Learner(
            step(
                "```peer client\nc = socket inet stream\nc.connect 127.0.0.1 [PORT]\n```\n\n```check\ncall accept\n```\n"
            )
        )
        let failed = "The other end, client, has failed: connection refused"
        /// What is said; typing goes on until the kernel has answered the peer, which is usually at once.
        func told(_ first: String) -> String {
            var said = first
            for _ in 0..<10_000 where !said.contains(failed) { said += learner.type("sleep 0.001").text }
            return said
        }
        #expect(told(learner.guide.start().text).contains(failed))
        #expect(!learner.type("socket inet stream").text.contains("The other end"))
        #expect(told(learner.type("reset").text).contains(failed))
    }

    @Test func theOtherEndsAreDrawnBesideTheLearner() throws {
        let learner = try Learner(
            step(
                "```peer server\nl = socket inet stream\nl.bind 127.0.0.1 [PORT]\nl.listen\nw = l.accept\nw.send hello\n```"
                    + "\n\n```check\ncall close\n```\n"
            )
        )
        _ = learner.guide.start()
        _ = learner.type("s = socket inet stream; s.connect 127.0.0.1 \(learner.stage.filled("[PORT]"))")
        #expect(learner.type("s.recv 5 waitall").text.isEmpty == false)
        let picture = learner.type("peers").text
        for lane in ["s ", "server.l", "server.w", "\"hello\""] { #expect(picture.contains(lane), "\(picture)") }
        // Both ends are joined: nobody is known by the address alone.
        #expect(!picture.contains("peer"), "\(picture)")
    }

    @Test func whereNoOtherEndIsThatIsSaid() throws {
        let learner = try Learner(lesson)
        _ = learner.guide.start()
        #expect(learner.type("peers").last == .note(Message.noPeers.rawValue))
    }
}
