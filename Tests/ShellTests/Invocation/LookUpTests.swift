import Commands
import Journal
import Language
import Synchronization
import TestSupport
import Testing

@testable import Shell
@testable import Sockets

@Suite(.timeLimit(.minutes(5))) struct LookUpTests {
    /// A name server that does not answer until it is allowed to.
    private final class SilentOutput: Sendable {
        let isAsked = Atomic(false)
        let mayAnswer = Atomic(false)
        let hasAnswered = Atomic(false)
    }

    @Test func aSilentNameServerIsGivenUp() throws {
        let silence = SilentOutput()
        defer { silence.mayAnswer.store(true, ordering: .releasing) }
        let ask = Command("resolve", "look a name up") { invocation throws(Failure) in
            let number = try invocation.lookUp(.gethostbyname, [Argument("name", .text("nobody"))]) { _ in
                silence.isAsked.store(true, ordering: .releasing)
                while !silence.mayAnswer.load(ordering: .acquiring) { usleep(1000) }
                defer { silence.hasAnswered.store(true, ordering: .releasing) }
                return NameReturned<Int>(result: 0, failure: nil, start: 0, duration: 0, injected: false, output: 7)
            }
            return .integer(number)
        }
        let output = Recorder()
        let session = Session(registry: Registry.all.adding(Registry.Family("Asking", [ask])), output: output)
        func run(_ text: String) -> Interpreter.Outcome { Interpreter.run(Source.of(text), on: session) }
        _ = run("resolve &")
        while !silence.isAsked.load(ordering: .acquiring) { usleep(1000) }
        _ = run("cancel 1")
        let call = try #require(session.journal[1])
        #expect(call.name == "gethostbyname" && call.error?.name == "EINTR" && call.result == -1 && call.duration > 0)
        #expect(session.journal.count == 1 && !silence.hasAnswered.load(ordering: .acquiring))
        // A late answer is nobody's; the next query is answered.
        silence.mayAnswer.store(true, ordering: .releasing)
        _ = run("resolve")
        #expect(output.kept.records.last?.record.reply == .integer(7) && session.journal.count == 2)
    }

    @Test func databasesAreAskedOnTheThreadItself() {
        let databases: [CallKind] = [.getprotobyname, .getprotobynumber, .getservbyname, .getservbyport]
        #expect(databases.allSatisfy { $0.has(.looksUp) && !$0.has(.resolves) })
    }
}
