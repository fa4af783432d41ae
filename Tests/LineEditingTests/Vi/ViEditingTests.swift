import Testing

@testable import LineEditing

@Suite struct ViEditingTests {
    /// A text with its cursor written as a bar.
    private func line(_ text: String) -> EditedLine {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        return EditedLine(String(parts[0] + parts[1]), cursor: parts[0].utf8.count)
    }

    /// What keys make of a line, the cursor written as a bar; preceded by `+` if text is typed next.
    private func after(_ keys: String, _ text: String) -> String {
        var line = line(text)
        var (parser, register, find) = (ViParser(), String?.none, ViFind?.none)
        var inserts = false
        for key in keys {
            guard case .command(let command) = parser.take(key) else { continue }
            parser = ViParser()
            if case .move(.find(let new)) = command.action { find = new }
            let result = ViEditing(command, on: line, register: register, find: find)
            register = result.cut ?? register
            (line, inserts) = (result.line, result.inserts)
        }
        return (inserts ? "+" : "") + line.head + "|" + line.tail
    }

    @Test(arguments: [
        ("l", "|abc", "a|bc"), ("9l", "|abc", "ab|c"), ("h", "a|b\nc", "|ab\nc"), ("h", "ab\n|c", "ab\n|c"),
        ("w", "|one.two x", "one|.two x"), ("W", "|one.two x", "one.two |x"), ("2w", "|one.two x", "one.|two x"),
        ("b", "one.two| x", "one.|two x"), ("B", "one.two |x", "|one.two x"), ("e", "|one two", "on|e two"),
        ("2e", "|one two", "one tw|o"), ("E", "|one.two x", "one.tw|o x"), ("w", "|日本 語", "日本 |語"),
        ("0", "  ab|c", "|  abc"), ("^", "  ab|c", "  |abc"), ("$", "|abc\nd", "ab|c\nd"),
        ("fc", "|abcabc", "ab|cabc"), ("2fc", "|abcabc", "abcab|c"), ("tc", "|abc", "a|bc"), ("Fa", "abca|b", "abc|ab"),
        ("Ta", "abcxy|z", "a|bcxyz"), ("fé", "|aé", "a|é"), ("fz", "|abc", "|abc"), ("fa;", "|xaxaxa", "xax|axa"),
        ("fa;,", "|xaxaxa", "x|axaxa"), ("tc;", "|abcabc", "abca|bc"), ("%", "|f(a(b))", "f(a(b)|)"),
        ("%", "f(a(b)|)", "f|(a(b))"), ("%", "|print \"}\" }", "|print \"}\" }"),
    ])
    func motions(keys: String, before: String, wanted: String) {
        #expect(after(keys, before) == wanted)
    }

    @Test(arguments: [
        ("dw", "|one two", "|two"), ("d2w", "|a b c d", "|c d"), ("2d2w", "|a b c d e", "|e"),
        ("dw", "one |two\nx", "one| \nx"),
        ("de", "|one two", "| two"), ("db", "one t|wo", "one |wo"), ("d$", "o|ne\ntwo", "|o\ntwo"), ("D", "o|ne", "|o"),
        ("d0", "on|e", "|e"), ("dfx", "|axb", "|b"), ("dtx", "|axb", "|xb"), ("dFa", "ab|c", "|c"),
        ("d%", "f|(ab)c", "f|c"),
        ("d%", "f(ab|)c", "f|c"), ("x", "|é\u{301}b", "|b"), ("3x", "|abcd", "|d"), ("9x", "|ab\nc", "|\nc"),
        ("x", "a|b", "|a"),
        ("X", "a|b", "|b"), ("dd", "o|ne", "|"), ("dd", "one\nt|wo\nthree", "one\n|three"), ("dd", "one\nt|wo", "|one"),
        ("2dd", "o|ne\ntwo\nthree", "|three"), ("r日", "|abc", "|日bc"), ("2rx", "a|bcd", "ax|xd"),
        ("9rx", "|abc", "|abc"),
        ("~", "|aB", "A|B"), ("2~", "|aB", "A|b"), ("J", "a|b\n  c", "ab| c"), ("d", "|abc", "|abc"),
        ("dz", "|abc", "|abc"),
    ])
    func deletions(keys: String, before: String, wanted: String) {
        #expect(after(keys, before) == wanted)
    }

