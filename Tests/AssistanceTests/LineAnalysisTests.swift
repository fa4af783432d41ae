import Testing

@testable import Assistance

@Suite struct LineAnalysisTests {
    private func call(_ text: String) -> [String] { LineAnalysis(text, cursor: text.utf8.count).call.map(\.text) }

    @Test(arguments: [
        ("connect a ", ["connect", "a"]), ("x = connect a ", ["connect", "a"]), ("x=connect a ", ["connect", "a"]),
        ("x =connect a ", ["connect", "a"]), ("while x = recv ", ["recv"]), ("if recv ", ["recv"]), ("repeat 3 ", []),
        ("for x in connect ", []), ("catch connect ", []), ("try { connect a ", ["connect", "a"]), ("$x ", []),
        ("a ; b ", ["b"]),
        ("print x=5 ", ["print", "x=5"]), ("print = ", []), ("x==5 ", ["x==5"]),
    ])
    func calls(_ text: String, _ expected: [String]) { #expect(call(text) == expected) }

    @Test(
        arguments: [
            ("", .command), ("x = ", .command), ("x=", .command), ("while ", .condition), ("else if ", .condition),
            ("else ", .command), ("repeat ", .times), ("repeat 3 ", .end), ("for ", .loopName), ("for x ", .loopWord),
            ("for x in ", .loopItem), ("for x in a b ", .loopItem), ("catch ", .errorClass), ("catch A ", .errorClass),
            ("if $x ", .operation), ("if $x == ", .value), ("if $x == 3 ", .end), ("\"a\" ", .operation),
            ("connect ", .argument),
            ("try ", .end), ("print if ", .argument), ("break ", .end),
        ] as [(String, StatementPlace)]
    )
    func places(_ text: String, _ place: StatementPlace) {
        #expect(LineAnalysis(text, cursor: text.utf8.count).place == place)
    }

    @Test func theWordsKeepTheirPlaces() {
        let analysis = LineAnalysis("é=\"a b\" x", cursor: 0)
        #expect(analysis.pieces.count == 2)
        let text = "abc=\"a b\" x"
        let words = LineAnalysis(text, cursor: 0).pieces.compactMap {
            if case .word(let word) = $0 { word } else { nil }
        }
        #expect(words.map(\.range) == [0..<3, 3..<4, 4..<9, 10..<11] && words[2].isQuoted && !words[0].isQuoted)
    }
}
