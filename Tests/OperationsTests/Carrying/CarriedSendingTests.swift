import Journal
import Language
import Shell
import Sockets
import SystemPackage
import Testing

@Suite(.timeLimit(.minutes(5))) struct CarriedSendingTests {
    @Test func theKernelGetsWireBytesAndTheJournalHasThem() throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(), under: "s1")
        let calls = try pair.calls(of: "s1.send abcdef")
        #expect(try pair.shell.reply("$reply") == .integer(6))
        #expect(calls.map(\.name) == ["send"] && calls[0].result == 3)
        let wire = HoldingTransport.changed("abc".utf8)
        #expect(calls[0].argument("buf") == .data(Clip(wire)) && calls[0].argument("len") == .integer(3))
        let events = pair.shell.session.journal.events(of: calls[0].number)
        #expect(events.map(\.layer) == [.tls] && events.map(\.direction) == [.sent])
        #expect(events.map(\.bytes) == [Clip(Array("abc".utf8))] && events.map(\.meaning) == ["changed 3 bytes"])
        #expect(events.map(\.socketName) == ["s1"] && events.map(\.of) == [.call(calls[0].number)])
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(wire))
        // The next call sends what was held back, and the end everything that is left.
        try pair.shell.reply("s1.send gh")
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(HoldingTransport.changed("defg".utf8)))
        try pair.shell.reply("s1.shutdown wr")
        #expect(try pair.shell.reply("s2.recvall") == .bytes(HoldingTransport.changed("h".utf8)))
    }

    /// What the transport takes and the kernel has no room for is kept, and no more is taken until it is gone.
    @Test func aPartialSendKeepsTheRest() throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(holds: false), under: "s1")
        try pair.shell.reply("s1.setsockopt sndbuf 4096", "s1.setblocking off")
        let size = 1_000_000
        #expect(try pair.shell.reply("s1.send fill:\(size):x") == .integer(size))
        let transport = try pair.transport("s1")
        let unsent = transport.unsent
        #expect(unsent > 0 && unsent < size)
        guard case .integer(let out)? = try pair.row("s1")["out"] else { throw Failure(.noSocket(command: "out")) }
        #expect(out >= unsent)
        #expect(try pair.shell.failure("s1.send more").className == "WouldBlock")
        #expect(transport.unsent <= unsent)
        #expect(try pair.shell.failure("s1.sendall more").className == "WouldBlock")
        try pair.shell.reply("s1.setblocking on", "s2.recvall &", "s1.send !", "s1.shutdown wr")
        let wire = HoldingTransport.changed([UInt8](repeating: 0x78, count: size) + [0x21])
        #expect(try pair.shell.reply("wait") == .bytes(wire))
        #expect(transport.unsent == 0)
    }

    @Test func sendallSendsEverything() throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(), under: "s1")
        try pair.put(HoldingTransport(), under: "s2")
        let size = 3_000_001
        try pair.shell.reply("s1.setsockopt sndbuf 4096", "s2.recvall &", "s1.sendall fill:\(size):y", "s1.shutdown wr")
        #expect(try pair.shell.reply("wait") == .bytes([UInt8](repeating: 0x79, count: size)))
        #expect(try pair.transport("s1").unsent == 0)
    }

    @Test(arguments: ["send", "sendall"]) func aTimeoutLosesNothing(_ command: String) throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(holds: false), under: "s1")
        try pair.shell.reply("s1.setsockopt sndbuf 4096", "s1.settimeout 0.02")
        // One call may take a part and return; the next one waits.
        var record: StatementRecord
        var taken = 0
        repeat {
            record = try pair.shell.type("s1.\(command) fill:200000:z")
            taken += 200_000
        } while record.failure == nil
        #expect(record.failure?.className == "timeout")
        // A note says that the bytes are kept; without one, none of them was taken.
        if record.notes.isEmpty { taken -= 200_000 }
        #expect(try pair.transport("s1").unsent > 0)
        try pair.shell.reply("s1.settimeout none", "s2.recvall &", "s1.shutdown wr")
        #expect(
            try pair.shell.reply("wait") == .bytes(HoldingTransport.changed([UInt8](repeating: 0x7a, count: taken)))
        )
    }

    @Test func whatAnErrorStoppedIsSentWithTheNextCall() throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(holds: false), under: "s1")
        pair.shell.inject(.send, .noBufferSpace)
        let record = try pair.shell.type("s1.send ab")
        #expect(record.failure?.call?.errno == .noBufferSpace)
        #expect(
            record.notes == ["holding took 2 bytes before that; the next call on s1 sends what is left of them"]
        )
        // An error before anything was taken has nothing to report.
        pair.shell.inject(.send, .noBufferSpace)
        let second = try pair.shell.type("s1.send cd")
        #expect(second.failure?.call?.errno == .noBufferSpace && second.notes == [])
        #expect(try pair.calls(of: "s1.send ef").map(\.result) == [2, 2])
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(HoldingTransport.changed("abef".utf8)))
    }

    @Test func nothingToSendIsNoCall() throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(), under: "s1")
        #expect(try pair.calls(of: "s1.send \"\"").isEmpty)
        #expect(try pair.calls(of: "s1.send a").isEmpty)
        #expect(try pair.calls(of: "s1.sendall \"\"").map(\.result) == [])
        #expect(try pair.calls(of: "s1.close").map(\.name) == ["send", "close"])
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(HoldingTransport.changed("a".utf8)))
    }

    @Test func sendtoIsCarriedToo() throws {
        let shell = ComposedSession()
        try shell.reply("a = socket inet dgram", "a.bind 127.0.0.1 0", "b = socket inet dgram", "b.bind 127.0.0.1 0")
        for name in ["a", "b"] {
            shell.session.locked {
                shell.session.sockets[name]?.transport = BufferedTransport(HoldingTransport(holds: false))
            }
        }
        #expect(try shell.reply("a.sendto hello 127.0.0.1 $b.port") == .integer(5))
        let sent = try #require(shell.session.journal.newest(1).first)
        #expect(sent.name == "sendto" && sent.argument("buf") == .data(Clip(HoldingTransport.changed("hello".utf8))))
        #expect(try shell.reply("r = b.recvfrom 3", "$r.data") == .bytes(of: "hel"))
        #expect(try shell.reply("$r.address.port == $a.port") == .boolean(true))
        // What it held comes from nobody: no call was made.
        let count = shell.session.journal.count
        #expect(try shell.reply("r = b.recvfrom 9", "$r.data") == .bytes(of: "lo"))
        #expect(try shell.reply("$r.address") == .none && shell.session.journal.count == count)
    }

    @Test(arguments: [
        ("s1.send x oob", "holding does not carry MSG_OOB"), ("s1.recv 5 trunc", "holding does not carry MSG_TRUNC"),
        ("s1.sendmsg x", "sendmsg would go past holding on s1"), ("s1.recvmsg", "recvmsg would go past holding on s1"),
        ("s1.sendfile /dev/null", "sendfile would go past holding on s1"),
    ])
    func whatItCannotCarryIsRefused(_ line: String, _ message: String) throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(), under: "s1")
        let failure = try pair.shell.failure(line)
        #expect(failure.className == "NotSupported" && failure.message == message)
        #expect(pair.shell.calls == ["socketpair"])
    }

    /// Wire bytes have an order: what two jobs send at once is not interleaved.
    @Test func jobsTakeTurns() throws {
        let pair = try CarriedPair()
        try pair.put(RecordTransport(), under: "s1")
        try pair.put(RecordTransport(), under: "s2")
        try pair.shell.reply("s1.setsockopt sndbuf 4096")
        for letter in ["a", "b", "c"] { try pair.shell.reply("s1.sendall fill:50000:\(letter) &") }
        guard case .bytes(let bytes) = try pair.shell.reply("s2.recv 150000 waitall") else {
            Issue.record("no bytes")
            return
        }
        #expect(bytes.count == 150_000 && Set(bytes) == Set("abc".utf8))
        #expect(zip(bytes, bytes.dropFirst()).filter { $0 != $1 }.count == 2)
        try pair.shell.reply("wait", "wait", "wait")
    }
}
