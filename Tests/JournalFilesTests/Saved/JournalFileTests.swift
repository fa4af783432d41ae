import Journal
import Sockets
import SystemPackage
import TestSupport
import Testing

@testable import Exporting
@testable import JournalFiles

/// Calls of every kind, generated from a seed.
private struct CallMaker {
    var seed: UInt64

    mutating func number(_ limit: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(seed >> 33) % limit
    }

    mutating func bytes(_ limit: Int) -> [UInt8] { (0..<number(limit)).map { _ in UInt8(number(256)) } }

    mutating func text() -> String {
        let pieces = ["a", "\"", "\\", "\u{0}", "\u{1f600}", "\n", "\u{2028}", "é", "</script>", " "]
        return (0..<number(8)).map { _ in pieces[number(pieces.count)] }.joined()
    }

    mutating func address() -> SocketAddress {
        switch number(7) {
        case 0: .inet(IPv4Address(number: UInt32(number(1 << 31))), port: UInt16(number(65536)))
        case 1: .inet6(.loopback, port: UInt16(number(65536)), flowInfo: UInt32(number(99)), scope: UInt32(number(9)))
        case 2: .unix(.path([0x2f] + bytes(9).filter { $0 != 0 }))
        case 3: .unix(.abstract([0x61] + bytes(9)))
        case 4: .unix(.unnamed)
        case 5: .netlink(port: UInt32(number(99)), groups: 1)
        default: .unspecified
        }
    }

    mutating func option(_ depth: Int = 0) -> OptionValue {
        switch number(depth == 0 ? 13 : 12) {
        case 0: .boolean(number(2) == 0)
        case 1: .integer(number(1 << 31) - 5)
        case 2: .unsigned(UInt64.max - UInt64(number(9)))
        case 3: .seconds(Double(number(1000)) / 7)
        case 4: .linger(on: number(2) == 0, seconds: number(9))
        case 5: .text(text())
        case 6: .bytes(bytes(9))
        case 7: .address(text())
        case 8: .choice(text(), number(9))
        case 9: .choice(nil, number(9))
        case 10: .flags([text(), text()], number(9))
        case 11: .list([text()])
        default: .structure([OptionValue.Field(name: text(), value: option(1), about: text())])
        }
    }

    mutating func ancillary() -> AncillaryMessage {
        switch number(4) {
        case 0: .rights([Int32(number(99)), 4])
        case 1: .credentials(pid: 1, uid: UInt32(number(99)), gid: 3)
        case 2: .timeToLive(Int32(number(256)))
        default: .other(level: 99, type: Int32(number(99)), bytes(20))
        }
    }

    mutating func content(_ kind: Int, _ depth: Int = 0) -> Argument.Content {
        switch kind {
        case 0: .descriptor(Int32(number(1000)) - 1)
        case 1: .integer(number(1 << 31) - 77)
        case 2: .constant(text(), number(99))
        case 3: .address(address())
        case 4: .data(Clip(bytes(200)))
        case 5: .data(Clip([UInt8](repeating: UInt8(number(256)), count: Clip.limit + 1 + number(9))))
        case 6: .room(number(99))
        case 7: .text(text())
        case 8: .option(option(), raw: bytes(20))
        case 9: .ancillary((0..<number(3)).map { _ in ancillary() })
        case 10: .poll([PollEntry(descriptor: 3, events: .readable, returned: PollEvents(rawValue: Int16(number(99))))])
        case 11 where depth < 3: .list((0..<number(4)).map { _ in content(number(13), depth + 1) })
        default: .null
        }
    }

    mutating func error() -> CallError? {
        switch number(8) {
        case 0: .errno(Errno(rawValue: Int32(number(130)) + 1))
        case 1: .name(.resolver(ResolverError(rawValue: -2)))
        case 2: .name(.host(.notFound))
        case 3: .name(.system(.connectionRefused))
        case 4: .name(.notFound(number(2) == 0 ? .system : .embedded))
        case 5: .name(.refused(number(2) == 0 ? .containsNUL : .tooLong))
        default: nil
        }
    }

