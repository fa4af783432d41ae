import Explaining
import Journal
import Sockets
import Testing

/// What is said once about calls that succeeded in another way than it seems.
@Suite("Remarks", .timeLimit(.minutes(5)))
struct RemarksTests {
    private let shell = TestSession()

    /// What is said about the statements of some lines, in order.
    private func said(_ lines: String, isHeld: Bool? = true, by remarks: inout Remarks) throws -> [String] {
        var said: [String] = []
        for line in lines.split(separator: "\n").map(String.init) {
            let first = shell.session.journal.count + 1
            let record = try shell.type(line)
            #expect(record.failure.map(\.message) == nil, "\(line)")
            let history = shell.session.journal
            let calls = history.calls(from: first)
            if let text = remarks.about(calls, typed: line, history: history) { said.append(text) }
        }
        return said
    }

    private static let served = """
        l = socket inet stream
        l.bind 127.0.0.1 0
        l.listen
        k = socket inet stream
        k.connect 127.0.0.1 $l.port
        c = l.accept
        """

    private static let cases: [(lines: String, words: String)] = [
        ("\(served)\nk.send one\nk.send two\nc.recv 100", "what 2 sends had sent"),
        ("\(served)\nk.send abcdef\nc.recv 3", "the beginning of what one send had sent, 6 bytes"),
        ("\(served)\nk.shutdown wr\nc.recv 10", "no empty message"),
        ("\(served)\nk.shutdown rd\nk.recv 10", "TCP does not tell the peer"),
        ("\(served)\nk.send \"\"", "a stream has no empty messages"),
        ("\(served)\nk.sendto x 127.0.0.1 9", "ignores the address"),
        ("\(served)\nk.shutdown wr\nc.recv\nc.send x", "the peer sends no more"),
        ("\(served)\nk.send x\npoll c\nc.close", "sent a reset"),
        ("socketpair unix dgram\ns1.send abcdef\ns2.recv 3", "the message had 6 bytes"),
        ("socketpair unix dgram\ns1.send \"\"\ns2.recv 3", "an empty datagram, and no end"),
        ("socketpair unix dgram\ns1.send abc\ns2.recv 0", "throws all of it away"),
        ("socketpair unix seqpacket\ns1.close\ns2.recv 3", "does not tell one from the other"),
        ("s = socket inet stream\ns.setblocking off\ns.listen", "the kernel chose port"),
        ("\(served)\ns = socket inet stream\ns.connect 0.0.0.0 $l.port", "is this machine itself"),
        ("s = socket inet dgram\ns.sendto x 0.0.0.0 9", "is this machine itself"),
        ("s = socket inet dgram\ns.connect 127.0.0.1 9", "only notes the peer"),
        ("s = socket inet dgram\ns.bind 127.0.0.1 0", "ss: UNCONN"),
        ("s = socket inet stream\ns.setsockopt linger 0", "linger is off"),
        ("s = socket inet stream\ns.bind 127.0.0.1 0\ns.setsockopt reuseaddr on", "counts when a socket is bound"),
        ("s = socket inet stream\ns.setsockopt rcvbuf 4000\ns.getsockopt rcvbuf", "the kernel doubles"),
        ("s = socket inet stream\ns.bind 127.1 0", "127.1 is 127.0.0.1"),
        ("s = socket inet stream\ns.bind 0177.0.0.1 0", "octal"),
        (
            "a = socket inet dgram\na.setsockopt reuseaddr on\na.bind 127.0.0.1 0\ns = socket inet dgram\n"
                + "s.setsockopt reuseaddr on\ns.bind 127.0.0.1 $a.port",
            "the one bound last"
        ),
        ("a = socketpair\na.setsockopt sndtimeo 0.02\na.send fill:9000000", "the kernel took only"),
    ]

    @Test(arguments: cases.indices)
    func isSaid(place: Int) throws {
        var remarks = Remarks(isHeld: { _ in true })
        let (lines, words) = Self.cases[place]
        let told = try said(lines, by: &remarks)
        #expect(told.contains { $0.contains(words) }, "\(told)")
    }

    @Test func eachIsSaidOnce() throws {
        var remarks = Remarks(isHeld: { _ in true })
        let lines = "\(Self.served)\nk.send one\nk.send two\nc.recv 100\nk.send one\nk.send two\nc.recv 100"
        #expect(try said(lines, by: &remarks).filter { $0.contains("sends had sent") }.count == 1)
        #expect(!remarks.isOver)
    }

    @Test func ordinaryCallsAreNotRemarkedOn() throws {
        var remarks = Remarks(isHeld: { _ in true })
        let lines = """
            \(Self.served)
            k.send hello
            c.recv 100
            c.send back
            k.recv 100
            k.setsockopt linger on 0
            k.setsockopt linger off
            getaddrinfo 127.0.0.1 80
            u = socket unix dgram
            """
        #expect(try said(lines, by: &remarks).isEmpty)
    }

    @Test("a datagram that nobody holds", arguments: [(false, 1), (true, 0), (nil, 0)] as [(Bool?, Int)])
    func aDatagramForNobody(isHeld: Bool?, count: Int) throws {
        var remarks = Remarks(isHeld: { _ in isHeld })
        let told = try said("s = socket inet dgram\ns.sendto x 127.0.0.1 9", by: &remarks)
        #expect(told.filter { $0.contains("no socket is bound to 127.0.0.1 9") }.count == count)
    }

    @Test func theKernelKnowsWhoHoldsAPort() throws {
        try shell.type("u = socket inet dgram")
        try shell.type("u.bind 127.0.0.1 0")
        let address = try #require(shell.session.sockets["u"].flatMap { Observation.localAddress(of: $0.descriptor) })
        #expect(Observation.isHeldByDatagramSocket(address) == true)
        try shell.type("u.close")
        #expect(Observation.isHeldByDatagramSocket(address) == false)
        #expect(Observation.isHeldByDatagramSocket(.unspecified) == nil)
    }

    @Test func aLoopDoesNotLookForEver() throws {
        var remarks = Remarks(isHeld: { _ in true })
        try shell.type("s = socket inet stream")
        try shell.type("s.setsockopt rcvbuf 4000")
        try shell.type("a = socketpair")
        let send = try #require(try shell.calls("a.send x").first)
        for _ in 0..<600 { _ = remarks.about([send], typed: "a.send x", history: shell.session.journal) }
        #expect(remarks.about([send], typed: "a.send \"\"", history: shell.session.journal) == nil)
    }

    @Test func namesAreUnique() { #expect(Set(Remarks.names).count == Remarks.names.count) }
}
