import Language

/// What is below everything else while a statement waits: a line about the wait, and what is typed meanwhile. Pure: it
/// returns what to write.
struct WaitingFooter: Equatable {
    /// The line about the wait, ready to be written; nil if nothing is said.
    var line: String?
    /// What is typed, ready to be written; the cursor is after it.
    var typed = ""

    /// Whether there is nothing.
    var isEmpty: Bool { line == nil && typed.isEmpty }

    /// What to write to show it, with the cursor at the beginning of a row.
    var painted: String { (line.map { $0 + "\n" } ?? "") + typed }

    /// What to write to erase it, with the cursor where it left it. CUU and ED (ECMA-48 §8.3.22 and §8.3.39): up to the
    /// first line, then erase all below.
    var erased: String { isEmpty ? "" : "\r" + (line == nil ? "" : "\u{1b}[1A") + "\u{1b}[J" }
}

extension Screen {
    /// Says below everything else what a statement waits for, and shows what is typed meanwhile; each replaces what was
    /// shown before, and fits into one row. Whatever else is written erases it.
    ///
    /// - Parameters:
    ///   - text: the line about the wait; nil for none.
    ///   - typed: what is typed, of which the end is shown if it is long.
    public func showWait(_ text: StyledText?, typed: String, in style: Style) {
        let room = max(size.columns - 1, 1)
        let footer = WaitingFooter(
            line: text.map { style.rendered($0.cut(to: room)) },
            typed: VisibleText.of(typed, keepingLines: false).end(columns: room)
        )
        state.withLock { state in
            guard footer != state.footer, !state.isHeld else { return }
            flush(&state)
            eraseFooter(&state)
            paintFooter(footer, &state)
        }
    }

    /// Erases what the terminal itself has echoed of some bytes, as far as it is in the cursor's row.
    public func eraseEcho(of bytes: [UInt8]) {
        paint(bytes.last == UInt8(ascii: "\n") ? "" : "\r\u{1b}[K")
    }

    /// Nobody waits any more.
    public func endWait() { state.withLock { eraseFooter(&$0) } }

    private func paintFooter(_ footer: WaitingFooter, _ state: inout State) {
        guard !footer.isEmpty else { return }
        let painted = (state.isAtLineStart ? "" : "\n") + footer.painted
        state.listener?.painted(painted.lineEndingsForTerminal)
        put(painted, &state)
        state.isAtLineStart = true
        state.footer = footer
    }

    /// Erases what is said below everything else; the cursor is at the beginning of a row then.
    func eraseFooter(_ state: inout State) {
        guard !state.footer.isEmpty else { return }
        let erased = state.footer.erased
        state.footer = WaitingFooter()
        state.listener?.painted(erased)
        put(erased, &state)
        state.isAtLineStart = true
    }

    /// Does something above what is said below everything else.
    func aboveFooter(_ state: inout State, _ body: (inout State) -> Void) {
        let footer = state.footer
        eraseFooter(&state)
        body(&state)
        paintFooter(footer, &state)
    }
}

extension StyledText {
    /// As much of the beginning as fits into so many columns, with an ellipsis if something is left out.
    fileprivate func cut(to columns: Int) -> StyledText {
        guard DisplayWidth.of(text) > columns else { return self }
        var (cut, room) = (StyledText(), columns - 1)
        for piece in pieces {
            let part = String(
                piece.text.prefix { character in
                    room -= DisplayWidth.of(character)
                    return room >= 0
                }
            )
            cut.append(part, piece.role)
            if room < 0 { break }
        }
        cut.append("…", pieces.last?.role ?? .plain)
        return cut
    }
}

extension String {
    /// As much of the end as fits into so many columns.
    fileprivate func end(columns: Int) -> String {
        var room = columns
        let end = reversed().prefix { character in
            room -= DisplayWidth.of(character)
            return room >= 0
        }
        return String(end.reversed())
    }
}
