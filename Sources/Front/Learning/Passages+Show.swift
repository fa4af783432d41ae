import Language
import Lessons
import LineEditing
import Shell
import Sockets

extension [Passage] {
    /// Shows what a lesson says, wrapped to the terminal's width; a recording is told what it is.
    func show(with style: Style, on screen: Screen, _ recording: LiveRecording? = nil) {
        for passage in self {
            let text = passage.rendered(style)
            screen.write(text) { listener in
                if let recording {
                    recording.said(passage, as: text, isPaintedLater: false)
                } else {
                    listener.shown(text)
                }
            }
        }
    }
}

extension Passage {
    /// The passage as it looks at the terminal.
    func rendered(_ style: Style) -> String {
        let canvas = TerminalSize.canvas
        // Without colours only the marks of the lesson's own text say what is code.
        let lines =
            style.mode == .full
            ? styledLines(width: Passage.width, on: canvas)
            : lines(width: Passage.width, on: canvas).map { StyledText($0) }
        return lines.map { style.rendered($0) + "\n" }.joined()
    }

    /// How wide a lesson's text is set: as the terminal, but no wider than reads well.
    static var width: Int { min(TerminalSize.columns ?? 80, 100) }

    /// Why a lesson cannot be played.
    static func obstacle(_ obstacle: String, to lesson: Lesson) -> Self { .text("\(lesson.head.title): \(obstacle).") }

    /// Writes the passage plainly, its lines cut to the terminal's width; without a terminal whole, for other programs.
    func write(on screen: Screen) {
        let width = isatty(1) == 1 ? Self.width : .max
        for line in lines(width: width, on: TerminalSize.canvas) where !line.isEmpty {
            screen.write(Quoting.printable(line.utf8) + "\n")
        }
    }
}
