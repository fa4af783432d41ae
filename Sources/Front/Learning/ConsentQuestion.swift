import Assistance
import Language
import Lessons
import LineEditing
import Shell
import Sockets

/// Asks whether a lesson may have what its head requests beyond what every lesson may; asked once for each content.
struct ConsentQuestion {
    private let lesson: Lesson
    private let consents = Consents(folder: Folders.progress)

    init(_ lesson: Lesson) { self.lesson = lesson }

    /// The lesson as it may be played: with what it requests, if the learner says yes or said so before. Without a
    /// terminal nobody can be asked, and the answer is no. What there is to say goes to `tell`.
    func settled(isInteractive: Bool, style: Style, tell: ([Passage]) -> Void) -> Lesson {
        var lesson = lesson
        guard !lesson.demands.isEmpty, !lesson.isGranted else { return lesson }
        tell(lesson.demands.map { .note($0) })
        guard isInteractive else {
            tell([.note(lesson.messages(.nobodyToAsk))])
            return lesson
        }
        lesson.isGranted = isYes(style)
        if !lesson.isGranted { tell([.note(lesson.messages(.mayNot))]) }
        if lesson.isGranted, let problem = consents.remember(lesson) { tell([.note(problem)]) }
        return lesson
    }

    private func isYes(_ style: Style) -> Bool {
        var hooks = EditorHooks.inShell
        hooks.prompt = { _ in StyledText(lesson.messages(.mayIt) + " ", .promptName) }
        let editor = Observation.aside {
            LineEditor(hooks: hooks, history: History(path: nil), style: style, screen: .standard)
        }
        guard case .text(let answer) = editor.readEntry() else { return false }
        let words = lesson.messages(.yes).split(separator: " ").map(String.init)
        return words.contains(answer.lowercased().split(separator: " ").joined(separator: " "))
    }
}
