import Language
import Testing

@testable import Assistance

@Suite struct CursorWordTests {
    private func word(_ text: String) -> CursorWord { CursorWord(text, cursor: text.utf8.count) }

    @Test(arguments: [
        ("connect ho", "ho"), ("connect ", ""), ("x=so", "so"), ("x=", ""), ("x =", ""), ("x", "x"),
        ("send \"a b", "\"a b"),
        ("accept &", ""), ("try { accept }", ""), ("a # c", ""), ("é=\"a", "é=\"a"), ("abc=\"a b\"", "\"a b\""),
        ("a;b", "b"),
    ])
    func theWordUpToTheCursor(_ text: String, _ expected: String) {
        let current = word(text)
        #expect(current.text == expected)
        #expect(current.range == text.utf8.count - expected.utf8.count..<text.utf8.count)
    }

    @Test(
        arguments: [
            ("", .statement), ("soc", .statement), ("x=so", .callOrValue), ("x=", .callOrValue),
            ("while re", .callOrValue),
            ("for x", .name), ("for x i", .word(["in"])), ("for x in $a", .value), ("repeat 3", .value),
            ("try { a } ca", .word(["catch"])), ("try { a } catch ti", .errorClass), ("$x +", .operation),
            ("$x + 3", .value),
            ("connect a", .argument), ("connect a # b", .nothing), ("if a { } els", .word(["else"])),
            ("if", .statement),
        ] as [(String, NextWord.Place)]
    )
    func theWordsPlace(_ text: String, _ place: NextWord.Place) { #expect(word(text).kind == place) }

    @Test func nothingBehindTheCursorCounts() {
        let current = CursorWord("connect ho 80 \"", cursor: 10)
        #expect(current.text == "ho" && current.isClosed && current.place.call?.command.text == "connect")
        #expect(current.place.call?.arguments.count == 0 && current.following.call?.arguments.count == 1)
        #expect(CursorWord.whole("s.connect ho", at: 3) == "s.connect" && CursorWord.whole("a  b", at: 2) == "")
    }

    @Test func quotes() {
        #expect(word("send \"a").isQuoted && !word("send \"a").isClosed && word("send 'a'").isClosed)
        #expect(word("send @\"a").isQuotedFile && !word("send @\"a").isQuoted && !word("send \"@").isQuotedFile)
    }

    @Test(arguments: [
        ("s.send \"a b\" ", "\"a b\""), ("x=5 # c", "5"), ("repeat 2 { a }", "a"), ("", nil), ("# a", nil),
    ])
    func theLastWord(_ entry: String, _ word: String?) { #expect(CursorWord.last(of: entry) == word) }
}
