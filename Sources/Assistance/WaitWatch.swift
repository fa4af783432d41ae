import Language
import LineEditing
import Shell
import Sockets
import Synchronization

/// Says what a statement waits for while it waits, in a line below everything else, and answers some lines that are
/// typed meanwhile. It reads the keyboard then; what is not answered is kept for the editor.
///
/// `@unchecked Sendable`: everything that changes is under `state`.
public final class WaitWatch: @unchecked Sendable {
    private struct State {
        var isRunning = false
        var wait = ForegroundWait()
        var keyboard: WaitingKeyboard?
        var typed = TypeAhead()
        var interrupts = 0
        var text: StyledText?
        var lastReport: UInt64 = 0
    }

    /// How long a call waits before the keyboard is read, before something is said, and how often that is made anew.
    private static let (keyPatience, patience, renewal): (UInt64, UInt64, UInt64) =
        (300_000_000, 2_000_000_000, 500_000_000)
    private static let interval: Int32 = 100

    private let session: Session
    private let screen: Screen
    private let style: Style
    private let others: @Sendable () -> [SessionBeside]
    private let answer: (String) -> RenderedText?
    private let state = Mutex(State())
    private let isOver = Atomic(false)

    /// A watch over the statements of a session; it begins with ``start()``.
    ///
    /// - Parameters:
    ///   - others: the sessions that run beside it.
    ///   - answer: what is replied at once to a line typed while a statement waits; nil for a line that has to wait. It
    ///     is asked on the watch's thread, while the statement's is within ``during(_:)``.
    public init(
        session: Session,
        screen: Screen,
        style: Style,
        others: @escaping @Sendable () -> [SessionBeside] = { [] },
        answer: @escaping (String) -> RenderedText?
    ) {
        (self.session, self.screen, self.style) = (session, screen, style)
        (self.others, self.answer) = (others, answer)
    }

    /// Begins on a thread of its own. Plain output stays as it is: nothing is said, no key is read.
    public func start() {
        guard style.mode == .full else { return }
        _ = Shell.startThread { [self] in
            while !isOver.load(ordering: .relaxed) {
                look()
                if state.withLock({ $0.keyboard == nil }) {
                    _ = poll(nil, 0, Self.interval)
                } else {
                    _ = WaitingKeyboard.wait(milliseconds: Self.interval)
                }
            }
        }
    }

    /// Ends for good: the thread ends within its interval and releases the session.
    public func stop() { isOver.store(true, ordering: .relaxed) }

    /// Runs a statement, which may wait.
    public func during<Result>(_ body: () throws -> Result) rethrows -> Result {
        state.withLock { state in
            (state.isRunning, state.wait, state.interrupts) = (true, ForegroundWait(), Interrupts.count)
        }
        defer { state.withLock { end(&$0) } }
        return try body()
    }

    /// Takes what was typed and read here and not answered.
    public func takeTypedAhead() -> [UInt8] { state.withLock { $0.typed.takeAll() } }

    /// What is said of the wait, for the person who asks; nil if nothing waits.
    private func report() -> String? {
        guard let situation = WaitSituation(of: session, beside: others()) else { return nil }
        return ([situation.report.sentence] + situation.report.advice.map { "after Ctrl-C: " + $0 })
            .map { $0 + "\n" }.joined()
    }

    private func end(_ state: inout State) {
        dropWhatCtrlCDrops(&state)
        state.keyboard?.giveBack()
        screen.endWait()
        (state.isRunning, state.keyboard, state.text, state.wait) = (false, nil, nil, ForegroundWait())
    }

    /// Ctrl-C drops what was typed before it, as the terminal does with what it has not delivered (termios(3), NOFLSH).
    private func dropWhatCtrlCDrops(_ state: inout State) {
        let count = Interrupts.count
        if count != state.interrupts { state.typed.discard() }
        state.interrupts = count
    }

    private func look() {
        state.withLock { state in
            guard state.isRunning else { return }
            state.wait.look(at: session)
            if state.wait.isNew { (state.text, state.lastReport, state.wait.isNew) = (nil, 0, false) }
            let waited = state.wait.lasted
            if waited >= Self.keyPatience { takeKeyboard(&state) }
            readKeys(&state)
            if waited >= Self.patience { renew(&state) }
            if state.keyboard != nil { screen.showWait(state.text, typed: state.typed.line, in: style) }
        }
    }

    private func renew(_ state: inout State) {
        let time = now()
        guard time - state.lastReport >= Self.renewal else { return }
        state.lastReport = time
        guard session.locked({ session.settings.showsNotices }) else { return }
        let situation = WaitSituation(of: session, beside: others())
        state.text = situation.map { StyledText(Self.line($0.report.sentence), .notice) }
    }

    /// A sentence and how the wait is ended, or as much as a row has room for: the sentence alone, or its beginning.
    private static func line(_ sentence: String) -> String {
        let (end, room) = (". Ctrl-C ends it", (TerminalSize.columns ?? 80) - 1)
        let width = DisplayWidth.of(sentence)
        if width <= room - end.count { return sentence + end }
        return width <= room ? sentence : sentence.prefix(max(room - end.count - 1, 0)) + "…" + end
    }

    /// Takes the keyboard. What the terminal had echoed before is erased: it is shown again here.
    private func takeKeyboard(_ state: inout State) {
        guard state.keyboard == nil, let keyboard = WaitingKeyboard() else { return }
        state.keyboard = keyboard
        let before = keyboard.read()
        guard !before.isEmpty else { return }
        screen.eraseEcho(of: before)
        take(before, &state)
    }

    private func readKeys(_ state: inout State) {
        dropWhatCtrlCDrops(&state)
        guard let bytes = state.keyboard?.read(), !bytes.isEmpty else { return }
        // Which of them came before a Ctrl-C that came just now nobody can tell.
        if Interrupts.count != state.interrupts { return dropWhatCtrlCDrops(&state) }
        take(bytes, &state)
    }

    private func take(_ bytes: [UInt8], _ state: inout State) {
        var answers: [String: RenderedText] = [:]
        let events = state.typed.take(bytes) { line in
            let asked = line.trimmingSpaces
            answers[line] = answer(asked) ?? (asked == "hint" ? report().map { RenderedText(plain: $0) } : nil)
            return answers[line] != nil
        }
        for event in events {
            switch event {
            case .stop: stop(&state)
            case .line(let line):
                screen.interject(style.rendered(StyledText(line, answers[line] == nil ? .dim : .emphasis)))
                answers[line].map { screen.interject($0) }
            }
        }
    }

    private func stop(_ state: inout State) {
        screen.endWait()
        state.keyboard?.stop()
        state.keyboard = nil
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
