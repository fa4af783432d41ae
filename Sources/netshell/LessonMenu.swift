import Language
import Lessons
import Shell
import Sockets
import Terminal
import Views

/// The course as a learner meets it: its lessons, what is done of each, and the question which one is to be played.
struct LessonMenu {
    private struct Row {
        let entry: Course.Entry
        /// nil where the lesson is damaged.
        let title: String?
        let done: Int
        let count: Int
    }

    private let course: Course
    private let rows: [Row]
    private let messages: Messages

    /// The menu of a course in a language, as far as the learner has come.
    init(_ course: Course, language: String?, progress: Progress) {
        self.course = course
        messages = .inLanguage(language)
        rows = course.entries.map { entry in
            guard let lesson = entry.read(in: language).lesson else {
                return Row(entry: entry, title: nil, done: 0, count: 0)
            }
            let done = Set(progress.done(in: lesson.head.id))
            let count = lesson.steps.filter { done.contains($0.id) }.count
            return Row(entry: entry, title: lesson.head.title, done: count, count: lesson.steps.count)
        }
    }

    /// The lesson to go on with: the first that was begun and not finished, else the first that was not begun.
    private var next: Int? {
        rows.firstIndex { $0.done > 0 && $0.done < $0.count } ?? rows.firstIndex { $0.title != nil && $0.done == 0 }
    }

    /// The lessons, a line each.
    var lines: [String] {
        let names = rows.map(\.entry.id.count).max() ?? 0
        let titles = rows.map { DisplayWidth.of($0.title ?? "") }.max() ?? 0
        return rows.enumerated().map { index, row in
            let number = String(repeating: " ", count: index < 9 ? 1 : 0) + String(index + 1)
            let name = row.entry.id + String(repeating: " ", count: names - row.entry.id.count)
            guard let title = row.title else { return "  \(number)  \(name)  \(messages(.damaged))" }
            let start = "\(index == next ? ">" : " ") \(number)  \(name)  \(title)"
            guard row.done > 0 else { return start }
            let gap = String(repeating: " ", count: titles - DisplayWidth.of(title) + 2)
            let isDone = row.done == row.count
            let stand = isDone ? "✓ \(messages(.done))" : messages(.partlyDone, ["done": row.done, "count": row.count])
            return start + gap + stand
        }
    }

    /// How to begin a lesson from the command line.
    var howToBegin: String { messages(.howToBegin) }
}

extension LessonMenu {
    /// Asks at the terminal which lesson is to be played; nil where the learner has enough.
    func ask(style: Style, showsLessons: Bool) -> Course.Entry? {
        let editor = Observation.aside { LineEditor(hooks: hooks, history: History(path: nil), style: style) }
        if showsLessons { show(on: editor) }
        tell(whatToType, on: editor)
        while true {
            Interrupts.take()
            switch editor.readEntry() {
            case .text(let text):
                switch answer(text) {
                case .lesson(let entry): return entry
                case .leave: return nil
                case .list: show(on: editor)
                case .unknown(let problem): tell(problem, on: editor)
                }
            case .interrupted: continue
            case .endOfFile, .terminalGone: return nil
            }
        }
    }

    private enum Answer {
        case lesson(Course.Entry)
        case list
        case leave
        case unknown(String)
    }

    private func answer(_ text: String) -> Answer {
        let words = text.split(separator: " ").map(String.init)
        // Whoever types the whole command means the lesson.
        let name = (words.first == "learn" ? words.dropFirst() : words[...]).joined(separator: " ")
        switch name {
        case "": return next.map { .lesson(rows[$0].entry) } ?? .list
        case "?", "help": return .list
        case "q", "quit", "exit": return .leave
        default: break
        }
        if let entry = course[name] { return .lesson(entry) }
        let near = Suggestion.nearest(to: name, among: course.entries.map(\.id))
        let shown = Quoting.word(name)
        return .unknown(
            near.isEmpty
                ? messages(.noLesson, ["name": shown])
                : messages(.noLessonBut, ["name": shown, "near": near.joined(separator: ", ")])
        )
    }

    private var whatToType: String {
        guard let next else { return messages(.allDone) }
        return messages(.goOnWith, ["number": next + 1, "name": rows[next].entry.id])
    }

    private var hooks: EditorHooks {
        var hooks = EditorHooks()
        hooks.prompt = { _ in StyledText("lesson> ", .promptName) }
        hooks.complete = { text, _ in
            let candidates = rows.filter { $0.entry.id.hasPrefix(text) }
            return Completions(
                replacing: 0..<text.utf8.count,
                with: candidates.map { .init($0.entry.id, about: $0.title ?? "", suffix: "") }
            )
        }
        hooks.help = { _, _, _ in StyledText(lines.joined(separator: "\n")) }
        hooks.questionMarkAsks = { text, _ in text.isEmpty }
        return hooks
    }

    private func show(on editor: LineEditor) {
        for line in lines { editor.post(StyledText(line)) }
        editor.showNotices()
    }

    private func tell(_ text: String, on editor: LineEditor) {
        for line in Passage.text(text).lines(width: min(editor.columns, 100)) { editor.post(StyledText(line, .dim)) }
        editor.showNotices()
    }
}
