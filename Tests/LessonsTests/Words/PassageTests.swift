import Journal
import Language
import Testing

@testable import Lessons

@Suite struct PassageTests {
    @Test func answersToChooseFromAreWrappedBelowTheirBeginning() {
        let lines = Passage.question("Which?", ["a short one", "one that is longer than the width of it all"]).lines(
            width: 30
        )
        #expect(
            lines == ["Which?", "", "  1  a short one", "  2  one that is longer than", "     the width of it all", ""]
        )
    }

    @Test func listItemsAreWrappedBelowTheirBeginning() {
        let text = "- one that is longer than the width\n  and goes on\n- two\n\nAnd so on."
        let lines = ["- one that is longer than the", "  width and goes on", "- two", "", "And so on.", ""]
        #expect(Passage.text(text).lines(width: 30) == lines)
    }

    @Test func numberedItemsStandBelowEachOther() {
        let text = "1. one that is longer than the width\n   and goes on\n2. two\n10. ten\n\n1.5 is a number."
        let lines = [
            "1. one that is longer than the", "   width and goes on", "2. two", "10. ten", "", "1.5 is a number.", "",
        ]
        #expect(Passage.text(text).lines(width: 30) == lines)
    }

    @Test func aNumberWithinAParagraphIsNoItem() {
        let text = "It replies with\n17. That is\n0. No more."
        #expect(Passage.text(text).lines(width: 60) == ["It replies with 17. That is 0. No more.", ""])
        #expect(MarkdownBlock.all(in: text) == [.paragraph("It replies with 17. That is 0. No more.")])
    }

    @Test func whatIsQuotedHasAPassageOfItsOwn() {
        let passages = Passage.reading(
            "The article says:\n\n> A socket is\n> one end.\n>\n> Two make\n> a pair.\n\nSo it is."
        )
        #expect(
            passages == [
                .text("The article says:"), .quotation("A socket is\none end.\n\nTwo make\na pair."),
                .text("So it is."),
            ]
        )
        #expect(passages[1].lines(width: 40) == ["│ A socket is one end.", "│", "│ Two make a pair.", ""])
        #expect(Passage.praise("So:\n\n> one end").lines(width: 40) == ["✓ So:", "", "  │ one end"])
    }

    @Test func commentsAreLeftOut() {
        let text = "One <!-- not this -->two.\n<!-- nor\n\nthis -->\nThree."
        #expect(Passage.text(text).lines(width: 30) == ["One two. Three.", ""])
    }

    @Test func whatStandsBelowAPraiseIsIndentedLikeIt() throws {
        let text = """
            title: T
            id: t

            ## A {#a}

            Do.

            ```check
            socket
            ```

            Why.

            ```text
            00 01
              02
            ```

            And so on.

            """
        let lesson = try #require(LessonParser.parse(Array(text.utf8), file: "t.md").lesson)
        let stage = Stage(
            lesson,
            session: .init(registry: .init([]), output: SilentOutput()),
            registry: .init([]),
            confinement: nil
        )
        let lines = stage.praise.flatMap { $0.lines(width: 40) }
        #expect(lines == ["✓ Why.", "", "      00 01", "        02", "", "  And so on."])
    }

    @Test func umlautsAreOneColumnEach() {
        let lines = Passage.text("ä ö ü ä ö ü ä ö ü ä ö ü ä ö ü").lines(width: 20)
        #expect(lines.dropLast().allSatisfy { $0.count <= 20 } && lines.first?.count == 19)
    }

    private func styled(_ passage: Passage, width: Int = 60) -> [[StyledText.Piece]] {
        passage.styledLines(width: width).map(\.pieces)
    }

    @Test func codeAndEmphasisHaveRolesInsteadOfMarks() {
        let line = Passage.text("Type `s.listen` *now*, **not** later: 2 * 3 * 4.").styledLines(width: 60)[0]
        #expect(line.text == "Type s.listen now, not later: 2 * 3 * 4.")
        #expect(line.pieces.filter { $0.role == .code }.map(\.text) == ["s.listen"])
        #expect(line.pieces.filter { $0.role == .stressed }.map(\.text) == ["now"])
        #expect(line.pieces.filter { $0.role == .emphasis }.map(\.text) == ["not"])
        #expect(Passage.text("a `b").styledLines(width: 60)[0].text == "a `b")
    }

    @Test(arguments: [
        (Passage.praise("Yes."), "✓", Role.done), (.difference("no"), "…", .notYet), (.mistake("no"), "✗", .wrong),
        (.order("Do."), "▸", .notYet),
    ]) func howATaskStandsHasItsSign(passage: Passage, sign: String, role: Role) {
        let first = styled(passage)[0]
        #expect(first.map(\.text).joined().hasPrefix(sign + " ") && first[0].text == sign && first[0].role == role)
        #expect(passage.lines(width: 60)[0].hasPrefix(sign + " "))
    }

    @Test func whatIsToBeTypedIsABlock() {
        let lines = Passage.task(["s.listen", "c = s.accept"]).styledLines(width: 60)
        #expect(lines.map(\.text) == ["    s.listen      ", "    c = s.accept  ", ""])
        #expect(lines.dropLast().allSatisfy { line in line.pieces.dropFirst().allSatisfy { $0.role == .task } })
        #expect(Passage.task(["s.listen"]).lines(width: 60) == ["    s.listen", ""])
    }

    @Test(arguments: [
        ("Why.\n\nDo it.", "Why.", "Do it."), ("Do it.", "", "Do it."),
        ("Why:\n\n1. One.\n2. Two.", "Why:", "1. One.\n2. Two."),
    ]) func whatIsToBeDoneIsSetApart(text: String, before: String, order: String) {
        let explanation: [Passage] = before.isEmpty ? [] : [.text(before)]
        #expect([Passage.text(text), .task(["x"])].settingOrderApart() == explanation + [.order(order), .task(["x"])])
    }

    @Test func linesThatStayAsTheyAreAreNoOrder() {
        let table = Passage.text("Why.\n\n| a | b |")
        #expect([table].settingOrderApart() == [table] && [Passage.gap].settingOrderApart() == [.gap])
    }
}
