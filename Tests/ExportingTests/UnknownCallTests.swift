import Journal
import Sockets
import TestSupport
import Testing

@testable import Exporting

/// Calls for which there is no step become comments; the session is exported all the same.
@Suite struct UnknownCallTests {
    private static let comments: [(ProgramLanguage, start: String, end: String)] = [
        (.python, "# ", ""), (.c, "    /* ", " */"), (.swift, "// ", ""), (.netshell, "# ", ""),
    ]

    private func unknown(_ name: String, _ arguments: [Argument] = [], made: [MadeSocket] = []) -> Call {
        Call(
            CallTitle(name),
            socketName: "s",
            arguments: [Argument("sockfd", .descriptor(3))] + arguments,
            result: made.first.map { Int($0.descriptor) } ?? 0,
            start: 0,
            duration: 1,
            made: made
        )
    }

    private func program(_ calls: [Call]) throws -> Program {
        try Program(Article.numbered([Article.socket(3)] + calls))
    }

    @Test(arguments: comments) func aCommentIsInItsPlace(_ language: ProgramLanguage, _ start: String, _ end: String)
        throws
    {
        let listen = Article.call("listen", "s", 3, [Argument("backlog", .integer(5))])
        let program = try program([unknown("mysterycall", [Argument("level", .integer(7))]), listen])
        let lines = try program.text(in: language).split(separator: "\n").map(String.init)
        let comment = "Here the session called mysterycall(s, 7), which this program does not do."
        let place = try #require(lines.firstIndex(of: start + comment + end))
        #expect(
            lines[..<place].contains { $0.contains("socket") } && lines[place...].contains { $0.contains("listen") }
        )
        #expect(program.unknownCalls == ["mysterycall"])
    }

    @Test(arguments: ProgramLanguage.allCases)
    func whatIsDoneWithItsSocketIsAComment(_ language: ProgramLanguage) throws {
        let made = MadeSocket(id: 9, name: "copy", descriptor: 8)
        let send = Article.call("send", "copy", 8, Article.buffer(.data(Clip(Array("lost".utf8))), 4), result: 4)
        let close = Call(
            .known(.close),
            socketName: "copy",
            arguments: [Argument("fd", .descriptor(8))],
            result: 0,
            start: 0,
            duration: 1
        )
        // The descriptor is free again, and a socket that gets it is the program's own.
        let again = Article.socket(8)
        let listen = Article.call("listen", "t", 8, [Argument("backlog", .integer(6))])
        let program = try program([unknown("mysterydup", made: [made]), send, close, again, listen])
        let text = try program.text(in: language)
        #expect(text.contains("mysterydup(s)") && text.contains("send(8, 4, 0)") && text.contains("close(8)"))
        #expect(!text.contains("lost") && text.contains("listen"))
        #expect(program.unknownCalls == ["mysterydup", "send", "close"])
    }

    @Test(arguments: comments) func noNameEndsTheComment(_ language: ProgramLanguage, _ start: String, _ end: String)
        throws
    {
        let program = try program([unknown("*/ zap(9); /*\n\u{2028}import os", [Argument("x", .text("*/\n??/\\"))])])
        let lines = try program.text(in: language).split(separator: "\n").map(String.init)
        let comments = lines.filter { $0.contains("zap") }
        #expect(comments.count == 1 && comments.allSatisfy { $0.hasPrefix(start) && $0.hasSuffix(end) })
        #expect(!comments.contains { $0.dropFirst(start.count).dropLast(end.count).contains("*") })
    }

    @Test func itStaysWithItsSocketWhereBothEndsAreTwoPrograms() throws {
        let place = Argument("addr", .address(.inet(.loopback, port: 8088)))
        let server = [
            Article.call("bind", "s", 3, [place]), Article.call("listen", "s", 3, [Argument("backlog", .integer(5))]),
            unknown("mysterycall"),
        ]
        let client = [Article.socket(4), Article.call("connect", "c", 4, [place])]
        let ends = try Program.ends(Article.numbered([Article.socket(3)] + server + client))
        #expect(ends[.server]?.unknownCalls == ["mysterycall"] && ends[.client]?.unknownCalls == [])
    }

    /// ioctl has many requests; only FIONBIO is a step.
    @Test func anotherRequestIsNotForNonBlocking() throws {
        let request = [Argument("request", .constant("SIOCINQ", 0x541b)), Argument("argp", .integer(5))]
        #expect(try program([unknown("ioctl", request)]).unknownCalls == ["ioctl"])
    }
}
