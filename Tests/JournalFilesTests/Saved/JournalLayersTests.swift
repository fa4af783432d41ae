import Drawing
import Explaining
import Journal
import Sockets
import TestSupport
import Testing

@testable import JournalFiles

/// Events of layers in saved journals.
@Suite struct JournalLayersTests {
    private static func saved(_ journal: Journal) -> [UInt8] {
        let writer = JournalWriter(hasEvents: journal.hasEvents)
        var bytes = writer.header
        journal.forwardEntries { entry in
            bytes += writer.line(entry)
            return true
        }
        return bytes
    }

    private static func read(_ bytes: [UInt8]) throws(JournalProblem) -> Journal {
        var reader = JournalReader()
        try reader.take(bytes[...])
        return try reader.finish()
    }

    private static func lines(_ journal: Journal) -> [String] {
        String(decoding: saved(journal), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func read(_ lines: [String]) throws(JournalProblem) -> Journal {
        try read(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    @Test func everyEventComesBack() throws {
        var journal = LayerEvents.journal()
        for layer in Layer.allCases {
            for direction in Direction.allCases {
                journal.append(
                    LayerEvent(
                        layer,
                        statement: 9,
                        direction: direction,
                        bytes: Clip([UInt8](repeating: 7, count: Clip.limit + 9)),
                        meaning: "\u{0}\"\\\u{2028}",
                        of: .event(2),
                        time: 1 << 62
                    )
                )
            }
        }
        let restored = try Self.read(Self.saved(journal))
        #expect(restored.entries() == journal.entries() && restored.newestEvents() == journal.newestEvents())
        #expect(restored.events(of: 2).count == 9)
    }

    @Test func aJournalThatBeginsLaterComesBack() throws {
        var journal = Journal(startingAt: 5000)
        journal.beginEvents(at: 300)
        journal.append(LayerEvents.journal().newest(1)[0])
        journal.append(LayerEvent(.tls, meaning: "", of: .call(4000), time: 0))
        journal.append(LayerEvent(.tls, meaning: "", of: .event(299), time: 0))
        journal.append(LayerEvent(.tls, meaning: "", of: .event(300), time: 0))
        let restored = try Self.read(Self.saved(journal))
        #expect(
            restored.entries() == journal.entries() && restored.first == 5000 && restored.event(301)?.of == .event(299)
        )
    }

    @Test func anEventBeforeTheFirstCallComesBack() throws {
        var journal = Journal()
        journal.append(LayerEvent(.packet, meaning: "early", time: 1))
        for call in LayerEvents.journal().calls(from: 1) { journal.append(call) }
        let restored = try Self.read(Self.saved(journal))
        #expect(restored.entries() == journal.entries() && restored.event(1)?.after == 0 && restored.count == 3)
    }

    @Test func aJournalWithoutEventsIsOfTheFirstVersion() {
        #expect(Self.lines(Journal()) == [#"{"format":"netshell-journal","version":1}"#])
        #expect(Self.lines(LayerEvents.journal())[0] == #"{"format":"netshell-journal","version":2}"#)
    }

    /// What an event says that belongs to nothing above it.
    @Test(
        arguments: [
            #""ofCall":4"#, #""ofCall":0"#, #""ofCall":-1"#, #""ofCall":9223372036854775807"#, #""ofEvent":1"#,
            #""ofEvent":2"#, #""ofEvent":0"#, #""ofEvent":-9223372036854775808"#,
        ]
    )
    func anEventOfNothingIsRefused(_ origin: String) {
        var lines = Self.lines(LayerEvents.journal()).filter { !$0.contains("\"layer\"") }
        lines.append("{\"event\":1,\"layer\":\"tls\",\"meaning\":\"\",\(origin),\"time\":0}")
        #expect(throws: JournalProblem.stray(line: 5)) { try Self.read(lines) }
    }

    @Test(
        arguments: [
            #"{"event":1,"layer":"smtp","meaning":"","time":0}"#, #"{"event":1,"layer":7,"meaning":"","time":0}"#,
            #"{"event":1,"layer":null,"meaning":"","time":0}"#, #"{"event":0,"layer":"tls","meaning":"","time":0}"#,
            #"{"event":-1,"layer":"tls","meaning":"","time":0}"#,
            #"{"event":9223372036854775807,"layer":"tls","meaning":"","time":0}"#, #"{"layer":"tls"}"#,
            #"{"event":1,"layer":"tls","time":0}"#, #"{"event":1,"layer":"tls","meaning":""}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":-1}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":18446744073709551615}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"direction":"both"}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"data":"YWE="}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"count":5}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"data":"YWE=","count":1}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"data":"YWE=","count":-1}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"data":"YWE=","count":9223372036854775807}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"data":"?","count":1}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"statement":9223372036854775807}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"socket":-9223372036854775808}"#,
            #"{"event":1,"layer":"tls","meaning":"","time":0,"ofCall":1,"ofEvent":1}"#,
        ]
    )
    func whatNoEventCanBeIsRefused(_ line: String) {
        var lines = Self.lines(LayerEvents.journal()).filter { !$0.contains("\"layer\"") }
        lines.append(line)
        #expect(throws: JournalProblem.malformed(line: 5)) { try Self.read(lines) }
    }

    @Test func numbersOfEventsFollowEachOther() {
        var lines = Self.lines(LayerEvents.journal())
        #expect(lines.count == 8)
        lines.remove(at: 5)
        #expect(throws: JournalProblem.malformed(line: 6)) { try Self.read(lines) }
    }

    @Test func aMeaningOfAnyLengthIsCut() throws {
        var lines = Self.lines(Journal())
        let long = String(repeating: "x", count: 1 << 20)
        lines.append("{\"event\":1,\"layer\":\"tls\",\"meaning\":\"\(long)\",\"time\":0}")
        #expect(try Self.read(lines).event(1)?.meaning.utf8.count == LayerEvent.meaningLimit)
    }

    /// Whatever number is in an event, it is refused or every view survives it.
    @Test func noNumberTraps() throws {
        let lines = Self.lines(LayerEvents.journal())
        let keys = Set(lines.flatMap { $0.matches(of: /"(\w+)":-?\d/).map { String($0.1) } }).subtracting(["number"])
        for key in keys.sorted() {
            let pattern = try Regex("\"\(key)\":-?[0-9.]+")
            for number in ["\(Int.max)", "\(Int.min)", "\(1 << 62)", "\(UInt64.max)", "\(1 << 40)", "0", "-1", "2"] {
                let changed = [lines[0]] + lines.dropFirst().map { $0.replacing(pattern, with: "\"\(key)\":\(number)") }
                guard let journal = try? Self.read(changed) else { continue }
                let calls = journal.calls(from: 1)
                _ = (journal.entries(), Explanation.text(calls, history: journal))
                let diagram = SequenceDiagram(calls, layers: journal.events(of: calls))
                _ = (DiagramText.text(diagram, width: 80), DiagramSVG.text(diagram), DiagramMermaid.text(diagram))
            }
        }
    }
}
