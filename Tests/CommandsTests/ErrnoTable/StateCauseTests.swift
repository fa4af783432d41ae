import Explaining
import Journal
import Sockets
import Testing

/// Causes that hold only in some state or under some option: the default's cause must not be told there.
@Suite("Causes by state and option", .timeLimit(.minutes(5)))
struct StateCauseTests {
    private struct Case: Sendable {
        let rule: String
        let lines: String
        let words: String
        let advice: String

        init(_ rule: String, _ lines: String, _ words: String, _ advice: String) {
            (self.rule, self.lines, self.words, self.advice) = (rule, lines, words, advice)
        }
    }

    private static let listener = "l = socket inet stream\nl.bind 127.0.0.1 0"
    private static let deferring =
        "\(listener)\nl.setsockopt tcp defer_accept 5\nl.listen\nc = socket inet stream\nc.connect 127.0.0.1 $l.port"
    private static let udp = "s = socket inet dgram"
    private static let sixth = "s = socket inet6 dgram"
    private static let full = """
        u = socket unix stream
        u.bind DIR/a
        u.listen 0
        k = socket unix stream
        k.connect DIR/a
        s = socket unix stream
        """

    private static let cases: [Case] = [
        Case("name.unknown", "getaddrinfo ::1%lo 80", "only after a link-local address", "getaddrinfo ::1"),
        Case("name.unknown", "getaddrinfo fe80::1%nosuch", "this machine has none of that name", "getaddrinfo fe80::1"),
        Case(
            "name.numeric.service",
            "getaddrinfo 127.0.0.1 http -flags numericserv",
            "http is no number",
            "getaddrinfo 127.0.0.1 80 -flags numericserv"
        ),
        Case(
            "name.numeric.host",
            "getaddrinfo localhost 80 -flags numerichost",
            "is no address in digits",
            "getaddrinfo localhost"
        ),
        Case("name.service.raw", "getaddrinfo 127.0.0.1 80 -type raw", "raw sockets have no ports", "-type raw"),
        Case(
            "name.service.raw",
            "getaddrinfo 127.0.0.1 80 -protocol icmp",
            "that protocol has no ports",
            "-protocol 1"
        ),
        Case(
            "waited.accept.deferred",
            "\(deferring)\nl.settimeout 0.05\nl.accept",
            "c is connected and has sent nothing",
            "c.send hello; l.accept"
        ),
        Case(
            "accept.again",
            "\(deferring)\nl.setblocking off\nl.accept",
            "which TCP_DEFER_ACCEPT makes l wait for",
            "c.send hello"
        ),
        Case(
            "accept.again",
            "\(listener)\nl.listen\nl.setsockopt rcvtimeo 0.02\nl.accept",
            "the time that rcvtimeo allows is over",
            "poll l"
        ),
        Case("bind.sent", "\(udp)\ns.send hi\ns.bind 127.0.0.1 0", "the send of one statement ago", "s.getsockname"),
        Case(
            "bind.sent",
            "\(udp)\ns.sendto fill:70000 127.0.0.1 9\ns.bind 127.0.0.1 0",
            "before it found that it fails",
            "s.getsockname"
        ),
        Case("bind.sent", "\(udp)\ns.sendto x ::1 9\ns.bind 127.0.0.1 0", "s has a port already", "s.getsockname"),
        Case(
            "bind.sent",
            "\(udp)\ns.sendto x 127.0.0.1 HELD\ns.bind 127.0.0.1 0",
            "when it first sent",
            "s.getsockname"
        ),
        Case(
            "bind.used.here",
            "a = socket inet stream\na.bind 127.0.0.1 0\ns = socket inet stream\ns.setsockopt reuseport on\n"
                + "s.bind 127.0.0.1 $a.port",
            "has not set SO_REUSEPORT, as s has",
            "a.setsockopt reuseport on"
        ),
        Case(
            "connect.invalid.other-scope",
            "\(sixth)\ns.connect fe80::1%lo 80\ns.connect fe80::1%99 80",
            "tied s to the interface lo",
            "if_nameindex"
        ),
        Case(
            "unix.refused.other-type",
            "d = socket unix dgram\nd.bind @netshell-PID\ns = socket unix stream\ns.connect @netshell-PID",
            "looks among stream sockets only",
            "s = socket unix dgram; s.connect @netshell-PID"
        ),
        Case(
            "unix.refused.other-type",
            "d = socket unix stream\nd.bind @netshell-PID\ns = socket unix dgram\ns.sendto x @netshell-PID",
            "by the stream socket d",
            "s = socket unix stream; d.listen; s.connect"
        ),
        Case("getpeername.port-zero", "\(udp)\ns.connect 127.0.0.1 0\ns.getpeername", "no one's port", "getpeername"),
        Case(
            "send.segments",
            "\(udp)\ns.connect 127.0.0.1 HELD\ns.setsockopt udp segment 10\ns.send fill:2000",
            "are 200 datagrams",
            "s.send fill:640"
        ),
        Case(
            "connect.progress",
            "s = socket inet stream\ns.setsockopt sndtimeo 0.02\ninject connect EINPROGRESS\n"
                + "s.connect 127.0.0.1 HELD",
            "within the time that sndtimeo allows",
            "poll s:out"
        ),
        Case(
            "unix.connect.again",
            "\(full)\ns.setsockopt sndtimeo 0.02\ns.connect DIR/a",
            "the time that sndtimeo allows is over",
            "u.accept"
        ),
        Case(
            "send.again",
            "a = socketpair\na.setsockopt sndtimeo 0.02\na.sendall fill:4000000",
            "the time that sndtimeo allows is over",
            "a2.recv 65536"
        ),
        Case("recv.again", "a = socketpair\na.setsockopt rcvtimeo 0.02\na.recv", "rcvtimeo allows", "a2.send hello"),
        Case("recv.again", "\(udp)\ns.recvmsg 10 100 errqueue", "no error is in s's queue", "poll s"),
    ]

