import Commands
import Explaining
import Testing

@testable import Shell

/// Every line that an advice has can be typed in the session that provoked it: it parses, its commands, variables and
/// sockets exist, its arguments fit, and it is not the call that failed.
@Suite("Advice in its own session", .timeLimit(.minutes(5)))
struct AdviceLineTests {
    @Test(arguments: ErrnoTableTests.all)
    func canBeTyped(provocation: Provocation) throws {
        try Scene.after(provocation.lines) { session, failure in
            let failure = try #require(failure)
            let history = session.locked { session.journal }
            let last = provocation.lines.split(separator: "\n").last.map(String.init) ?? ""
            // What was injected, a lack of memory for instance, is over with the next call.
            let isOver = provocation.lines.contains("inject ")
            for advice in Diagnosis(of: failure, history: history).advice + failure.advice
            where !advice.contains("outside: ") {
                guard let line = advice.line ?? (Self.isLine(advice) ? advice : nil) else { continue }
                let passes = session.locked { LineCheck.passes(line, Names(session)) }
                #expect(passes, "\(advice)")
                #expect(isOver || line != last, "\(advice)")
            }
        }
    }

    /// Whether an advice is a line from its beginning: a command, with or without a socket or a name before it.
    private static func isLine(_ advice: String) -> Bool {
        let words = advice.split(separator: " ")
        guard let first = words.first else { return false }
        let isAssignment = words.count > 2 && words[1] == "="
        let command = String(isAssignment ? words[2] : first).split(separator: ".").last.map(String.init) ?? ""
        return Registry.all[command] != nil && (isAssignment || first.contains(".") || advice.contains(";"))
    }
}
