import Language
import Lessons
import LineEditing
import Shell
import Sockets

/// A replay on a terminal: typed at a human's speed, controlled by keys.
///
/// `@unchecked Sendable`: the replay uses it from one thread.
final class ReplayTerminal: ReplayTheatre, @unchecked Sendable {
    private let writer = Screen.standard
    private let style: Style
    private var keys: KeyReader?
    private var speed: Double
    private let isStepped: Bool
    private let notes: PresenterNotes
    private var isPaused = false
    /// What the last key did, shown after the line being typed until that line is over.
    private var sign: String?
    private var hasToldKeys = false
    /// The column that the line being typed has reached.
    private var column = 0
    /// How much of that line is typed.
    private var typed = ""
    private var pending: ReplayCue?

    /// How fast it may be typed.
    static let speeds = 0.05...1000.0
    private static let keyMilliseconds = 60.0
    private static let pauseMilliseconds = 700.0

    init(style: Style, speed: Double, isStepped: Bool, notes: PresenterNotes) {
        self.style = style
        self.speed = Self.clamped(speed)
        self.isStepped = isStepped
        self.notes = notes
        keys = KeyReader()
    }

    private static func clamped(_ speed: Double) -> Double { min(max(speed, speeds.lowerBound), speeds.upperBound) }

    func write(_ text: String) {
        wipe()
        writer.write(text)
    }

    func writeError(_ text: String) { write(text) }
    func flush() { writer.flush() }

    func chapter(_ step: Lesson.Step) { notes.chapter(step) }

    func say(_ note: String) { notes.say(note) }

    func show(_ passages: [Passage]) {
        wipe()
        writer.flush()
        passages.show(with: style, on: writer)
    }

    func type(_ line: String, atOnce: Bool) {
        wipe()
        // What jobs say must not land within the line.
        writer.hold()
        defer { writer.release() }
        writer.write(style.rendered(StyledText("> ", .promptMark)))
        column = 2
        for character in Quoting.oneLine(line) {
            if !atOnce { wait(Self.keyMilliseconds) }
            writer.write(eraseRest + RenderedText(plain: String(character)))
            column += DisplayWidth.of(String(character))
            typed.append(character)
            showSign()
            writer.flush()
        }
        if !atOnce { wait(Self.keyMilliseconds * 4) }
        wipe()
        (column, typed) = (0, "")
        writer.write("\n")
        writer.flush()
    }

    func cue() -> ReplayCue {
        writer.flush()
        if isStepped || isPaused { waitForKey() } else { wait(Self.pauseMilliseconds) }
        defer { pending = nil }
        return pending ?? .go
    }

    /// Lets time pass; keys are handled meanwhile.
    private func wait(_ milliseconds: Double) {
        let end = now() + UInt64(milliseconds / speed * 1e6)
        while pending == nil {
            let time = now()
            guard time < end else { return }
            if let key = key(milliseconds: Int32((end - time) / 1_000_000) + 1) { hear(key) }
            if isPaused { waitForKey() }
        }
    }

    /// The next key; Ctrl-C is one. May return nil early: a signal wakes, too.
    private func key(milliseconds: Int32) -> Character? {
        guard let keys else { return "q" }
        let key = keys.key(milliseconds: milliseconds)
        return Interrupts.take() ? "q" : key
    }

    private func waitForKey() {
        while pending == nil {
            guard let key = key(milliseconds: -1) else { continue }
            if key == "p" || Self.goOn.contains(key) {
                isPaused = false
                wipe()
                return
            }
            hear(key)
        }
    }

    /// What the keys do, for the presenter.
    static let keyHelp = "keys: space on, n next, b back, p pause, + - speed, t take over, q quit"

    /// Space, Enter, ↓ and →.
    private static let goOn: Set<Character> = [" ", "\n", "\r", "B", "C"]

    private func hear(_ key: Character) {
        switch key {
        case "p":
            isPaused = true
            sign("paused")
        case "+": change(speed * 1.5)
        case "-": change(speed / 1.5)
        case _ where Self.goOn.contains(key): break
        default:
            if let cue = Self.cue(key) {
                pending = cue
            } else if !hasToldKeys {
                hasToldKeys = column == 0
                sign(Self.keyHelp)
            }
        }
    }

    /// What a key asks for; nil if it is none of these.
    static func cue(_ key: Character) -> ReplayCue? {
        switch key {
        case "n": .next
        case "b", "A", "D": .back
        case "t": .takeOver
        case "q": .quit
        default: nil
        }
    }

    private func change(_ wanted: Double) {
        speed = Self.clamped(wanted)
        let hundredths = Int((speed * 100).rounded())
        let rest = hundredths % 100
        let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        sign("speed \(hundredths / 100)\(fraction)")
    }

    func attend(_ body: () -> Void) -> ReplayCue? {
        guard let keys else {
            body()
            return nil
        }
        let watch = ReplayKeys(keys)
        watch.begin()
        body()
        for key in watch.end() { hear(key) }
        defer { pending = nil }
        return pending
    }

    func decide(on difference: String) -> ReplayCue? {
        show([.difference(difference), .note("The step is not done: t takes over, b goes back, n goes on, q quits.")])
        isPaused = false
        while true {
            waitForKey()
            if let cue = pending {
                pending = nil
                return cue
            }
        }
    }

    /// Shows what a key did, dimly; on a line of its own if the terminal only takes linear output.
    private func sign(_ text: String) {
        guard style.mode == .full else {
            writer.write(column == 0 ? "-- \(text)\n" : "\n-- \(text)\n> \(typed)")
            return writer.flush()
        }
        wipe()
        sign = "-- " + text
        showSign()
        writer.flush()
    }

    /// Writes the sign after the line, if there is room, and returns to where the line goes on.
    private func showSign() {
        guard let sign, style.mode == .full else { return }
        let text = (column == 0 ? "" : "  ") + sign
        let width = DisplayWidth.of(text)
        guard column + width < TerminalSize.both()?.columns ?? 80 else { return }
        writer.write(style.rendered(StyledText(text, .dim)) + .left(width))
    }

    /// Removes the sign.
    private func wipe() {
        writer.write(eraseRest)
        sign = nil
    }

    /// Erases the line from the cursor on (ECMA-48, EL) if there is a sign.
    private var eraseRest: RenderedText { sign == nil || style.mode != .full ? .none : .eraseRest }

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
