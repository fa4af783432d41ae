import Testing

@testable import Lessons

@Suite struct GuessTests {
    private func grade(_ said: String, _ answers: String..., question: String = "What does it reply?") -> Guess.Grade {
        Guess(said).grade(answers, question: question)
    }

    @Test(arguments: [
        "ECONNREFUSED", "ECONNREFUSED.", "econnrefused", "111", "errno 111", "connection refused", "refused",
        "Refused!",
        "ConnectionRefused", "ConnectionRefusedError", "errno.ECONNREFUSED", "it fails with ECONNREFUSED",
        "I think it is refused", "no, ECONNREFUSED", "ConnectionRefusedError: [Errno 111] Connection refused",
        "it will be refused, because nobody listens",
    ])
    func anErrorIsSaidInManyWays(said: String) { #expect(grade(said, "ECONNREFUSED") == .right) }

    @Test(arguments: [
        "not refused", "it is not refused", "ETIMEDOUT", "not ECONNREFUSED", "it works", "ok", "reset", "the client",
        "",
    ])
    func whatSaysAnotherThingIsWrong(said: String) { #expect(grade(said, "ECONNREFUSED") == .wrong) }

    @Test(arguments: ["it fails", "fail", "an error", "OSError fails", "it does not work", "exception"])
    func thatItFailsIsHalfOfIt(said: String) { #expect(grade(said, "ECONNREFUSED") == .half(.error)) }

    @Test func whoNamesTwoErrorsIsAskedWhich() {
        #expect(grade("ECONNREFUSED or ETIMEDOUT", "ECONNREFUSED") == .half(.which))
    }

    @Test(arguments: [
        ("no such file", "ENOENT"), ("not connected", "ENOTCONN"), ("connection reset", "ECONNRESET"),
        ("address in use", "EADDRINUSE"), ("already in use", "EADDRINUSE"), ("no, EADDRINUSE", "EADDRINUSE"),
        ("broken pipe", "EPIPE"), ("BlockingIOError", "EAGAIN"), ("EWOULDBLOCK", "EAGAIN"), ("would block", "EAGAIN"),
        ("FileNotFoundError", "ENOENT"), ("PermissionError", "EPERM"), ("operation not permitted", "EPERM"),
        ("it times out", "timeout"), ("TimeoutError", "timeout"), ("socket.timeout", "timeout"),
        ("service not found", "NotFound"), ("bad file descriptor", "EBADF"), ("invalid argument", "EINVAL"),
    ])
    func messagesAndClassesCount(said: String, error: String) { #expect(grade(said, error) == .right) }

    @Test func ofTwoErrorsOfTheQuestionTheOneThatIsSaidCounts() {
        let question = "Say ok, or the errno: EAFNOSUPPORT (no such family) or EOPNOTSUPP (not supported)."
        #expect(grade("not supported", "EOPNOTSUPP", question: question) == .right)
        #expect(grade("operation not supported", "EOPNOTSUPP", question: question) == .right)
        #expect(grade("address family not supported", "EOPNOTSUPP", question: question) == .wrong)
    }

    @Test func yesAndNoCountWhereTheQuestionAllowsThem() {
        let may = "Will the kernel make this socket for you: ok, or EPERM?"
        #expect(grade("yes", "ok", question: may) == .right)
        #expect(grade("no", "ok", question: may) == .wrong)
        #expect(grade("no", "EADDRINUSE", question: "f has reuseaddr. May f bind to that port now?") == .right)
        #expect(grade("no", "EADDRINUSE", question: "What does bind reply?") == .wrong)
        #expect(grade("yes", "ok", question: "What does bind reply?") == .wrong)
        #expect(grade("Yes, they are.", "yes", question: "Are they equal?") == .right)
        #expect(grade("no, not yet", "no", question: "Is it there (yes or no)?") == .right)
    }

    @Test(arguments: [
        "127.0.0.1 8081", "127.0.0.1:8081", "('127.0.0.1', 8081)", "host 127.0.0.1, port 8081", "it is 127.0.0.1:8081.",
    ])
    func anAddressHasManySpellings(said: String) { #expect(grade(said, "127.0.0.1 8081") == .right) }

    @Test func aPartOfAnAddressIsHalfOfIt() {
        #expect(grade("127.0.0.1", "127.0.0.1 8081") == .half(.rest))
        #expect(grade("8081", "127.0.0.1 8081") == .half(.rest))
        #expect(grade("127.0.0.2:8081", "127.0.0.1 8081") == .wrong)
        #expect(grade("0.0.0.0:0", "0.0.0.0 0", "0.0.0.0") == .right)
        #expect(grade("0.0.0.0", "0.0.0.0 0", "0.0.0.0") == .right)
    }

    @Test(arguments: [
        ("UDP.", "IPPROTO_UDP", "udp"), ("I think it is UDP", "IPPROTO_UDP", "udp"), ("only one", "\"one\"", "one"),
        ("the remaining 15 bytes", "\" for connection\"", "15"), ("fifteen bytes", "\" for connection\"", "15 bytes"),
        ("an empty name", "\"\"", "empty"), ("end of the stream", "\"\"", "end"), ("Nothing at all", "\"\"", "empty"),
        ("three", "3", "3"), ("it replies with 3", "3", "3"),
    ])
    func whatOnlyMakesASentenceOfItDoesNotMatter(said: String, first: String, other: String) {
        #expect(grade(said, first, other) == .right)
    }

    @Test(arguments: [
        ("13", "3"), ("3 or 4", "3"), ("one and then two", "\"one\""), ("TCP", "udp"), ("not empty", "\"\""),
    ])
    func moreThanTheRightThingIsWrong(said: String, answer: String) { #expect(grade(said, answer) == .wrong) }

    @Test func thatItGoesWellIsHalfOfAReply() { #expect(grade("it works", "3") == .half(.reply)) }

    @Test(arguments: ["it works", "it succeeds", "does not fail", "OK."]) func successHasManyWords(said: String) {
        #expect(grade(said, "ok") == .right)
    }

    @Test func hostileTextEnds() {
        for text in [
            "", " ", "\"", ":", "::::", "(((((", String(repeating: "refused ", count: 10_000), "\u{202e}א", "\u{1b}[2J",
        ] {
            _ = grade(text, "ECONNREFUSED")
            _ = grade(text, "127.0.0.1 80")
            _ = grade(text, text)
        }
    }

    private let question = Question(
        Fence(
            kind: .choice,
            text: "Which?\n- [ ] stream: a\n- [x] UDP, the post: b\n- [ ] both of the two: c\n- [ ] one: d",
            line: 1
        )
    )

    @Test(arguments: [
        ("2", 1), ("UDP", 1), ("udp, the post", 1), ("I think it is the post", 1), ("the second", 1), ("two", 1),
        ("answer 2", 1),
        ("one", 3), ("first", 0), ("3.", 2), ("answer: udp", 1),
    ])
    func aChoiceIsMadeByItsWords(said: String, place: Int) { #expect(question.meant(by: said) == place) }

    @Test(arguments: ["", "5", "0", "the", "nothing of it", "stream or one"]) func whatMeansNoneIsNone(said: String) {
        #expect(question.meant(by: said) == nil)
    }
}
