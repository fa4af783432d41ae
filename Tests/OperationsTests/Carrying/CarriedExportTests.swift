import Journal
import Language
import Shell
import Sockets
import SystemPackage
import Testing

/// A session with a transport as a program: it makes the same calls with the same bytes, and says what they were.
@Suite(.timeLimit(.minutes(5))) struct CarriedExportTests {
    private func program(_ language: String, _ pair: CarriedPair, flags: String = "") throws -> String {
        let path = "/tmp/netshell-exported-\(getpid())-\(language)-\(pair.shell.session.sockets["s1"]?.descriptor ?? 0)"
        defer { unlink(path) }
        try pair.shell.reply("export \(language) \(path) \(flags)")
        let file = try FileDescriptor.open(FilePath(path), .readOnly)
        defer { try? file.close() }
        let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 16) {
            $1 = try file.read(into: UnsafeMutableRawBufferPointer($0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func carried() throws -> CarriedPair {
        let pair = try CarriedPair()
        try pair.put(HoldingTransport(holds: false), under: "s1")
        try pair.put(HoldingTransport(holds: false), under: "s2")
        try pair.shell.reply("s1.send abc", "s2.recv 2", "s2.recv 2")
        return pair
    }

    @Test(arguments: ["python", "c", "swift", "netshell"])
    func theBytesOfTheWireAreThereAndExplained(_ language: String) throws {
        let lines = try program(language, carried()).split(separator: "\n").map(String.init)
        // 'abc' ^ 0x55 is "476".
        let sent = try #require(lines.firstIndex { $0.contains("476") })
        #expect(lines[..<sent].contains { $0.contains("A transport made these bytes: changed 3 bytes.") })
        #expect(lines.contains { $0.contains("A transport took these bytes: changed back 3 bytes.") })
        // The second recv was no call.
        #expect(lines.filter { $0.contains("A transport") }.count == 2)
    }

    @Test func itIsSaidBesideTheReply() throws {
        let pair = try carried()
        let record = try pair.shell.type("export python /dev/null")
        #expect(record.notes == ["what transports sent and received is in the program as it was on the wire"])
    }

    @Test func commentsStandTogether() throws {
        let pair = try carried()
        let text = try program("python", pair, flags: "-comments")
        #expect(text.contains("A transport made these bytes"))
        #expect(text.split(separator: "\n").filter { $0.contains("#") }.count > 3)
    }

    @Test func withoutATransportNothingIsSaid() throws {
        let pair = try CarriedPair()
        try pair.shell.reply("s1.send abc")
        #expect(try !program("python", pair).contains("transport"))
    }
}
