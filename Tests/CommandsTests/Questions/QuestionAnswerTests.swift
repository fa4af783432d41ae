import Journal
import Language
import Shell
import TestSupport
import Testing

@testable import Commands

@Suite struct QuestionAnswerTests {
    private let shell = TestSession()

    private func lines(_ question: String, width: Int = 80) -> [String] {
        QuestionAnswer(question, in: shell.session).lines(width: width)
    }

    /// Whatever answers, the answer is short, at any width that people have.
    @Test(arguments: [60, 80, 100]) func isShort(_ width: Int) {
        for document in QuestionAnswer.index.documents {
            let lines = lines("what is \(document.name)", width: width)
            #expect(lines.count <= 14 && lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(document.name)")
        }
    }

    @Test func saysWhereToReadOn() {
        let lines = lines("what is localhost")
        #expect(lines.first == "loopback: this machine itself")
        #expect(lines.contains("  more    explain loopback; explain wildcard address; explain AF_INET"))
        #expect(lines.last == "  lesson  netshell learn addresses")
    }

    /// Where to read on is a line that can be typed.
    @Test func whatIsToBeReadCanBeTyped() throws {
        for document in QuestionAnswer.index.documents {
            let line = QuestionAnswer("what is \(document.name)", in: shell.session).readingOn
            for page in line.split(separator: ";") { try shell.reply(String(page)) }
        }
    }

    @Test func aPageOfHelpShowsItsLine() {
        #expect(
            lines("how do i clear the screen").contains { $0.contains("Ctrl-L") && $0.contains("clears the screen") }
        )
        #expect(lines("what does the plus sign do").first?.contains("not known") == true)
    }

    @Test func whatIsNotKnownIsSaid() {
        #expect(lines("what is the meaning of life").first?.hasPrefix("That is not known here") == true)
        #expect(
            lines("how do i scan ports").first?.hasPrefix("That is not known here; these come near: explain port")
                == true
        )
        #expect(lines("what is ::ffff:127.0.0.1").first == "That very question is not known here; this comes nearest:")
    }

    @Test func askIsACommand() throws {
        let answer = try shell.reply("ask what is localhost").settled
        #expect(answer.description.contains("loopback"))
        #expect(try shell.failure("ask").advice == ["usage: ask what is a socket"])
    }

    /// Nothing of a question reaches the screen.
    @Test func nothingIsEchoed() {
        for question in ["what is \u{1B}[31m\u{7}red?", "\u{9B}2J why", "why \0 so"] {
            let answer = lines(question).joined()
            #expect(!answer.utf8.contains { $0 < 0x20 || $0 == 0x7F } && !answer.contains("red"))
        }
    }
}
