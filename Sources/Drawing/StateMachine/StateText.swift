import Language
import Reading
import Sockets

/// A socket's place: for TCP the machine of states with its path, then the path step by step, then the figures.
public enum StateText {
    /// The text, no line end at its end, for a screen of `width` columns: a narrower one than the drawing gets the path
    /// and the figures alone.
    public static func text(
        _ figures: SocketFigures,
        path: StatePath,
        width: Int = StateDrawing.width,
        alphabet: Alphabet = .unicode
    ) -> String {
        var lines = [figures.headline, ""]
        if figures.info != nil { lines += drawing(of: path, current: figures.state, width, alphabet) }
        lines += steps(path, width: width)
        let figures = figures.lines(width: width)
        if !path.steps.isEmpty, !figures.isEmpty { lines.append("") }
        return (lines + figures).joined(separator: "\n")
    }

    /// The machine of states and an empty line after it, if it fits.
    public static func drawing(
        of path: StatePath,
        current: ConnectionState?,
        _ width: Int,
        _ alphabet: Alphabet
    ) -> [String] {
        let lines = StateDrawing.lines(current: current, steps: path.steps.map(\.state), alphabet: alphabet)
        return lines.allSatisfy { $0.count <= width } ? lines + [""] : []
    }

    /// The path, a line or more for each step.
    public static func steps(_ path: StatePath, width: Int) -> [String] {
        path.steps.enumerated().flatMap { number, step in
            let count = String(number + 1)
            let state = step.state.description
            let indent = String(repeating: " ", count: max(3 - count.count, 1))
            let head = count + indent + state + String(repeating: " ", count: max(13 - state.count, 1))
            return step.cause.wrapped(width: min(width, StateDrawing.width), behind: head)
        }
    }
}
