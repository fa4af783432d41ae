import Foundation
import Journal
import Language
import Replies
import Shell
import Sockets
import TestSupport
import Testing

/// A framing with a handshake under real sockets: what is typed does right by it.
@Suite(.timeLimit(.minutes(5))) struct FramingTests {
    private static let hello = "0x21"

    /// Two sockets with the framing under both.
    private func both(_ wire: CarriedPair.Wire) throws -> CarriedPair {
        let pair = try CarriedPair(over: wire)
        for name in ["s1", "s2"] { try pair.put(FrameTransport(), under: name) }
        return pair
    }

    /// The framing under `s1`; `s2` is a peer that types the wire's bytes, a hello first.
    private func greeted(_ wire: CarriedPair.Wire) throws -> CarriedPair {
        let pair = try CarriedPair(over: wire)
        try pair.put(FrameTransport(), under: "s1")
        try pair.shell.reply("s2.send \(Self.hello)")
        return pair
    }

    private func hex(_ bytes: [UInt8]) -> String {
        "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func frame(_ text: String) -> [UInt8] { FrameTransport.frame(Array(text.utf8)) }

    private func meanings(_ calls: [Call], _ pair: CarriedPair) -> [[String]] {
        calls.map { pair.shell.session.journal.events(of: $0.number).map(\.meaning) }
    }

    // MARK: sending

    @Test(arguments: CarriedPair.Wire.allCases)
    func sendShakesHandsFirst(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        let calls = try pair.calls(of: "s1.send hi")
        #expect(try pair.shell.reply("$reply") == .integer(2))
        #expect(calls.map(\.name) == ["send", "recv", "send"])
        #expect(meanings(calls, pair) == [["hello"], ["hello"], ["frame, 2 bytes"]])
        #expect(calls[2].argument("buf") == .data(Clip(frame("hi"))))
        #expect(try pair.shell.reply("s2.recv 5 waitall") == .bytes([FrameTransport.hello] + frame("hi")))
    }

    @Test(arguments: CarriedPair.Wire.allCases)
    func sendallThroughASmallBuffer(_ wire: CarriedPair.Wire) throws {
        let pair = try both(wire)
        let size = 600_001
        try pair.shell.reply("s1.setsockopt sndbuf 4096", "s2.recvall &")
        try pair.shell.reply("s1.sendall fill:\(size):y", "s1.shutdown wr")
        #expect(try pair.shell.reply("wait") == .bytes([UInt8](repeating: 0x79, count: size)))
    }

    @Test(arguments: CarriedPair.Wire.allCases)
    func aPartialSendCutsAFrame(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        try pair.shell.reply("s1.send a", "s1.setsockopt sndbuf 4096", "s1.setblocking off")
        let size = 8_000_000
        let record = try pair.shell.type("s1.send fill:\(size):x")
        let unsent = try pair.transport("s1").unsent
        #expect(record.failure == nil && record.reply == .integer(size))
        let note = "the kernel has no room for \(unsent) bytes of frames yet; the next send or recv on s1 sends them"
        #expect(record.notes == [note])
        guard case .integer(let out)? = try pair.row("s1")["out"] else { throw Failure(.noSocket(command: "out")) }
        #expect(unsent > 0 && out >= unsent)
        #expect(try pair.shell.failure("s1.send more").className == "WouldBlock")
        // Of a frame that was cut nothing is told before its last byte went.
        try pair.shell.reply("s1.setblocking on", "s2.recvall -limit 20000000 &", "s1.send !", "s1.shutdown wr")
        let frames = Array(repeating: UInt8(ascii: "x"), count: size)
        var wanted = [FrameTransport.hello] + frame("a")
        for start in stride(from: 0, to: size, by: FrameTransport.largest) {
            wanted += FrameTransport.frame(frames[start..<min(start + FrameTransport.largest, size)])
        }
        #expect(try pair.shell.reply("wait") == .bytes(wanted + frame("!")))
        let journal = pair.shell.session.journal
        let told = journal.calls(from: 1).flatMap { journal.events(of: $0.number) }.map(\.meaning)
        #expect(told.count { $0 == "frame, 4096 bytes" } == size / FrameTransport.largest)
    }

    // MARK: receiving

    @Test(arguments: CarriedPair.Wire.allCases)
    func theFamilyOfRecv(_ wire: CarriedPair.Wire) throws {
        let pair = try both(wire)
        try pair.shell.reply("s2.recv 1 &", "s1.send x", "wait", "s1.recv 1 &", "s2.send y", "wait")
        try pair.shell.reply("s2.send \"one\\ntw\"", "s2.send \"o:thr\"", "s2.send ee")
        #expect(try pair.shell.reply("s1.recv 2 peek") == .bytes(of: "on"))
        #expect(try pair.shell.reply("s1.recvline") == .bytes(of: "one\n"))
        #expect(try pair.shell.reply("s1.recvuntil :") == .bytes(of: "two:"))
        try pair.shell.reply("s2.shutdown wr")
        #expect(try pair.shell.reply("s1.recvall") == .bytes(of: "three"))
        #expect(try pair.calls(of: "s1.recv 5").isEmpty && pair.shell.reply("$reply") == .bytes([]))
        // The peer ended only its own direction.
        #expect(try pair.shell.reply("s1.send late", "s2.recv 9") == .bytes(of: "late"))
    }

    @Test(arguments: CarriedPair.Wire.allCases)
    func bytesHeldAtTheEnd(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        try pair.shell.reply("s2.send \(hex(frame("held")))", "s2.shutdown wr")
        #expect(try pair.shell.reply("s1.recv 1") == .bytes(of: "h"))
        #expect(try pair.row("s1")["in"] == .integer(3))
        let polled = try pair.calls(of: "poll s1 -timeout 60")
        #expect(polled[0].argument("timeout") == .integer(0))
        #expect(meanings(polled, pair) == [["frames holds 3 plain bytes, so poll does not wait"]])
        #expect(try pair.shell.reply("s1.recvall") == .bytes(of: "eld"))
        // At the end there is nothing to hold, and it can still be read.
        let over = try pair.calls(of: "poll s1 -timeout 60")
        #expect(meanings(over, pair) == [["frames is at the end of the stream, so poll does not wait"]])
        #expect(try pair.row("s1")["in"] == .integer(0))
    }

    @Test(arguments: CarriedPair.Wire.allCases, ["recvall", "recvline", "recvuntil :"])
    func aPeerThatStopsWithinAFrame(_ wire: CarriedPair.Wire, _ command: String) throws {
        let pair = try greeted(wire)
        try pair.shell.reply("s2.send \(hex(frame("whole") + frame("half").dropLast(2)))", "s2.close")
        let failure = try pair.shell.failure("s1.\(command)")
        #expect(failure.className == "TransportError" && failure.message.hasSuffix("(truncated)"))
        // What came before it is not lost.
        #expect(failure.taken == Array("whole".utf8))
        #expect(try pair.shell.failure("s1.recv 9").message.hasSuffix("(truncated)"))
        #expect(try pair.shell.type("s1.close").failure == nil)
    }

    @Test(arguments: CarriedPair.Wire.allCases)
    func aFrameTooLongHasAName(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        let largest = [UInt8](repeating: 0x71, count: FrameTransport.largest)
        try pair.shell.reply("s2.sendall \(hex(FrameTransport.frame(largest) + [0x10, 0x01, 0x55]))")
        #expect(try pair.shell.reply("s1.recv 4096 waitall") == .bytes(largest))
        let failure = try pair.shell.failure("s1.recv 10")
        #expect(failure.message == "frames: a frame of 4097 bytes, where 4096 is the most (frame_too_long)")
        #expect(failure.advice == ["close it"])
        let polled = try pair.calls(of: "poll s1 -timeout 60")
        #expect(meanings(polled, pair) == [["frames failed (frame_too_long), so poll does not wait"]])
        try pair.shell.reply("name = 0; try { s1.recv 1 } catch TransportError { name = $error.name }")
        #expect(try pair.shell.reply("$name") == .text("frame_too_long"))
    }

    @Test(arguments: CarriedPair.Wire.allCases)
    func aTimeoutLosesNothing(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        let bytes = frame("hello")
        try pair.shell.reply("s1.settimeout 0.02", "s2.send \(hex(frame("li") + bytes.prefix(4)))")
        let line = try pair.shell.failure("s1.recvline")
        #expect(line.className == "timeout" && line.taken == Array("li".utf8))
        #expect(try pair.shell.failure("s1.recv 9").className == "timeout")
        try pair.shell.reply("s2.send \(hex(Array(bytes.dropFirst(4))))")
        #expect(try pair.shell.reply("s1.recv 9") == .bytes(of: "hello"))
    }

    /// A hello that does not come in time: nothing was taken, so nothing is sent later.
    @Test(arguments: CarriedPair.Wire.allCases, ["send", "sendall"])
    func aTimeoutInTheHandshakeTakesNothing(_ wire: CarriedPair.Wire, _ command: String) throws {
        let pair = try CarriedPair(over: wire)
        try pair.put(FrameTransport(), under: "s1")
        try pair.shell.reply("s1.settimeout 0.02")
        let record = try pair.shell.type("s1.\(command) early")
        #expect(record.failure?.className == "timeout" && record.notes == [])
        try pair.shell.reply("s2.send \(Self.hello)", "s1.\(command) late", "s1.close")
        #expect(try pair.shell.reply("s2.recvall") == .bytes([FrameTransport.hello] + frame("late")))
    }

    // MARK: the handshake beside a job

    /// Who may not wait does not, though a job is in the middle of hearing the hello.
    @Test(arguments: CarriedPair.Wire.allCases)
    func sendBesideAJobDoesNotWaitWhereItMayNot(_ wire: CarriedPair.Wire) throws {
        let pair = try CarriedPair(over: wire)
        try pair.put(FrameTransport(), under: "s1")
        try pair.shell.reply("s1.recv 9 &")
        try pair.rest()
        #expect(try pair.shell.failure("s1.send a dontwait").className == "WouldBlock")
        #expect(try pair.shell.failure("s1.recv 9 dontwait").className == "WouldBlock")
        try pair.shell.reply("s1.settimeout 0.02")
        #expect(try pair.shell.failure("s1.send a").className == "timeout")
        #expect(try pair.shell.failure("s1.recv 9").className == "timeout")
        try pair.shell.reply("s2.send \(hex([FrameTransport.hello] + frame("b")))")
        #expect(try pair.shell.reply("wait") == .bytes(of: "b"))
        try pair.shell.reply("s1.send c")
        #expect(try pair.shell.reply("s2.recv 4 waitall") == .bytes([FrameTransport.hello] + frame("c")))
    }

    // MARK: ending

    @Test(arguments: CarriedPair.Wire.allCases)
    func closeSendsWhatIsHeldAndTellsWhatIsNot(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        try pair.shell.reply("s1.send a", "s1.setblocking off", "s1.setsockopt sndbuf 4096", "s1.send fill:8000000")
        let record = try pair.shell.type("s1.close")
        #expect(record.failure == nil && record.notes.count == 1)
        #expect(record.notes.first?.hasSuffix("bytes of frames on s1 were never sent") == true)
        #expect(pair.shell.open == ["s2"])
    }

    /// After the end of sending nothing is taken, so nothing is said to be kept.
    @Test(arguments: CarriedPair.Wire.allCases, ["send", "sendall"])
    func nothingIsTakenAfterShutdown(_ wire: CarriedPair.Wire, _ command: String) throws {
        let pair = try greeted(wire)
        try pair.shell.reply("s1.send a", "s1.shutdown wr")
        let record = try pair.shell.type("s1.\(command) b")
        #expect(record.failure?.message.hasSuffix("(finished)") == true && record.notes == [])
        #expect(try pair.transport("s1").unsent == 0)
        let closing = try pair.shell.type("s1.close")
        #expect(closing.failure == nil && closing.notes == [])
    }

    // MARK: views

    @Test(arguments: CarriedPair.Wire.allCases)
    func layersStandInTheJSON(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        let record = try pair.shell.type("s1.send hi")
        let journal = pair.shell.session.journal
        let json = JSON.statement(record, calls: journal.calls(of: record.number, from: 1), history: journal)
        let line = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
        let layers = try #require(line["layers"] as? [[String: Any]])
        #expect(layers.map { $0["meaning"] as? String } == ["hello", "hello", "frame, 2 bytes"])
        #expect(layers.map { $0["direction"] as? String } == ["sent", "received", "sent"])
        #expect(layers.map { $0["of_call"] as? Int } == [0, 1, 2])
    }

    @Test(arguments: CarriedPair.Wire.allCases)
    func theJournalHasFramesBelowTheirCalls(_ wire: CarriedPair.Wire) throws {
        let pair = try greeted(wire)
        try pair.shell.reply("s1.send hi")
        let lines = try pair.shell.reply("journal s1").description.split(separator: "\n").map(String.init)
        let frame = try #require(lines.firstIndex { $0.contains("frame, 2 bytes") }, "\(lines)")
        #expect(frame > 0 && lines[frame - 1].contains("send("))
    }

    @Test(arguments: ["python", "c", "swift"]) func exported(_ language: String) throws {
        let pair = try both(.tcp)
        try pair.shell.reply("s2.recv 1 &", "s1.send hi", "wait", "s2.recv 1", "s1.close", "s2.recv 1")
        let folder = try TemporaryFolder()
        let path = folder.path + "/program"
        try pair.shell.reply("export \(language) \(path)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("A transport made these bytes: frame, 2 bytes."))
        #expect(text.contains("A transport took these bytes: hello."))
    }
}

extension CarriedPair {
    /// What two connected sockets are connected by.
    enum Wire: CaseIterable {
        case unix
        case tcp
    }

    /// Two connected sockets, `s1` and `s2`, of either kind.
    init(over wire: Wire) throws {
        switch wire {
        case .unix: try shell.reply("socketpair unix stream")
        case .tcp:
            try shell.reply("l = socket inet stream", "l.bind 127.0.0.1 0", "l.listen", "s1 = socket inet stream")
            try shell.reply("s1.connect 127.0.0.1 $l.port", "s2 = l.accept", "l.close")
        }
    }
}
