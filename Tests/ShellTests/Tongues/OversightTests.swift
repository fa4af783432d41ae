import Testing

@testable import Shell

/// What is said once about a statement that succeeded and hardly anyone means.
@Suite struct OversightTests {
    private let shell = TestShell(isInteractive: true)

    private var notes: [String] { shell.output.kept.records.flatMap(\.record.notes) }

    @Test(arguments: [
        (#"print "hello $n!""#, #"in quotes $ is text; a variable goes outside of them: print "hello "$n"!""#),
        ("print 'at $s.port'", "in quotes $ is text; a variable goes outside of them: print 'at '$s.port"),
        (#"x = "$n""#, "in quotes $ is text; a variable goes outside of them: x = $n"),
        ("print n", "n was taken as text; a variable has a dollar before it: print $n"),
        ("length s.port", "s.port was taken as text; a variable has a dollar before it: length $s.port"),
        ("x = $n+1", "$n+1 is joined text; an operator has a space on both sides: x = $n + 1"),
    ])
    func isSaidOnce(_ line: String, _ note: String) throws {
        try shell.reply("n = 5", "s = socket inet stream", line, line)
        #expect(notes == [note])
    }

    @Test(arguments: [
        #"print "costs $5""#, "print '$nobody'", "print other", "help print", "x = \"$\"", "print $n\"+1\"",
    ])
    func nothingIsSaidOfOtherText(_ line: String) throws {
        try shell.reply("n = 5", "help = 1", line)
        #expect(notes.isEmpty)
    }

    @Test func nothingIsSaidToAScript() throws {
        let script = TestShell()
        try script.reply("n = 5", "print \"$n\"", "print n")
        #expect(script.output.kept.records.allSatisfy { $0.record.notes.isEmpty })
    }
}
