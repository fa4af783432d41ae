import Testing

@testable import Language

@Suite struct ParserErrorTests {
    @Test(
        arguments: [
            ("}", .strayBrace, 0, 1), ("a; }", .strayBrace, 3, 4),
            ("repeat 2 { } }", .strayBrace, 13, 14),
            ("{", .openBlock, 0, 1),
            ("a {", .expected("the end of the statement", found: "{"), 2, 3),
            ("&", .expected("a command", found: "&"), 0, 1),
            ("a & b", .expected("the end of the statement", found: "b"), 4, 5),
            ("a & &", .expected("the end of the statement", found: "&"), 4, 5),
            ("{ a } & b", .expected("the end of the statement", found: "b"), 8, 9),
            ("{ a } & &", .expected("the end of the statement", found: "&"), 8, 9),
            ("x = 1 &", .expected("the end of the statement", found: "&"), 6, 7),
            ("repeat 1 { break & }", .expected("the end of the statement", found: "&"), 17, 18),
            ("j = { a } &", .expected("a command or a value", found: "{"), 4, 5),
            ("x =", .expected("a command or a value", found: "the end"), 3, 3),
            ("x =\n5", .expected("a command or a value", found: "the end of the line"), 3, 4),
            ("x=;", .expected("a command or a value", found: ";"), 2, 3),
            ("5 6", .expected("an operator such as == or +", found: "6"), 2, 3),
            ("5 +", .expected("a value", found: "the end"), 3, 3),
            ("5 \"a\"", .expected("the end of the statement", found: "\"a\""), 2, 5),
            ("5 + 6 7", .expected("the end of the statement", found: "7"), 6, 7),
            ("$n==3", .expected("a space on both sides of ==", found: "$n==3"), 0, 5),
            ("if $n!=3 { }", .expected("a space on both sides of !=", found: "$n!=3"), 3, 8),
        ] as [(String, SyntaxError.Problem, Int, Int)]
    )
    func statements(_ text: String, _ problem: SyntaxError.Problem, _ start: Int, _ end: Int) {
        #expect(LanguageTests.problem(text) == SyntaxError(problem, Span(start, end)))
    }

    @Test(
        arguments: [
            ("repeat", .expected("how many times", found: "the end"), 6, 6),
            ("repeat {", .expected("how many times", found: "{"), 7, 8),
            ("repeat 2", .expected("{", found: "the end"), 8, 8), ("repeat 2 3 {", .expected("{", found: "3"), 9, 10),
            ("repeat 2 {", .openBlock, 9, 10), ("repeat 2 { repeat 3 { }", .openBlock, 9, 10),
            ("while", .expected("a condition", found: "the end"), 5, 5),
            ("while { }", .expected("a condition", found: "{"), 6, 7),
            ("if a & { }", .expected("a condition without &", found: "&"), 5, 6),
            ("if a; { }", .expected("{", found: ";"), 4, 5),
            ("if a { } else", .expected("{", found: "the end"), 13, 13),
            ("whlie $x { }", .unknownBlock(near: ["while"]), 9, 10),
            ("x = wile 1 {", .unknownBlock(near: ["while"]), 11, 12),
            ("fro x in 1 { } }", .unknownBlock(near: ["for"]), 11, 12),
            ("else { }", .expected("the end of the statement", found: "{"), 5, 6),
            ("for", .expected("a name", found: "the end"), 3, 3),
            ("for 1 in 2 { }", .expected("a name", found: "1"), 4, 5),
            ("for x of 2 { }", .expected("in", found: "of"), 6, 8),
            ("for x in 2", .expected("{", found: "the end"), 10, 10),
            ("for x in 2 & { }", .expected("{", found: "&"), 11, 12),
            ("try { }", .expected("catch, on the line of the }", found: "the end"), 7, 7),
            ("try { }\ncatch { }", .expected("catch, on the line of the }", found: "the end of the line"), 7, 8),
            ("try a", .expected("{", found: "a"), 4, 5),
            ("try { } catch \"x\" { }", .expected("{", found: "\"x\""), 14, 17),
            ("break 1", .expected("the end of the statement", found: "1"), 6, 7),
            ("repeat 1 { a \"b }", .openQuote, 13, 14),
        ] as [(String, SyntaxError.Problem, Int, Int)]
    )
    func blocks(_ text: String, _ problem: SyntaxError.Problem, _ start: Int, _ end: Int) {
        #expect(LanguageTests.problem(text) == SyntaxError(problem, Span(start, end)))
    }

    private let limit = Parser.depthLimit

    @Test func nestingUpToTheLimit() {
        let opening = "repeat 1 {"
        let fits = String(repeating: opening, count: limit) + String(repeating: "}", count: limit)
        #expect(problem(fits) == nil)
        let one = String(repeating: opening, count: limit + 1) + String(repeating: "}", count: limit + 1)
        let last = opening.utf8.count * limit + 9
        #expect(problem(one) == SyntaxError(.tooDeep(limit: limit), Span(last, last + 1)))
        let fitsTwice = fits + ";" + fits
        #expect(problem(fitsTwice) == nil)
    }

    @Test(arguments: [
        "repeat 1 {", "try {", "while a {", "if a {", "for x in 1 {", "if a { } else {", "try { } catch {",
    ])
    func endlessNesting(_ opening: String) {
        let problem = problem(String(repeating: opening, count: 100_000))?.problem
        #expect(problem == .tooDeep(limit: limit))
    }

    @Test func endlessElseIf() {
        let chain = "if a { }" + String(repeating: " else if a { }", count: 100_000)
        #expect(problem(chain)?.problem == .tooDeep(limit: limit))
    }

    @Test(arguments: [
        SyntaxError.Problem.openQuote, .openBlock, .strayBrace, .unknownEscape("\\q"), .malformedEscape("\\x"),
        .nulByte,
        .unknownBlock(near: ["while"]), .invalidUTF8, .nameExpected, .expected("a", found: "b"), .tooDeep(limit: 64),
        .tooLong(limit: 1),
    ])
    func everyProblemHasASentence(_ problem: SyntaxError.Problem) {
        #expect(!problem.description.isEmpty && problem.description.last != ".")
        #expect(problem.advice.allSatisfy { !$0.isEmpty })
    }
}
