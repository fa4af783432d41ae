import Journal
import Language
import Shell
import TestSupport
import Testing

@testable import Commands

@Suite struct HelpTests {
    private let shell = TestSession()

    private func page(_ text: String) throws -> String {
        guard case .text(let page) = try shell.reply(text).settled else { throw Unexpected() }
        return page
    }

    private struct Unexpected: Error {}

    @Test(arguments: [
        ("reuse", "explain SO_REUSEADDR"), ("ECONNREFUSED", "explain ECONNREFUSED"), ("ECONNREFUSED", "help connect"),
        ("TIME_WAIT", "explain TIME_WAIT"), ("time-wait", "explain TIME_WAIT"), ("peek", "explain MSG_PEEK"),
        ("peek", "help recv"), ("backlog", "explain backlog"), ("backlog", "help listen"), ("catch", "help errors"),
        ("half-close", "help shutdown"), ("-to", "help recv"), ("multicast", "help join"),
        ("handshake", "explain three-way handshake"),
    ])
    func aproposFinds(_ word: String, _ wanted: String) throws {
        guard case .list(let lines) = try shell.reply("apropos \(word)").settled else { throw Unexpected() }
        #expect(lines.contains { $0.data?.starts(with: (wanted + "  ").utf8) == true }, "\(lines)")
    }

    @Test func helpListsEveryClassAndCatchTakesIt() throws {
        let page = try page("help errors")
        for own in FailureClass.allCases {
            #expect(page.contains("\(own.rawValue) ") && page.contains(own.about), "\(own)")
            _ = try shell.reply("try { print a } catch \(own.rawValue) { print b }")
        }
    }

    @Test func aproposSaysThatThereIsNothing() throws {
        let record = try shell.type("apropos getsocknme")
        #expect(record.reply.settled == .list([]) && record.notes.count == 1)
        #expect(record.notes.first?.contains("did you mean getsockname") == true)
        #expect(
            try shell.type("apropos xyzzyx").notes == ["nothing here has to do with that: help lists what there is"]
        )
    }

    /// The text that a failure points at.
    private func place(_ line: String) throws -> String? {
        let source = Source.of(line)
        return try shell.failure(line).span.map { source.text(of: $0) }
    }

    @Test(arguments: [
        "alias tcp \"socket inet stream\"", "alias tcp=\"socket inet stream\"", "alias tcp='socket inet stream'",
        "alias tcp = \"socket inet stream\"", "alias \"tcp=socket inet stream\"",
    ])
    func anAliasIsMade(_ line: String) throws {
        try shell.reply(line)
        #expect(try shell.reply("alias tcp") == .text("alias tcp \"socket inet stream\""))
        #expect(try shell.reply("t = tcp").description.hasPrefix("t"))
        try shell.reply("unalias tcp")
        #expect(try shell.reply("alias") == .list([]))
    }

    @Test(
        arguments: [
            ("alias tcp socket inet stream", "inet", "put them in quotes: alias tcp \"socket inet stream\""),
            ("alias send=\"x\"", "send", "letters, digits and _; no command's name"),
            ("alias a-b x", "a-b", "letters, digits and _; no command's name"),
            ("alias x=\"a;b\"", "\"a;b\"", "an alias is one command with its arguments"),
            ("alias what", "what", nil), ("unalias what", "what", nil), ("alias lll", "lll", "did you mean ll ?"),
            ("unalias send", "send", "it is a command; help send tells about it"), ("set vi", "vi", "set -o vi"),
            ("set +o fi", "fi", "did you mean vi ?"), ("set +o", "", nil),
        ] as [(String, String, String?)]
    )
    func mistakesAreShownWhereTheyAre(_ line: String, _ text: String, _ advice: String?) throws {
        try shell.reply("alias ll=sockets")
        #expect(try place(line) == text)
        if let advice { #expect(try shell.failure(line).advice.contains(advice)) }
    }

    @Test func plusIsTheOpposite() throws {
        try shell.reply("set -o vi")
        try shell.reply("set +o vi")
        try shell.reply("set +o notices")
        #expect(
            try shell.reply("set").description.split(whereSeparator: \.isWhitespace) == [
                "keys", "emacs", "notices", "off", "theme", "neutral",
            ]
        )
        try shell.reply("set -o vi +o nonotices")
        #expect(
            try shell.reply("set").description.split(whereSeparator: \.isWhitespace) == [
                "keys", "vi", "notices", "on", "theme", "neutral",
            ]
        )
    }

    @Test func helpOnAnAlias() throws {
        try shell.reply("alias ll=sockets")
        try shell.reply("alias lll=ll")
        #expect(
            try page("help ll").contains("ll stands for: sockets")
                && page("help ll").contains("list the session's sockets")
        )
        #expect(
            try page("help lll").contains("lll stands for: ll") && page("help lll").contains("ll stands for: sockets")
        )
    }

    @Test(arguments: [
        ("s.recv 10 -peek", "did you mean peek without - ?"), ("s.recv 10 -PEEK", "did you mean PEEK without - ?"),
        ("s.recv 10 -tp x", "did you mean -to ?"),
    ])
    func aWordThatIsNoFlag(_ line: String, _ advice: String) throws {
        try shell.reply("s = socket inet stream")
        #expect(try shell.failure(line).advice == [advice] && place(line)?.hasPrefix("-") == true)
    }
}
