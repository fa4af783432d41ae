import Testing

@testable import Language

@Suite struct ByteSearchTests {
    @Test(
        arguments: [
            ("abcabc", "c", 0, 2), ("abcabc", "c", 3, 5), ("abcabc", "abc", 1, 3), ("aaab", "aab", 0, 1),
            ("abc", "abcd", 0, nil), ("abcabcabd", "abcabd", 0, 3), ("aaaa", "aab", 0, nil),
            ("abababac", "ababac", 0, 2),
            ("abc", "", 3, 3), ("abc", "", 4, nil), ("abc", "c", 3, nil), ("abc", "c", 99, nil), ("", "", 0, 0),
            ("ab", "b", 1, 1),
        ] as [(String, String, Int, Int?)]
    )
    func ranges(_ text: String, _ wanted: String, _ start: Int, _ expected: Int?) {
        #expect(Array(text.utf8).firstRange(ofSequence: Array(wanted.utf8), from: start) == expected)
    }

    /// Comparing at each place would take ten billion steps here.
    @Test func repetitionsTakeLinearTime() {
        let text = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(text.firstRange(ofSequence: [UInt8](repeating: 0x61, count: 20_000) + [0x62]) == nil)
        #expect(text.firstRange(ofSequence: [UInt8](repeating: 0x61, count: 20_000)) == 0)
    }
}
