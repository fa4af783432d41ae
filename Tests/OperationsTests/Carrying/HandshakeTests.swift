import Journal
import Language
import Shell
import Sockets
import SystemPackage
import Testing

/// A transport that has to send before it can receive, an end of its own, and ways to fail.
@Suite(.timeLimit(.minutes(5))) struct HandshakeTests {
    private func pair(_ isSecond: Bool = true) throws -> CarriedPair {
        let pair = try CarriedPair()
        try pair.put(RecordTransport(), under: "s1")
        if isSecond { try pair.put(RecordTransport(), under: "s2") }
        return pair
    }

    /// Sends wire bytes, bypassing the transport.
    private func wire(_ bytes: [UInt8], from name: String, in pair: CarriedPair) throws {
        let socket = try #require(pair.shell.session.sockets[name])
        _ = bytes.withUnsafeBytes { Kernel().send(socket.descriptor, $0, flags: []) }
    }

    @Test func sendBeginsIt() throws {
        let pair = try pair()
        try pair.shell.reply("s2.recv 10 &")
        let calls = try pair.calls(of: "s1.send hi")
        #expect(calls.map(\.name) == ["send", "recv", "send"])
        let journal = pair.shell.session.journal
        #expect(
            calls.map { journal.events(of: $0.number).map(\.meaning) } == [
                ["hello, 0 bytes"], ["hello, 0 bytes"], ["data, 2 bytes"],
            ]
        )
        #expect(try pair.shell.reply("wait") == .bytes(of: "hi"))
    }

    @Test(.timeLimit(.minutes(1))) func recvSpeaksBeforeItHears() throws {
        let pair = try pair()
        try pair.shell.reply("s1.recv 10 &", "s2.recv 10 &")
        // Both say hello, and then neither has anything to read. A job whose hello has come may still seem to wait.
        while try !(pair.transport("s1").engine.isReady && pair.transport("s2").engine.isReady) {
            try pair.shell.reply("sleep 0.001")
        }
        try pair.rest()
        // A sender needs no handshake of its own while another receives.
        #expect(try pair.calls(of: "s1.send a").map(\.name) == ["send"])
        #expect(try pair.shell.reply("wait 2") == .bytes(of: "a"))
        try pair.shell.reply("s2.send b")
        #expect(try pair.shell.reply("wait 1") == .bytes(of: "b"))
    }

    /// A sender waits for the handshake of a job that receives.
    @Test func sendWaitsForAJobThatReceives() throws {
        let pair = try pair()
        try pair.shell.reply("s1.recv 10 &", "s1.send a &")
        try pair.shell.reply("s2.send b")
        #expect(try pair.shell.reply("wait 1") == .bytes(of: "b") && pair.shell.reply("wait 2") == .integer(1))
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(of: "a"))
    }

    @Test func itDoesNotWaitWhereItMayNot() throws {
        let pair = try pair()
        try pair.shell.reply("s1.setblocking off")
        let before = pair.shell.calls.count
        #expect(try pair.shell.failure("s1.send a").className == "WouldBlock")
        #expect(pair.shell.calls.dropFirst(before) == ["send", "recv EAGAIN"])
        #expect(try pair.shell.failure("s1.recv 5").className == "WouldBlock")
        try pair.shell.reply("s2.recv 5 &", "s1.setblocking on", "s1.send a")
        #expect(try pair.shell.reply("wait") == .bytes(of: "a"))
    }

    @Test func theStreamHasAnEndOfItsOwn() throws {
        let pair = try pair()
        try pair.shell.reply("s2.recv 1 &", "s1.send x", "wait", "s1.send last", "s1.shutdown wr", "s1.shutdown wr")
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(of: "last"))
        #expect(try pair.shell.reply("s2.recv 10") == .bytes([]))
        // Once it has received the end it asks the kernel no more.
        #expect(try pair.calls(of: "s2.recv 10").isEmpty)
        #expect(try pair.shell.failure("s2.send y").message == "records: the peer has ended the stream (ended)")
    }

    @Test func closeSaysGoodbye() throws {
        let pair = try pair()
        try pair.shell.reply("s2.recv 1 &", "s1.send x", "wait", "d = s1.dup", "d.send y", "d.close")
        // Its other descriptor is still open.
        #expect(try pair.shell.reply("s2.recv 10") == .bytes(of: "y"))
        let calls = try pair.calls(of: "s1.close")
        #expect(calls.map(\.name) == ["send", "close"])
        #expect(pair.shell.session.journal.events(of: calls[0].number).map(\.meaning) == ["end, 0 bytes"])
        #expect(try pair.shell.reply("s2.recv 10") == .bytes([]))
    }

    @Test func closeTellsWhatItCouldNotSend() throws {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(holds: false), under: "s1")
        try pair.shell.reply("s1.setblocking off", "s1.setsockopt sndbuf 4096", "s1.send fill:100000")
        let unsent = try pair.transport("s1").unsent
        let record = try pair.shell.type("s1.close")
        #expect(record.failure == nil && record.notes == ["\(unsent) bytes of holding on s1 were never sent"])
        #expect(pair.shell.open == ["s2"])
    }

    @Test func closeBeforeItBegan() throws {
        let pair = try pair()
        let record = try pair.shell.type("s1.close")
        #expect(record.failure == nil && record.notes == [] && pair.shell.calls == ["socketpair", "close"])
    }

    @Test func shutdownBeforeItBegan() throws {
        let pair = try pair()
        let failure = try pair.shell.failure("s1.shutdown wr")
        #expect(failure.className == "TransportError" && failure.transportName == "no_hello")
        #expect(try pair.shell.reply("s1.shutdown rd") == .none)
    }

    @Test func aFailureHasAName() throws {
        let pair = try pair(false)
        let good = RecordTransport.record(.data, Array("good".utf8))
        let bad = RecordTransport.record(.data, Array("bad".utf8), sum: 0)
        try wire(RecordTransport.record(.hello, []) + good + bad, from: "s2", in: pair)
        // What came before it is read first, and the peer is told at once.
        let calls = try pair.calls(of: "s1.recv 10")
        #expect(try pair.shell.reply("$reply") == .bytes(of: "good"))
        #expect(calls.map(\.name) == ["send", "recv", "send"])
        #expect(pair.shell.session.journal.events(of: calls[2].number).map(\.meaning) == ["alert, 0 bytes"])
        let failure = try pair.shell.failure("s1.recv 10")
        #expect(failure.className == "TransportError" && failure.advice == ["close it"])
        #expect(failure.message == "records: a record was changed on its way (bad_sum)")
        #expect(failure.matches("transporterror") && failure.matches("error") && !failure.matches("oserror"))
        try pair.shell.reply("name = 0; try { s1.recv 10 } catch TransportError { name = $error.name }")
        #expect(try pair.shell.reply("$name") == .text("bad_sum"))
        #expect(try pair.shell.reply("poll s1 -timeout 0").description.contains("POLLIN"))
    }

    @Test(arguments: ["s1.recv 10", "s1.send x"]) func aFailureInTheHandshake(_ line: String) throws {
        let pair = try pair(false)
        try wire(RecordTransport.record(.hello, [], sum: 0), from: "s2", in: pair)
        #expect(try pair.shell.failure(line).transportName == "bad_sum")
    }

    @Test(arguments: ["s1.recv 10", "s1.send x"]) func theEndInTheHandshake(_ line: String) throws {
        let pair = try pair(false)
        try pair.shell.reply("s2.shutdown wr")
        #expect(try pair.shell.failure(line).transportName == "truncated")
    }

    @Test func thePeerEndsBeforeItIsReady() throws {
        let pair = try pair(false)
        try wire(RecordTransport.record(.end, []), from: "s2", in: pair)
        #expect(try pair.shell.failure("s1.send x").transportName == "ended_early")
    }

    @Test func aCutWireIsFoundOut() throws {
        let pair = try pair(false)
        try wire(
            RecordTransport.record(.hello, []) + RecordTransport.record(.data, [1]).dropLast(),
            from: "s2",
            in: pair
        )
        try pair.shell.reply("s2.close")
        #expect(try pair.shell.failure("s1.recv 10").transportName == "truncated")
        #expect(try pair.shell.failure("s1.recv 10").transportName == "truncated")
    }

    /// Two peers who both have more to send than the kernel has room for do not wait for each other: a receiver also
    /// sends what it still holds as soon as there is room.
    @Test func whoReceivesSendsWhatItHolds() throws {
        let pair = try pair()
        try pair.shell.reply("s2.recv 1 &", "s1.send x", "wait")
        try pair.shell.reply("s1.setsockopt sndbuf 4096", "s1.settimeout 0.02")
        #expect(try pair.shell.failure("s1.sendall fill:100000:a").className == "timeout")
        try pair.shell.reply("s1.settimeout none", "s1.recv 2 &")
        #expect(try pair.shell.reply("s2.recv 100000 waitall") == .bytes([UInt8](repeating: 0x61, count: 100_000)))
        try pair.shell.reply("s2.send ok")
        #expect(try pair.shell.reply("wait") == .bytes(of: "ok"))
        #expect(pair.shell.calls.contains("poll"))
    }

    @Test func whoReceivesTimesOutWhileItHoldsSomething() throws {
        let pair = try pair()
        try pair.shell.reply("s2.recv 1 &", "s1.send x", "wait")
        try pair.shell.reply("s1.setsockopt sndbuf 4096", "s1.settimeout 0.02")
        #expect(try pair.shell.failure("s1.sendall fill:100000:a").className == "timeout")
        let failure = try pair.shell.failure("s1.recv 2")
        guard case .timeout(let call, 0.02) = failure.reason else { throw failure }
        #expect(call.name == "poll")
    }
}

extension Failure {
    /// The transport's name for the failure.
    fileprivate var transportName: String? {
        if case .transport(_, let error) = reason { error.name } else { nil }
    }
}
