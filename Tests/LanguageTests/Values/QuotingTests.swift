import Testing

@testable import Language

@Suite struct QuotingTests {
    /// Whether a text could act on a terminal: an escape, a control, a bidi control, a byte that is not UTF-8.
    private func isHarmless(_ text: String, allowing: Set<Unicode.Scalar> = []) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            if allowing.contains(scalar) { return true }
            switch scalar.value {
            case 0..<0x20, 0x7f...0x9f, 0x61c, 0x200b...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff,
                0xfff9...0xfffb,
                0xe0000...0xe007f:
                return false
            default: return true
            }
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func quotedBytesComeBack(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for round in 0..<100 {
            let bytes = round % 2 == 0 ? random.bytes(upTo: 40) : Array(random.text(upTo: 20).utf8)
            let quoted = Quoting.quote(bytes)
            #expect(isHarmless(quoted))
            #expect(try value("x = " + quoted).left.parts == [.quoted(bytes)], "\(quoted)")
        }
    }

    @Test func everyByteComesBack() throws {
        let bytes = (UInt8.min...UInt8.max).flatMap { (byte: UInt8) -> [UInt8] in [byte, 0x31, byte] }
        #expect(try value("x = " + Quoting.quote(bytes)).left.parts == [.quoted(bytes)])
    }

    @Test(arguments: [
        ("", #""""#), ("abc", #""abc""#), ("\"\\", #""\"\\""#), ("\r\n\t\0", #""\r\n\t\0""#),
        ("\u{1b}[2J", #""\x1b[2J""#),
        ("é☃🦆", "\"é☃🦆\""), ("\u{9b}1m", #""\u{9b}1m""#), ("\u{202e}", #""\u{202e}""#), ("\u{7f}", #""\x7f""#),
        ("\u{2028}", #""\u{2028}""#), ("\u{e0041}", #""\u{e0041}""#), ("$'#;", "\"$'#;\""),
    ])
    func quote(_ text: String, _ expected: String) { #expect(Quoting.quote(text.utf8) == expected) }

    @Test(
        arguments: [
            ([0xff], #""\xff""#), ([0xc3], #""\xc3""#), ([0xc3, 0x28], #""\xc3(""#), ([0xe2, 0x82], #""\xe2\x82""#),
            ([0xed, 0xa0, 0x80], #""\xed\xa0\x80""#), ([0xc0, 0x80], #""\xc0\x80""#),
            ([0xf0, 0x9f, 0x61, 0x62], #""\xf0\x9fab""#),
            ([0xf4, 0x90, 0x80, 0x80], #""\xf4\x90\x80\x80""#), ([0xe2, 0x1b, 0x5b], #""\xe2\x1b[""#),
            ([0xf0, 0xc3, 0xa9], "\"\\xf0é\""),
        ] as [([UInt8], String)]
    )
    func quoteInvalid(_ bytes: [UInt8], _ expected: String) { #expect(Quoting.quote(bytes) == expected) }

    @Test(arguments: [
        "abc", "", "a b", "-x", "=5", "a=b", "$x", "a#b", "#", "a;b", "{", "}", "&", "a&b", "\\", "\"", "'", "é", "\0",
        "\n",
        "\u{202e}", "a\u{a0}b", "@abstract", "fe80::1%lo", "[..]", "a|b", "/tmp/x", "*", "\u{1b}", "==", "...",
    ])
    func wordsComeBack(_ text: String) throws {
        let word = Quoting.word(text)
        #expect(isHarmless(word))
        let argument = try #require(try call("print " + word).arguments.first)
        let isBack = argument.word == text || argument.parts == [.quoted(Array(text.utf8))]
        #expect(isBack, "\(word)")
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func randomWordsComeBack(_ seed: UInt64) throws {
        var random = Seeded(seed)
        for _ in 0..<100 { try wordsComeBack(random.text(upTo: 6)) }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func nothingHarmfulIsShown(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<100 {
            #expect(isHarmless(Quoting.printable(random.bytes(upTo: 40)), allowing: ["\n", "\t"]))
            #expect(isHarmless(Quoting.oneLine(random.text(upTo: 40))))
            #expect(isHarmless(Quoting.oneLine(String(decoding: random.bytes(upTo: 40), as: UTF8.self))))
        }
    }

    @Test(arguments: [
        ("a\tb\nc", "a\tb\nc", "a\\tb\\nc"), ("a\rb", "a\\rb", "a\\rb"), ("a\r\nb", "a\nb", "a\\r\\nb"),
        ("a\r\u{1b}", "a\\r\\x1b", "a\\r\\x1b"), ("a\r", "a\\r", "a\\r"),
        ("\u{1b}]0;x\u{7}", "\\x1b]0;x\\x07", "\\x1b]0;x\\x07"),
        ("é\u{85}", "é\\u{85}", "é\\u{85}"), ("\u{2066}x", "\\u{2066}x", "\\u{2066}x"), ("\0", "\\x00", "\\x00"),
        ("", "", ""),
        ("a\\b", "a\\b", "a\\b"), ("\u{2029}", "\\u{2029}", "\\u{2029}"), ("\u{fff9}", "\\u{fff9}", "\\u{fff9}"),
    ])
    func forReading(_ text: String, _ printable: String, _ oneLine: String) {
        #expect(Quoting.printable(text.utf8) == printable)
        #expect(Quoting.oneLine(text) == oneLine)
    }

    @Test func invalidBytesForReading() {
        #expect(Quoting.printable([0x61, 0xff, 0xc3, 0x28, 0x9b] as [UInt8]) == "a\\xff\\xc3(\\x9b")
    }

    @Test func longDataIsQuoted() {
        for byte in [0, 0x61, 0x9b, 0xc3, 0xf0, 0xff] as [UInt8] {
            let bytes = [UInt8](repeating: byte, count: 1 << 16)
            #expect(Quoting.quote(bytes).utf8.count >= bytes.count)
        }
    }
}
