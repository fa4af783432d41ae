import Testing

@testable import Language

@Suite struct FoldedTests {
    @Test(arguments: [
        ("s.send  hi # x", "s.send hi"), ("send \"a  b\" \\\n c", "send \"a  b\" c"), ("x = 1 + 2", "x = 1 + 2"),
        ("{}", "{ }"), ("{ a; b }&", "{ a; b } &"),
        ("{\n  c = s.accept  # waits\n\n  c.send \"a\\r\\n\"\n}\n", "{ c = s.accept; c.send \"a\\r\\n\" }"),
        ("repeat $n {\n a\n break\n}", "repeat $n { a; break }"),
        ("while d = recv 10 { continue }", "while d = recv 10 { continue }"),
        ("for x in 1  2 \"a b\" { print $x & }", "for x in 1 2 \"a b\" { print $x & }"),
        (
            "try {\n a\n} catch ECONNREFUSED timeout {\n b } catch { }",
            "try { a } catch ECONNREFUSED timeout { b } catch { }"
        ),
        ("if $a == 1 {\n b\n} else if c {} else { e; f }", "if $a == 1 { b } else if c { } else { e; f }"),
    ])
    func statementsOnOneLine(_ text: String, _ folded: String) throws {
        #expect(Source.of(text).folded(try single(text)) == folded)
        // What it says is the same statement.
        #expect(Source.of(folded).folded(try single(folded)) == folded)
    }

    @Test(arguments: [
        ("s.send x", "send"), ("x = connect a &", "connect"), ("try { } catch { } &", "try"),
        ("while a { b }", "while"),
        ("5", nil), ("{ try { } catch { } }", nil), ("x = repeat", "repeat"),
    ])
    func keywords(_ text: String, _ keyword: String?) throws {
        #expect(Source.of(text).keyword(of: try single(text)) == keyword)
    }
}
