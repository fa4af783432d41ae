import Language
import Lessons
import LineEditing
import Shell
import Sockets

extension [Passage] {
    /// Shows what a lesson says, wrapped to the terminal's width.
    func show(with style: Style, on writer: StandardOutput) {
        for passage in self {
            let lines = passage.lines(width: Passage.width, on: TerminalSize.canvas).map {
                style.rendered(StyledText($0, passage.role)) + "\n"
            }
            writer.write(lines.joined(), saying: [passage])
        }
    }
}

extension Passage {
    /// How wide a lesson's text is set: as the terminal, but no wider than it reads well.
    static var width: Int { min(TerminalSize.columns ?? 80, 100) }

    /// Why a lesson cannot be played.
    static func obstacle(_ obstacle: String, to lesson: Lesson) -> Self { .text("\(lesson.head.title): \(obstacle).") }

    /// Writes the passage plainly, its lines cut to the terminal's width; whole where there is none, for other programs.
    func write(on writer: StandardOutput) {
        let width = isatty(1) == 1 ? Self.width : .max
        for line in lines(width: width, on: TerminalSize.canvas) where !line.isEmpty {
            writer.write(Quoting.printable(line.utf8) + "\n")
        }
    }

    /// How it looks.
    fileprivate var role: Role {
        switch self {
        case .heading: .heading
        case .task, .code, .picture: .command
        case .praise: .notice
        case .difference, .hint: .hintCurrent
        case .mistake: .warning
        case .note: .dim
        case .text, .question, .gap: .plain
        }
    }
}
