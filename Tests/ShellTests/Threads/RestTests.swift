import Journal
import Language
import Sockets
import Testing

@testable import Shell

/// Whether a session is at rest, judged by what its statements wait for.
@Suite(.timeLimit(.minutes(5))) struct RestTests {
    let shell = TestShell()

    private func isAtRest(running line: String, waiting count: Int = 1) throws -> Bool {
        try shell.reply(line)
        let session = shell.session
        return session.locked {
            while session.waits.count < count { session.changed.wait(session.lock, milliseconds: 1) }
            return session.isAtRest
        }
    }

    @Test(arguments: [
        ("s1.recv 1 &", true), ("s1.recvmsg 1 &", true), ("s2.recv 1; s2.recv 1 &", true), ("poll s1 &", true),
        ("poll s1 s2:pri &", true), ("{ s1.recv 1 } &", true), ("{ poll s1 } &", true), ("sleep 1000 &", false),
        ("poll s1 -timeout 1000 &", false), ("{ sleep 1000 } &", false), ("s1.settimeout 1000; s1.recv 1 &", false),
    ])
    func byWhatItWaitsFor(_ line: String, _ expected: Bool) throws {
        try shell.reply("socketpair", "s1.send x")
        #expect(try isAtRest(running: line) == expected)
    }

    @Test func oneThatWaitsForAJobRestsAsTheJobDoes() throws {
        try shell.reply("socketpair")
        #expect(try isAtRest(running: "{ { s1.recv 1 } &; wait } &", waiting: 2))
        #expect(try !isAtRest(running: "{ sleep 1000 } &", waiting: 3))
    }

    @Test func whatIsThereIsNoRest() throws {
        try shell.reply("socketpair", "s1.send x")
        let descriptors = shell.session.locked { shell.session.sockets.all.map(\.descriptor) }
        let entries = descriptors.map { PollEntry(descriptor: $0, events: .readable) }
        func rests(_ entries: [PollEntry], _ timeout: Argument.Content) -> Bool {
            let arguments = [Argument("fds", .poll(entries)), Argument("timeout", timeout)]
            return Wait.call(.poll, descriptor: nil, arguments, hasDeadline: false).isIdle
        }
        #expect(!rests(entries, .integer(-1)) && rests(Array(entries.prefix(1)), .integer(-1)))
        #expect(rests(Array(entries.prefix(1)), .null) && !rests(Array(entries.prefix(1)), .integer(5)))
    }

    @Test func aSetThatIsWaitedForRestsUntilOneOfItIsReady() throws {
        try shell.reply("socketpair")
        // For the set, only readability counts, as for any descriptor.
        let set = try #require(shell.session.locked { shell.session.sockets["s2"]?.descriptor })
        func rests(_ timeout: Int) -> Bool {
            let arguments = [Argument("epfd", .descriptor(set)), Argument("timeout", .integer(timeout))]
            return Wait.call(.epoll_wait, descriptor: nil, arguments, hasDeadline: false).isIdle
        }
        #expect(rests(-1) && !rests(10))
        try shell.reply("s1.send x")
        #expect(!rests(-1))
    }

    @Test func aJobThatComputesIsNoRestThoughAnotherWaits() throws {
        try shell.reply("socketpair", "s1.recv 1 &")
        #expect(try !isAtRest(running: "while 1 { x = 1 } &"))
    }
}