    @Test(arguments: [
        ("cw", "|one two", "+| two"), ("c2w", "|one two x", "+| x"), ("cc", "a\nb|c\nd", "+a\n|\nd"),
        ("C", "a|bc", "+a|"),
        ("s", "a|bc", "+a|c"), ("S", "a|bc", "+|"), ("i", "a|b", "+a|b"), ("a", "a|b", "+ab|"),
        ("I", "  a|b", "+  |ab"),
        ("A", "a|bc\nd", "+abc|\nd"), ("o", "a|b\nc", "+ab\n|\nc"), ("o", "{|\n}", "+{\n    |\n}"),
        ("O", "{\n|}", "+{\n    |\n}"), ("O", "a\nb|c", "+a\n|\nbc"), ("a", "|", "+|"),
        ("cl", "ab|c", "+ab|"), ("c$", "a|bc", "+a|"),
    ])
    func typing(keys: String, before: String, wanted: String) {
        #expect(after(keys, before) == wanted)
    }

    @Test(arguments: [
        ("diw", "one t|wo x", "one | x"), ("daw", "one t|wo x", "one |x"), ("daw", "one t|wo", "on|e"),
        ("diW", "a b|.c d", "a | d"),
        ("ciw", "o|ne", "+|"), ("di\"", "p \"a |b\" c", "p \"|\" c"), ("da\"", "p \"a |b\" c", "p |c"),
        ("ci\"", "|p \"ab\"", "+p \"|\""),
        ("di'", "p 'a|b'", "p '|'"), ("di\"", "p \"a\\\"|b\"", "p \"|\""), ("di(", "f(a(b)|c)", "f(|)"),
        ("dib", "f(a(|b)c)", "f(a(|)c)"),
        ("d2ib", "f(a(|b)c)", "f(|)"), ("da(", "f(a|b)c", "f|c"), ("di{", "{ a\n|b }", "{|}"), ("daB", "x {a|}", "x| "),
        ("di[", "[|a]", "[|]"), ("di(", "a|b", "a|b"), ("di\"", "a|b", "a|b"), ("di(", "|", "|"),
    ])
    func objects(keys: String, before: String, wanted: String) {
        #expect(after(keys, before) == wanted)
    }

    @Test(arguments: [
        ("xp", "|ab", "b|a"), ("ywP", "|one two", "one| one two"), ("yyp", "o|ne", "onon|ee"),
        ("ddp", "o|ne\ntwo", "two\n|one"),
        ("yyP", "one\nt|wo", "one\n|two\ntwo"), ("dw2p", "|a b", "ba a| "), ("p", "|ab", "|ab"),
        ("ye$p", "|ab c", "ab ca|b"),
    ])
    func putting(keys: String, before: String, wanted: String) {
        #expect(after(keys, before) == wanted)
    }

    @Test(arguments: [("a|b", "axxb", "xx"), ("|", "abc", "abc"), ("a|b", "axc", nil), ("aa|", "a", nil)])
    func whatWasTyped(start: String, now: String, typed: String?) {
        #expect(EditedLine(now).typed(since: line(start)) == typed)
    }

    @Test func commandsAreParsed() {
        var parser = ViParser()
        let steps = "3d2w".map { parser.take($0) }
        #expect(steps.dropLast().allSatisfy { $0 == .more })
        #expect(steps.last == .command(ViCommand(action: .operate(.delete, .motion(.word(isBig: false))), count: 6)))
        var other = ViParser()
        #expect("gq".map { other.take($0) }.first == .nothing)
    }
}
