import Testing

@testable import Language

@Suite struct PlainQuestionTests {
    @Test(arguments: [
        "why is my port different", "What is a socket", "HOW do i send", "whats a port", "what's a port",
        "what’s a port",
        "is it encrypted", "can i use port 80", "does recv wait", "which port is free", "when does it end",
        "i get connection refused", "I want to send a file", "meaning of SYN_SENT", "difference between a and b",
        "do i have to bind", "my server hangs", "connection refused by peer", "hwo do i send", "waht is a socket",
        "waht does listen do", "the server does not answer", "explain why recv waits", "tell me about ports", "why",
        "tcp vs udp", "  why  so", "what is \"\\r\\n", "why can't 'I", "what does { do", "what is {",
        "why\u{A0}is it so",
    ])
    func begins(_ line: String) throws {
        let question = try #require(PlainQuestion(line.utf8))
        #expect(question.opening == .word && !question.text.isEmpty)
    }

    @Test(arguments: ["tcp or udp?", "backlog?", "什么是套接字？", "send or sendall ?", "EAGAIN?"])
    func endsWithAMark(_ line: String) { #expect(PlainQuestion(line.utf8)?.opening == .mark) }

    @Test(arguments: [("ask why not", "why not"), ("ask a", "a"), ("ask what's up?", "what's up?")])
    func isAsked(_ line: String, _ text: String) {
        #expect(PlainQuestion(line.utf8)?.opening == .ask && PlainQuestion(line.utf8)?.text == text)
    }

    @Test(arguments: [
        "", " ", "ask", "what", "is", "what = recv 5", "is == 3", "can += 1", "s.send hello", "socket inet stream",
        "which nc", "do { print x }", "if i > 3 { print x }", "while 1 {", "why = {", "for what in a b {", "cat file",
        "wat", "i",
        "for name in a b { print $name }", "connection = socket inet stream", "the = 5", "# why is it so",
    ])
    func isNone(_ line: String) { #expect(PlainQuestion(line.utf8) == nil) }

    /// Only a text's first line counts, and of that no more than its beginning.
    @Test func isOneLine() {
        #expect(PlainQuestion("what is it\nprint x".utf8)?.text == "what is it")
        #expect(PlainQuestion("print x\nwhat is it".utf8) == nil)
        let long = PlainQuestion(("why " + String(repeating: "x ", count: 10_000)).utf8)
        #expect(long?.text.utf8.count ?? 0 > 1000 && long?.text.utf8.count ?? .max <= 2000)
        #expect(PlainQuestion([0xFF, 0xFE, 0x20, 0x3F] as [UInt8])?.opening == .mark)
    }

    /// A quote or a brace in a question opens nothing; in a statement it does, whatever the line ends with.
    @Test(arguments: [
        ("why can't i connect", false), ("what does { do", false), ("ask what's up", false), ("how is a \\", false),
        ("send \"are you there?", true), ("x = 'what", true), ("what = 'a", true), ("while 1 {", true),
        ("if the {", true), ("print \"\nwhy can't", true), ("cat 'x", true), ("waht is 'x", true),
    ])
    func endsAnEntry(_ text: String, _ needsMore: Bool) { #expect(EntryProgress.needsMore(text) == needsMore) }
}
