import Commands
import Foundation
import Language
import Testing

@Suite(.timeLimit(.minutes(5))) struct JournalsTests {
    /// The column of times of a log.
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
}
