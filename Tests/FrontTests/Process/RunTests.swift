import TestSupport
import Testing

@testable import Front

@Suite struct RunTests {
    private func run(
        _ statements: String?,
        script: [String] = [],
        isJSON: Bool = false,
        keepsGoing: Bool = false
    ) throws -> (status: Int32, text: String) {
        let piped = try PipedScreen()
        let run = Run(
            statements: statements,
            script: script,
            isJSON: isJSON,
            keepsGoing: keepsGoing,
            isPlain: false,
            on: piped.screen
        )
        let status = run.start()
        return (status, piped.take())
    }

    @Test(arguments: [
        ("print 1", 0), ("print $nope", 1), ("exit 7", 7), ("socket nope", 1), ("repeat 2 {", 1), ("exit", 0),
    ])
    func exitCodes(_ statements: String, _ status: Int32) throws { #expect(try run(statements).status == status) }

    @Test func failuresSayWhere() throws {
        let (status, text) = try run("print one\nprint $nope\nprint two")
        #expect(status == 1 && text.hasPrefix("one\n-c:2:7: UnknownVariable"))
        #expect(!text.contains("two"))
        let all = try run("print $nope; print two", keepsGoing: true)
        #expect(all.status == 1 && all.text.hasSuffix("two\n"))
    }

    @Test func oneObjectForEachStatement() throws {
        let (status, text) = try run("print 1; length abc", isJSON: true)
        let lines = text.split(separator: "\n")
        #expect(status == 0 && lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    }

    @Test func scripts() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.ns", "print hello\n")
        #expect(try run(nil, script: [folder.path + "/missing.ns"]).status == ExitStatus.usage.rawValue)
        #expect(try run(nil, script: [folder.path + "/a.ns"]) == (0, "hello\n"))
    }

    @Test func aRecordingNeedsATerminal() throws {
        let piped = try PipedScreen()
        let request = RecordingRequest(path: "/dev/null", format: .page, isForced: false)
        let run = Run(
            statements: "print 1",
            script: [],
            isJSON: false,
            keepsGoing: false,
            isPlain: false,
            recording: request,
            on: piped.screen
        )
        #expect(run.start() == ExitStatus.usage.rawValue)
        #expect(piped.take() == "netshell: \(LiveRecording.needsTerminal)\n")
    }

    @Test func checksOfRecordedSessions() throws {
        let folder = try TemporaryFolder()
        try folder.write("good", "> print 1\n1\n")
        try folder.write("bad", "> print 1\n2\n")
        func check(_ names: [String]) throws -> (Int32, String) {
            let piped = try PipedScreen()
            let paths = names.map { folder.path + "/" + $0 }
            let run = Run(
                statements: nil,
                script: paths,
                isJSON: false,
                keepsGoing: false,
                isPlain: false,
                on: piped.screen
            )
            return (run.check(), piped.take())
        }
        #expect(try check(["good"]) == (0, "ok \(folder.path)/good (1 steps)\n"))
        #expect(try check(["good", "bad"]).0 == ExitStatus.check.rawValue)
        #expect(try check(["missing"]).0 == ExitStatus.usage.rawValue && check([]).0 == ExitStatus.usage.rawValue)
    }

    @Test func everyExitCodeIsTold() {
        #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 130])
        #expect(ExitStatus.allCases.allSatisfy { $0.meaning.hasSuffix(".") })
    }
}
