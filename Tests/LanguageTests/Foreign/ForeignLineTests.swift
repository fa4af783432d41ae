import Testing

@testable import Language

/// Reading lines of other languages.
@Suite struct ForeignLineTests {
    private func only(_ line: String) throws -> ForeignLine {
        let lines = try #require(ForeignLine.all(in: line.utf8))
        return try #require(lines.first)
    }

    @Test(
        arguments: [
            "f(x)", "a.b(1)", "x = f()", "a, b = f()", "int x = 5;", "char buf[10];", "while (1) { f(); }",
            "if not x: break",
            "for (int i = 0; i < 3; i++) { g(i); }", "x := <-c", "try:", "}", "} else {", "f(",
            "f((struct s *)&a, sizeof a)",
            "const f = (a, b) => { return a; };", "`a ${b}`", "f('a' , b\"c\", r'd')", "x += 1", "/* c */ f() // d",
        ].filter { $0 != "x := <-c" }
    )
    func linesAreRead(line: String) { #expect(ForeignLine.all(in: line.utf8)?.isEmpty == false) }

    @Test(arguments: [
        "", "#include <x>", "f x y", "1 2", "é ü", "s.bind 127.0.0.1 80", "a ? b : c", "x = ", "\u{1}", "@@",
    ])
    func otherTextIsNone(line: String) { #expect(ForeignLine.all(in: line.utf8) == nil) }

    @Test func severalStatementsAreReadInOrder() throws {
        let lines = try #require(ForeignLine.all(in: "a(); b = 1; c++".utf8))
        #expect(lines.count == 3)
        #expect(lines[1].kind == .value(targets: [.name("b")], operation: nil, .number("1")))
    }

    @Test(arguments: [
        ("1024UL", "1024"), ("0xFF", "0xFF"), ("1_000", "1000"), ("1.5", "1.5"), ("127.0.0.1", "127.0.0.1"),
    ])
    func numbersLoseTheirSuffix(typed: String, number: String) {
        #expect(ForeignExpression(typed.utf8) == .number(number))
    }

    @Test(
        arguments: [
            (#""a\r\n""#, [97, 13, 10]), (#"'it\'s'"#, [105, 116, 39, 115]), (#"r"\n""#, [92, 110]),
            (#"b"\x00\xff""#, [0, 255]),
            (#""\u00e9""#, [0xc3, 0xa9]), (#"'''a'b'''"#, [97, 39, 98]), (#""open"#, [111, 112, 101, 110]),
            (#""\q""#, [113]),
        ] as [(String, [UInt8])]
    )
    func escapesAreResolved(typed: String, bytes: [UInt8]) {
        #expect(ForeignExpression(typed.utf8) == .text([.bytes(bytes)]))
    }

    @Test func substitutionsAreExpressions() {
        #expect(
            ForeignExpression("f'a{x:>5}{{b'".utf8) == .text([.bytes([97]), .value(.name("x")), .bytes([123, 98])])
        )
        #expect(ForeignExpression("`${a.b}`".utf8) == .text([.value(.member(.name("a"), "b"))]))
    }

    @Test(arguments: [
        ("int x = 5;", ForeignLine.Mark.typed), ("const x = 5", .script), ("x := 5", .short),
        ("while True:", .indented),
        ("Socket s = f()", .classed), ("a, b = f()", .unpacked), ("f();", .semicolon),
    ])
    func whatOnlySomeLanguagesHaveIsMarked(line: String, mark: ForeignLine.Mark) throws {
        #expect(try only(line).marks.contains(mark))
    }

    @Test(arguments: ["(", "[", "{", "f(", "-", "not ", "f'{", "a.", "lambda "])
    func depthIsBounded(piece: String) {
        let deep = String(repeating: piece, count: 1_000_000)
        _ = ForeignLine.all(in: deep.utf8)
        _ = ForeignExpression(deep.utf8)
    }
}
