import Journal
import Sockets
import SystemPackage
import Testing

@testable import Views

@Suite struct ExplanationTests {
    private func call(
        _ name: String,
        _ arguments: [Argument] = [Argument("sockfd", .descriptor(3))],
        result: Int = 0,
        error: Errno? = nil,
        before: ConnectionState? = nil,
        after: ConnectionState? = nil,
        duration: UInt64 = 0
    ) -> Call {
        Call(
            name: name,
            socket: 1,
            socketName: "s",
            arguments: arguments,
            result: result,
            error: error.map { .errno($0) },
            start: 0,
            duration: duration,
            before: before,
            after: after
        )
    }

    @Test func tellsTheStateAndTheWait() {
        let connect = call("connect", before: .closed, after: .established, duration: 12_500_000)
        let explanation = Explanation(connect)
        #expect(explanation.effect == "s: CLOSE → ESTABLISHED; took 12.5 ms")
        #expect(explanation.reason == "The peer's kernel answered the SYN; both sides can now send.")
        #expect(Explanation(connect, alphabet: .ascii).effect == "s: CLOSE -> ESTABLISHED; took 12.5 ms")
        #expect(Explanation(call("close", before: .listen)).effect == "s: LISTEN → gone")
        #expect(Explanation(call("recv", before: .listen, after: .listen)).effect == nil)
    }

    @Test func aDatagramSocketsConnectSendsNothing() {
        var kinds = SocketKinds()
        let arguments = [Argument("domain", .constant("AF_INET", 2)), Argument("type", .constant("SOCK_DGRAM", 2))]
        kinds.note(call("socket", arguments, result: 3))
        let reason = Explanation(call("connect", before: .closed, after: .established), kinds: kinds).reason
        #expect(reason?.hasPrefix("Nothing was sent") == true)
        kinds.note(call("close"))
        #expect(kinds[3] == nil)
    }

    @Test func anAcceptedSocketIsOfItsListenersKind() {
        var kinds = SocketKinds()
        let arguments = [
            Argument("domain", .constant("AF_INET", 2)),
            Argument("type", .constant("SOCK_STREAM|SOCK_CLOEXEC", 0o2000001)),
        ]
        kinds.note(call("socket", arguments, result: 3))
        kinds.note(call("accept", result: 4))
        #expect(kinds[4]?.isTCP == true)
    }

    @Test(arguments: [
        "socket", "socketpair", "dup", "close", "bind", "connect", "listen", "accept", "accept4", "getsockname",
        "getpeername", "shutdown", "send", "sendto", "sendmsg", "sendfile", "recv", "recvfrom", "recvmsg", "poll",
        "getsockopt", "setsockopt", "getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyaddr", "getservbyname",
        "getservbyport", "getprotobyname", "gethostname", "unlink", "if_nametoindex", "if_indextoname", "if_nameindex",
        "inet_pton", "inet_ntop", "inet_aton", "inet_ntoa", "inet_addr", "htons",
    ])
    func everyKnownCallHasAReasonEitherWay(name: String) {
        let success = Explanation(call(name)).reason
        #expect(success?.hasSuffix(".") == true)
        for errno in [Errno.wouldBlock, .connectionRefused, .invalidArgument, .interrupted, Errno(rawValue: 999)] {
            #expect(Explanation(call(name, result: -1, error: errno)).reason?.hasSuffix(".") == true)
        }
    }

    @Test(arguments: ["send", "recv"])
    func aStreamIsRefusedByItsConnect(name: String) {
        var kinds = SocketKinds()
        let kind = [Argument("domain", .constant("AF_INET", 2)), Argument("type", .constant("SOCK_STREAM", 1))]
        kinds.note(call("socket", kind, result: 3))
        let refused = call(name, [Argument("sockfd", .descriptor(3))], result: -1, error: .connectionRefused)
        #expect(Explanation(refused, kinds: kinds).reason?.contains("connect had begun") == true)
        #expect(Explanation(refused).reason?.contains("datagram") == true)
    }

    @Test func anUnknownCallHasNone() { #expect(Explanation(call("frobnicate")).reason == nil) }

    @Test func zeroIsTheEndOnlyOfAStream() {
        let arguments = [
            Argument("sockfd", .descriptor(3)), Argument("buf", .room(10)), Argument("len", .integer(10)),
        ]
        #expect(Explanation(call("recv", arguments)).reason?.contains("end of the stream") == true)
        var kinds = SocketKinds()
        let kind = [Argument("domain", .constant("AF_INET", 2)), Argument("type", .constant("SOCK_DGRAM", 2))]
        kinds.note(call("socket", kind, result: 3))
        #expect(Explanation(call("recv", arguments), kinds: kinds).reason?.contains("empty datagram") == true)
    }
}
