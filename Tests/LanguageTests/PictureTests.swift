import Testing

@testable import Language

@Suite struct PictureTests {
    private let picture = Picture { canvas in
        (canvas.width.map(String.init) ?? "free") + (canvas.alphabet == .ascii ? " ascii" : "") + "\n"
    }

    @Test func isDrawnForWhatShowsIt() {
        #expect(picture.text(on: Canvas(width: 80, alphabet: .ascii)) == "80 ascii\n")
        #expect(picture.text(on: Canvas(width: 200, alphabet: .unicode).narrowed(by: 4)) == "196\n")
        #expect(picture.text(on: .unlimited) == "free\n" && Canvas.unlimited.narrowed(by: 4) == .unlimited)
    }

    @Test func isItsTextToAProgram() {
        let value = Value.picture(picture)
        #expect(value.settled == .text("free\n") && value.isTrue && value.kind == "a word")
        #expect(value.data == Array("free\n".utf8) && value.description == Value.text("free\n").description)
        #expect(Value.integer(1).settled == .integer(1))
    }

    @Test func canStandForAnotherValue() {
        let list = Value.list([.text("a"), .text("b")])
        let value = Value.picture(Picture(value: { list }) { _ in "a b\n" })
        #expect(value.settled == list && value.data == nil && value.kind == "a list")
    }

    @Test func areEqualAsPrograms() {
        let other = Picture { _ in "free\n" }
        #expect(picture == other && picture.hashValue == other.hashValue)
        #expect(picture != Picture { _ in "else\n" })
    }
}
