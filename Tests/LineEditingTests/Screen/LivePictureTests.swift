import Testing

@testable import LineEditing

@Suite struct LivePictureTests {
    @Test func whatFitsStaysWhole() {
        #expect(LivePicture.fitted("a\n\nb\nc", columns: 80, rows: 24) == ["a", "", "b", "c"])
    }

    @Test func theLongestPartGoesFirst() {
        let tall = "head\n\n" + String(repeating: "drawing\n", count: 30) + "\npath\n\nfigures"
        #expect(LivePicture.fitted(tall, columns: 80, rows: 24) == ["head", "", "path", "", "figures"])
    }

    @Test func aSmallScreenGetsWhatItHolds() {
        let lines = LivePicture.fitted(String(repeating: "0123456789\n", count: 50), columns: 5, rows: 4)
        #expect(lines == ["0123", "0123", "0123"])
        #expect(LivePicture.fitted("", columns: 2, rows: 2).isEmpty)
        #expect(LivePicture.fitted("\u{1b}[2J", columns: 80, rows: 2) == ["\\x1b[2J"])
    }

    @Test func takesThePlaceOfTheOneBefore() {
        var picture = LivePicture()
        #expect(picture.painted("a\nb", columns: 80, rows: 24, isFirst: true) == "a\nb\n")
        #expect(picture.painted("c", columns: 80, rows: 24, isFirst: false) == "\u{1b}[2A\u{1b}[Jc\n")
        #expect(picture.erased() == "\u{1b}[1A\u{1b}[J" && picture.repainted() == "c\n")
        #expect(picture.painted("d", columns: 80, rows: 24, isFirst: true) == "d\n")
    }
}
