import Journal
import Language
import TestSupport
import Testing

@testable import Shell

@Suite struct InterpreterQuestionsTests {
    private let prompt = TestShell(isInteractive: true)
    private let script = TestShell()

    private func answer(_ shell: TestShell) -> String { shell.output.kept.records.last?.record.reply.description ?? "" }

    @Test(arguments: [
        "what is a socket", "why can't others connect", "what is \\r\\n for", "how long does recv wait; and why",
        "does & wait", "is there a } at the end", "connect or bind first?", "recv returns \"\"?", "ask what's a port",
        "why is $nothing there", "what does { do",
    ])
    func isAReplyAtThePrompt(_ line: String) throws {
        #expect(prompt.run(line).failure == nil)
        let record = try #require(prompt.output.kept.records.last?.record)
        #expect(record.failure == nil && record.reply != .none && prompt.output.kept.records.count == 1)
        // It is no mistake that a learner would look for.
        #expect(prompt.session.locked { prompt.session.variables["error"] } == nil)
    }

    @Test(arguments: ["what is a socket", "why can't others connect", "backlog or queue?"])
    func isAnsweredInAScriptAndFails(_ line: String) throws {
        let failure = try #require(script.run(line).failure)
        #expect(failure.className == "UnknownCommand" && failure.advice == ["ask \(Quoting.quote(line.utf8))"])
        #expect(answer(script).contains("more"))
        // The advice can be typed, and helps.
        #expect(script.run(failure.advice[0]).failure == nil)
    }

    /// The rest of the line was part of the question, also where a script goes on after what failed.
    @Test func endsItsLine() {
        let outcome = Interpreter.run(Source.of("what is it; print x"), on: script.session, keepsGoing: true)
        #expect(outcome.failure?.className == "UnknownCommand")
        #expect(!script.output.kept.records.contains { $0.record.command == "print" })
        #expect(Interpreter.run(Source.of("nothing; print x"), on: script.session, keepsGoing: true).failure != nil)
        #expect(script.output.kept.records.last?.record.command == "print")
    }

    /// The kernel's no, a variable of that name and a block are what they were.
    @Test(arguments: ["what = 5; print $what", "is = 3; $is == 3", "alias why=\"print x\"; why"])
    func isNoneIfItCanBeRun(_ line: String) {
        #expect(prompt.run(line).failure == nil && !answer(prompt).contains("more"))
    }

    @Test func isNoneInABlockOrInTheBackground() throws {
        #expect(try script.failure("try { what is it } catch timeout { }").className == "UnknownCommand")
        #expect(!answer(script).contains("more"))
        let kernel = try prompt.failure("s = socket inet stream; s.getpeername")
        #expect(kernel.call?.name == "getpeername")
    }

    /// One word that is the name of a page of help, as a newcomer types it.
    @Test(arguments: ["lesson", "tutorial", "Start", "hello", "prompt", "questions"])
    func aWordIsAPage(_ word: String) {
        #expect(prompt.run(word).failure == nil && answer(prompt).contains("help"))
        #expect(script.run(word).failure?.className == "UnknownCommand")
        #expect(script.run("\(word) 5").failure != nil && script.output.kept.records.last?.record.reply == Value.none)
    }

    @Test(arguments: ["socket --help", "recv -h", "s.close --help", "getaddrinfo -?"])
    func helpIsACommand(_ line: String) throws {
        try prompt.reply("s = socket inet stream")
        let failure = try prompt.failure(line)
        #expect(failure.className == "WrongArguments" && failure.advice.first?.hasPrefix("help ") == true)
        #expect(prompt.run(failure.advice[0]).failure == nil)
    }

    @Test func aLongOneIsNotRepeated() throws {
        let failure = try #require(script.run("why " + String(repeating: "socket ", count: 2000)).failure)
        #expect(failure.advice == ["ask \"what is a socket\""])
    }
}
