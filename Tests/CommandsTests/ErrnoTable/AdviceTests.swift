import Commands
import Explaining
import Language
import Shell
import Testing

/// Advice names commands: all of them exist, and a line of them parses.
@Suite("Advice that can be typed", .timeLimit(.minutes(5)))
struct AdviceTests {
    @Test(arguments: ErrnoTableTests.all)
    func typed(provocation: Provocation) throws {
        let outcome = try provocation.run()
        let failure = try #require(outcome.failure)
        let diagnosis = Diagnosis(of: failure, history: outcome.history)
        #expect(!(diagnosis.cause ?? "").isEmpty)
        #expect(provocation.rule.hasPrefix("close.") || !diagnosis.advice.isEmpty)
        for advice in diagnosis.advice where !advice.contains("outside: ") { try check(advice) }
    }

    /// What follows a colon, or the whole if it begins with a command, is a line to type.
    private func check(_ advice: String) throws {
        let line = Self.line(in: advice)
        guard let statements = try? Parser.parse(Source(file: "advice", text: Array(line.utf8))) else {
            #expect(line == advice, "\(advice)")
            return
        }
        for call in statements.compactMap(\.call) {
            let isCommand = Registry.all[call.command.text] != nil
            // A sentence is no statement; with a receiver, a target or a second statement it is meant as one.
            let isMeant = line != advice || call.receiver != nil || call.target != nil || statements.count > 1
            #expect(isCommand || !isMeant, "\(advice)")
        }
    }

    private static func line(in advice: String) -> String {
        var rest = Substring(advice)
        while let colon = rest.range(ofText: ": ") { rest = rest[colon...] }
        return String(rest)
    }
}

extension Substring {
    /// Where the text after the first `text` begins.
    fileprivate func range(ofText text: String) -> Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return self.index(index, offsetBy: text.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
