import Testing

@testable import Language

/// Characters that look like a space, a quote or a dash.
@Suite struct LookalikeTests {
    @Test(arguments: [
        ("a\u{a0}b", "a no-break space (U+00A0) is here, which does not separate words", "a b"),
        ("a\u{2009}b", "a wide space (U+2009) is here, which does not separate words", "a b"),
        ("a \u{feff}b", "an invisible character (U+FEFF) is here, which does not separate words", "a  b"),
        ("a “b”", "“ (U+201C) is no quote", "a \"b\""), ("a ’b’", "’ (U+2019) is no quote", "a 'b'"),
        ("a «b»", "« (U+00AB) is no quote", "a \"b\""),
        ("a –b", "– (U+2013) begins no flag and no number", "a -b"),
        ("a \u{2212}1", "\u{2212} (U+2212) begins no flag and no number", "a -1"),
    ])
    func isNamed(text: String, problem: String, plain: String) throws {
        let error = try #require(throws: SyntaxError.self) {
            try Parser.parse(Source(file: "x", text: Array(text.utf8)))
        }
        #expect(error.problem.description == problem)
        #expect(Lookalike.replaced(in: text) == plain)
    }

    @Test(arguments: ["a — b", "a b–c", "\"“\"", "'\u{a0}'", "# \u{a0}“", "é", "a \"b\"’"].dropLast())
    func isTextElsewhere(text: String) throws { _ = try Parser.parse(Source(file: "x", text: Array(text.utf8))) }

    @Test func aLineWithoutAnyIsAsItIs() { #expect(Lookalike.replaced(in: "a - 'b' é") == nil) }

    @Test(arguments: [
        ("$ a b", "a b"), ("% a", "a"), ("  $ a", "a"), ("me@host:~/x$ a b", "a b"),
        ("s1 ESTABLISHED 127.0.0.1:80 > a", nil),
        ("s1 ESTABLISHED 127.0.0.1:80> a", "a"), ("k FIN_WAIT2> a", "a"), ("a > b", nil), ("print a> b", nil),
        ("$a b", nil), ("", nil),
    ])
    func promptsEnd(line: String, rest: String?) { #expect(PastedPrompt.rest(of: line) == rest) }
}
