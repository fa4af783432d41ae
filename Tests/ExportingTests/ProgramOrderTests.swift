import Journal
import Sockets
import TestSupport
import Testing

@testable import Exporting
@testable import Reading

/// Concurrent jobs' calls, in an order in which one thread can make them.
@Suite struct ProgramOrderTests {
    private static let peer = SocketAddress.inet(.loopback, port: 40730)
    private static let stranger = SocketAddress.inet(.loopback, port: 40731)
    private static let listener = MadeSocket(id: 1, name: "s", descriptor: 3)
    private static let client = MadeSocket(id: 2, name: "c", descriptor: 4)
    private static let accepted = MadeSocket(id: 3, name: "k", descriptor: 5)

    private static func call(
        _ name: String,
        _ socket: MadeSocket,
        _ times: ClosedRange<UInt64>,
        _ arguments: [Argument] = [],
        result: Int = 0,
        outputs: [Argument] = [],
        local: SocketAddress? = nil,
        made: [MadeSocket] = []
    ) -> Call {
        Call(
            CallTitle(name),
            socket: made.isEmpty || name == "accept" ? socket.id : nil,
            socketName: socket.name,
            arguments: [Argument("sockfd", .descriptor(socket.descriptor))] + arguments,
            result: result,
            outputs: outputs,
            start: times.lowerBound,
            duration: times.upperBound - times.lowerBound,
            local: local,
            made: made
        )
    }

    private static func creation(_ socket: MadeSocket) -> Call {
        let numbers = [("domain", "AF_INET", 2), ("type", "SOCK_STREAM", 1), ("protocol", "0", 0)]
        return Call(
            .known(.socket),
            arguments: numbers.map { Argument($0, .constant($1, $2)) },
            result: Int(socket.descriptor),
            start: 1,
            duration: 1,
            made: [socket]
        )
    }

    private static let beginning = [
        creation(listener),
        call("bind", listener, 3...4, [Argument("addr", .address(Article.place))], local: Article.place),
        call("listen", listener, 5...6, [Argument("backlog", .integer(5))], local: Article.place),
        creation(client),
    ]

    private static func connect(_ times: ClosedRange<UInt64>) -> Call {
        call("connect", client, times, [Argument("addr", .address(Article.place))], local: peer)
    }

    private static func accept(_ times: ClosedRange<UInt64>, from peer: SocketAddress = peer) -> Call {
        call(
            "accept",
            listener,
            times,
            result: 5,
            outputs: [Argument("addr", .address(peer))],
            local: Article.place,
            made: [accepted]
        )
    }

    private static func send(_ count: Int, _ times: ClosedRange<UInt64>) -> Call {
        let data = Clip([UInt8](repeating: 0x61, count: count))
        return call("send", client, times, Article.buffer(.data(data), count), result: count)
    }

    private static func receive(_ count: Int, _ times: ClosedRange<UInt64>) -> Call {
        let data = Clip([UInt8](repeating: 0x61, count: count))
        let output = count == 0 ? [] : [Argument("buf", .data(data))]
        return call("recv", accepted, times, Article.buffer(.room(4096), 4096), result: count, outputs: output)
    }

    private static func order(_ calls: [Call]) -> [String] {
        let calls = Article.numbered(calls)
        return sequential(calls, Traffic(calls)).map(\.name)
    }

    /// The kernel queues a connection before connect returns: times of a real session.
    @Test func acceptedWithinConnect() throws {
        let accept = Self.accept(920512...928398)
        let early = Self.call("getpeername", Self.accepted, 930000...940000, outputs: accept.outputs)
        let calls = Self.beginning + [accept, early, Self.connect(676766...1_027_691)]
        #expect(Self.order(calls).suffix(3) == ["connect", "accept", "getpeername"])
        let text = try Program(Article.numbered(calls)).text(in: .python)
        let (connect, accepted) = (text.firstRange(of: "c.connect("), text.firstRange(of: "s.accept("))
        #expect(try #require(connect).lowerBound < #require(accepted).lowerBound)
    }

    /// A connect that waits for room in a full backlog returns because another connection was accepted.
    @Test func acceptedOther() {
        let calls = Self.beginning + [Self.accept(50...60, from: Self.stranger), Self.connect(10...100)]
        #expect(Self.order(calls).suffix(2) == ["accept", "connect"])
    }

    @Test func receivedWithinSend() {
        let connected = Self.beginning + [Self.connect(10...20), Self.accept(11...21)]
        let calls = connected + [Self.receive(3, 40...50), Self.send(3, 30...60)]
        #expect(Self.order(calls).suffix(2) == ["send", "recv"])
        let end = Self.call("shutdown", Self.client, 30...60, [Argument("how", .constant("SHUT_WR", 1))])
        #expect(Self.order(connected + [Self.receive(0, 40...50), end]).suffix(2) == ["shutdown", "recv"])
    }

    /// Data that was received while it was sent stays where it is, and is found.
    @Test func longDataStays() {
        let connected = Self.beginning + [Self.connect(10...20), Self.accept(11...21)]
        let calls = Article.numbered(connected + [Self.receive(4096, 40...50), Self.send(50_000, 30...60)])
        let ordered = sequential(calls, Traffic(calls))
        #expect(ordered.map(\.name).suffix(2) == ["recv", "send"])
        #expect(interlocked(ordered) != nil)
    }

    /// If the traffic tells nothing, what began during a wait ended it.
    @Test func acceptedLast() {
        let accept = Article.call("accept", "s", 3, [], result: 5, start: 10, duration: 100)
        let connect = Article.call("connect", "c", 4, [], start: 50, duration: 70)
        #expect(Self.order([accept, connect]) == ["connect", "accept"])
        let early = Article.call("connect", "c", 4, [], start: 50, duration: 20)
        #expect(Self.order([accept, early]) == ["connect", "accept"])
        #expect(Self.order([early, accept]) == ["connect", "accept"])
    }

    @Test func sentWhileReceiving() {
        let receive = Article.call("recv", "k", 4, [], result: 99, start: 20, duration: 10)
        let send = Article.call("send", "c", 3, [], result: 50_000, start: 10, duration: 90)
        let nothing = Traffic([])
        #expect(interlocked(sequential([receive, send], nothing)) != nil)
        #expect(interlocked(sequential([send], nothing)) == nil)
    }
}
