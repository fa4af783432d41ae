import Testing

@testable import Front

@Suite struct ArgumentsTests {
    private func arguments(_ words: [String]) -> Arguments {
        Arguments(words, subcommands: NetShell.subcommandNames)
    }

    @Test func theSubcommands() {
        #expect(NetShell.subcommandNames == ["help", "learn", "replay", "lesson", "view"])
    }

    @Test(arguments: [
        ([], []), (["x.ns", "-a", "--json"], ["--", "x.ns", "-a", "--json"]),
        (["--json", "x.ns"], ["--json", "--", "x.ns"]),
        (["-c", "a; b", "-x"], ["-c", "a; b", "-x"]), (["-c", "a; b", "x"], ["-c", "a; b", "--", "x"]),
        (["--record", "f.cast", "--force"], ["--record", "f.cast", "--force"]), (["-", "1"], ["--", "-", "1"]),
        (["--json", "--", "-x"], ["--json", "--", "-x"]), (["lesson", "lint", "-x"], ["lesson", "lint", "-x"]),
        (["---completion", "x"], ["---completion", "x"]), (["--cast-version", "3"], ["--cast-version", "3"]),
    ])
    func whatFollowsTheScriptIsTheScripts(_ words: [String], _ expected: [String]) {
        #expect(arguments(words).terminated == expected)
    }

    @Test func plainIsTheLessonsToo() {
        #expect(arguments(["--plain", "learn", "tcp"]).words == ["learn", "tcp", "--plain"])
        #expect(arguments(["--plain", "--json"]).words == ["--plain", "--json"])
    }

    /// What skips the argument parser means what the parser would have made of it.
    @Test(arguments: [
        [], ["x.ns"], ["x.ns", "--json", "-c"], ["-c", "print 1"], ["-c", "a", "b", "-c"],
    ])
    func theShortWayMeansTheSame(_ words: [String]) throws {
        let short = try #require(arguments(words).plainRun)
        let parsed = try #require(try NetShell.parseAsRoot(arguments(words).terminated) as? NetShell)
        #expect(short.statements == parsed.statements && short.script == parsed.script)
        #expect(!parsed.json && !parsed.plain && !parsed.keepGoing && !parsed.check && parsed.recording.request == nil)
    }

    @Test(arguments: [["-c"], ["-c", "a", "--"], ["--json"], ["--help"], ["learn"], ["help"], ["-x"], ["-", "1"]])
    func theRestIsTheParsers(_ words: [String]) { #expect(arguments(words).plainRun == nil) }

    @Test(arguments: [
        ["--cast-version", "4"], ["replay", "a", "--speed", "0"], ["replay", "a", "b", "--at", "x"],
        ["--no-such-option"],
        ["lesson", "test", "--limit", "0"], ["learn", "--lang", "x"],
    ])
    func wrongUsageIsRefused(_ words: [String]) {
        #expect(throws: (any Error).self) { try NetShell.parseAsRoot(words) }
    }

    @Test func whatIsToBeRecorded() throws {
        let page = try #require(try NetShell.parseAsRoot(["--record", "a.html", "--force"]) as? NetShell).recording
            .request
        guard case .page? = page?.format else { throw Wrong() }
        #expect(page?.path == "a.html" && page?.isForced == true)
        let cast = try #require(try NetShell.parseAsRoot(["--record", "a", "--cast-version", "3"]) as? NetShell)
        guard case .cast(.three)? = cast.recording.request?.format else { throw Wrong() }
    }

    private struct Wrong: Error {}
}
