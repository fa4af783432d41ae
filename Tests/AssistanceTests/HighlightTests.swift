import LineEditing
import Testing

@testable import Assistance

@Suite struct HighlightTests {
    @Test(arguments: [
        "for x in a b $c { print $x }", "for x in 1 2 { send $x }", "try { accept } catch gaierror { print no }",
        "try { accept } catch ECONNREFUSED timeout Interrupted { break }", "if $x == 3 { print y }",
        "while $n < 4 { continue }", "while d = recv 10 { print $d } ",
        "if \"a\" contains b { } else if 5 >= 4 { } else { }",
        "repeat 3 { accept }", "s = socket inet stream; s.bind 127.0.0.1 0\ns.listen", "s=socket inet stream; s.listen",
        "s =socket inet stream; s.listen", "s= socket inet stream; s.listen", "x=5", "x = \"a=b\"",
        "socketpair; s1.send x",
        "for k in $a $b { k.close }", "$x + 1", "5 - 4", "@file", "print a=b",
        "s = socket inet stream &\nwait; s.listen", "what is a socket", "why can't others connect", "ask what it is",
    ])
    func nothingIsUnknown(_ text: String) {
        let prompt = Prompt()
        #expect(prompt.words(text, .unknown) == [] && prompt.words(text, .error) == [])
    }

    @Test(arguments: [
        ("nothing", ["nothing"]), ("s.send x", ["s.send"]), ("s1.send x", ["s1.send"]),
        ("try { accept } catch what { }", ["what"]),
        ("for x of a { }", ["of"]), ("while foo { }", ["foo"]), ("s = socket inet dgram; t.send x", ["t.send"]),
        ("x = 5; y", ["y"]), ("print if; if print { }", []), ("x=foo 3", ["foo"]),
        ("s.nothing; s = socket inet dgram", ["s.nothing"]),
    ])
    func unknown(_ text: String, _ words: [String]) { #expect(Prompt().words(text, .unknown) == words) }

    @Test func whatTheSessionHas() {
        let prompt = Prompt("s = socket inet dgram", "t = $s", "alias tcp \"socket inet stream\"", "n = 5")
        #expect(prompt.words("s.close; t.close; tcp", .unknown) == [])
        #expect(prompt.words("n.close", .unknown) == ["n.close"])
    }

    /// An error in a word is visible before it is run.
    @Test(arguments: [
        ("send \"a\\q\"", ["\\q"]), ("print $", ["$"]), ("print \"a\\x4\"", ["\\x4"]), ("print 'a", ["'a"]),
        ("print \"a\\n", ["\"a\\n"]),
    ])
    func faults(_ text: String, _ faults: [String]) { #expect(Prompt().words(text, .error) == faults) }

    @Test(arguments: [
        ("repeat 2 { } socket", ["socket"]), ("5 foo 6", ["foo"]), ("if $x { } els", ["els"]),
        ("accept & recv", ["recv"]),
    ])
    func whatHasNoPlace(_ text: String, _ words: [String]) { #expect(Prompt().words(text, .unknown) == words) }

    @Test func piecesOfAWord() {
        let prompt = Prompt()
        #expect(prompt.words("send a$b.c\"d\\n\"e", .name) == ["$b.c"])
        #expect(prompt.words("send a$b.c\"d\\n\"e", .string) == ["\"d\\n\""])
    }

    @Test func aMebibyteIsColoured() {
        let line = "s.send \"a\" $x # c\n"
        let count = (1 << 20) / line.utf8.count
        #expect(Prompt().assist.highlight(String(repeating: line, count: count)).count == 4 * count)
    }

    @Test func otherRoles() {
        let prompt = Prompt()
        let text = "for x in 1 -2 \"a\" $b @'f g' { recv 10 -to $x } # end"
        #expect(prompt.words(text, .command) == ["for", "in", "recv"])
        #expect(prompt.words(text, .name) == ["x", "$b", "$x"])
        #expect(prompt.words(text, .number) == ["1", "-2", "10"])
        #expect(prompt.words(text, .string) == ["\"a\"", "@'f g'"])
        #expect(prompt.words(text, .option) == ["-to"] && prompt.words(text, .comment) == ["# end"])
        #expect(prompt.words("print \"open", .error) == ["\"open"])
        #expect(prompt.words("x=5", .name) == ["x"] && prompt.words("x=5", .number) == ["5"])
    }
}
