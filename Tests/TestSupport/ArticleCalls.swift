import Journal
import Sockets

/// The article's server and client as typed in two shells, port 8088.
public enum Article {
    public static let place = SocketAddress.inet(.loopback, port: 8088)
    public static let peer = SocketAddress.inet(.loopback, port: 40730)
    public static let greeting = Array("Thank you for connection".utf8)

    public static var server: [Call] {
        numbered([
            socket(3),
            call("bind", "s", 3, [Argument("addr", .address(place)), Argument("addrlen", .integer(16))]),
            call("listen", "s", 3, [Argument("backlog", .integer(5))]),
            call(
                "accept",
                "s",
                3,
                [Argument("addr", .room(128)), Argument("addrlen", .integer(128))],
                result: 4,
                outputs: [Argument("addr", .address(peer))]
            ),
            call("send", "c", 4, buffer(.data(Clip(greeting)), greeting.count), result: greeting.count),
            Call(
                .known(.close),
                socketName: "c",
                arguments: [Argument("fd", .descriptor(4))],
                result: 0,
                start: 5,
                duration: 1
            ),
        ])
    }

    public static var client: [Call] {
        numbered([
            socket(3),
            call("connect", "s", 3, [Argument("addr", .address(place)), Argument("addrlen", .integer(16))]),
            call(
                "recv",
                "s",
                3,
                buffer(.room(1024), 1024),
                result: greeting.count,
                outputs: [Argument("buf", .data(Clip(greeting)))]
            ),
        ])
    }

    public static func socket(_ descriptor: Int) -> Call {
        Call(
            .known(.socket),
            arguments: [
                Argument("domain", .constant("AF_INET", 2)), Argument("type", .constant("SOCK_STREAM", 1)),
                Argument("protocol", .constant("0", 0)),
            ],
            result: descriptor,
            start: 0,
            duration: 1
        )
    }

    public static func buffer(_ content: Argument.Content, _ count: Int) -> [Argument] {
        [Argument("buf", content), Argument("len", .integer(count)), Argument("flags", .constant("0", 0))]
    }

    public static func call(
        _ name: String,
        _ socket: String,
        _ descriptor: Int32,
        _ arguments: [Argument],
        result: Int = 0,
        error: CallError? = nil,
        outputs: [Argument] = [],
        start: UInt64 = 0,
        duration: UInt64 = 1
    ) -> Call {
        Call(
            CallTitle(name),
            socketName: socket,
            arguments: [Argument("sockfd", .descriptor(descriptor))] + arguments,
            result: result,
            error: error,
            outputs: outputs,
            start: start,
            duration: duration
        )
    }

    public static func numbered(_ calls: [Call]) -> [Call] {
        var journal = Journal()
        for call in calls { journal.append(call) }
        return journal.calls(from: 1)
    }
}
