import Assistance
import Language
import Lessons
import LineEditing
import Shell
import Sockets

/// The course as a learner meets it: its lessons, what is done of each, and the question which one to play.
struct LessonMenu {
    private struct Row {
        let entry: Course.Entry
        /// nil if the lesson is damaged.
        let title: String?
        /// The lesson's name in the learner's progress, and its steps.
        let id: String
        let steps: [String]
    }

    private let course: Course
    private let rows: [Row]
    private let progress: Progress
    private let messages: Messages
    /// What the editor's keys did last.
    private let keys = Keys()

    private final class Keys {
        /// Whether `?` showed the lessons, so that the Enter after it means nothing more.
        var hasListed = false
    }

    /// The menu of a course in a language. The lessons are read once; the learner's progress is read each time.
    init(_ course: Course, language: String?, progress: Progress) {
        self.course = course
        self.progress = progress
        messages = .inLanguage(language)
        rows = course.entries.map { entry in
            let (lesson, problems) = entry.read(in: language)
            guard let lesson, problems.isEmpty else { return Row(entry: entry, title: nil, id: "", steps: []) }
            return Row(entry: entry, title: lesson.head.title, id: lesson.key, steps: lesson.steps.map(\.id))
        }
    }

    /// How many steps of a lesson are done.
    private func done(_ row: Row) -> Int {
        let done = Set(row.title == nil ? [] : progress.done(in: row.id))
        return row.steps.filter(done.contains).count
    }

    /// How many steps of a lesson were skipped.
    private func skipped(_ row: Row) -> Int {
        let skipped = Set(row.title == nil ? [] : progress.skipped(in: row.id))
        return row.steps.filter(skipped.contains).count
    }

    /// The lesson to go on with: the first begun and not gone through, else the first not begun.
    private var next: Int? {
        rows.firstIndex { (1..<max($0.steps.count, 1)).contains(done($0) + skipped($0)) }
            ?? rows.firstIndex { $0.title != nil && done($0) + skipped($0) == 0 }
    }

    /// The lessons in at most `width` columns: a line each, if it fits.
    func lines(width: Int) -> [String] {
        let names = rows.map(\.entry.id.count).max() ?? 0
        let stands = rows.map(stand)
        // The number, the name and the blanks around them.
        let indent = names + 8
        let room = width - indent
        let titles = rows.map { DisplayWidth.of($0.title ?? "") }.max() ?? 0
        let column = min(titles, room - 2 - (stands.map(DisplayWidth.of).max() ?? 0))
        let next = next
        return zip(rows, stands).enumerated().flatMap { index, row -> [String] in
            let (row, stand) = row
            let number = String(repeating: " ", count: index < 9 ? 1 : 0) + String(index + 1)
            let name = row.entry.id + String(repeating: " ", count: names - row.entry.id.count)
            let head = "\(index == next ? ">" : " ") \(number)  \(name)  "
            guard let title = row.title else { return messages(.damaged).wrapped(width: width, behind: head) }
            let lines = title.wrapped(width: width, behind: head)
            let wide = DisplayWidth.of(title)
            if stand.isEmpty { return lines }
            if lines.count == 1, max(wide, column) + 2 + DisplayWidth.of(stand) <= room {
                return [head + title + String(repeating: " ", count: max(column - wide, 0) + 2) + stand]
            }
            return lines + [String(repeating: " ", count: indent) + stand]
        }
    }

    /// How far the learner is in a lesson; empty if it was not begun.
    private func stand(_ row: Row) -> String {
        let (done, skipped) = (done(row), skipped(row))
        if done + skipped == 0 { return "" }
        if done == row.steps.count { return "✓ \(messages(.done))" }
        return skipped == 0
            ? messages(.partlyDone, ["done": done, "count": row.steps.count])
            : messages(.partlySkipped, ["done": done, "count": row.steps.count, "skipped": skipped])
    }

    /// How to begin a lesson from the command line.
    var howToBegin: String { messages(.howToBegin) }
}

extension LessonMenu {
    /// Asks at the terminal which lesson to play; nil if the learner has had enough.
    func ask(style: Style, showsLessons: Bool) -> Course.Entry? {
        let editor = Observation.aside {
            LineEditor(hooks: hooks, history: History(path: nil), style: style, screen: .standard)
        }
        if showsLessons { show(on: editor) }
        tell(whatToType, on: editor)
        while true {
            switch editor.readEntry() {
            case .text(let text):
                defer { keys.hasListed = false }
                if text.isEmpty, keys.hasListed {
                    tell(whatToType, on: editor)
                    continue
                }
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
        // A learner who types the whole command means the lesson.
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
        var hooks = EditorHooks.inShell
        hooks.prompt = { _ in StyledText("lesson> ", .promptName) }
        hooks.complete = { text, _ in
            let candidates = rows.filter { $0.entry.id.hasPrefix(text) }
            return Completions(
                replacing: 0..<text.utf8.count,
                with: candidates.map { .init($0.entry.id, about: $0.title ?? "", suffix: "") }
            )
        }
        hooks.help = { _, _, columns in
            keys.hasListed = true
            return StyledText(lines(width: columns).joined(separator: "\n"))
        }
        hooks.questionMarkAsks = { text, _ in text.isEmpty }
        return hooks
    }

    private func show(on editor: LineEditor) {
        for line in lines(width: editor.columns) { editor.post(StyledText(line)) }
        editor.showNotices()
    }

    private func tell(_ text: String, on editor: LineEditor) {
        for line in Passage.text(text).lines(width: min(editor.columns, 100)) { editor.post(StyledText(line, .dim)) }
        editor.showNotices()
    }
}
