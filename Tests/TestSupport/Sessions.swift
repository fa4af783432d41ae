import Commands
import Journal
import Language
import Shell
import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sessions whose journals the views are tested with: run on the real kernel, then normalised.
public enum Sessions {
    /// A connection, both ends in the session.
    private static let connection = """
        s = socket inet stream
        s.bind 127.0.0.1 0
        s.listen
        c = socket inet stream
        c.connect 127.0.0.1 $s.port
        k = s.accept

        """

    /// The sessions by name.
    public static let all: [(name: String, text: String)] = [
        (
            "article",
            """
            s = socket inet stream
            s.bind 127.0.0.1 0
            s.listen 5
            c = socket inet stream
            c.connect 127.0.0.1 $s.port
            k = s.accept
            k.send "Thank you for connection"
            k.close
            c.recv 1024
            c.getsockname
            c.recv 1024
            c.close
            """
        ),
        (
            "coalescing",
            connection + """
                c.send one
                c.send two
                c.send three
                k.recv 11 waitall
                c.send splitted
                k.recv 5
                k.recv 1024
                k.send reply
                """
        ),
        (
            "half-close",
            connection + """
                c.send question
                c.shutdown wr
                k.recvall
                k.send answer
                c.recv 100
                try { c.send more } catch EPIPE { 0 }
                k.close
                c.recv 100
                c.close
                """
        ),
        ("refused", "c = socket inet stream\ntry { c.connect 127.0.0.1 1 } catch ConnectionRefused { 0 }\nc.close"),
        (
            "udp",
            """
            s = socket inet dgram
            s.bind 127.0.0.1 0
            c = socket inet dgram
            c.sendto ping 127.0.0.1 $s.port
            got = s.recvfrom 100
            s.sendto pong $got.address
            c.recv 100
            c.connect 127.0.0.1 $s.port
            c.send "a long datagram"
            s.recv 4 peek
            s.recv 6
            try { s.recv 10 dontwait } catch EAGAIN { 0 }
            """
        ),
        (
            "blocking",
            """
            s = socket inet stream
            s.bind 127.0.0.1 0
            s.listen
            k = s.accept &
            sleep 0.3
            c = socket inet stream
            c.connect 127.0.0.1 $s.port
            x = wait
            k.recv 10 &
            sleep 0.3
            c.send hi
            x = wait
            c.settimeout 0.3
            try { c.recv 10 } catch timeout { 0 }
            """
        ),
        (
            "reset",
            connection + """
                c.send "never read"
                poll k -timeout 5
                k.close
                try { c.recv 100 } catch ConnectionReset { 0 }
                try { c.send again } catch EPIPE { 0 }
                """
        ),
        (
            "self-connect",
            """
            s = socket inet stream
            s.bind 127.0.0.1 0
            s.connect 127.0.0.1 $s.port
            s.send "to myself"
            s.recv 100
            s.close
            """
        ),
        (
            "zero-length",
            """
            s = socket inet dgram
            s.bind 127.0.0.1 0
            c = socket inet dgram
            c.sendto "" 127.0.0.1 $s.port
            s.recvfrom 100
            c.sendto x 127.0.0.1 $s.port
            s.recv 100
            """
        ),
        (
            "urgent",
            connection + """
                c.send ab
                c.send "c!" oob
                c.send de
                poll k:pri -timeout 5
                k.recv 1 oob
                k.recv 3 waitall
                k.recv 100
                """
        ),
        (
            "many",
            """
            a = socketpair
            b = socketpair
            c = socketpair
            d = socketpair
            a.send one
            b2.send two
            c.send three
            d2.send four
            a2.recv 10
            b.recv 10
            d.recv 10
            try { e = socket inet stream ; e.connect 127.0.0.1 1 } catch ConnectionRefused { 0 }
            """
        ),
        (
            "hostile",
            """
            s = socketpair
            s.send "\\x1b[31m\\x07</script>;#end <b>\\"quoted\\"\\n\\r\\0"
            s2.recv 100
            s2.send "\\u{202e}\\u{2066}bidi 日本語 😀 \\xff\\xfe ]]> -->"
            s.recv 100
            s.send "日本語日本語日本語日本語日本語日本語日本語日本語日本語"
            s2.recv 1000
            u = socket unix dgram
            try { u.connect "/tmp/<i>\\x1b]0;x\\x07\\u{202e}日本&\\"'" } catch { 0 }
            """
        ),
    ]

    /// The calls of a session.
    public static func calls(_ name: String) -> [Call] {
        guard let text = all.first(where: { $0.name == name })?.text else { return [] }
        return Normal.form(of: run(text), sleeps: text.contains("sleep"))
    }

    /// The calls that a text makes, as they were.
    public static func run(_ text: String) -> [Call] {
        Interrupts.ignoreBrokenPipes()
        // The test's thread blocks the signal that ends a call at its timeout.
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        let session = Session(registry: .all, output: SilentOutput())
        defer { session.locked { session.closeAll() } }
        _ = Interpreter.run(Source.of(text), on: session)
        return session.locked { session.journal.calls(from: 1) }
    }
}

/// Calls with ports and times that are the same in every run.
public enum Normal {
    /// How long a session sleeps.
    public static let pause: UInt64 = 300_000_000

    /// Ports that the kernel chose become 40001, 40002, …; moments keep their order. In a session that sleeps, a gap of
    /// half a pause counts as one, however long a busy machine made it; in any other, gaps are the machine's doing and
    /// removed. Calls are numbered by their beginning: which of two threads reaches the journal first is chance.
    public static func form(of calls: [Call], sleeps: Bool) -> [Call] {
        var ports: [UInt16: UInt16] = [:]
        let moments = Set(calls.flatMap { [$0.start, $0.start + $0.duration] }).sorted()
        var times: [UInt64: UInt64] = [:]
        var now: UInt64 = 1_000_000
        for (index, moment) in moments.enumerated() {
            if index > 0 {
                let gap = moment - moments[index - 1]
                now += sleeps && gap >= pause / 2 ? pause : 1000
            }
            times[moment] = now
        }
        return calls.sorted { $0.start < $1.start }.enumerated().map { index, call in
            let start = times[call.start] ?? 0
            var normal = Call(
                CallTitle(call.name),
                statement: call.statement,
                socket: call.socket,
                socketName: call.socketName,
                arguments: call.arguments.map { Argument($0.name, content($0.value, &ports)) },
                result: call.result,
                error: call.error,
                outputs: call.outputs.map { Argument($0.name, content($0.value, &ports)) },
                start: start,
                duration: (times[call.start + call.duration] ?? 0) - start,
                before: call.before.map(settled),
                after: call.after.map(settled),
                isInjected: call.isInjected,
                local: call.local.map { address($0, &ports) },
                made: call.made,
                mentions: call.mentions
            )
            normal.number = index + 1
            return normal
        }
    }

    /// A transient state, as the one that it passes to.
    private static func settled(_ state: ConnectionState) -> ConnectionState {
        switch state {
        case .finWait1: .finWait2
        case .timeWait, .lastAck, .closing: .closed
        default: state
        }
    }

    private static func content(_ content: Argument.Content, _ ports: inout [UInt16: UInt16]) -> Argument.Content {
        if case .address(let address) = content { return .address(self.address(address, &ports)) }
        return content
    }

    private static func address(_ address: SocketAddress, _ ports: inout [UInt16: UInt16]) -> SocketAddress {
        guard case .inet(let host, let port) = address, port > 1023 else { return address }
        let normal = ports[port] ?? UInt16(40001 + ports.count)
        ports[port] = normal
        return .inet(host, port: normal)
    }
}
