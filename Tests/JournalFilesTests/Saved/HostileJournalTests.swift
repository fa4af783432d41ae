import Foundation
import Journal
import Sockets
import TestSupport
import Testing

@testable import Drawing
@testable import Explaining
@testable import Exporting
@testable import JournalFiles
@testable import Reading

/// Saved journals with numbers that no call has: they are refused, or every view survives them.
@Suite struct HostileJournalTests {
    /// Calls with every kind of value.
    private static let everything = """
        s = socket inet dgram
        s.bind 127.0.0.1 0
        s.setsockopt linger on 5
        s.setsockopt rcvtimeo 2.5
        s.setsockopt recvttl on
        s.getsockopt rcvbuf
        c = socket inet dgram
        c.sendmsg one two -to 127.0.0.1 $s.port -ttl 9
        s.recvmsg 10
        c.sendto three 127.0.0.1 $s.port
        poll s c:out -timeout 5
        s.recvfrom 10
        s.settimeout 0.001
        try { s.recv 10 } catch timeout { 0 }
        p = socketpair unix dgram
        p.sendmsg take -rights s
        p2.recvmsg 100
        c.setblocking off
        d = c.dup
        getservbyname http tcp
        getaddrinfo 127.0.0.1 80 -type stream
        getnameinfo 127.0.0.1 80 -flags numerichost|numericserv
        htons 80
        t = socket inet stream
        t.bind 127.0.0.1 0
        t.listen 5
        u = socket inet stream
        u.connect 127.0.0.1 $t.port
        v = t.accept
        v.sendfile /etc/passwd 0 10
        u.recv 4
        v.close
        t.getsockopt tcp info
        """

    private static let numbers = [
        "\(Int.max)", "\(Int.min)", "\(1 << 62)", "\(UInt64.max)", "\(1 << 40)", "\(Int32.max)", "\(Int32.min)", "0",
        "-1",
    ]

    private static func read(_ lines: [String]) -> Journal? {
        var reader = JournalReader()
        do throws(JournalProblem) {
            try reader.take(JournalWriter().header[...])
            for line in lines { try reader.take(Array((line + "\n").utf8)[...]) }
            return try reader.finish()
        } catch {
            return nil
        }
    }

    private static func lookAt(_ journal: Journal) {
        let calls = journal.calls(from: 1)
        _ = Explanation.text(calls, history: journal)
        let diagram = SequenceDiagram(calls)
        for width in [40, 80] { _ = DiagramText.text(diagram, width: width) }
        _ = DiagramSVG.text(diagram)
        _ = DiagramMermaid.text(diagram)
        _ = RulerText.text(Ruler.rulers(calls, socket: nil), width: 80)
        for socket in Set(calls.compactMap(\.socket)) {
            _ = StatePath(of: socket, isTCP: true, now: .established, history: journal) { CallText($0).text }
        }
        for name in Set(calls.compactMap(\.socketName)) {
            guard let closed = ClosedSocket(named: name, history: journal) else { continue }
            let path = StatePath(of: closed, held: .unknown, at: 0, history: journal) { CallText($0).text }
            _ = closed.text(held: .unknown, path: path)
        }
        for isSplit in [false, true] {
            let reason: Program.Reason = { CallReason($0, kind: $1, closing: $2).sentence }
            let programs =
                isSplit
                ? (try? Program.ends(calls, reason: reason)).map { Array($0.values) }
                : (try? [Program(calls, reason: reason)])
            for language in ProgramLanguage.allCases {
                for program in programs ?? [] { _ = try? program.text(in: language) }
            }
        }
    }

    @Test(arguments: ["everything", "half-close", "urgent"]) func noNumberTraps(_ session: String) throws {
        let calls = session == "everything" ? Sessions.run(Self.everything) : Sessions.calls(session)
        let writer = JournalWriter()
        let lines = calls.map { String(decoding: writer.line($0).dropLast(), as: UTF8.self) }
        let keys = Set(lines.flatMap { $0.matches(of: /"(\w+)":-?\d/).map { String($0.1) } }).subtracting(["number"])
        #expect(Self.read(lines)?.calls(from: 1) == calls)
        for key in keys.sorted() {
            let pattern = try Regex("\"\(key)\":-?[0-9.]+")
            for number in Self.numbers {
                let changed = lines.map { $0.replacing(pattern, with: "\"\(key)\":\(number)") }
                if let journal = Self.read(changed) { Self.lookAt(journal) }
            }
        }
        let last = lines[0].replacing(/"number":\d+/, with: "\"number\":\(Int.max)")
        #expect(Self.read([last]) == nil)
    }

    @Test func sizesBeyondBelief() throws {
        let calls = Article.client
        let writer = JournalWriter()
        let lines = calls.map { String(decoding: writer.line($0).dropLast(), as: UTF8.self) }
        for (key, number) in [("count", Int.max), ("result", 1 << 41), ("duration", Int.max), ("room", Int.max)] {
            let pattern = try Regex("\"\(key)\":[0-9]+")
            let changed = lines.map { $0.replacing(pattern, with: "\"\(key)\":\(number)") }
            #expect(changed != lines && Self.read(changed) == nil, "\(key)")
        }
    }
}
