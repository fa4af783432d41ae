import Journal
import Language
import Operations
import Shell
import Sockets
import Testing

private let stream = TypeWithFlags.Parsed(.stream)

/// Commands composed of operations.
@Suite(.timeLimit(.minutes(5))) struct ComposingTests {
    /// A server and its client in one command: what it created is in the session, and each call is in the journal once.
    @Test func aConversation() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            let server = try invocation.socket(.inet, stream, named: "server")
            try invocation.bind(server, to: .inet(.loopback, port: 0))
            try invocation.listen(server, backlog: 1)
            guard let address = try invocation.getsockname(server) else { return .none }
            let client = try invocation.socket(.inet, stream)
            try invocation.connect(client, to: address)
            let (accepted, peer) = try invocation.accept(server)
            #expect(try peer == invocation.getsockname(client))
            try invocation.sendAll(Array("one\ntwo".utf8)[...], on: client, flags: [])
            try invocation.shutdown(client, .write)
            #expect(try invocation.receive(until: [10], limit: 100, on: accepted) == Array("one\n".utf8))
            return .bytes(try invocation.receiveAll(limit: 100, on: accepted))
        }
        #expect(try shell.reply("compose") == .bytes(Array("two".utf8)))
        #expect(shell.open == ["server", "s1", "c1"])
        let wanted = [
            "socket", "bind", "listen", "getsockname", "socket", "connect", "accept", "getsockname", "send", "shutdown",
            "recv", "recv", "recv", "recv",
        ]
        #expect(shell.calls == wanted)
    }

    @Test func theNameInFrontOfTheEqualsSignIsTheSockets() throws {
        let shell = ComposedSession { invocation throws(Failure) in .socket(try invocation.socketpair().0.name) }
        #expect(try shell.reply("a = compose") == .socket("a"))
        #expect(shell.open == ["a", "a2"])
    }

    @Test func aBorderlessStreamIsLimited() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            let (here, there) = try invocation.socketpair()
            _ = try invocation.send([1, 2, 3, 4], on: here, flags: [])
            return .bytes(try invocation.receive(until: [9], limit: 3, on: there))
        }
        let failure = try shell.failure("compose")
        #expect(failure.className == "MessageTooLong" && failure.taken == [1, 2, 3])
    }

    /// A composed command gets its addresses from the resolver, not from what was typed; they are confined all the same.
    @Test(arguments: ["connect", "sendto", "sendmsg", "bind"]) func addressesAreConfined(_ call: String) throws {
        let far = SocketAddress.inet(IPv4Address(octets: [192, 0, 2, 1]) ?? .any, port: 9)
        let other = Companion("composed", confinement: Confinement()) { invocation throws(Failure) in
            let socket = try invocation.socket(.inet, TypeWithFlags.Parsed(.datagram))
            switch call {
            case "connect": try invocation.connect(socket, to: far)
            case "sendto": _ = try invocation.sendto([1], far, on: socket, flags: [])
            case "sendmsg": _ = try invocation.sendmsg([[1]], to: far, ancillary: [], on: socket, flags: [])
            default: try invocation.bind(socket, to: far)
            }
            return .none
        }
        other.settle()
        #expect(other.failure?.className == "Confined")
        #expect(other.journal.calls(from: 1).map(\.name) == ["socket"])
        other.end()
    }

    @Test(arguments: [(0, 0), (0.0001, 1), (2.5, 2500), (1e300, Int(Int32.max)), (-3, 0)])
    func pollCountsInMilliseconds(_ seconds: Double, _ milliseconds: Int) throws {
        let shell = ComposedSession { invocation throws(Failure) in
            let (here, there) = try invocation.socketpair()
            _ = try invocation.send([1], on: here, flags: [])
            let ready = try invocation.poll([Watched(socket: there, events: .readable)], seconds: seconds)
            return .integer(ready.count)
        }
        #expect(try shell.reply("compose") == .integer(1))
        #expect(shell.session.journal[3]?.argument("timeout") == .integer(milliseconds))
    }
}
