import Language
import Lessons
import LineEditing
import Shell
import Sockets
import Synchronization

/// A replay on a terminal: typed at a human's speed, read at a human's, controlled by keys.
///
/// `@unchecked Sendable`: the replay uses it from one thread; what jobs write, too, is behind a lock.
final class ReplayTerminal: ReplayTheatre, @unchecked Sendable {
    private let writer: Screen
    private let style: Style
    private let presenter: any Presenter
    private var speed: Double
    private let isStepped: Bool
    private let notes: PresenterNotes
    private let recording: LiveRecording?
    private let pace = Mutex(ReadingPace())
    private var isPaused = false
    private var hasToldKeys = false
    private var sign: ReplaySign
    private var pending: ReplayCue?

    /// How fast it may be.
    static let speeds = 0.05...1000.0

    init(
        style: Style,
        speed: Double,
        isStepped: Bool,
        notes: PresenterNotes,
        recording: LiveRecording? = nil,
        presenter: any Presenter = PersonPresenting(),
        on writer: Screen = .standard
    ) {
        self.style = style
        self.speed = Self.clamped(speed)
        self.isStepped = isStepped
        self.notes = notes
        self.recording = recording
        self.presenter = presenter
        self.writer = writer
        sign = ReplaySign(style: style, on: writer)
        writer.listen(recording)
    }

    private static func clamped(_ speed: Double) -> Double { min(max(speed, speeds.lowerBound), speeds.upperBound) }

    func write(_ text: String) {
        sign.wipe()
        writer.write(text)
        pace.withLock { $0.replied(text) }
    }

    func writeError(_ text: String) { writeFailure(StyledText(text)) }

    func writeFailure(_ text: StyledText) {
        sign.wipe()
        let shown = style.rendered(text)
        writer.write(shown) { [recording] listener in
            if let recording { recording.failed(text.text, as: shown) } else { listener.shown(shown) }
        }
        pace.withLock { $0.replied(text.text) }
    }

    func flush() { writer.flush() }

    func begin(_ lesson: Lesson) { recording?.begins(lesson) }

    func chapter(_ step: Lesson.Step) {
        recording?.begins(step)
        notes.chapter(step)
    }

    func say(_ note: String) { notes.say(note) }

    func show(_ passages: [Passage]) {
        sign.wipe()
        writer.flush()
        passages.show(with: style, on: writer, recording)
        pace.withLock { $0.said(passages) }
    }

    func type(_ line: String, atOnce: Bool) {
        sign.wipe()
        let line = Quoting.oneLine(line)
        recording?.types(
            line,
            lasting: atOnce ? 0 : (Double(line.count) * ReadingPace.key + ReadingPace.beforeEnter) / speed
        )
        // What jobs say must not land within the line.
        writer.hold()
        defer { writer.release() }
        sign.begin()
        for character in line {
            if !atOnce { wait(ReadingPace.key) }
            sign.add(character)
        }
        if !atOnce { wait(ReadingPace.beforeEnter) }
        sign.end()
    }

    func cue() -> ReplayCue {
        writer.flush()
        let pause = pace.withLock { $0.pause() }
        if isStepped || isPaused { waitForKey() } else { wait(pause, canBeCut: true) }
        defer { pending = nil }
        return pending ?? .go
    }

    /// Lets time pass; keys are handled meanwhile, and one that goes on ends a wait that can be cut.
    private func wait(_ seconds: Double, canBeCut: Bool = false) {
        var left = seconds
        while pending == nil, left > 1e-6 {
            let (start, speed) = (presenter.now, speed)
            let key = presenter.key(until: start + UInt64((left / speed * 1e9).rounded(.up)))
            left -= Double(presenter.now - start) / 1e9 * speed
            guard let key else { continue }
            if canBeCut, Self.goOn.contains(key) { return sign.wipe() }
            hear(key)
            if isPaused { waitForKey() }
        }
    }

    private func waitForKey() {
        while pending == nil {
            guard let key = presenter.key(until: nil) else { continue }
            if key == "p" || Self.goOn.contains(key) {
                isPaused = false
                return sign.wipe()
            }
            hear(key)
        }
        sign.wipe()
    }

    /// What the keys do, for the presenter.
    static let keyHelp = "keys: space on, n next, b back, p pause, + - speed, t take over, q quit"

    /// Space, Enter, ↓ and →.
    private static let goOn: Set<Character> = [" ", "\n", "\r", "B", "C"]

    private func hear(_ key: Character) {
        switch key {
        case "p":
            isPaused = true
            sign.show("paused")
        case "+": change(speed * 1.5)
        case "-": change(speed / 1.5)
        case _ where Self.goOn.contains(key): break
        default:
            if let cue = Self.cue(key) {
                pending = cue
                sign.wipe()
            } else if !hasToldKeys {
                hasToldKeys = !sign.isTyping
                sign.show(Self.keyHelp)
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
        sign.show("speed \(hundredths / 100)\(fraction)")
    }

    func attend(_ body: () -> Void) -> ReplayCue? {
        for key in presenter.listening(during: body) { hear(key) }
        defer { pending = nil }
        return pending
    }

    func decide(on difference: String) -> ReplayCue? {
        show([.difference(difference), .note("The step is not done: t takes over, b goes back, n goes on, q quits.")])
        isPaused = false
        while pending == nil { waitForKey() }
        defer { pending = nil }
        return pending
    }

    /// Lets the presenter type live, with the whole prompt.
    func takeOver(_ session: Session) {
        presenter.rest()
        show([.note("Your turn; Ctrl-D gives back.")])
        let output = TerminalOutput(style: style, recording: recording)
        let own = session.locked {
            defer { session.output = output }
            return session.output
        }
        Prompt(
            session: session,
            output: output,
            style: style,
            recording: recording,
            asksToLeave: false,
            endsRecording: false
        ).run()
        session.locked { session.output = own }
        pace.withLock { $0 = ReadingPace() }
        presenter.takeKeyboard()
    }
}
