import Testing

@testable import Assistance

@Suite struct HintTests {
    @Test(arguments: [
        ("for", "NAME in VALUE… { … }"), ("for ", "NAME in VALUE… { … }"), ("for x", "in VALUE… { … }"),
        ("for x ", "in VALUE… { … }"), ("for x in ", "VALUE… { … }"), ("for x in a ", "VALUE… { … }"),
        ("for x in a b", "VALUE… { … }"), ("try", "{ … } catch CLASS… { … }"), ("try ", "{ … } catch CLASS… { … }"),
        ("try { accept } catch ", "CLASS… { … }"), ("try { accept } catch timeout ", "CLASS… { … }"),
        ("repeat ", "N { … }"), ("repeat 3 ", "{ … }"), ("while ", "CONDITION { … }"),
        ("while x = ", "CONDITION { … }"),
        ("while $x ", "[OPERATOR VALUE] { … }"), ("while $x == ", "VALUE { … }"), ("while $x == 3 ", "{ … }"),
        ("while x = recv ", "[SIZE] [FLAG…] [-to FILE]"), ("if ", "CONDITION { … } else { … }"),
        ("if $x { } else", "{ … }"),
        ("if $x { } else if ", "CONDITION { … } else { … }"), ("break", ""), ("$x ", ""), ("nothing ", ""),
        ("x=connect ", "HOST PORT"), ("for x in \"a", ""),
    ])
    func blocks(_ text: String, _ hint: String) {
        let prompt = Prompt("s = socket inet stream")
        #expect(
            prompt.hint(text).hasPrefix(hint) && (!hint.isEmpty || prompt.hint(text).isEmpty),
            "\(prompt.hint(text))"
        )
    }
}
