import Testing

@testable import Language

@Suite struct StyledWrappingTests {
    @Test func breaksAtBlanksAndKeepsRoles() {
        let text = StyledText("one two three ") + StyledText("four five", .emphasis) + StyledText(" six seven eight")
        let lines = text.wrapped(width: 22, behind: StyledText("- ", .dim))
        #expect(lines.map(\.text) == ["- one two three four", "  five six seven eight"])
        #expect(lines[0].pieces.filter { $0.role == .emphasis }.map(\.text) == ["four"])
        #expect(lines[1].pieces.filter { $0.role == .emphasis }.map(\.text) == ["five"])
    }

    @Test func aWordOfSeveralPiecesIsNotBroken() {
        let text =
            StyledText("0123456789 abcdefg") + StyledText("hij", .code) + StyledText(", and") + StyledText(" so on")
        #expect(text.wrapped(width: 20).map(\.text) == ["0123456789", "abcdefghij, and so", "on"])
    }

    @Test func shortCodeStaysInOnePieceAndLongCodeIsBroken() {
        let short = StyledText("one two three four ") + StyledText("a = 1 + 2", .code) + StyledText(".")
        #expect(short.wrapped(width: 24).map(\.text) == ["one two three four", "a = 1 + 2."])
        let long = StyledText("one two ") + StyledText("s = socket inet stream", .code)
        #expect(long.wrapped(width: 20).map(\.text) == ["one two s = socket", "inet stream"])
    }

    @Test func whatFitsStaysAsItIs() {
        #expect(StyledText("send \"a  b\"", .code).wrapped(width: 40).map(\.text) == ["send \"a  b\""])
    }
}
