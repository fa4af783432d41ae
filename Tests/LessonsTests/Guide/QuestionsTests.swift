import Journal
import Language
import Shell
import Testing

@testable import Lessons

@Suite(.serialized, .timeLimit(.minutes(1))) struct QuestionsTests {
    /// A lesson with one step.
    private func step(_ body: String) -> String { "title: T\nid: t\nports: PORT=8088\n\n## A {#a}\n\n\(body)\n" }

    private let pair = "```setup\np = socketpair\np.send onetwo\n```\n\n"

    private func begun(_ body: String) throws -> Learner {
        let learner = try Learner(step(body))
        _ = learner.guide.start()
        return learner
    }

    @Test func theLineIsNotTyped() throws {
        let learner = try Learner(step(pair + "```predict\nWhat?\n> p2.recv 100\n\"onetwo\"\nAll.\n```\n"))
        #expect(learner.guide.start().text.contains("You need not type this line"))
    }

    @Test func whatWasTypedBeforeTheAnswerIsUndone() throws {
        let learner = try begun(pair + "```predict\nWhat?\n> p2.recv 100\n\"onetwo\"\nAll.\n```\n")
        #expect(learner.type("p2.recv 100") == [.note(Message.ranAhead.rawValue)])
        let said = learner.type("answer onetwo")
        #expect(said.starts(with: [.note(Message.undone.rawValue), .praise("All.")]))
    }

    @Test func whatChangesTheOutcomeIsUndone() throws {
        let learner = try begun(
            "```setup\ns = socket inet stream\n```\n\n```predict\nWhere?\n> s.getsockname\n0.0.0.0 0\nNowhere.\n```\n"
        )
        _ = learner.type("s.bind 127.0.0.1 0")
        #expect(learner.type("answer 0.0.0.0 0").starts(with: [.note(Message.undone.rawValue), .praise("Nowhere.")]))
    }

    @Test func whatOnlyLooksIsNotUndone() throws {
        let learner = try begun(
            "```setup\ns = socket inet stream\n```\n\n```predict\nWhich?\n> s.getsockopt type\nSOCK_STREAM\nThat.\n```\n"
        )
        _ = learner.type("s.getsockname")
        #expect(learner.type("answer SOCK_STREAM").first == .praise("That."))
    }

    @Test func theQuestionBeforeIsDoneAgain() throws {
        let learner = try begun(
            pair + "```predict\nWhat?\n> p2.recv 3\n\"one\"\nThree.\n```\n\n"
                + "```predict\nAnd then?\n> p2.recv 100\n\"two\"\nThe rest.\n```\n"
        )
        _ = learner.type("answer one")
        _ = learner.type("p2.recv 100")
        #expect(learner.type("answer two").starts(with: [.note(Message.undone.rawValue), .praise("The rest.")]))
    }

    @Test(arguments: ["answer 1", "answer EPIPE; answer EPIPE", "answer 3; answer \"onetwo\""])
    func whatDoesNotComeTrueIsNotGraded(typed: String) throws {
        let learner = try begun("```setup\na = socketpair\nx = 1\n```\n\n```predict\nWhat?\n> print $x\n1\nOne.\n```\n")
        _ = learner.type("x = 2")
        let said = typed.split(separator: ";").map { learner.type(String($0)) }
        #expect(said.last == [.note(Message.notAsItBegins.rawValue)])
        #expect(learner.progress.done(in: Learner.key).isEmpty)
        _ = learner.type("reset")
        #expect(learner.type("answer 1").contains(.praise("One.")))
    }

    @Test func successIsNoReply() throws {
        let learner = try begun("```setup\nx = 1\n```\n\n```predict\nSame?\n> $x == 1\nyes\nor ok\nSame.\n```\n")
        _ = learner.type("x = 2")
        #expect(learner.type("answer ok") == [.note(Message.notAsItBegins.rawValue)])
        _ = learner.type("reset")
        #expect(learner.type("answer no").hasMistake)
    }

    private let refusal =
        "```setup\ns = socket inet stream\n```\n\n```predict\nWhat?\n> s.connect 127.0.0.1 [PORT]\nECONNREFUSED\nNobody listens.\n```\n"

    @Test(arguments: [
        "answer it is refused", "it is refused", "ConnectionRefusedError.", "111", "I think ECONNREFUSED",
    ])
    func aSentenceIsAnAnswer(typed: String) throws {
        #expect(try begun(refusal).say(typed).first == .praise("Nobody listens."))
    }

    @Test func thatItFailsAsksForTheError() throws {
        let learner = try begun(refusal)
        #expect(learner.say("answer it fails") == [.difference(Message.whichError.rawValue)])
        let said = learner.say("answer it fails")
        #expect(said.first == .difference("Partly right. It was ECONNREFUSED. Nobody listens.") && !said.hasMistake)
    }

    @Test func aWrongGuessMayBeThoughtOfAgain() throws {
        let learner = try begun(refusal)
        #expect(learner.say("answer ok") == [.difference(Message.secondThought.rawValue)])
        #expect(learner.stage.callCount == 1)
        #expect(learner.say("refused").first == .praise("Nobody listens."))
        let other = try begun(refusal)
        _ = other.say("ETIMEDOUT")
        #expect(other.say("ETIMEDOUT").first == .mistake("It was ECONNREFUSED. Nobody listens."))
    }

    @Test func theKernelsErrorCountsAndNotTheFiles() throws {
        let learner = try begun(
            "```setup\ns = socket inet stream\n```\n\n```predict\nWhat?\n> s.send a\nEPIPE\nor ENOTCONN\nNo peer.\n```\n"
        )
        #expect(learner.say("answer ENOTCONN").first == .mistake("It was EPIPE. No peer."))
    }

    @Test func whoWasWrongIsNotPraisedForTheLineThatRan() throws {
        let learner = try begun(
            "```predict\nWhat?\n> s = socket inet stream\nok\nIt is made.\n```\n\n```check\nsocket named s\n```\n\nThere it is.\n"
        )
        _ = learner.say("answer EPERM")
        let said = learner.say("answer EPERM")
        #expect(said.hasMistake && !said.hasPraise && said.contains(.text("There it is.")))
        #expect(learner.progress.done(in: Learner.key) == ["a"])
    }

    @Test(arguments: ["b", "UDP", "2", "the second"]) func aWordThatIsNoCommandAnswers(typed: String) throws {
        let learner = try begun("```choice\nWhich?\n- [ ] a, TCP: no\n- [x] b, UDP: yes\n```\n")
        #expect(learner.say(typed).first == .praise("yes"))
    }

    @Test(arguments: ["what is UDP", "UDP?", "socket inet dgram", "x = \"UDP\"", "nonsense"])
    func whatIsNoAnswerRuns(typed: String) throws {
        let learner = try begun("```choice\nWhich?\n- [ ] a, TCP: no\n- [x] b, UDP: yes\n```\n")
        #expect(learner.guide.takeAsAnswer(typed) == nil)
    }

    @Test func anInterruptionIsNoOutcome() throws {
        let fence = Fence(kind: .predict, text: "What?\n> a.recv 1\nok\nor EINTR\nIt.", line: 1)
        let prediction = try #require(Prediction(fence))
        let outcome = Prediction.Outcome(lines: [], calls: [], state: nil, failure: Failure(.interrupted(nil)))
        #expect(!prediction.comesTrue(outcome) { $0 })
    }

    @Test func anAnswerOfNothingIsAskedForAgain() throws {
        let learner = try begun(pair + "```predict\nWhat?\n> p2.recv 100\n\"onetwo\"\nAll.\n```\n")
        #expect(learner.type("answer") == [.note(Message.foretellAgain.rawValue)])
        #expect(learner.type("answer onetwo").first == .praise("All."))
    }

    @Test func aTaskThatWasDoneBeforeTheAnswerIsDone() throws {
        let learner = try begun(
            "```choice\nWhich?\n- [ ] a: no\n- [x] b: yes\n```\n\nMake s.\n\n```check\nsocket named s\n```\n\nMade.\n\n"
                + "```solution\ns = socket inet stream\n```\n"
        )
        _ = learner.type("s = socket inet stream")
        #expect(learner.type("answer 2").contains(.praise("Made.")))
        #expect(learner.guide.isOver)
    }

    @Test func skippingUndoesWhatWasTriedAtAQuestion() throws {
        let learner = try begun(pair + "```predict\nWhat?\n> p2.recv 100\n\"onetwo\"\nAll.\n```\n")
        _ = learner.type("p2.recv 100")
        #expect(learner.type("skip").text.contains("All."))
    }
}
