import CEditLine
import Language

/// Texts longer than the screen.
extension LineEditor {
    /// Writes a text; in the pager if it is longer than the screen and this is a terminal. For the time between two
    /// entries, on the terminal's thread.
    public func page(_ text: StyledText) {
        let size = screen.size
        let pager = Pager(text, style: style, columns: size.columns, rows: size.rows)
        if editor == nil || style.mode == .plain || pager.fits {
            return screen.paint(style.rendered(text) + (text.text.hasSuffix("\n") ? "" : "\r\n"))
        }
        screen.hold()
        defer { screen.release() }
        cel_signals_begin(wake.writeEnd)
        cel_set_raw(editor, true)
        run(pager)
        cel_set_raw(editor, false)
        cel_signals_end()
    }

    /// Runs a pager on the terminal's alternate screen, so that this one comes back as it was.
    ///
    /// - Parameter leavesLine: whether a line is being edited, which a suspension has to leave in order.
    func run(_ pager: Pager, leavesLine: Bool = false) {
        var pager = pager
        screen.paint(Self.otherScreen + pager.screen)
        while let key = nextPagerKey(&pager, leavesLine), pager.handle(key) { screen.paint(pager.screen) }
        screen.paint(Self.thisScreen)
    }

    private static let otherScreen = "\u{1b}[?1049h\u{1b}[?25l"
    private static let thisScreen = "\u{1b}[?25h\u{1b}[?1049l"

    private func nextPagerKey(_ pager: inout Pager, _ leavesLine: Bool) -> Pager.Key? {
        while outcome != .terminalGone && !screen.isGone {
            if let key = pagerKey(&pager, leavesLine, isAll: false) { return key }
            var waits = [
                pollfd(fd: keyboard.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&waits, 2, input.patience(escapeAlone: false) ?? -1)
            if count == 0, let key = pagerKey(&pager, leavesLine, isAll: true) { return key }
            if count > 0 && waits[1].revents != 0 { wake.acknowledge() }
            if let key = pagerSignal(&pager, leavesLine) { return key }
            if count > 0 && waits[0].revents != 0 { waitForBytes(milliseconds: 0) }
        }
        return nil
    }

    private func pagerKey(_ pager: inout Pager, _ leavesLine: Bool, isAll: Bool) -> Pager.Key? {
        switch input.nextKey(escapeAlone: false, isAll: isAll) {
        case nil: return nil
        case .character("\u{1a}"):
            suspendPager(&pager, leavesLine)
            return .other
        case .character(let scalar): return pager.pattern == nil ? key(scalar) : patternKey(scalar)
        case .escape: return pager.pattern == nil ? .quit : .cancel
        // An Escape and the next key; how they begin tells them from a report in two pieces.
        case .sequence(let text) where text.unicodeScalars.count == 2:
            input.putBack(String(text.unicodeScalars.dropFirst()))
            return pager.pattern == nil ? .quit : .cancel
        case .sequence(let text): return pager.pattern == nil ? key(sequence: text) : .other
        }
    }

    private func pagerSignal(_ pager: inout Pager, _ leavesLine: Bool) -> Pager.Key? {
        let signals = Int(cel_signals_take())
        if signals & cel_signal_hangup != 0 { outcome = .terminalGone }
        if signals & cel_signal_interrupt != 0 { return .quit }
        if signals & cel_signal_stop != 0 {
            suspendPager(&pager, leavesLine)
            return .other
        }
        if signals & (cel_signal_resize | cel_signal_continue) == 0 { return nil }
        if signals & cel_signal_continue != 0 { takeTerminal() }
        pager.resize(columns: screen.size.columns, rows: screen.size.rows)
        return .other
    }

    /// Suspends the process, and goes on with the pager when it resumes.
    private func suspendPager(_ pager: inout Pager, _ leavesLine: Bool) {
        screen.paint(Self.thisScreen)
        if leavesLine { screen.paint(leave(mark: "") + "\u{1b}[?2004l") }
        cel_set_raw(editor, false)
        cel_stop_process()
        _ = cel_signals_take()
        takeTerminal()
        if leavesLine { screen.paint("\u{1b}[?2004h") }
        pager.resize(columns: screen.size.columns, rows: screen.size.rows)
    }

    /// What the terminal was while this process was stopped is not known.
    private func takeTerminal() {
        cel_set_raw(editor, false)
        cel_set_raw(editor, true)
        screen.paint(Self.otherScreen)
    }

    private func key(_ scalar: Unicode.Scalar) -> Pager.Key {
        switch scalar {
        case " ", "f", "\u{6}": .forward
        case "b", "\u{2}": .back
        case "d", "\u{4}": .halfForward
        case "u", "\u{15}": .halfBack
        case "j", "\n", "\r", "\u{e}": .lineForward
        case "k", "\u{10}": .lineBack
        case "g", "<": .first
        case "G", ">": .last
        case "/": .search
        case "n": .next
        case "N": .previous
        case "h", "H", "?": .help
        case "q", "Q", "\u{3}": .quit
        default: .other
        }
    }

    private func patternKey(_ scalar: Unicode.Scalar) -> Pager.Key {
        switch scalar {
        case "\n", "\r": .enter
        case "\u{8}", "\u{7f}": .erase
        case "\u{3}", "\u{7}": .cancel
        case _ where scalar.value < 0x20: .other
        default: .typed(Character(scalar))
        }
    }

    private func key(sequence: String) -> Pager.Key {
        switch sequence.dropFirst() {
        case "[A", "OA": .lineBack
        case "[B", "OB": .lineForward
        case "[5~": .back
        case "[6~": .forward
        case "[H", "OH", "[1~": .first
        case "[F", "OF", "[4~": .last
        default: .other
        }
    }
}