    mutating func call() -> Call {
        Call(
            CallTitle(text()),
            statement: number(99),
            socket: number(2) == 0 ? nil : number(99),
            socketName: number(2) == 0 ? nil : text(),
            arguments: (0..<13).map { kind in Argument(text(), content(kind)) },
            result: number(99) - 1,
            error: error(),
            outputs: [Argument("x", content(number(13)))],
            start: 1 << 62 - UInt64(number(99)),
            duration: UInt64(number(99)),
            before: ConnectionState(rawValue: UInt8(number(13))),
            after: ConnectionState(rawValue: UInt8(number(13))),
            isInjected: number(2) == 0,
            local: number(2) == 0 ? nil : address(),
            made: number(2) == 0 ? [] : [MadeSocket(id: number(99), name: text(), descriptor: 7)]
        )
    }
}

@Suite struct JournalFileTests {
    private static func saved(_ calls: [Call]) -> [UInt8] {
        let writer = JournalWriter()
        return writer.header + calls.flatMap(writer.line)
    }

    private static func read(_ bytes: [UInt8], pieces size: Int) throws(JournalProblem) -> Journal {
        var reader = JournalReader()
        var place = 0
        while place < bytes.count {
            try reader.take(bytes[place..<min(place + size, bytes.count)])
            place += size
        }
        return try reader.finish()
    }

    @Test(arguments: 1...50) func everyCallComesBack(_ seed: UInt64) throws {
        var maker = CallMaker(seed: seed)
        var journal = Journal(startingAt: Int(seed))
        for _ in 0..<3 { journal.append(maker.call()) }
        let calls = journal.calls(from: 1)
        let restored = try Self.read(Self.saved(calls), pieces: 1000 + Int(seed))
        #expect(restored.calls(from: 1) == calls)
        #expect(restored.count == journal.count)
    }

    @Test func emptyJournal() throws {
        #expect(try Self.read(JournalWriter().header, pieces: 7).count == 0)
    }

    @Test func everyCutIsTold() {
        let bytes = Self.saved(Article.client)
        let header = JournalWriter().header.count
        for length in stride(from: 0, to: bytes.count - 1, by: 7) where bytes[..<length].last != 0x0a {
            let wanted: JournalProblem =
                length < header ? .notAJournal : .cutOff(line: bytes[..<length].split(separator: 0x0a).count)
            #expect(throws: wanted) { try Self.read(Array(bytes[..<length]), pieces: 64) }
        }
    }

    @Test func foreignFiles() {
        #expect(throws: JournalProblem.notAJournal) { try Self.read(Array("{}\n".utf8), pieces: 64) }
        #expect(throws: JournalProblem.notAJournal) { try Self.read([UInt8](repeating: 0, count: 5000), pieces: 64) }
        for version in [-1, 0, 3] {
            #expect(throws: JournalProblem.version(version)) {
                try Self.read(Array("{\"format\":\"netshell-journal\",\"version\":\(version)}\n".utf8), pieces: 64)
            }
        }
        for line in ["", "null", "[]", "{}", "{\"number\":1e400}", String(repeating: "[", count: 100_000)] {
            #expect(throws: JournalProblem.malformed(line: 2)) {
                try Self.read(JournalWriter().header + Array((line + "\n").utf8), pieces: 4096)
            }
        }
    }

    @Test func longLine() {
        let line = [UInt8](repeating: 0x61, count: JournalReader.lineLimit + 1)
        #expect(throws: JournalProblem.longLine(2)) { try Self.read(JournalWriter().header + line, pieces: 1 << 20) }
    }

    @Test func numbersFollowEachOther() {
        let calls = Article.client
        let writer = JournalWriter()
        #expect(throws: JournalProblem.malformed(line: 3)) {
            try Self.read(writer.header + writer.line(calls[0]) + writer.line(calls[2]), pieces: 64)
        }
    }
}