    /// The rules that these tests prove; those that need a network namespace are in `test_option_causes.py`.
    static let rules = Set(cases.map(\.rule)).union([
        "send.path-mtu", "connect.invalid.bound-loopback", "getpeername.deferred", "waited.recv.deferred",
    ])

    @Test(arguments: cases.indices)
    func told(place: Int) throws {
        let expected = Self.cases[place]
        let lines = expected.lines.split(separator: "PID", omittingEmptySubsequences: false).joined(
            separator: "\(getpid())"
        )
        let advice = expected.advice.split(separator: "PID", omittingEmptySubsequences: false)
            .joined(separator: "\(getpid())")
        let outcome = try Scene.play(lines)
        let told = Diagnosis(of: try #require(outcome.failure), history: outcome.history)
        #expect(told.rule == expected.rule, "\(told)")
        #expect(told.cause?.contains(expected.words) == true, "\(told)")
        #expect(told.advice.contains { $0.contains(advice) }, "\(told)")
    }

    @Test("a receiver's port is not said to wait out a TIME_WAIT that it cannot have")
    func noTimeWaitForDatagrams() throws {
        let kernel = Kernel()
        let holder = Int32(kernel.socket(.inet, type: SocketType.datagram.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(holder) }
        _ = kernel.bind(holder, to: .inet(.loopback, port: 0))
        let port = try #require(Observation.localAddress(of: holder)?.port)
        let outcome = try Scene.play("s = socket inet dgram\ns.bind 127.0.0.1 \(port)")
        let told = Diagnosis(of: try #require(outcome.failure), history: outcome.history)
        #expect(told.rule == "bind.used.elsewhere")
        #expect(told.cause?.contains("TIME_WAIT") == false && told.advice.allSatisfy { !$0.contains("restart") })
    }
}
