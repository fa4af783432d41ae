/// What is said in the background, from any thread.
extension Screen {
    /// Shows lines of text as soon as possible: above the line being edited or the picture being watched, else
    /// at once, on a line of its own.
    public func interject(_ text: String) {
        interject(text) { listener, isPaintedLater in
            if isPaintedLater { listener.noticed(text) } else { listener.shown(text.endingItsLine) }
        }
    }

    /// The same; the listener is told of it by the given closure, and whether it will be painted later.
    public func interject(_ text: String, heard: (_ listener: any ScreenListener, _ isPaintedLater: Bool) -> Void) {
        let text = text.endingItsLine
        state.withLock { state in
            aboveFooter(&state) { state in
                flush(&state)
                if let listener = state.listener { heard(listener, state.isHeld) }
                guard !state.isHeld else { return queue(text, waitsForLine: false, &state) }
                let before = state.picture.erased() + (state.isAtLineStart ? "" : "\n")
                put(before + text + state.picture.repainted(), &state)
            }
        }
    }

    /// Leaves a notice: it is shown above the line being edited, or before the next one.
    public func post(_ text: String) {
        let text = text.endingItsLine
        state.withLock { state in
            state.listener?.noticed(text)
            queue(text, waitsForLine: true, &state)
        }
    }

    private func queue(_ text: String, waitsForLine: Bool, _ state: inout State) {
        if state.background.append(text, waitsForLine: waitsForLine) { wake(state) }
    }

    private func wake(_ state: State) {
        if state.wakeDescriptor >= 0 { _ = systemWrite(state.wakeDescriptor, "n", 1) }
    }
}

/// Holding the bottom of the screen.
extension Screen {
    /// Holds the bottom of the screen for what is painted there, until ``release()``. What is said meanwhile waits for
    /// ``takeTexts()``, and a byte is written to a descriptor when there is something.
    public func hold(waking descriptor: Int32 = -1) {
        state.withLock { state in
            flush(&state)
            eraseFooter(&state)
            (state.isHeld, state.wakeDescriptor) = (true, descriptor)
            if !state.background.isEmpty { wake(state) }
        }
    }

    /// Releases the bottom of the screen, with the cursor at the beginning of a row. What was said meanwhile and does
    /// not wait for a line is shown.
    public func release() {
        state.withLock { state in
            (state.isHeld, state.wakeDescriptor, state.isAtLineStart) = (false, -1, true)
            let texts = state.background.takeUrgent()
            guard !texts.isEmpty else { return }
            state.listener?.painted(texts.joined().lineEndingsForTerminal)
            put(texts.joined(), &state)
        }
    }

    /// Whether anything said in the background has not been shown.
    var hasTexts: Bool { state.withLock { !$0.background.isEmpty } }

    /// Takes everything said in the background and not shown, whole lines each.
    func takeTexts() -> [String] { state.withLock { $0.background.take() } }
}

/// What is repainted in place whenever it changes.
extension Screen {
    /// Shows a picture where the previous one was, or below everything if it is the first.
    public func show(picture text: String, isFirst: Bool) {
        let size = size
        state.withLock { state in
            flush(&state)
            eraseFooter(&state)
            let painted = state.picture.painted(text, columns: size.columns, rows: size.rows, isFirst: isFirst)
            state.listener?.shown(painted)
            put(painted, &state)
        }
    }

    /// The picture no longer changes: it stays where it is.
    public func leavePicture() { state.withLock { $0.picture = LivePicture() } }
}

extension String {
    /// The text with its last line ended.
    fileprivate var endingItsLine: String { isEmpty || last?.isNewline == true ? self : self + "\n" }
}
