import Commands
import Journal
import Language
import Shell
import Sockets
import TestSupport
import Testing

@testable import Lessons

@Suite struct PortsTests {
    /// A port that was free a moment ago.
    private func freePort() throws -> UInt16 {
        let kernel = Kernel()
        let descriptor = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(descriptor) }
        _ = kernel.bind(descriptor, to: .inet(.loopback, port: 0))
        return UInt16(try #require(Observation.localAddress(of: descriptor)?.port))
    }

    @Test func twoPlaysNeverMeet() throws {
        let number = try freePort()
        let plays = (0..<4).map { _ in Ports([("PORT", number), ("OTHER", number)]) }
        let words = plays.flatMap(\.words.values)
        #expect(words.count == 8 && Set(words).count == 8)
    }

    @Test func aPlayKeepsWhatIsFree() throws {
        var ports = Ports([("PORT", try freePort())])
        let before = ports.words
        ports.chooseAgain()
        #expect(ports.words == before)
    }

    @Test func aPortThatSomebodyHoldsIsPassedBy() throws {
        let kernel = Kernel()
        let descriptor = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(descriptor) }
        _ = kernel.bind(descriptor, to: .inet(.loopback, port: 0))
        let taken = UInt16(try #require(Observation.localAddress(of: descriptor)?.port))
        #expect(Ports([("PORT", taken)]).words["PORT"] != String(taken))
    }

    /// A port held by a connection in TIME_WAIT, whose listener allows its port to be reused, or not.
    private func lingeringPort(reuse: Bool) throws -> UInt16 {
        let session = Session(registry: .all, output: SilentOutput())
        func type(_ text: String) -> Interpreter.Outcome {
            Interpreter.run(Source.of(text), on: session)
        }
        let lines = [
            "s = socket inet stream", "s.setsockopt reuseaddr \(reuse ? "on" : "off")", "s.bind 127.0.0.1 0",
            "s.listen",
            "c = socket inet stream", "c.connect 127.0.0.1 $s.port", "k = s.accept", "s.close", "k.close", "c.close",
        ]
        for line in lines.prefix(4) { #expect(type(line).failure == nil) }
        let socket = try #require(session.sockets.all.first)
        let port = UInt16(try #require(Observation.localAddress(of: socket.descriptor)?.port))
        for line in lines.dropFirst(4) { #expect(type(line).failure == nil) }
        return port
    }

    #if os(Linux)
        @Test(arguments: [true, false]) func aClosedConnectionIsInNobodysWayThatAllowsIt(reuse: Bool) throws {
            let port = try lingeringPort(reuse: reuse)
            #expect(Observation.isHeldByClosed(port: port))
            #expect(Ports([("PORT", port)]).words["PORT"] != String(port))
            #expect((Ports([("PORT", port)], reused: ["PORT"]).words["PORT"] == String(port)) == reuse)
        }

        @Test func aLessonThatIsStruckLeavesNoPortBehind() throws {
            let text =
                "title: T\nid: t\nports: PORT=\(try freePort())\n\n## A {#a}\n\n```setup\ns = socket inet stream\n"
                + "s.bind 127.0.0.1 [PORT]\ns.listen\nc = socket inet stream\nc.connect 127.0.0.1 [PORT]\nk = s.accept\n```\n"
            let lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
            #expect(lesson.reusedPorts.isEmpty)
            let stage = Stage(
                lesson,
                session: Session(registry: .all, output: SilentOutput()),
                registry: .all,
                confinement: nil
            )
            defer { stage.tearDown() }
            #expect(stage.begin(0) == nil)
            let before = stage.wildcards.words
            #expect(stage.rebuild(upTo: 0) == nil)
            #expect(stage.wildcards.words == before)
        }
    #endif

    @Test func aNameThatALessonMadeHereIsTakenAway() throws {
        let text = "title: T\nid: t\n\n## A {#a}\n\nBind.\n"
        let lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        let session = Session(registry: .all, output: SilentOutput())
        let stage = Stage(lesson, session: session, registry: .all, confinement: nil)
        let name = "netshell-ports-test-\(UInt32.random(in: 0...(.max)))"
        stage.run("u = socket unix stream\nu.bind \(name)", line: 1)
        #expect(Folder.isSocket(name))
        stage.tearDown()
        #expect(!Folder.isSocket(name))
    }

    @Test func aPortIsUsedAgainWhereOnlyScriptsBindItSo() throws {
        func reused(_ body: String) throws -> Set<String> {
            let text = "title: T\nid: t\nports: PORT=8088 OTHER=8089\n\n## A {#a}\n\n\(body)\n"
            return try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson).reusedPorts
        }
        let script = "```peer p\nl.setsockopt reuseaddr on\nl.bind 127.0.0.1 [PORT]\n```\n\n"
        #expect(try reused(script) == ["PORT"])
        #expect(try reused(script + "```mistake\n> s.bind 127.0.0.1 [PORT]\nNo.\n```\n") == ["PORT"])
        #expect(try reused(script + "```solution\ns.bind 127.0.0.1 [PORT]\n```\n").isEmpty)
        #expect(try reused("```setup\nl.bind 127.0.0.1 [PORT]\n```\n").isEmpty)
    }

    @Test(arguments: [UInt16.max, 65400]) func theLastNumbersHaveFewNeighbours(number: UInt16) {
        #expect(Ports([("PORT", number), ("OTHER", number)]).words.count == 2)
    }

    #if os(Linux)
        @Test func aHoldEndsWithItsOwner() throws {
            let number = try freePort()
            var hold = PortHold(number)
            #expect(hold?.number == number && PortHold(number) == nil)
            hold = nil
            #expect(PortHold(number) != nil)
        }
    #endif
}
