import Language
import Testing

@testable import Shell

@Suite struct EntryReaderTests {
    /// The entries of a text that comes in pieces, with the lines on which they begin.
    private func entries(_ text: String, pieces: Int = 1) -> [String] {
        var reader = EntryReader(file: "test")
        var entries: [String] = []
        func keep(_ piece: EntryReader.Piece) -> Bool {
            switch piece {
            case .entry(let source):
                entries.append("\(source.firstLine):" + String(decoding: source.text, as: UTF8.self))
            case .tooLong(let source): entries.append("\(source.firstLine):too long")
            }
            return true
        }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            _ = reader.take(bytes[start..<min(start + pieces, bytes.count)], keep)
        }
        _ = reader.end(keep)
        return entries
    }

    @Test func linesCountFromTheGivenOne() {
        var reader = EntryReader(file: "test", firstLine: 30)
        var lines: [Int] = []
        _ = reader.take("a\nb\n".utf8) { piece in
            if case .entry(let source) = piece { lines.append(source.firstLine) }
            return true
        }
        #expect(lines == [30, 31])
    }

    @Test(arguments: [
        ("", []), ("a", ["1:a"]), ("a\n", ["1:a\n"]), ("a\nb", ["1:a\n", "2:b"]),
        ("\n\na\n", ["1:\n", "2:\n", "3:a\n"]),
        ("repeat 2 {\na\n}\nb\n", ["1:repeat 2 {\na\n}\n", "4:b\n"]), ("\"a\nb\" c\nd\n", ["1:\"a\nb\" c\n", "3:d\n"]),
        ("a \\\nb\nc\n", ["1:a \\\nb\n", "3:c\n"]), ("a\r\nb \\\r\nc\r\nd", ["1:a\r\n", "2:b \\\r\nc\r\n", "4:d"]),
        ("{\n", ["1:{\n"]), ("}\na\n", ["1:}\n", "2:a\n"]), ("# { \"\na\n", ["1:# { \"\n", "2:a\n"]),
        ("a;b\n", ["1:a;b\n"]),
        ("\"open\n", ["1:\"open\n"]), ("\0\n\u{1b}", ["1:\0\n", "2:\u{1b}"]),
    ])
    func entries(_ text: String, _ expected: [String]) {
        for pieces in [1, 2, 3, 1000] { #expect(entries(text, pieces: pieces) == expected) }
    }

    @Test func stopsWhereTheBodyHasEnough() {
        var reader = EntryReader(file: "test")
        var count = 0
        let goesOn = reader.take("a\nb\nc\n".utf8) { _ in
            count += 1
            return count < 2
        }
        #expect(!goesOn && count == 2)
    }

    @Test(arguments: ["a", "{", "\"", "\0", "\\", "\u{ff}"]) func endless(_ piece: String) {
        var reader = EntryReader(file: "test", limit: 1000)
        var long: [Source] = []
        var whole: [String] = []
        func keep(_ piece: EntryReader.Piece) -> Bool {
            switch piece {
            case .entry(let source): whole.append(String(decoding: source.text, as: UTF8.self))
            case .tooLong(let source): long.append(source)
            }
            return true
        }
        for _ in 0..<1001 { _ = reader.take(Array(piece.utf8), keep) }
        #expect(long.map(\.firstLine) == [1] && long.first?.text.count ?? 0 <= 80)
        // Whatever follows on the line is skipped, the next line runs.
        for _ in 0..<5000 { _ = reader.take(Array(piece.utf8), keep) }
        _ = reader.take("\nprint\n".utf8, keep)
        _ = reader.end(keep)
        #expect(whole == ["print\n"] && long.count == 1)
    }

    @Test func theLimitIsWhatFits() {
        for (length, expected) in [(999, "entry"), (1000, "entry"), (1001, "tooLong")] {
            var reader = EntryReader(file: "test", limit: 1000)
            var kinds: [String] = []
            func keep(_ piece: EntryReader.Piece) -> Bool {
                if case .entry = piece { kinds.append("entry") } else { kinds.append("tooLong") }
                return true
            }
            _ = reader.take([UInt8](repeating: 97, count: length), keep)
            _ = reader.end(keep)
            #expect(kinds == [expected])
        }
    }

    @Test func linesAreCountedAcrossALongEntry() {
        var reader = EntryReader(file: "test", limit: 1000)
        var lines: [Int] = []
        func keep(_ piece: EntryReader.Piece) -> Bool {
            if case .entry(let source) = piece { lines.append(source.firstLine) }
            return true
        }
        _ = reader.take("a\n\"".utf8, keep)
        for _ in 0..<16 { _ = reader.take([UInt8](repeating: UInt8(ascii: "x"), count: 63) + [10], keep) }
        _ = reader.take("b\n".utf8, keep)
        #expect(lines == [1, 18])
    }
}
