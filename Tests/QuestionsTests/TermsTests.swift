import Testing

@testable import Questions

@Suite struct TermsTests {
    @Test(arguments: [
        ("Why does the port change?", ["port", "chang"]),
        ("closing closed closes close", ["clos", "clos", "clos", "clos"]),
        ("can't I send?", ["send"]), ("SO_REUSEADDR", ["so_reuseaddr", "so", "reuseaddr"]),
        ("127.0.0.1:80 and 0.0.0.0.", ["127.0.0.1:80", "0.0.0.0"]), ("::1", ["::1"]), ("timed out", ["timeout"]),
        ("how many", ["howmani"]), ("what is \\r\\n", ["crlf"]), ("what is & for", ["ampersand"]),
        ("stopping addresses replies", ["stop", "address", "repli"]), ("sent bound", ["send", "bind"]),
        ("什么是 socket", ["socket"]), ("\u{1B}[31m red", ["31m", "red"]), ("", []), ("the a of", []),
    ])
    func areFound(_ text: String, _ terms: [String]) { #expect(Terms(text).all == terms) }

    /// Every word has a stem, and a stem is the same word's again.
    @Test(arguments: [
        "socket", "server", "running", "addresses", "class", "status", "s", "is", "es", "ing", "eing", "yyy",
    ])
    func stemsEnd(_ word: String) { #expect(!Terms.stem(word).isEmpty) }

    @Test func formsLeadSomewhere() {
        for (form, base) in WordForms.irregular where form != base {
            #expect(Terms.stem(form) == Terms.stem(base), "\(form)")
        }
    }

    @Test func noMoreIsReadThanWanted() {
        #expect(Terms.words(of: String(repeating: "word ", count: 1000), limit: 10).count == 10)
    }
}

@Suite struct SpellingTests {
    private let spelling = Spelling(["receive": 9, "socket": 9, "packet": 3, "address": 5, "connection": 7, "port": 9])

    @Test(arguments: [
        ("recieve", "receive"), ("soket", "socket"), ("pakcet", "packet"), ("adress", "address"), ("port", "port"),
        ("connnection", "connection"), ("conection", "connection"), ("diffrence", "difference"), ("xyzzy", "xyzzy"),
        ("prt", "prt"), ("p", "p"), ("12345", "12345"), ("wich", "which"),
    ])
    func isPutRight(_ typed: String, _ meant: String) { #expect(spelling.corrected(typed) == meant) }
}

@Suite struct SynonymsTests {
    @Test func goBothWays() {
        #expect(Synonyms.of(Terms.stem("random")).contains(Terms.stem("ephemeral")))
        #expect(Synonyms.of(Terms.stem("ephemeral")).contains(Terms.stem("random")))
        #expect(Synonyms.of("nothing of that kind").isEmpty)
    }
}
