import Testing

@testable import LineEditing

@Suite struct TypeAheadTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func linesAreKeptForTheNextEntries() {
        var typed = TypeAhead()
        #expect(typed.take(bytes("print a\rpri"), isAnswered: { _ in false }) == [.line("print a")])
        #expect(typed.line == "pri")
        #expect(typed.take(bytes("nt b\n"), isAnswered: { _ in false }) == [.line("print b")])
        #expect(typed.takeAll() == bytes("print a\rprint b\n"))
        #expect(typed.takeAll().isEmpty)
    }

    @Test func whatIsAnsweredIsNotKept() {
        var typed = TypeAhead()
        let events = typed.take(bytes("one\rhint\rtwo"), isAnswered: { $0 == "hint" })
        #expect(events == [.line("one"), .line("hint")])
        #expect(typed.takeAll() == bytes("one\rtwo"))
    }

    @Test(arguments: [
        ("hinx\u{7f}t", "hint"), ("\u{7f}\u{8}a", "a"), ("old\u{15}new", "new"), ("one two\u{17}x", "one x"),
        ("a\u{1b}[Db", "ab"), ("é\u{7f}", ""), ("a\tb", "a b"), ("a\u{1}b", "ab"), ("\u{1b}[", ""),
    ])
    func theLineReadsAsItWasEdited(_ keys: String, _ line: String) {
        var typed = TypeAhead()
        _ = typed.take(bytes(keys), isAnswered: { _ in false })
        #expect(typed.line == line)
        #expect(typed.takeAll() == bytes(keys))
    }

    @Test func theStopKeyIsNotKept() {
        var typed = TypeAhead()
        #expect(typed.take(bytes("a\u{1a}b"), isAnswered: { _ in false }) == [.stop])
        #expect(typed.takeAll() == bytes("ab"))
    }

    @Test func whatIsDiscardedIsGone() {
        var typed = TypeAhead()
        _ = typed.take(bytes("a\rb"), isAnswered: { _ in false })
        typed.discard()
        #expect(typed.line.isEmpty && typed.takeAll().isEmpty)
    }
}
