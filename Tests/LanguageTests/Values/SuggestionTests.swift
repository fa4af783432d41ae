import Testing

@testable import Language

@Suite struct SuggestionTests {
    private let commands = [
        "accept", "bind", "close", "connect", "getsockname", "recv", "recvfrom", "send", "sendall", "socket",
        "socketpair",
    ]

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "ab", 2), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3), ("abcd", "bacd", 1), ("abcd", "badc", 2),
    ])
    func distance(_ left: String, _ right: String, _ expected: Int) {
        #expect(Suggestion.distance(Array(left.utf8), Array(right.utf8)) == expected)
        #expect(Suggestion.distance(Array(right.utf8), Array(left.utf8)) == expected)
    }

    @Test(arguments: [
        ("sned", ["send"]), ("conect", ["connect"]), ("SOCKET", ["socket", "socketpair"]), ("getsock", ["getsockname"]),
        ("bnid", ["bind"]), ("zzzzzz", []), ("", []), ("acccpt", ["accept"]), ("se", []), ("recvv", ["recv"]),
    ])
    func nearest(_ word: String, _ expected: [String]) {
        #expect(Suggestion.nearest(to: word, among: commands) == expected)
    }

    @Test func limits() {
        let many = (0..<50).map { "abcdef\($0 % 10)" }
        #expect(Suggestion.nearest(to: "abcdefg", among: many).count == 3)
        #expect(Suggestion.nearest(to: "abcdefg", among: many, limit: 1).count == 1)
        #expect(Suggestion.nearest(to: "abcdefg", among: many, limit: 0).isEmpty)
        #expect(Suggestion.nearest(to: "abc", among: []).isEmpty)
    }

    @Test func longWords() {
        let long = String(repeating: "a", count: 1 << 20)
        #expect(Suggestion.nearest(to: long, among: [long]).isEmpty)
        #expect(Suggestion.nearest(to: "aaa", among: [long]) == [long])
        #expect(Suggestion.nearest(to: "bbb", among: [long]).isEmpty)
    }

    @Test func nearestComesFirst() {
        #expect(
            Suggestion.nearest(to: "abcdef", among: ["abcdxy", "abcdey", "xabcdef"]) == ["abcdey", "xabcdef", "abcdxy"]
        )
    }
}
