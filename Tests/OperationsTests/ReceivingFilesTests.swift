import Foundation
import Journal
import Testing

@Suite(.timeLimit(.minutes(5))) struct ReceivingFilesTests {
    /// Receives this many bytes into a file; returns what the journal kept of each call that returned some.
    private func received(_ size: Int) throws -> [Clip] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).received")
        defer { try? FileManager.default.removeItem(at: file) }
        let shell = ComposedSession()
        try shell.reply("p = socketpair", "{ p.sendall fill:\(size):x ; p.close } &")
        #expect(try shell.reply("p2.recvall -to \(file.path)") == .integer(size))
        #expect(try Data(contentsOf: file) == Data(repeating: 0x78, count: size))
        return shell.session.locked {
            shell.session.journal.newest(where: { $0.name == "recv" && $0.result > 0 }).compactMap { call in
                guard case .data(let clip)? = call.output("buf"), clip.count == call.result else { return nil }
                return clip
            }
        }
    }

    @Test func ofALongTransferTheJournalKeepsTheBeginnings() throws {
        let clips = try received(1 << 20)
        #expect(clips.reduce(0) { $0 + $1.count } == 1 << 20)
        var count = 0
        for clip in clips {
            let limit = count < Clip.limit ? Clip.limit : Clip.beginningLimit
            #expect(clip.bytes.count == min(clip.count, limit))
            count += clip.count
        }
        #expect(clips.contains { !$0.isWhole })
    }

    @Test(arguments: [1, 5000, 60_000]) func ofAShortOneItKeepsEverything(_ size: Int) throws {
        #expect(try received(size).allSatisfy(\.isWhole))
    }
}
