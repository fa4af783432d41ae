import Journal
import Language
import Sockets
import Synchronization
import SystemPackage
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct CompanionTests {
    private static let echo = """
        s = socket inet stream
        bind 127.0.0.1 0
        listen
        while 1 { c = s.accept; while d = c.recv 100 { c.sendall $d }; c.close }
        """

    private func script(_ text: String) -> Companion { Companion("other", running: Source.of(text), registry: .all) }

    private func port(of companion: Companion) throws -> UInt32 {
        let address = companion.session.locked {
            companion.session.sockets["s"].flatMap { Observation.localAddress(of: $0.descriptor) }
        }
        return try #require(address?.port)
    }

    @Test func aScriptIsServedBesideTheSession() throws {
        let other = script(Self.echo)
        other.settle()
        let shell = TestShell()
        try shell.reply("k = socket inet stream", "k.connect 127.0.0.1 \(try port(of: other))", "k.send hello")
        #expect(try shell.reply("k.recv 9").description == "\"hello\"")
        other.pause()
        #expect(!other.hasEnded && other.failure == nil && other.name == "other")
        #expect(other.journal.calls(from: 1).map(\.name).suffix(3) == ["accept", "recv", "send"])
        other.end()
        #expect(other.hasEnded && other.session.locked { other.session.sockets.count } == 0)
        #expect(try shell.reply("k.recv 9").description == "\"\"")
    }

    @Test func aScriptThatFailsSaysHow() {
        let other = script("s = socket inet stream\ntry { s.bad } catch { x = $error.class }\ns.getpeername")
        other.settle()
        #expect(other.failure?.className == "NotConnected" && other.hasEnded)
        #expect(other.session.locked { other.session.variables["x"] }?.description == "UnknownCommand")
        other.end()
    }

    @Test(arguments: [
        "sleep 1000", "while 1 { }", "socketpair\ns1.recv 1", "socketpair\npoll", "{ sleep 1000 } &\nwait",
        "while 1 { try { sleep 1000 } catch Interrupted { } }",
    ])
    func itEndsWhateverItDoes(_ text: String) {
        let other = script(text)
        other.settle()
        other.end()
        #expect(other.hasEnded && other.session.locked { other.session.jobs.running } == 0)
    }

    /// A server written in Swift: two connected descriptors, one of which it answers.
    private func answering(_ socket: Int32) -> Companion {
        Companion("answering") { invocation throws(Failure) in
            let socket = invocation.adopt(
                socket,
                prefix: "c",
                family: .unix,
                type: .stream,
                protocolNumber: .automatic
            )
            while true {
                let entries = [PollEntry(descriptor: socket.descriptor, events: .readable)]
                let timeout = Argument("timeout", .integer(-1))
                try invocation.perform(.poll, [Argument("fds", .poll(entries)), timeout]) {
                    $0.poll(entries, timeout: -1)
                }
                let room = Argument("len", .room(100))
                let received = try invocation.perform(.recv, on: socket, [room]) {
                    $0.recv(socket.descriptor, size: 100, flags: [])
                }
                if received.output.isEmpty { return .none }
                let data = Argument("buf", .data(Clip(received.output)))
                try invocation.perform(.send, on: socket, [data]) { kernel in
                    received.output.withUnsafeBytes { kernel.send(socket.descriptor, $0, flags: []) }
                }
            }
        }
    }

    @Test func codeIsServedTheSameWay() throws {
        let shell = TestShell()
        try shell.reply("socketpair")
        let descriptor = try #require(shell.session.locked { shell.session.sockets["s2"]?.descriptor })
        let other = answering(dup(descriptor))
        other.settle()
        try shell.reply("s2.close", "s1.send hello")
        #expect(try shell.reply("s1.recv 9").description == "\"hello\"")
        other.pause()
        #expect(other.journal.calls(from: 1).map(\.name) == ["poll", "recv", "send"])
        #expect(other.session.locked { other.session.isAtRest && other.session.isWaiting })
        other.end()
        #expect(other.failure?.isInterruption == true)
        #expect(try shell.reply("s1.recv 9").description == "\"\"")
    }

    @Test func codeThatFailsSaysHow() {
        let other = Companion("failing") { invocation throws(Failure) in
            throw invocation.failure(.notFound, "nothing is served")
        }
        other.settle()
        #expect(other.failure?.className == "NotFound" && other.failure?.message == "nothing is served")
        other.end()
    }

    @Test func codeThatWaitsForTimeEndsAtOnce() {
        let others = (0..<100).map { number in
            Companion("sleeper \(number)") { invocation throws(Failure) in
                try invocation.pause(seconds: 1000)
                return .none
            }
        }
        for other in others { other.settle() }
        for other in others { other.end() }
        #expect(others.allSatisfy { $0.failure?.isInterruption == true })
    }

    @Test func codeIsConfinedAsAScriptIs() throws {
        let other = Companion("confined", confinement: Confinement()) { invocation throws(Failure) in
            try invocation.perform(.socket, [Argument("domain", .constant("AF_PACKET", 17))]) {
                $0.socket(.inet, type: 0, protocol: .automatic)
            }
            return .none
        }
        other.settle()
        #expect(other.failure?.className == "Confined")
        other.end()
    }
}
