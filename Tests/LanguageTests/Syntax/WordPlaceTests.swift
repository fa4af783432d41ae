import Testing

@testable import Language

/// What each word is for, and what can come next.
@Suite struct WordPlaceTests {
    private func roles(_ text: String) -> [String] {
        let tree = tree(text)
        return tree.words.filter { $0.role != .separator }.map { "\(tree.source.text(of: $0.span)):\($0.role)" }
    }

    @Test(arguments: [
        ("connect a -b", ["connect:command", "a:argument", "-b:argument"]),
        ("x = s.recv 5 &", ["x:name", "=:equals", "s.recv:command", "5:argument"]),
        ("x=5", ["x:name", "=:equals", "5:value"]), ("x= 5", ["x:name", "=:equals", "5:value"]),
        ("x =\"a b\"c", ["x:name", "=:equals", "\"a b\"c:value"]),
        ("abc=\"a b\" x", ["abc:name", "=:equals", "\"a b\":value", "x:operation"]),
        ("print x=5", ["print:command", "x=5:argument"]), ("x==5", ["x:name", "=:equals", "=5:command"]),
        ("$a + 1 # c", ["$a:value", "+:operation", "1:value", "# c:comment"]),
        ("for x in a $b { y }", ["for:keyword", "x:name", "in:keyword", "a:value", "$b:value", "y:command"]),
        ("for 1 of a {", ["for:keyword", "1:stray", "of:stray", "a:value"]),
        ("try { a } catch timeout { }", ["try:keyword", "a:command", "catch:keyword", "timeout:errorClass"]),
        (
            "if $a { } else if b c { } else { d }",
            [
                "if:keyword", "$a:value", "else:keyword", "if:keyword", "b:command", "c:argument", "else:keyword",
                "d:command",
            ]
        ),
        ("repeat 3 4 { break }", ["repeat:keyword", "3:value", "4:stray", "break:keyword"]),
        ("while x = a b { }", ["while:keyword", "x:name", "=:equals", "a:command", "b:argument"]),
        ("print if", ["print:command", "if:argument"]), ("else", ["else:command"]),
        ("5 6 7", ["5:value", "6:operation", "7:value"]),
        ("a & b", ["a:command", "b:stray"]), ("repeat 1 { } a b", ["repeat:keyword", "1:value", "a:stray", "b:stray"]),
    ])
    func roles(_ text: String, _ expected: [String]) { #expect(roles(text) == expected) }

    @Test(
        arguments: [
            ("", .statement), ("a; ", .statement), ("{ ", .statement), ("repeat 2 { ", .statement), ("a\n", .statement),
            ("x = ", .callOrValue), ("x=", .callOrValue), ("while ", .callOrValue), ("else if ", .argument),
            ("if a { } else if ", .callOrValue), ("if a { } else ", .word(["if"])), ("if a { } ", .word(["else"])),
            ("try { a } ", .word(["catch"])), ("try { a } catch { } ", .word(["catch"])),
            ("if a { } else { } ", .nothing),
            ("repeat ", .value), ("repeat 3 ", .nothing), ("for ", .name), ("for x ", .word(["in"])),
            ("for x in ", .value), ("for x in a b ", .value), ("try { a } catch ", .errorClass),
            ("try { a } catch A ", .errorClass), ("if $x ", .operation), ("if $x == ", .value),
            ("if $x == 3 ", .nothing),
            ("\"a\" ", .operation), ("connect ", .argument), ("try ", .nothing), ("print if ", .argument),
            ("break ", .nothing), ("x = connect ", .argument), ("a & ", .nothing), ("repeat 1 { } ", .nothing),
        ] as [(String, NextWord.Place)]
    )
    func expectations(_ text: String, _ place: NextWord.Place) { #expect(tree(text).next.place == place) }

    @Test(arguments: [
        ("for ", "NAME in VALUE… { … }"), ("for x ", "in VALUE… { … }"), ("for x in a ", "VALUE… { … }"),
        ("try ", "{ … } catch CLASS… { … }"), ("try { a } ", "catch CLASS… { … }"), ("if a { } ", ""),
        ("try { a } catch b ", "CLASS… { … }"), ("repeat ", "N { … }"), ("repeat 3 ", "{ … }"),
        ("while ", "CONDITION { … }"), ("while x = ", "CONDITION { … }"), ("while $x ", "[OPERATOR VALUE] { … }"),
        ("while $x == ", "VALUE { … }"), ("while $x == 3 ", "{ … }"), ("if ", "CONDITION { … } else { … }"),
        ("if a { } else ", "{ … }"), ("if a { } else if ", "CONDITION { … } else { … }"), ("$x ", ""), ("x = ", ""),
        ("a ", ""),
        ("repeat 2 { for x ", "in VALUE… { … }"),
    ])
    func forms(_ text: String, _ form: String) { #expect(tree(text).next.form.joined(separator: " ") == form) }

    @Test(arguments: [
        ("connect a ", "connect", ["a"]), ("x=connect a 'b c' ", "connect", ["a", "'b c'"]),
        ("while x = s.recv ", "recv", []),
        ("try { connect a ", "connect", ["a"]), ("a ; b ", "b", []),
    ])
    func calls(_ text: String, _ command: String, _ arguments: [String]) {
        let tree = tree(text)
        let call = tree.next.call
        #expect(call?.command.text == command && call?.arguments.map { tree.source.text(of: $0.span) } == arguments)
    }

    @Test func theReceiverIsKnown() {
        #expect(tree("s.recv ").next.call?.receiver == Name("s", Span(0, 1)))
        #expect(tree("$x ").next.call == nil && tree("repeat 3 ").next.call == nil)
    }
}
