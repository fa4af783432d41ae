import Journal
import Language
import Shell
import Sockets
import SystemPackage
import Testing

@Suite(.timeLimit(.minutes(5))) struct CarriedReceivingTests {
    private func receiving(holds: Bool = false, _ text: String) throws -> CarriedPair {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(holds: holds), under: "s1")
        try pair.put(HoldingTransport(holds: false), under: "s2")
        try pair.shell.reply("s2.send \"\(text)\"")
        return pair
    }

    @Test func whatItHoldsWaits() throws {
        let pair = try receiving("abcdef")
        let calls = try pair.calls(of: "s1.recv 2")
        #expect(try pair.shell.reply("$reply") == .bytes(of: "ab"))
        #expect(
            calls.map(\.name) == ["recv"]
                && calls[0].output("buf") == .data(Clip(HoldingTransport.changed("abcdef".utf8)))
        )
        let events = pair.shell.session.journal.events(of: calls[0].number)
        #expect(events.map(\.meaning) == ["changed back 6 bytes"] && events.map(\.direction) == [.received])
        // The kernel has nothing more, yet four bytes are waiting.
        let row = try pair.row("s1")
        #expect(row["in"] == .integer(4))
        guard case .text(let told)? = row["poll"] else { throw Failure(.noSocket(command: "poll")) }
        #expect(told.hasPrefix("in"))
        #expect(try pair.calls(of: "s1.recv 3").isEmpty && pair.shell.reply("$reply") == .bytes(of: "cde"))
        #expect(try pair.row("s1")["in"] == .integer(1))
    }

    @Test func whatShowsASocketCountsIt() throws {
        let pair = try receiving("abcdef")
        try pair.shell.reply("s1.recv 2", "watch s1 -for 0.01")
        #expect(pair.shell.notices.last?.contains("in 4") == true)
    }

    @Test func pollSaysSoAtOnce() throws {
        let pair = try receiving("abc")
        try pair.shell.reply("s1.recv 1")
        let calls = try pair.calls(of: "p = poll s1 s2:out")
        // What the kernel was asked, and what it answered, is in the journal.
        #expect(calls.map(\.name) == ["poll"] && calls[0].argument("timeout") == .integer(0) && calls[0].result == 1)
        #expect(try pair.shell.reply("$p.0") == pair.shell.reply("$p.0"))
        #expect(
            try pair.shell.reply("$p.0.socket") == .socket("s1") && pair.shell.reply("$p.0.events") == .text("POLLIN")
        )
        #expect(try pair.shell.reply("$p.1.socket") == .socket("s2"))
        let events = pair.shell.session.journal.events(of: calls[0].number)
        #expect(events.map(\.meaning) == ["holding holds 2 plain bytes, so poll does not wait"])
        // It is not asked for what it does not hold.
        try #expect(pair.calls(of: "poll s1:out -timeout 5")[0].argument("timeout") == .integer(5000))
        try pair.shell.reply("s1.recv 9")
        #expect(try pair.shell.reply("poll s1 -timeout 0") == .list([]))
    }

    @Test func theFamilyOfRecvReadsFromIt() throws {
        let pair = try receiving("one\\ntwo:three")
        #expect(try pair.shell.reply("s1.recv 2 peek") == .bytes(of: "on"))
        #expect(try pair.shell.reply("s1.recvline") == .bytes(of: "one\n"))
        #expect(try pair.shell.reply("s1.recvuntil :") == .bytes(of: "two:"))
        try pair.shell.reply("s2.shutdown wr")
        #expect(try pair.shell.reply("s1.recvall") == .bytes(of: "three"))
        #expect(try pair.calls(of: "s1.recv 5").isEmpty && pair.shell.reply("$reply") == .bytes([]))
        #expect(try pair.calls(of: "s1.recv 0").isEmpty)
    }

    @Test func intoAFile() throws {
        let pair = try receiving("to the file")
        let path = "/tmp/netshell-carried-\(getpid())-\(pair.shell.session.sockets["s1"]?.descriptor ?? 0)"
        defer { unlink(path) }
        try pair.shell.reply("s2.shutdown wr", "s1.recvall -to \(path)")
        #expect(try pair.shell.reply("$reply") == .integer(11))
        let file = try FileDescriptor.open(FilePath(path), .readOnly)
        defer { try? file.close() }
        #expect(
            try [UInt8](unsafeUninitializedCapacity: 20) { $1 = try file.read(into: UnsafeMutableRawBufferPointer($0)) }
                == Array("to the file".utf8)
        )
    }

    /// At the end of the wire, what the transport held back comes out.
    @Test func theEndOfTheStreamWithBytesHeld() throws {
        let pair = try receiving(holds: true, "abcdef")
        #expect(try pair.shell.reply("s1.recv 9") == .bytes(of: "abc"))
        try pair.shell.reply("s2.shutdown wr")
        #expect(try pair.shell.reply("s1.recv 9") == .bytes(of: "def"))
        #expect(try pair.shell.reply("s1.recv 9") == .bytes([]))
        guard case .text(let told)? = try pair.row("s1")["poll"] else { throw Failure(.noSocket(command: "poll")) }
        #expect(told.hasPrefix("in"))
    }

    @Test func waitallWaitsForPlainBytes() throws {
        let pair = try receiving("ab")
        try pair.shell.reply("s1.recv 4 waitall &")
        try pair.rest()
        #expect(try pair.transport("s1").waiting == 2)
        try pair.shell.reply("s2.send cdef")
        #expect(try pair.shell.reply("wait") == .bytes(of: "abcd"))
        // The end of the stream ends it early, and a non-blocking socket returns what there is.
        try pair.shell.reply("s1.setblocking off")
        #expect(try pair.shell.reply("s1.recv 9 waitall") == .bytes(of: "ef"))
        #expect(try pair.shell.failure("s1.recv 9 waitall").className == "WouldBlock")
        try pair.shell.reply("s2.send gh", "s2.shutdown wr")
        #expect(try pair.shell.reply("s1.recv 9 waitall") == .bytes(of: "gh"))
    }

    @Test func aTimeoutLosesNothing() throws {
        let pair = try CarriedPair()
        try pair.put(RecordTransport(), under: "s1")
        try pair.put(RecordTransport(), under: "s2")
        try pair.shell.reply("s1.recv 1 &", "s2.send x", "wait")
        // Half a record: the wire bytes are there, and nothing to read.
        let record = RecordTransport.record(.data, Array("hello".utf8))
        try pair.shell.reply("s1.settimeout 0.02")
        let (peer, kernel) = (try #require(pair.shell.session.sockets["s2"]), Kernel())
        _ = record[..<4].withUnsafeBytes { kernel.send(peer.descriptor, $0, flags: []) }
        #expect(try pair.shell.failure("s1.recv 10").className == "timeout")
        #expect(try pair.row("s1")["in"] == .integer(0))
        _ = record[4...].withUnsafeBytes { kernel.send(peer.descriptor, $0, flags: []) }
        #expect(try pair.shell.reply("s1.recv 10") == .bytes(of: "hello"))
    }

    @Test func whatAnErrorStoppedIsNotLost() throws {
        let pair = try receiving("abc")
        pair.shell.inject(.recv, .connectionReset)
        #expect(try pair.shell.failure("s1.recv 2").call?.errno == .connectionReset)
        #expect(try pair.shell.reply("s1.recv 2") == .bytes(of: "ab"))
        pair.shell.inject(.recv, .connectionReset)
        // What is held is read without a call.
        #expect(try pair.shell.reply("s1.recv 2") == .bytes(of: "c"))
        #expect(try pair.shell.failure("s1.recv 2").call?.errno == .connectionReset)
    }

    /// In a process of its own: Ctrl-C ends whatever the foreground of a process waits for.
    @Test func controlCLosesNothing() async {
        await #expect(processExitsWith: .success) {
            Interrupts.listen()
            let pair = try CarriedPair()
            try pair.put(HoldingTransport(holds: false), under: "s1")
            let session = pair.shell.session
            _ = startThread {
                while !session.locked({ session.isWaiting }) { usleep(1000) }
                kill(getpid(), SIGINT)
            }
            let received = try pair.shell.failure("s1.recv 10")
            #expect(received.isInterruption)
            try pair.shell.reply("s2.send x", "s1.recv 10", "s1.setsockopt sndbuf 4096")
            _ = startThread {
                while !session.locked({ session.isWaiting }) { usleep(1000) }
                kill(getpid(), SIGINT)
            }
            let record = try pair.shell.type("s1.sendall fill:400000:q")
            #expect(record.failure?.isInterruption == true && record.notes.count == 1)
            let unsent = try pair.transport("s1").unsent
            #expect(unsent > 0)
            try pair.shell.reply("s2.recvall &", "s1.shutdown wr")
            // Whole pieces of the input were taken, and everything taken arrives.
            guard case .bytes(let bytes) = try pair.shell.reply("wait") else { return #expect(Bool(false)) }
            #expect(bytes.count == 400_000 || bytes.count == 1 << 18)
            #expect(bytes.allSatisfy { $0 == UInt8(ascii: "q") ^ 0x55 })
        }
    }

    @Test func jobsTakeTurns() throws {
        let pair = try CarriedPair()
        try pair.put(RecordTransport(), under: "s1")
        try pair.put(RecordTransport(), under: "s2")
        for _ in 0..<3 { try pair.shell.reply("s1.recv 5 waitall &") }
        try pair.shell.reply("s2.sendall aaaaabbbbbccccc")
        var got: [Value] = []
        for _ in 0..<3 { got.append(try pair.shell.reply("wait")) }
        #expect(Set(got) == [.bytes(of: "aaaaa"), .bytes(of: "bbbbb"), .bytes(of: "ccccc")])
    }
}
