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
            ReplyText.typed(card, width: 42) == """
                SO_TYPE  1  # what kind of socket it is: a
                              stream, or datagrams

                """
        )
        #expect(
            ReplyText.typed(card, width: 30) == """
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
}
