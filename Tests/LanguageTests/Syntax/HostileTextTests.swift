import Testing

@testable import Language

/// Texts that are long or random: whatever they are, the lexer and the parser terminate, and agree.
@Suite struct HostileTextTests {
    private static let pieces: [String] = [
        "{", "}", "\"", "'", "\\", "$", "&", "\0", "é", "#", "\n", ";", " ", "a", "=", "-", ".", "\\x", "\\u{", "\\\n",
        "\\\r\n", "$a ", "a\\", "\"\"", "{ }", "\u{202e}", "{\n", "try { } catch ", "repeat 1 { a }\n",
    ]

    @Test(arguments: pieces) func aMebibyteOfIt(_ piece: String) {
        finishes(Array(String(repeating: piece, count: (1 << 20) / piece.utf8.count).utf8))
    }

    @Test(arguments: [0x00, 0x80, 0xc3, 0xff] as [UInt8]) func aMebibyteOfAByte(_ byte: UInt8) {
        finishes([UInt8](repeating: byte, count: 1 << 20))
        finishes(Array("send \"".utf8) + [UInt8](repeating: byte, count: 1 << 20))
    }

    @Test func aMebibyteInQuotes() throws {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        let statement = try Parser.parse(Source(file: "test", text: Array("x = \"".utf8) + bytes + [34]))
        guard case .value(let value) = statement[0].kind else { throw Unexpected("no value") }
        #expect(value.left.parts == [.quoted(bytes)])
    }

    private func finishes(_ text: [UInt8]) {
        let problem = problem(text)
        #expect(problem.map { $0.span.end <= text.count } ?? true)
        #expect(agree(problem, text))
        let head = Array(text.prefix(1 << 17))
        #expect(tree(head).faults.first == LanguageTests.problem(head))
    }

    /// A text without a fault is complete; only one with an open quote or block may not be.
    private func agree(_ problem: SyntaxError?, _ text: [UInt8]) -> Bool {
        let isComplete = !needsMore(text)
        return switch problem?.problem {
        case nil: isComplete
        case .openQuote, .openBlock: !isComplete
        default: true
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func randomTexts(_ seed: UInt64) {
        var random = Seeded(seed)
        let words =
            Self.pieces + [
                "try {", "} catch {", "if a {", "} else {", "x = ", "\\\"", "'#'", "\\#", "\\\\", "\t", "\r\n",
            ]
        for _ in 0..<500 {
            let count = Int.random(in: 0...12, using: &random)
            let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined() + "\n"
            let problem = problem(text)
            #expect(agree(problem, Array(text.utf8)), "\(Quoting.quote(text.utf8)): \(String(describing: problem))")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func randomBytes(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let text = random.bytes(upTo: 60) + [10]
            let problem = problem(text)
            if let span = problem?.span { #expect(span.start <= span.end && span.end <= text.count) }
            #expect(agree(problem, text), "\(Quoting.quote(text))")
        }
    }

    /// What is complete line by line for the scanner is one whole text for the parser.
    @Test(arguments: 0..<20 as Range<UInt64>) func entriesAreWhole(_ seed: UInt64) {
        var random = Seeded(seed)
        let lines = [
            "a \"", "b\"", "repeat 2 {", "}", "c # {", "d \\", "'", "e", "try {", "} catch {", "", "f \\\\", "g\\",
        ]
        for _ in 0..<200 {
            let text = Array((0..<8).map { _ in (lines.randomElement(using: &random) ?? "") + "\n" }.joined().utf8)
            var start = 0
            for end in entryEnds(text) {
                let entry = Array(text[start..<end])
                let problem = problem(entry)?.problem
                #expect(problem != .openQuote && problem != .openBlock, "\(Quoting.quote(entry))")
                start = end
            }
        }
    }
}
