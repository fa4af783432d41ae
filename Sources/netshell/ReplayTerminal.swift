import Language
import Lessons
import Shell
import Sockets
import Terminal
import Views

/// A replay on a terminal: typed at a person's speed, steered by keys.
///
/// `@unchecked Sendable`: the replay uses it from one thread.
final class ReplayTerminal: ReplayTheatre, @unchecked Sendable {
    private let writer = StandardOutput()
    private let style: Style
    private var keys: KeyReader?
    private var speed: Double
    private let isStepped: Bool
    private let notes: File?
    private var isPaused = false
    private var pending: ReplayCue?

    /// How fast it may be typed.
    static let speeds = 0.05...1000.0
    private static let keyMilliseconds = 60.0
    private static let pauseMilliseconds = 700.0

    init(style: Style, speed: Double, isStepped: Bool, notes: File?) {
        self.style = style
        self.speed = Self.clamped(speed)
        self.isStepped = isStepped
        self.notes = notes
        keys = KeyReader()
    }

    private static func clamped(_ speed: Double) -> Double { min(max(speed, speeds.lowerBound), speeds.upperBound) }

    func write(_ text: String) { writer.write(text) }
    func writeError(_ text: String) { writer.write(text) }
    func flush() { writer.flush() }

    func chapter(_ step: Lesson.Step) { tell("\n## \(step.title)\n") }

    func say(_ note: String) { tell(note + "\n") }

    /// Shows a note to the presenter; without a place for notes it is not shown to the class either.
    private func tell(_ note: String) { try? notes?.write(Array(Quoting.printable(note.utf8).utf8)) }

    func show(_ passages: [Passage]) {
        writer.flush()
        passages.show(with: style, on: writer)
    }

    func type(_ line: String, atOnce: Bool) {
        writer.write(style.rendered(StyledText("> ", .promptMark)))
        for character in Quoting.oneLine(line) {
            if !atOnce { wait(Self.keyMilliseconds) }
            writer.write(String(character))
            writer.flush()
        }
        if !atOnce { wait(Self.keyMilliseconds * 4) }
        writer.write("\n")
        writer.flush()
    }

    func cue() -> ReplayCue {
        writer.flush()
        if isStepped || isPaused { waitForKey() } else { wait(Self.pauseMilliseconds) }
        defer { pending = nil }
        return pending ?? .go
    }

    /// Lets time pass; keys are heard meanwhile.
    private func wait(_ milliseconds: Double) {
        let end = now() + UInt64(milliseconds / speed * 1e6)
        while pending == nil {
            let time = now()
            guard time < end else { return }
            if let key = key(milliseconds: Int32((end - time) / 1_000_000) + 1) { hear(key) }
            if isPaused { waitForKey() }
        }
    }

    /// The next key; Ctrl-C is one. None may come before its time: a signal wakes, too.
    private func key(milliseconds: Int32) -> Character? {
        guard let keys else { return "q" }
        let key = keys.key(milliseconds: milliseconds)
        return Interrupts.take() ? "q" : key
    }

    private func waitForKey() {
        while pending == nil {
            guard let key = key(milliseconds: -1) else { continue }
            if key == "p" || key == " " {
                isPaused = false
                return
            }
            hear(key)
        }
    }

    /// What the keys do, for the presenter.
    static let keyHelp = "keys: n next, b back, p pause and space on, + and - faster and slower, t take over, q quit"

    private func hear(_ key: Character) {
        switch key {
        case "n", "C": pending = .next
        case "b", "D": pending = .back
        case "p": isPaused = true
        case "+": speed = Self.clamped(speed * 1.5)
        case "-": speed = Self.clamped(speed / 1.5)
        case "t": pending = .takeOver
        case "q": pending = .quit
        default: break
        }
    }

    /// Lets the presenter type live, with the whole prompt.
    func takeOver(_ session: Session) {
        keys?.stop()
        show([.note("Your turn; Ctrl-D gives back.")])
        let output = TerminalOutput(style: style)
        let own = session.locked {
            defer { session.output = output }
            return session.output
        }
        Prompt(session: session, output: output, style: style, asksToLeave: false).run()
        session.locked { session.output = own }
        keys = KeyReader()
    }
}
