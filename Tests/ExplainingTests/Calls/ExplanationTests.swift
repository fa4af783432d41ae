import Journal
import Sockets
import SystemPackage
import TestSupport
import Testing

@testable import Explaining
@testable import Reading

@Suite struct ExplanationTests {
    private func call(
        _ name: String,
        _ arguments: [Argument] = [Argument("sockfd", .descriptor(3))],
        result: Int = 0,
        error: Errno? = nil,
        before: ConnectionState? = nil,
        after: ConnectionState? = nil,
        duration: UInt64 = 0,
        on socket: Int? = 1,
        made: [Int] = []
    ) -> Call {
        Call(
            CallTitle(name),
            socket: socket,
            socketName: "s",
            arguments: arguments,
            result: result,
            error: error.map { .errno($0) },
            start: 0,
            duration: duration,
            before: before,
            after: after,
            made: made.map { MadeSocket(id: $0, name: "s", descriptor: 3) }
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

    private let stream = [
        Argument("domain", .constant("AF_INET", 2)),
        Argument("type", .constant("SOCK_STREAM|SOCK_CLOEXEC", 0o2000001)),
    ]
    private let datagram = [
        Argument("domain", .constant("AF_INET", 2)), Argument("type", .constant("SOCK_DGRAM", 2)),
    ]

    /// The reasons of some calls, the last of a journal.
    private func reasons(_ calls: [Call], last: Int, capacity: Int = 100) -> [String?] {
        var journal = Journal(capacity: capacity)
        for call in calls { journal.append(call) }
        var kinds = SocketKinds()
        return Explanation.all(journal.newest(last), history: journal, kinds: &kinds).map(\.reason)
    }

    @Test func aDatagramSocketsConnectSendsNothing() {
        let connect = call("connect", before: .closed, after: .established)
        let calls = [call("socket", datagram, result: 3, on: nil, made: [1]), connect]
        #expect(reasons(calls, last: 1)[0]?.hasPrefix("Nothing was sent") == true)
        #expect(reasons(calls, last: 2)[1]?.hasPrefix("Nothing was sent") == true)
        #expect(reasons([connect], last: 1)[0]?.hasPrefix("Nothing was sent") == false)
        // The call that created it is no longer in memory.
        let many = [calls[0]] + [Call](repeating: connect, count: 5000)
        #expect(reasons(many, last: 1, capacity: 1)[0]?.hasPrefix("Nothing was sent") == true)
    }

    @Test(arguments: ["accept", "dup"]) func aSocketIsOfTheKindOfTheOneThatItCameFrom(_ name: String) {
        var journal = Journal()
        journal.append(call("socket", stream, result: 3, on: nil, made: [1]))
        journal.append(call(name, result: 4, on: 1, made: [2]))
        journal.append(call("recv", on: 2))
        let last = journal.newest(1)[0]
        var kinds = SocketKinds()
        #expect(kinds.kind(of: last, in: journal)?.isTCP == true)
    }

    @Test func twoProcessesMayHaveOneDescriptor() {
        let journaled = [
            call("socket", datagram, result: 3, on: nil, made: [1]),
            call("socket", stream, result: 3, on: nil, made: [2]),
            call("connect", before: .closed, after: .established, on: 1),
        ]
        #expect(reasons(journaled, last: 1)[0]?.hasPrefix("Nothing was sent") == true)
    }

    @Test func isCutAtBlanksForAScreen() {
        let explanation = Explanation(call("listen", before: .closed, after: .listen))
        #expect(explanation.lines().count == 3)
        let lines = explanation.lines(width: 30)
        #expect(lines.count > 3 && lines.allSatisfy { $0.count <= 30 })
        #expect(lines[0].hasPrefix("#0 listen(") && lines.dropFirst().allSatisfy { $0.hasPrefix("   ") })
        let whole = explanation.lines().joined(separator: " ").split(separator: " ")
        #expect(lines.joined(separator: " ").split(separator: " ") == whole)
    }

    @Test func theMarkIsToldFromTheResult() {
        #expect(Explanation(call("sockatmark", result: 1)).reason?.contains("has been read") == true)
        #expect(Explanation(call("sockatmark", result: 0)).reason?.contains("before any urgent byte") == true)
    }

    @Test func pollTellsOfUrgentData() {
        let told = Argument("fds", .poll([PollEntry(descriptor: 3, events: .urgent, returned: .urgent)]))
        let poll = Call(CallTitle("poll"), arguments: [], result: 1, outputs: [told], start: 0, duration: 1)
        #expect(Explanation(poll).reason?.contains("urgent data") == true)
    }

    @Test func aCircleOfMakersIsOfNoKind() {
        var journal = Journal()
        journal.append(call("dup", result: 3, on: 1, made: [2]))
        journal.append(call("dup", result: 3, on: 2, made: [1]))
        let last = journal.newest(1)[0]
        var kinds = SocketKinds()
        #expect(kinds.kind(of: last, in: journal) == nil)
        kinds.note(last, in: journal)
        #expect(kinds.kind(of: last, in: journal) == nil)
    }

    @Test(arguments: [
        "socket", "socketpair", "dup", "close", "bind", "connect", "listen", "accept", "accept4", "getsockname",
        "getpeername", "shutdown", "send", "sendto", "sendmsg", "sendfile", "recv", "recvfrom", "recvmsg", "poll",
        "getsockopt", "setsockopt", "getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyaddr", "getservbyname",
        "getservbyport", "getprotobyname", "gethostname", "unlink", "if_nametoindex", "if_indextoname", "if_nameindex",
        "inet_pton", "inet_ntop", "inet_aton", "inet_ntoa", "htons", "getprotobynumber", "sockatmark",
        "read", "readv", "write", "writev", "sendmmsg", "recvmmsg", "splice", "close_range", "dup2", "dup3", "fcntl",
        "select",
        "epoll_wait", "execve",
    ])
    func everyKnownCallHasAReasonEitherWay(name: String) {
        let success = Explanation(call(name)).reason
        #expect(success?.hasSuffix(".") == true)
        for errno in [Errno.wouldBlock, .connectionRefused, .invalidArgument, .interrupted, Errno(rawValue: 999)] {
            #expect(Explanation(call(name, result: -1, error: errno)).reason?.hasSuffix(".") == true)
        }
    }

    /// The sentences about a session's closes, oldest first.
    private func closes(_ text: String) -> [String?] {
        var (journal, kinds) = (Journal(), SocketKinds())
        for call in Sessions.run(text) { journal.append(call) }
        let explanations = Explanation.all(journal.newest(100), history: journal, kinds: &kinds)
        return explanations.filter { $0.call.hasPrefix("close(") }.map(\.reason)
    }

    @Test func unreadDataMakesACloseAReset() {
        let pair = """
            s = socket inet stream ; s.bind 127.0.0.1 0 ; s.listen
            c = socket inet stream ; c.connect 127.0.0.1 $s.port ; k = s.accept

            """
        let unread = closes(pair + "c.send hello\npoll k -timeout 5\nc.close\nk.close")
        #expect(unread.count == 2)
        #expect(unread.first == "A FIN follows the last data; the kernel finishes alone.")
        #expect(unread.last == "Received data was left unread, so the peer gets a reset instead of a FIN.")
        let read = closes(pair + "c.send hello\nc.close\nk.recvall\nk.close")
        #expect(read.last == "The peer had closed before; this side's FIN ends the connection.")
        let lingering = closes(pair + "c.setsockopt linger on 0\nc.close")
        #expect(lingering.first??.hasPrefix("SO_LINGER") == true)
        let alone = Explanation(call("close", before: .closeWait)).reason
        #expect(alone?.hasSuffix("or a reset if received data was left unread.") == true)
    }

    @Test(arguments: ["send", "recv"])
    func aStreamIsRefusedByItsConnect(name: String) {
        let refused = call(name, [Argument("sockfd", .descriptor(3))], result: -1, error: .connectionRefused)
        let kind = SocketKinds.Kind(family: .inet, type: .stream)
        #expect(Explanation(refused, kind: kind).reason?.contains("connect had begun") == true)
        #expect(Explanation(refused).reason?.contains("datagram") == true)
    }

    @Test func anUnknownCallHasNone() { #expect(Explanation(call("frobnicate")).reason == nil) }

    @Test func zeroIsTheEndOnlyOfAStream() {
        let arguments = [
            Argument("sockfd", .descriptor(3)), Argument("buf", .room(10)), Argument("len", .integer(10)),
        ]
        #expect(Explanation(call("recv", arguments)).reason?.contains("end of the stream") == true)
        let kind = SocketKinds.Kind(family: .inet, type: .datagram)
        #expect(Explanation(call("recv", arguments), kind: kind).reason?.contains("empty datagram") == true)
    }
}
