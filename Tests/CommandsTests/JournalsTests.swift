import Commands
import Foundation
import Journal
import Language
import Testing

@Suite(.timeLimit(.minutes(5))) struct JournalsTests {
    /// A log's column of times.
    private func times(_ log: String) throws -> [Value?] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).strace")
        try Data(log.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let session = TestSession()
        try session.session.loadJournal(file.path)
        guard case .list(let rows) = try session.reply("journal") else { return [] }
        return rows.map { row in
            guard case .record(let record) = row else { return nil }
            return record.fields.first { $0.name == "time" }?.value
        }
    }

    @Test func timesThatWereNotMeasuredAreLeftEmpty() throws {
        let calls = ["socket(AF_INET, SOCK_STREAM, 0) = 3\n", "listen(3, 5) = 0\n"]
        #expect(try times(calls.joined()) == [.text(""), .text("")])
        #expect(try times("1.0 " + calls[0] + "2.5 " + calls[1]) == [.text("0.000000"), .text("2.500000")])
    }

    /// A session with a send that layers report on, and a packet that belongs to nothing.
    private func layered() throws -> TestSession {
        let session = TestSession()
        try session.reply("p = socketpair")
        try session.reply("p.send hello")
        session.session.locked {
            let record = session.session.record(
                LayerEvent(
                    .tls,
                    socketName: "p",
                    direction: .sent,
                    bytes: Clip([1, 2]),
                    meaning: "\u{1b}[31m",
                    of: .call(2),
                    time: 0
                )
            )
            session.session.record(LayerEvent(.conversation, socketName: "p", meaning: "C: hello", of: record, time: 0))
            session.session.record(LayerEvent(.packet, socketName: "p2", meaning: "a keep-alive", time: 1 << 60))
        }
        return session
    }

    /// A column of a line's reply.
    private func column(_ name: String, _ line: String, _ session: TestSession) throws -> [Value?] {
        guard case .list(let rows) = try session.reply(line) else { return [] }
        return rows.map { row in
            guard case .record(let record) = row else { return nil }
            return record.fields.first { $0.name == name }?.value
        }
    }

    @Test func eventsStandBelowTheirCall() throws {
        let session = try layered()
        #expect(try column("n", "journal", session) == [.integer(1), .integer(2), Value.none, Value.none, Value.none])
        let calls = try column("call", "journal", session).map { value in
            if case .text(let text)? = value { text } else { "" }
        }
        #expect(
            calls[1].hasPrefix("send(") && calls[2].hasPrefix("  tls sent 2 bytes: ") && !calls[2].contains("\u{1b}")
        )
        #expect(calls[3] == "  conversation: C: hello" && calls[4] == "packet: a keep-alive")
        #expect(try column("time", "journal", session)[2] == .text("0.000000"))
        try session.reply("p2.recv 100")
        let areEvents = try column("n", "journal", session).map { $0 == .some(Value.none) }
        #expect(areEvents == [false, false, true, true, true, false])
    }

    @Test func layersCanBeChosen() throws {
        let session = try layered()
        #expect(try column("call", "journal -layers none", session).count == 2)
        #expect(try column("call", "journal -layers tls", session).count == 3)
        #expect(try column("call", "journal -layers packet", session).last == .text("packet: a keep-alive"))
        #expect(try column("call", "journal -layers all", session).count == 5)
        #expect(try column("socket", "journal p", session) == [.text("p"), .text("p"), .text("p")])
        #expect(try column("call", "journal -since 2", session).count == 4)
        #expect(try column("call", "journal -since 3", session).count == 1)
        #expect(try session.failure("journal -layers http").className == "UnsuitableValue")
    }

    @Test func savedEventsAreLoaded() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).journal")
        defer { try? FileManager.default.removeItem(at: file) }
        let session = try layered()
        try session.reply("journal save \(file.path)")
        let other = TestSession()
        try other.session.loadJournal(file.path)
        #expect(try other.reply("journal") == session.reply("journal"))
        #expect(other.session.journal.entries() == session.session.journal.entries())
        try Data(
            (String(contentsOf: file, encoding: .utf8)
                + "{\"event\":4,\"layer\":\"tls\",\"meaning\":\"\",\"ofCall\":9,\"time\":0}\n").utf8
        ).write(to: file)
        #expect(throws: Failure.self) { try other.session.loadJournal(file.path) }
    }
}
