import Testing

@testable import Language

@Suite struct StatementFormTests {
    @Test func formsAreWrittenAsHelpShowsThem() {
        let forms = StatementForm.keywords.map { "\($0.name): \($0.form)" }
        #expect(
            forms == [
                "try: try { … } catch CLASS… { … }", "catch: catch CLASS… { … }", "repeat: repeat N { … }",
                "while: while CONDITION { … }", "for: for NAME in VALUE… { … }", "if: if CONDITION { … } else { … }",
                "else: else { … }", "break: leave a loop", "continue: begin a loop's next round",
            ]
        )
    }

    @Test func keywordsAreGivenOnce() {
        let names = StatementForm.keywords.map(\.name)
        #expect(Set(names).count == names.count && names.allSatisfy(\.isName))
    }

    /// Each form's own text, with its words filled in, is a statement of that form.
    @Test(arguments: StatementForm.starters) func aFormCanBeTyped(_ keyword: String) throws {
        let form = try #require(StatementForm.beginning(with: keyword))
        let words = ["CONDITION": "$x", "VALUE…": "1 2", "CLASS…": "timeout", "NAME": "x", "N": "2", "…": "print"]
        let text = ([keyword] + form.rest(from: 0)).map { words[$0] ?? $0 }.joined(separator: " ")
        #expect(problem(text) == nil, "\(text)")
    }
}
