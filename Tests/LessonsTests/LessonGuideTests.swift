import Commands
import Journal
import Language
import Shell
import Testing
import Views

@testable import Lessons

/// A learner at a lesson, without a terminal.
private final class Learner {
    let guide: LessonGuide
    let progress: Progress
    private let session: Session
    private let stage: Stage
    private let sink = Recording()

    init(_ text: String, progress: Progress = Progress(folder: nil)) throws {
        let lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        let wishes = Wishes()
        session = Session(registry: Registry.all.adding(.lesson(wishes)), output: TextOutput(sink, showsPlace: false))
        stage = Stage(lesson, session: session, registry: .all, confinement: lesson.confinement)
        guide = LessonGuide(stage: stage, progress: progress, wishes: wishes)
        self.progress = progress
    }

    deinit {
        stage.endPeers()
        session.locked { session.closeAll() }
    }

    func type(_ text: String) -> [Passage] {
        _ = Interpreter.run(Source(file: "t", text: Array(text.utf8)), on: session)
        return guide.afterStatement(text)
    }
}

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
        #expect(learner.type("hint") == [.hint(1, "One.")])
        #expect(learner.type("hint") == [.hint(2, "Two.")])
        #expect(learner.type("hint") == [.hint(2, "Two.")])
        #expect(learner.type("t = socket AF_INET SOCK_STREAM").contains(.praise("Made.")))
        #expect(learner.progress.done(in: "t") == ["make"])
        #expect(learner.type("skip").last == .note("That was the lesson T. Well done."))
        #expect(learner.guide.isOver)
    }

    @Test func resumesWithLiveSockets() throws {
        let progress = Progress(folder: nil)
        progress.finish("make", in: "t")
        let learner = try Learner(lesson, progress: progress)
        #expect(learner.guide.start().contains(.heading("2/2  Serve")))
        #expect(learner.type("$s.type").contains { if case .difference = $0 { true } else { false } })
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
}
