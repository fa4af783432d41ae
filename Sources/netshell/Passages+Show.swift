import Lessons
import Shell
import Terminal

extension [Passage] {
    /// Shows what a lesson says, wrapped to the terminal's width.
    func show(with style: Style, on writer: StandardOutput) {
        let width = Swift.min(TerminalSize.columns ?? 80, 100)
        for passage in self {
            let lines = passage.lines(width: width).map { style.rendered(StyledText($0, passage.role)) + "\n" }
            writer.write(lines.joined(), saying: [passage])
        }
    }
}

extension Passage {
    /// How it looks.
    fileprivate var role: Role {
        switch self {
        case .heading: .heading
        case .task, .code: .command
        case .praise: .notice
        case .difference, .hint: .hintCurrent
        case .mistake: .warning
        case .note: .dim
        case .text, .question, .gap: .plain
        }
    }
}
