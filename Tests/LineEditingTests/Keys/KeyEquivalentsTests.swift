import Testing

@testable import LineEditing

@Suite struct KeyEquivalentsTests {
    private func others(_ sequence: String) -> [String] { KeyEquivalents.of(.sequence(sequence)).map(\.text) }

    @Test(
        arguments: [
            ("\u{1b}[1;6C", "\u{1b}[1;5C"), ("\u{1b}[1;4D", "\u{1b}[1;3D"), ("\u{1b}[1;2A", "\u{1b}[A"),
            ("\u{1b}[1;2A", "\u{1b}OA"), ("\u{1b}[1;7C", "\u{1b}[1;5C"), ("\u{1b}[1;8C", "\u{1b}[1;3C"),
            ("\u{1b}[3;2~", "\u{1b}[3~"), ("\u{1b}[3;6~", "\u{1b}[3;5~"), ("\u{1b}[1;133C", "\u{1b}[1;5C"),
            ("\u{1b}\u{1b}[D", "\u{1b}[1;3D"), ("\u{1b}\u{1b}[D", "\u{1b}[D"), ("\u{1b}\u{1b}OD", "\u{1b}[1;3D"),
            ("\u{1b}[97;5u", "\u{1}"), ("\u{1b}[97u", "a"), ("\u{1b}[97;2u", "A"), ("\u{1b}[102;3u", "\u{1b}f"),
            ("\u{1b}[13;3u", "\u{1b}\r"), ("\u{1b}[13;2u", "\r"), ("\u{1b}[9;2u", "\u{1b}[Z"), ("\u{1b}[27u", "\u{1b}"),
            ("\u{1b}[27;5;114~", "\u{12}"), ("\u{1b}[233u", "é"), ("\u{1b}[97:65;2:1u", "A"),
        ]
    )
    func isAlsoSentAs(sequence: String, other: String) {
        #expect(others(sequence).first == sequence)
        #expect(others(sequence).contains(other))
    }

    @Test(
        arguments: [
            ("\u{1b}[1;5A", "\u{1b}[A"), ("\u{1b}[3;3~", "\u{1b}[3~"), ("\u{1b}[3;5~", "\u{1b}[3~"),
            ("\u{1b}[1;1R", "\u{1b}[R"),
        ]
    )
    func isNotTheSameAs(sequence: String, other: String) {
        #expect(!others(sequence).contains(other))
    }

    @Test(arguments: [
        "\u{1b}[?1;2c", "\u{1b}[<0;10;10M", "\u{1b}[57358u", "\u{1b}[97;1:3u", "\u{1b}[64;5u", "\u{1b}[128u",
        "\u{1b}[99999999999999999999u", "\u{1b}[55296u", "\u{1b}[u", "\u{1b}[1;2;3;4~", "\u{1b}[2;3R", "\u{1b}f",
    ])
    func hasNoOther(sequence: String) {
        let others = others(sequence).filter { $0 != sequence }
        #expect(others.isEmpty || others.allSatisfy { $0.hasPrefix("\u{1b}[") || $0 == "\u{1}" })
    }
}
