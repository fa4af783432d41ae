import Explaining
import Journal
import Shell
import Sockets
import SystemPackage
import Testing

/// Errors of getsockopt(2) and setsockopt(2), made at the boundary itself.
struct OptionErrnos: Sendable, CustomTestStringConvertible {
    let call: String
    let error: String
    let rule: String
    let before: String
    let level: (name: String, number: Int32)
    let option: (name: String, number: Int32)
    let value: [UInt8]
    var isInjected = false

    var testDescription: String { "\(call) \(error): \(rule)" }

    static let pairs: [OptionErrnos] = real + injected + gone

    private static let on: [UInt8] = [1, 0, 0, 0]
    private static let stream = "s = socket inet stream"
    private static let socket = ("SOL_SOCKET", SOL_SOCKET)
    private static let ip = ("IPPROTO_IP", Int32(0))
    private static let group: [UInt8] = [239, 1, 2, 3, 127, 0, 0, 1]

    private static let real: [OptionErrnos] = [
        Self("setsockopt", "ENOPROTOOPT", "option.unknown", socket, ("SO_UNKNOWN", 9999), on),
        Self("getsockopt", "ENOPROTOOPT", "option.unknown", socket, ("SO_UNKNOWN", 9999), on),
        Self("setsockopt", "ENOPROTOOPT", "option.readonly", socket, ("SO_TYPE", SO_TYPE), on),
        Self(
            "getsockopt",
            "ENOPROTOOPT",
            "option.writeonly",
            before: "s = socket inet dgram",
            ip,
            ("IP_ADD_MEMBERSHIP", 35),
            on
        ),
        Self("setsockopt", "EINVAL", "option.value", socket, ("SO_REUSEADDR", SO_REUSEADDR), [1]),
        Self(
            "setsockopt",
            "EINVAL",
            "option.v6only",
            before: "s = socket inet6 stream\ns.listen",
            ("IPPROTO_IPV6", 41),
            ("IPV6_V6ONLY", 26),
            on
        ),
        Self(
            "getsockopt",
            "EOPNOTSUPP",
            "option.unsupported",
            before: "s = socket unix stream",
            ("IPPROTO_TCP", 6),
            ("TCP_NODELAY", 1),
            on
        ),
        Self(
            "setsockopt",
            "EOPNOTSUPP",
            "option.unsupported",
            before: "s = socket unix stream",
            ("IPPROTO_TCP", 6),
            ("TCP_NODELAY", 1),
            on
        ),
        Self(
            "setsockopt",
            "EADDRNOTAVAIL",
            "membership.none",
            before: "s = socket inet dgram",
            ip,
            ("IP_DROP_MEMBERSHIP", 36),
            group
        ),
        Self(
            "setsockopt",
            "ENODEV",
            "membership.device",
            before: "s = socket inet dgram",
            ip,
            ("IP_ADD_MEMBERSHIP", 35),
            [239, 1, 2, 3, 192, 0, 2, 1]
        ),
        Self("setsockopt", "EDOM", "option.range", socket, ("SO_RCVTIMEO", 20), [0, 0, 0, 0, 0, 0, 0, 0] + million),
    ]

    /// A number of microseconds equal to one second.
    private static let million: [UInt8] = [0x40, 0x42, 0x0f, 0, 0, 0, 0, 0]

    private static let injected: [OptionErrnos] = [
        ("getsockopt", "EINVAL", "option.state"), ("setsockopt", "EPERM", "option.privilege"),
        ("setsockopt", "EACCES", "option.privilege"), ("setsockopt", "EADDRINUSE", "membership.twice"),
        ("setsockopt", "ENOBUFS", "membership.many"), ("setsockopt", "ENOENT", "option.missing"),
        ("setsockopt", "EISCONN", "option.connected"), ("setsockopt", "ENOTCONN", "option.unconnected"),
        ("getsockopt", "ENOTCONN", "option.unconnected"),
    ].map { call, error, rule in
        var pair = Self(call, error, rule, socket, ("SO_MARK", 36), on)
        pair.isInjected = true
        return pair
    }

    private static let gone: [OptionErrnos] = ["getsockopt", "setsockopt"].flatMap { call in
        var closed = Self(call, "EBADF", "descriptor.closed", socket, ("SO_REUSEADDR", SO_REUSEADDR), on)
        closed.isInjected = true
        return [
            closed,
            Self(
                call,
                "ENOTSOCK",
                "descriptor.no-socket",
                before: "s = fromfd %FD inet stream",
                socket,
                ("SO_REUSEADDR", SO_REUSEADDR),
                on
            ),
        ]
    }

    init(
        _ call: String,
        _ error: String,
        _ rule: String,
        before: String = stream,
        _ level: (String, Int32),
        _ option: (String, Int32),
        _ value: [UInt8]
    ) {
        (self.call, self.error, self.rule, self.before) = (call, error, rule, before)
        (self.level, self.option, self.value) = (level, option, value)
    }
}

@Suite("Errors of options", .timeLimit(.minutes(5)))
struct OptionErrnoTests {
    @Test(arguments: OptionErrnos.pairs)
    func provoked(pair: OptionErrnos) throws {
        let (failure, history) = try Scene.after(pair.before) { session, _ in
            try fail(pair, on: session)
        }
        #expect(failure.call?.error?.name == pair.error)
        #expect(Diagnosis(of: failure, history: history).rule == pair.rule)
    }

    /// Makes the call and records it as a command does.
    private func fail(_ pair: OptionErrnos, on session: Session) throws -> (Failure, Journal) {
        let socket = try #require(session.sockets["s"])
        if pair.isInjected, let errno = Errno(name: pair.error) {
            session.kernel.inject(Fault(call: pair.call == "getsockopt" ? .getsockopt : .setsockopt, errno: errno))
        }
        let returned =
            pair.call == "getsockopt"
            ? session.kernel.getsockopt(
                socket.descriptor,
                level: pair.level.number,
                option: pair.option.number,
                capacity: 4
            )
            .map { _ in }
            : session.kernel.setsockopt(
                socket.descriptor,
                level: pair.level.number,
                option: pair.option.number,
                value: pair.value
            )
        var journal = session.journal
        journal.append(
            Call(
                CallTitle(pair.call),
                statement: session.statementCount + 1,
                socket: socket.id,
                socketName: socket.name,
                arguments: [
                    Argument("sockfd", .descriptor(socket.descriptor)),
                    Argument("level", .constant(pair.level.name, Int(pair.level.number))),
                    Argument("optname", .constant(pair.option.name, Int(pair.option.number))),
                ],
                result: returned.result,
                error: returned.errno.map { .errno($0) },
                start: returned.start,
                duration: returned.duration
            )
        )
        return (Failure(.call(journal.newest(1)[0])), journal)
    }
}
