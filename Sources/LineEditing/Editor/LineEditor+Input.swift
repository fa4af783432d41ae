import CTerminal

/// Waiting for keys, signals and notices.
extension LineEditor {
    /// Minimum seconds between two repaints for notices alone: a storm of them costs this many repaints, not thousands.
    private static let noticeInterval = 0.03

    /// Reads the next key and does what it is bound to; false if the entry has ended.
    func obeyNextKey() -> Bool {
        // Letters that arrive together are one change, up to a space, as if they had been typed slowly.
        if input.nextByte.map({ $0 <= 0x20 || $0 == 0x7F }) ?? true { noteChange() }
        guard let command = nextCommand() else { return false }
        panel = []
        obey(command)
        return outcome == nil
    }

    /// Whether more keys have come or come soon: a line that takes long to paint is not painted for each piece of a
    /// paste.
    func hasMoreSoon() -> Bool {
        guard input.patience(escapeAlone: usesViKeys) == nil, Self.now - lastPainting < Self.longestDelay else {
            return false
        }
        let before = input.count
        waitForKeys(milliseconds: Int32(min(paintingTime * 2000, 100)))
        return input.count != before && outcome == nil
    }

    /// How long, in seconds, a change may stay unpainted while keys keep coming.
    private static let longestDelay = 0.5

    /// Waits until bytes arrive or the time is up.
    func waitForBytes(milliseconds: Int32) {
        var wait = pollfd(fd: keyboard.descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&wait, 1, milliseconds) > 0 { readBytes() }
    }

    /// Like `waitForBytes`, but a Ctrl-C before the bytes ends the entry, and they belong to the next one.
    private func waitForKeys(milliseconds: Int32) {
        waitForBytes(milliseconds: milliseconds)
        if outcome == nil && hasInterrupt { outcome = .interrupted }
    }

    /// Whether Ctrl-C was pressed and has not been handled yet.
    private var hasInterrupt: Bool { ct_signals_seen() & Int32(ct_signal_interrupt) != 0 }

    /// The next character typed, whatever it is part of; nil if the entry has ended, `outcome` says how. Paints
    /// before it waits.
    func nextScalar() -> Unicode.Scalar? {
        while outcome == nil {
            if let scalar = input.next() { return scalar }
            if hasMoreSoon() { continue }
            paint()
            waitForEvent()
        }
        return nil
    }

    /// Like `waitForEvent`, but until bytes arrive; false if the time was up first.
    func waitForRest(milliseconds: Int32) -> Bool {
        let (before, end) = (input.count, Self.now + Double(milliseconds) / 1000)
        repeat { waitForEvent(until: end) } while outcome == nil && input.count == before && Self.now < end
        return input.count != before
    }

    /// How many bytes the terminal holds while nobody reads: Linux's N_TTY_BUF_SIZE, less the one for a line's end.
    private static let terminalBuffer = 4095

    /// Ctrl-C drops what the terminal holds: bytes read while one is unhandled were typed after it, and what was read
    /// before is void. So is a full buffer during whose reading it came: it had to wait behind those bytes.
    private func readBytes() {
        let wasInterrupted = hasInterrupt
        let arrival = keyboard.read()
        if hasInterrupt { input.discard() }
        switch arrival {
        case .bytes(let bytes):
            let isVoid = !wasInterrupted && hasInterrupt && bytes.count >= Self.terminalBuffer
            if !isVoid { input.append(bytes) }
        case .nothing: break
        case .gone: terminalHasGone()
        }
    }

    func waitForEvent(until end: Double? = nil) {
        var waits = [
            pollfd(fd: keyboard.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        let ends = [!screen.hasTexts ? nil : lastNotices + Self.noticeInterval, end].compactMap(\.self)
        let pause = ends.min().map { Int32(max(0, $0 - Self.now) * 1000) + 1 }
        let count = poll(&waits, 2, pause ?? -1)
        if count < 0 || waits[1].revents != 0 { wake.acknowledge() }
        handleSignals()
        if screen.isGone { terminalHasGone() }
        // Polls again: handling a signal may have read the keys already.
        if count > 0 && waits[0].revents != 0 && outcome == nil { waitForKeys(milliseconds: 0) }
        if input.isEmpty && outcome == nil && Self.now - lastNotices >= Self.noticeInterval { showNoticesAbove() }
    }

    private func terminalHasGone() {
        EndingSignal.terminalHasGone()
        outcome = .ending
    }

    /// Ends the entry and drops type-ahead.
    func interrupt() {
        outcome = .interrupted
        input.discard()
    }

    private func handleSignals() {
        let signals = ct_signals_take()
        if signals & Int32(ct_signal_ending) != 0 {
            outcome = .ending
        } else if signals & Int32(ct_signal_interrupt) != 0 {
            interrupt()
        }
        if signals & Int32(ct_signal_resize) != 0 { resized() }
        if signals & Int32(ct_signal_stop) != 0 {
            suspend()
        } else if signals & Int32(ct_signal_continue) != 0 {
            resume()
        }
    }

    /// What is painted after the terminal's size has changed.
    private func resized() {
        let columns = screen.size.columns
        if let possible = painter.columnsAfterResize(to: columns), cursorColumn() == possible.reflowed {
            painter.reflowed(columns: columns)
        }
        prompt = hooks.prompt(columns)
    }

    /// Asks the terminal for the cursor's column (DSR 6, ECMA-48 §8.3.35): only that tells what became of the rows
    /// after a resize. Nil if it does not answer in time; a later answer is dropped with the keys.
    private func cursorColumn() -> Int? {
        screen.paint("\u{1b}[6n")
        let end = Self.now + 0.15
        while outcome == nil && Self.now < end {
            waitForKeys(milliseconds: 20)
            if let column = input.takeCursorColumn() { return column }
        }
        return nil
    }

    /// Stops the process, as on Ctrl-Z, and redraws the line when it resumes. A search ends with what it has found.
    func suspend() {
        finishSearch()
        screen.paint(leave(mark: "") + (style.mode == .full ? "\u{1b}[?2004l" : ""))
        modes.restore()
        ct_stop_process()
        resume()
    }

    /// While this process was stopped, another program had the terminal: its modes and what it shows are unknown.
    private func resume() {
        _ = ct_signals_take()
        modes.edit()
        if style.mode == .full { screen.paint("\u{1b}[?2004h") }
        resized()
    }

    private func showNoticesAbove() {
        guard screen.hasTexts else { return }
        lastNotices = Self.now
        let text = screen.takeTexts().joined().lineEndingsForTerminal
        prompt = hooks.prompt(screen.size.columns)
        screen.paint(eraseLine() + text + paintedLine())
    }

    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
