import Testing

@testable import Language

@Suite struct LexerTests {
    /// The parts of a text's words, and what is between them.
    private func tokens(_ text: String) throws -> [String] {
        try Array(text.utf8).withUnsafeBufferPointer { bytes in
            try Lexer.tokens(of: bytes).compactMap { token in
                switch token.kind {
                case .end, .blank, .comment: return nil
                case .newline: return "newline"
                case .semicolon: return ";"
                case .ampersand: return "&"
                case .openBrace: return "{"
                case .closeBrace: return "}"
                case .word:
                    var reader = WordReader(token, in: bytes)
                    let parts = reader.parts()
                    if let fault = reader.faults.first { throw fault }
                    return parts.map(describe).joined(separator: "+")
                }
            }
        }
    }

    private func describe(_ part: ArgumentSyntax.Part) -> String {
        switch part {
        case .word(let word): word
        case .quoted(let bytes): Quoting.quote(bytes)
        case .variable(let name, let fields): "$" + ([name] + fields).joined(separator: ".")
        }
    }

    @Test(arguments: [
        ("a b\tc\r", ["a", "b", "c"]), ("a;b\nc", ["a", ";", "b", "newline", "c"]), ("{a}", ["{", "a", "}"]),
        ("a{b}c", ["a", "{", "b", "}", "c"]), ("", []), (" \t\r", []), ("a.b=c:d|e,f/g@h%", ["a.b=c:d|e,f/g@h%"]),
        ("é ☃ 🦆", ["é", "☃", "🦆"]), ("\"a\u{a0}b\"", ["\"a\u{a0}b\""]), ("-x --long -1", ["-x", "--long", "-1"]),
    ])
    func words(_ text: String, _ expected: [String]) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        ("a&", ["a", "&"]), ("a &", ["a", "&"]), ("a&b", ["a&b"]), ("a&;b", ["a", "&", ";", "b"]),
        ("&a", ["&a"]), ("a& b", ["a", "&", "b"]), ("a&&", ["a&", "&"]), ("{a&}", ["{", "a", "&", "}"]),
        ("?x=1&y=2", ["?x=1&y=2"]), ("$a&", ["$a", "&"]), ("\"a\"&", ["\"a\"", "&"]), ("&&&", ["&&", "&"]),
    ])
    func ampersands(_ text: String, _ expected: [String]) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        ("# all", []), ("a # b {", ["a"]), ("a#b", ["a#b"]), ("#a\nb", ["newline", "b"]), ("\"#\"#x", ["\"#\"+#x"]),
        ("{# x\n}", ["{", "newline", "}"]), (";#", [";"]), ("'#' #", ["\"#\""]),
    ])
    func comments(_ text: String, _ expected: [String]) throws {
        #expect(try tokens(text) == expected)
    }

    @Test func commentsMayHoldAnyBytes() {
        let tokens = Lexer.tokens(of: [UInt8(ascii: "#"), 0, 0xff, 0x1b, UInt8(ascii: "\n")])
        #expect(tokens.map(\.kind) == [.comment, .newline])
    }

    @Test(arguments: [
        ("a \\\n b", ["a", "b"]), ("a \\\r\n b", ["a", "b"]), ("\\\n\\\na", ["a"]),
        ("a\\\nb", ["a\\", "newline", "b"]),
        ("\\", ["\\"]), ("a \\x", ["a", "\\x"]), ("\\\\\nb", ["\\\\", "newline", "b"]),
        ("a \\ \nb", ["a", "\\", "newline", "b"]),
    ])
    func continuation(_ text: String, _ expected: [String]) throws {
        #expect(try tokens(text) == expected)
    }

    @Test(arguments: [
        (#"$a"x""#, #"$a+"x""#), (#""x"$a"#, #""x"+$a"#), (#"a"b"'c'$d"#, #"a+"b"+"c"+$d"#), ("$a$b", "$a+$b"),
        ("$a.b.c", "$a.b.c"), ("$a.", "$a+."), ("$a..b", "$a+..b"), ("$1.host", "$1.host"), ("$a-b", "$a+-b"),
        (#""""#, #""""#), ("''", #""""#), ("http://$host/", "http://+$host+/"), ("$a.1", "$a.1"),
    ])
    func adjacency(_ text: String, _ expected: String) throws {
        #expect(try tokens(text) == [expected])
    }

    @Test(
        arguments: [
            (#""\n\r\t\0\\\"""#, [10, 13, 9, 0, 92, 34]), (#""\x00\xff\xAb""#, [0, 255, 0xab]),
            (#""\u{e9}""#, [0xc3, 0xa9]),
            (#""\u{1F986}""#, [0xf0, 0x9f, 0xa6, 0x86]), (#""\u{10FFFF}""#, [0xf4, 0x8f, 0xbf, 0xbf]),
            (#""\u{000000e9}""#, [0xc3, 0xa9]), ("\"a\\\nb\"", [97, 98]), ("\"a\\\r\nb\"", [97, 98]),
            ("\"a\nb\"", [97, 10, 98]),
            (#"'\n\x'"#, [92, 110, 92, 120]), (#"'"'"#, [34]), (#""'""#, [39]), (#""\01""#, [0, 49]),
            ("\"é\"", [0xc3, 0xa9]),
        ] as [(String, [UInt8])]
    )
    func escapes(_ text: String, _ bytes: [UInt8]) throws {
        #expect(try tokens(text) == [Quoting.quote(bytes)])
    }

    @Test(
        arguments: [
            (#""\q""#, .unknownEscape(#"\q"#), 1, 3), (#""\é""#, .unknownEscape("\\é"), 1, 4),
            ("\"\\\u{1F986}\"", .unknownEscape("\\\u{1F986}"), 1, 6), (#""\ ""#, .unknownEscape(#"\ "#), 1, 3),
            ("\"\\\0\"", .unknownEscape("\\\0"), 1, 3), ("\"\\\rx\"", .unknownEscape("\\\r"), 1, 3),
            (#""\x""#, .malformedEscape(#"\x"#), 1, 3), (#""\x4""#, .malformedEscape(#"\x4"#), 1, 4),
            (#""\xg1""#, .malformedEscape(#"\x"#), 1, 3), (#""\x+1""#, .malformedEscape(#"\x"#), 1, 3),
            (#""\u""#, .malformedEscape(#"\u"#), 1, 3), (#""\u41""#, .malformedEscape(#"\u"#), 1, 3),
            (#""\u{""#, .malformedEscape(#"\u{"#), 1, 4), (#""\u{}""#, .malformedEscape(#"\u{}"#), 1, 5),
            (#""\u{+41}""#, .malformedEscape(#"\u{"#), 1, 4), (#""\u{d800}""#, .malformedEscape(#"\u{d800}"#), 1, 9),
            (#""\u{110000}""#, .malformedEscape(#"\u{110000}"#), 1, 11),
            (#""\u{000000041}""#, .malformedEscape(#"\u{00000004"#), 1, 12),
            (#""\u{41""#, .malformedEscape(#"\u{41"#), 1, 6), (#""abc"#, .openQuote, 0, 1), ("'", .openQuote, 0, 1),
            (#"a "b\"#, .openQuote, 2, 3), (#""\""#, .openQuote, 0, 1), (#"a "\x"#, .malformedEscape(#"\x"#), 3, 5),
            ("$", .nameExpected, 0, 1), ("a $-", .nameExpected, 2, 3), (#"$"a""#, .nameExpected, 0, 1),
            ("$é", .nameExpected, 0, 1),
            ("a\0b", .nulByte, 1, 2), ("\"a\0b\"", .nulByte, 2, 3), ("'\0", .nulByte, 1, 2),
        ] as [(String, SyntaxError.Problem, Int, Int)]
    )
    func malformed(_ text: String, _ problem: SyntaxError.Problem, _ start: Int, _ end: Int) {
        #expect(LanguageTests.problem(text) == SyntaxError(problem, Span(start, end)))
    }

    @Test(
        arguments: [
            ([97, 32, 0xff, 98], 2, 4), ([0xc3], 0, 1), ([34, 97, 0xed, 0xa0, 0x80, 34], 2, 5),
            ([39, 0xc0, 0x80, 39], 1, 3),
            ([0xf4, 0x90, 0x80, 0x80], 0, 4),
        ] as [([UInt8], Int, Int)]
    )
    func invalidUTF8(_ bytes: [UInt8], _ start: Int, _ end: Int) {
        #expect(problem(bytes) == SyntaxError(.invalidUTF8, Span(start, end)))
    }

    @Test(
        arguments: [
            ("a  b", [.word, .blank, .word], [0, 1, 3]),
            ("a \\\n b # c\n", [.word, .blank, .word, .blank, .comment, .newline], [0, 1, 5, 6, 7, 10]),
            ("\r", [.blank], [0]), ("\"a {\nb", [.word], [0]),
            (
                "a{b;c&}", [.word, .openBrace, .word, .semicolon, .word, .ampersand, .closeBrace],
                [0, 1, 2, 3, 4, 5, 6]
            ),
        ] as [(String, [Token.Kind], [Int])]
    )
    func everyByteIsInAToken(_ text: String, _ kinds: [Token.Kind], _ starts: [Int]) {
        let tokens = Lexer.tokens(of: text.utf8)
        #expect(tokens.map(\.kind) == kinds && tokens.map(\.span.start) == starts)
    }

    @Test func theEndIsATokenOfItsOwn() {
        let end = [UInt8]().withUnsafeBufferPointer { Lexer.token(in: $0, at: 0) }
        #expect(end.kind == .end && end.span == Span(0, 0))
    }

    @Test(arguments: [
        ("\"a", true), ("'a", true), ("a'b'\"", true), ("\"a\"", false), ("a", false), ("\"\\\"", true),
        ("'\\'", false),
    ])
    func openQuotes(_ text: String, _ isOpen: Bool) { #expect(Lexer.tokens(of: text.utf8).last?.isOpen == isOpen) }

    @Test(
        arguments: [
            ("a$b.c-d", [(.text, 1), (.variable, 4), (.text, 2)]),
            (#"'a'"b\nc""#, [(.quoted, 3), (.quoted, 2), (.escape, 2), (.quoted, 2)]),
            (#""\q""#, [(.quoted, 1), (.fault, 2), (.quoted, 1)]), ("\"ab", [(.openQuoted, 3)]),
            ("$-", [(.fault, 1), (.text, 1)]),
            ("a\0", [(.fault, 2)]), ("\"a\0b\"", [(.quoted, 2), (.fault, 1), (.quoted, 2)]),
            ("@'f g'", [(.text, 1), (.quoted, 5)]),
        ] as [(String, [(WordPiece.Kind, Int)])]
    )
    func pieces(_ text: String, _ expected: [(WordPiece.Kind, Int)]) {
        let pieces = Lexer.pieces(of: Span(0, text.utf8.count), in: Array(text.utf8))
        #expect(
            pieces.map(\.kind) == expected.map(\.0) && pieces.map { $0.span.end - $0.span.start } == expected.map(\.1)
        )
    }

    @Test(arguments: [
        ("a", true), ("_", true), ("a1_B", true), ("", false), ("1a", false), ("é", false), ("a-b", false),
    ])
    func names(_ text: String, _ isName: Bool) {
        #expect(text.isName == isName)
    }
}
