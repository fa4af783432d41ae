import Testing

@testable import LineEditing

@Suite struct SearchPatternTests {
    private func found(_ pattern: String, in entry: String) -> String? {
        SearchPattern(pattern).range(in: entry).map { String(entry[$0]) }
    }

    @Test(
        arguments: [
            ("needle", "a Needle", "Needle"), ("Needle", "needle Needle", "Needle"), ("NE", "need NE", "NE"),
            ("ärger", "print ÄRGER", "ÄRGER"), ("a", "bA", "A"), ("日", "x日", "日"), ("ab", "aAb", "Ab"),
            ("[", "{[", "["),
        ]
    )
    func finds(pattern: String, entry: String, wanted: String) {
        #expect(found(pattern, in: entry) == wanted)
    }

    @Test(arguments: [("Needle", "needle"), ("Ä", "ä"), ("abc", "ab"), ("[", "{"), ("@", "`"), ("é", "e")])
    func doesNotFind(pattern: String, entry: String) {
        #expect(found(pattern, in: entry) == nil)
    }

    @Test func nothingIsFoundAtOnce() {
        #expect(found("", in: "abc") == "")
        #expect(found("", in: "") == "")
        #expect(found("a", in: "") == nil)
    }
}
