import Journal
import Sockets
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct WaitTests {
    private let shell = TestShell()

    /// A wait in poll for something to read from a socket.
    private func poll(_ name: String, timeout: Int) throws -> Wait {
        let socket = try #require(shell.session.locked { shell.session.sockets[name] })
        let entries = [PollEntry(descriptor: socket.descriptor, events: .readable)]
        let arguments = [
            Argument("fds", .poll(entries)), Argument("nfds", .integer(1)), Argument("timeout", .integer(timeout)),
        ]
        return .call(.poll, descriptor: nil, arguments, hasDeadline: false)
    }

    private func call(_ kind: CallKind, _ name: String, hasDeadline: Bool = false) throws -> Wait {
        let socket = try #require(shell.session.locked { shell.session.sockets[name] })
        return .call(kind, descriptor: socket.descriptor, [], hasDeadline: hasDeadline)
    }

    @Test func aPollWithoutTimeoutIsIdleUntilSomethingCame() throws {
        try shell.reply("socketpair")
        #expect(try poll("s2", timeout: -1).isIdle)
        #expect(try !poll("s2", timeout: 1000).isIdle)
        try shell.reply("s1.send x")
        #expect(try !poll("s2", timeout: -1).isIdle)
    }

    @Test(arguments: [CallKind.recv, .recvfrom, .recvmsg, .recvmmsg, .read, .readv])
    func aReceiveIsIdleUntilSomethingCame(_ kind: CallKind) throws {
        try shell.reply("socketpair")
        #expect(try call(kind, "s2").isIdle)
        #expect(try !call(kind, "s2", hasDeadline: true).isIdle)
        try shell.reply("s1.send x")
        #expect(try !call(kind, "s2").isIdle)
    }

    @Test func aSendIsIdleWhileTheBufferIsFull() throws {
        try shell.reply("socketpair", "s1.setblocking off", "try { while s1.send fill:100000 { } } catch EAGAIN { }")
        #expect(try call(.send, "s1").isIdle)
        try shell.reply("s2.recv 1000000")
        #expect(try !call(.send, "s1").isIdle)
    }

    @Test func whatEndsByItselfIsNotIdle() throws {
        try shell.reply("socketpair")
        #expect(try !call(.connect, "s1").isIdle && !call(.close, "s1").isIdle)
        #expect(!Wait.file.isIdle && !Wait.time.isIdle && Wait.job(Job(number: 1, text: "")).isIdle)
    }

    @Test func aJobThatPollsLeavesTheSessionAtRest() throws {
        try shell.reply("socketpair", "poll s2 &")
        let session = shell.session
        session.locked {
            while !session.isAtRest { session.changed.wait(session.lock, milliseconds: 5) }
        }
        try shell.reply("s1.send x", "wait 1")
    }
}
