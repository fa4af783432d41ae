import Language
import Testing

@testable import Replies

@Suite struct ReplyTextTests {
    @Test func remarksOfACardGoOnBelow() {
        let card = Value.record(
            Record(
                .card,
                [Record.Field("SO_TYPE", .integer(1), about: "what kind of socket it is: a stream, or datagrams")]
            )
        )
        #expect(ReplyText.typed(card) == "SO_TYPE  1  # what kind of socket it is: a stream, or datagrams\n")
        #expect(
            ReplyText.typed(card, on: Canvas(width: 42, alphabet: .unicode)) == """
                SO_TYPE  1  # what kind of socket it is: a
                              stream, or datagrams

                """
        )
        #expect(
            ReplyText.typed(card, on: Canvas(width: 30, alphabet: .unicode)) == """
                SO_TYPE  1
                    # what kind of socket it
                      is: a stream, or
                      datagrams

                """
        )
    }

    @Test func data() {
        #expect(ReplyText.raw(.bytes([0x41, 0x1b, 0x0a])) == "A\\x1b\n" && ReplyText.typed(.none).isEmpty)
        #expect(ReplyText.typed(.bytes([0x41, 0x0a])) == "\"A\\n\"\n" && ReplyText.line(.text("a")) == "a\n")
    }

    @Test func aPictureIsDrawnForItsCanvas() {
        let canvas = Canvas(width: 40, alphabet: .ascii)
        let picture = Value.picture(Picture { "\($0.width ?? 0) \($0.alphabet)\u{1b}\n" })
        #expect(ReplyText.line(picture, on: canvas) == "40 ascii\\x1b\n")
        #expect(ReplyText.raw(picture, on: canvas) == "40 ascii\\x1b\n")
        #expect(ReplyText.raw(picture) == "0 unicode\\x1b\n")
        #expect(ReplyText.typed(picture, on: canvas) == "\"0 unicode\\x1b\\n\"\n")
    }
}
