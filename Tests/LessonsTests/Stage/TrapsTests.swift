import Testing

@testable import Lessons

/// Ways to dodge a lesson's task: what is typed looks right and is not, and the lesson must not praise it.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TrapsTests {
    private struct Trap: CustomTestStringConvertible, Sendable {
        let lesson: String
        let step: String
        let lines: [String]
        /// What is said to one of them.
        let said: String
        var testDescription: String { "\(lesson) \(step): \(lines.joined(separator: "; "))" }

        init(_ lesson: String, _ step: String, _ lines: String..., said: String) {
            (self.lesson, self.step, self.lines, self.said) = (lesson, step, lines, said)
        }
    }

    private static let traps = [
        Trap("client", "maximum", "s.recv 1024", said: "Type reset, and then ask for 9"),
        Trap("client", "talk", "s.close", said: "Too soon"),
        Trap("server", "bind", "s.bind 127.0.0.2 [PORT]", said: "with addr 127.0.0.1"),
        Trap("server", "bind", "s.bind 127.0.0.1 0", said: "reset begins the step again"),
        Trap("server", "accept", "d = s.accept", said: "reset begins it again"),
        Trap("server", "greet", "c.send \"thank you for connection\"", said: "A small t is another byte"),
        Trap(
            "closing",
            "half",
            "c.shutdown rd",
            "c.send \"that was all\"",
            "c.shutdown wr",
            said: "reset begins it again"
        ),
        Trap("closing", "back", "answer EPIPE", "c.shutdown rd", said: "Type reset"),
        Trap("closing", "linger", "a.setsockopt linger 0", said: "0 means off"),
        Trap("closing", "linger", "a.setsockopt linger 0", "a.close", said: "reset begins it again"),
        Trap(
            "errors",
            "gopher",
            "g = socket inet stream; g.connect 127.0.0.1 [PORT]",
            "g.sendall 'about.txt\\r\\n'",
            said: "Type reset, and use double quotes"
        ),
        Trap("errors", "fields", "kind = ConnectionRefused", said: "A word alone is taken for a command"),
        Trap(
            "datagrams",
            "room",
            "b.sendto hello 127.0.0.1 [PORT]",
            "a.recv 5",
            "b.sendto \"Hello, world\" 127.0.0.1 [PORT]",
            said: "reset begins it again"
        ),
        Trap("unix", "who", "k.getsockopt peercred", said: "nothing keeps it"),
        Trap("ports", "udp", "dns = getservbyname domain", said: "udp"),
        Trap("ports", "udp", "dns = getservbyname domain tcp", said: "the one of udp"),
        Trap("ports", "use", "s = socket inet stream", "s.connect 127.0.0.1 $server.port", said: "begin with port ="),
        Trap(
            "options",
            "again",
            "answer EADDRINUSE",
            "answer 2",
            "d.bind 127.0.0.1 $port",
            "d.setsockopt reuseaddr on",
            said: "reset begins it again"
        ),
        Trap("waiting", "progress", "answer EINPROGRESS", "x.getsockopt error", "poll x:out -timeout 1", said: "reset"),
        Trap("ipv6", "address", "inet_pton inet6 ::1", "inet_pton inet6 127.0.0.1", said: "its family is inet"),
        Trap("ipv6", "server", "s = socket inet6 stream", "s.bind :: 0", said: "bind it there"),
        Trap(
            "fromfd",
            "rights",
            "p = socketpair; l = socket inet stream",
            "p.sendmsg take rights l",
            said: "Without its -"
        ),
        Trap("server", "piece", "c.recv 1024", said: "begin with 5"),
        Trap("server", "piece", "c.recv 1024", "c.recv 1024 dontwait", said: "reset begins it again"),
        Trap("server", "close", "c.close", said: "Closed before you saw the end"),
        Trap("server", "close", "c.close", "s.close", said: "reset begins it again"),
        Trap(
            "sockets",
            "borders",
            "m = socketpair unix dgram",
            "m.send \"one two\"",
            "m2.recv 100",
            said: "had buf \"one two\""
        ),
        Trap(
            "sockets",
            "pair",
            "p = socketpair",
            "p.send one",
            "p.send tow",
            "p.send two",
            said: "reset begins it again"
        ),
        Trap("sockets", "pair", "p = socketpair", "p.send two", "p.send one", said: "reset begins it again"),
        Trap("sockets", "families", "socket ipx dgram", said: "domain inet6; there has been none yet"),
        Trap("ports", "http", "port = 80", said: "getservbyname"),
        Trap("ports", "back", "getservbyport 80 tcp", said: "That is the web"),
        Trap("ports", "table", "getservbyname nntp tcp", "getservbyname gopher tcp", said: "name pop3"),
        Trap("addresses", "own", "c.getsockname", "c.connect 127.0.0.1 [PORT]", said: "connect, then getsockname"),
        Trap(
            "addresses",
            "any",
            "w = socket inet stream",
            "w.bind 0.0.0.0 0",
            "w.listen",
            "d = socket inet stream",
            "d.connect 127.0.0.1 $w.port",
            said: "call at 127.0.0.2"
        ),
        Trap("addresses", "any", "w = socket inet stream", "w.listen", said: "bind w before it listens"),
        Trap("unix", "path", "s = socket unix stream", "s.bind path", said: "That made a file called"),
        Trap("unix", "abstract", "u = socket unix stream", "u.bind name", said: "That made a file called"),
        Trap("unix", "connect", "c = socket unix stream", "c.connect $path.no", said: "wanted"),
        Trap(
            "unix",
            "stale",
            "t = socket unix stream",
            "t.bind $path",
            "k.close; c.close; s.close",
            said: "reset begins it again"
        ),
        Trap("unix", "dgram", "b = socket unix dgram", "b.sendto hello $box", "a.recv 100", said: "use a.recvfrom"),
        Trap("datagrams", "from", "a.recv 100", said: "use recvfrom"),
        Trap(
            "datagrams",
            "answer",
            "answer 2",
            "b.sendto ping 127.0.0.1 [PORT]",
            "a.recvfrom 100",
            said: "put m = before"
        ),
        Trap("datagrams", "row", "b.sendto onetwo 127.0.0.1 [PORT]", "b.sendto x 127.0.0.1 [PORT]", said: "buf one"),
        Trap("options", "set", "s.getsockopt keepalive", "s.setsockopt keepalive on", said: "getsockopt"),
        Trap("options", "buffer", "answer 40000", "s.setsockopt rcvbuf 5000", "s.getsockopt rcvbuf", said: "optval 1"),
        Trap(
            "options",
            "works",
            "e.setsockopt reuseaddr on",
            "e.bind 127.0.0.1 0",
            "e.listen 5",
            said: "That is a new port"
        ),
        Trap("options", "without", "k = socket inet stream", "k.close", said: "The client must not be first"),
        Trap("closing", "first", "x = socket inet stream", "x.close", said: "The client must not be first"),
        Trap("closing", "both", "s.close", "c.close", said: "reset"),
        Trap("errors", "missing", "h = socket inet stream", "part = h.recv 20", said: "to reach gopher"),
        Trap("errors", "fields", "kind = error.class", said: "Type reset"),
        Trap("ipv6", "address", "inet_pton inet6 :::1", "inet_pton inet 127.0.0.1", said: "src ::1"),
        Trap("ipv6", "only", "e.bind 0.0.0.0 0", said: "gives e another port"),
        Trap(
            "ipv6",
            "only",
            "six = socket inet6 stream",
            "six.setsockopt v6only on",
            "six.bind :: 0",
            "free = socket inet stream; free.bind 127.0.0.1 0; port = $free.port; free.close",
            "e.bind 0.0.0.0 $port",
            said: "reset begins it again"
        ),
        Trap("names", "fqdn", "gethostbyaddr 127.0.0.1", said: "picks the one name"),
        Trap("names", "fqdn", "full = gethostbyaddr 127.0.0.1", said: "picks the one name"),
        Trap("names", "fqdn", "getfqdn 127.0.0.1", said: "in full"),
        Trap("names", "forward", "gethostbyaddr 127.0.0.1", said: "gethostbyname"),
        Trap(
            "waiting",
            "slow",
            "w = u.accept",
            "w.send hello",
            "w.recv 100",
            "w.getsockname",
            said: "w may wait forever"
        ),
        Trap("waiting", "slow", "w = u.accept", "w.setblocking off", said: "want it to wait"),
        Trap(
            "fromfd",
            "helper",
            "v = u.accept",
            "w.send \"the helper speaks\"",
            "k.recv 100",
            said: "reset begins it again"
        ),
        Trap("fromfd", "alive", "r1.close", said: "go on working"),
    ]

    private static let rawTraps = [
        Trap("raw", "send", "ping = socket inet raw icmp", "ping.sendto message 127.0.0.1 0", said: "send $message"),
        Trap("raw", "send", "ping = socket inet raw tcp", said: "The echo is ICMP"),
        Trap(
            "raw",
            "send",
            "ping = socket inet raw icmp",
            "ping.settimeout 2",
            "ping.sendto $message 127.0.0.1 0",
            "ping.recvfrom 100",
            "ping.getsockname",
            said: "something in own"
        ),
    ]

    /// If raw sockets are not permitted there is no lesson to go wrong in.
    @Test(.enabled(if: Requirement.raw.isMet), arguments: rawTraps) private func norWithRawSockets(trap: Trap) throws {
        try nothingWrongIsPraised(trap: trap)
    }

    @Test(arguments: traps) private func nothingWrongIsPraised(trap: Trap) throws {
        let learner = try Learner(course: trap.lesson, at: trap.step)
        #expect(learner.stage.step?.id == trap.step)
        let said = trap.lines.map { learner.type(learner.stage.filled($0)) }
        #expect(learner.stage.step?.id == trap.step)
        #expect(said.contains { $0.text.contains(trap.said) }, "\(said.map(\.text))")
    }

    /// What the session itself numbers starts over as well: `r1` for a received socket.
    @Test(arguments: Course.builtIn.entries.map(\.id)) func eachStepCanBeSolvedAfterAReset(id: String) throws {
        let lesson = try #require(Course.builtIn[id]?.read.lesson)
        guard lesson.head.requires.isEmpty, let last = lesson.steps.indices.last else { return }
        let learner = try Learner(course: id, at: lesson.steps[0].id)
        learner.stage.solve(lesson.steps[0])
        // The rebuilding solves every step before the last one, and the second time after a session full of sockets.
        for _ in 0..<2 {
            #expect(learner.stage.rebuild(upTo: last) == nil)
            _ = learner.stage.begin(last)
            learner.stage.solve(lesson.steps[last])
            let verdict = learner.stage.verdict(isPatient: true)
            if case .met = verdict { continue }
            Issue.record("\(id): \(verdict)")
        }
    }

    @Test func aSecondTryAtTheWholeClientIsServed() throws {
        let learner = try Learner(course: "client", at: "exercise")
        for line in ["t = socket inet stream", "t.connect 127.0.0.1 [OTHER]", "t.recv 1024", "s = socket inet stream"] {
            _ = learner.type(learner.stage.filled(line))
        }
        _ = learner.type(learner.stage.filled("s.settimeout 5; s.connect 127.0.0.1 [OTHER]"))
        _ = learner.type("s.recv 1024")
        #expect(learner.type("s.close; t.close").hasPraise)
    }

    @Test func whatWasTypedByHandBeforeTheAnswerIsUndone() throws {
        for (lesson, step, line, answer) in [
            ("sockets", "stream", "p2.recv 100", "answer onetwo"),
            ("both", "before", "k.connect 127.0.0.1 [PORT]", "answer ok"),
            ("server", "where", "s.listen 5", "answer 0.0.0.0 0"), ("datagrams", "borders", "a.recv 100", "answer one"),
        ] {
            let learner = try Learner(course: lesson, at: step)
            _ = learner.type(learner.stage.filled(line))
            let said = learner.type(answer)
            #expect(said.first == .note(Message.undone.rawValue) && said.hasPraise, "\(lesson): \(said.text)")
        }
    }
}
