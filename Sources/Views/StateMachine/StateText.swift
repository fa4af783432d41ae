import Language
import Sockets

/// A socket's place: for TCP the machine of states with its path, then the path step by step, then the figures.
public enum StateText {
    /// The text, no line end at its end.
    public static func text(
        _ figures: SocketFigures,
        path: StatePath,
        alphabet: Alphabet = .unicode
    ) -> String {
        var lines = [figures.headline, ""]
        if figures.info != nil {
            let steps = path.steps.map(\.state)
            lines += StateDrawing.lines(current: figures.state, steps: steps, alphabet: alphabet)
            lines.append("")
        }
        lines += steps(path)
        if !path.steps.isEmpty, !figures.lines.isEmpty { lines.append("") }
        return (lines + figures.lines).joined(separator: "\n")
    }

    /// The path, a line or more for each step.
    static func steps(_ path: StatePath) -> [String] {
        path.steps.enumerated().flatMap { number, step in
            let count = String(number + 1)
            let state = step.state.description
            let indent = String(repeating: " ", count: max(3 - count.count, 1))
            let head = count + indent + state + String(repeating: " ", count: max(13 - state.count, 1))
            return hanging(head, step.cause)
        }
    }

    /// A text behind a head; what does not fit stands below it.
    static func hanging(_ head: String, _ text: String) -> [String] {
        let indent = String(repeating: " ", count: head.count)
        let lines = Wrapping.lines(text, width: StateDrawing.width, indent: indent)
        return [head + (lines.first?.dropFirst(head.count) ?? "")] + lines.dropFirst()
    }
}
