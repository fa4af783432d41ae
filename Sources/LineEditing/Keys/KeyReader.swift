import CTerminal

/// Single keys from standard input, without Enter, while it is on.
public final class KeyReader {
    private var saved: termios?
    private let catchesSignals: Bool

    /// From now on keys come one by one and are not echoed; nil if standard input is no terminal. A signal that ends
    /// the process restores the terminal first.
    public convenience init?() { self.init(catchesSignals: true) }

    /// The same, for somebody who catches signals otherwise.
    init?(catchesSignals: Bool) {
        self.catchesSignals = catchesSignals
        var settings = termios()
        guard tcgetattr(0, &settings) == 0 else { return nil }
        saved = settings
        if catchesSignals { ct_guard_modes(0, &settings) }
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(0, TCSADRAIN, &settings) == 0 else {
            if catchesSignals { ct_unguard_modes() }
            return nil
        }
    }

    deinit { stop() }

    /// Restores the terminal.
    public func stop() {
        guard var settings = saved else { return }
        tcsetattr(0, TCSADRAIN, &settings)
        if catchesSignals { ct_unguard_modes() }
        saved = nil
    }

    /// The next key, waiting at most this long (-1 for ever); nil if none came, and for what is no key. An arrow is
    /// its last letter: `A` is ↑, `B` ↓, `C` →, `D` ←; Page Up and Page Down, which presenters' clickers send, count
    /// as ↑ and ↓. Any other multi-byte key is `~`, except that Alt plus a character is the character.
    public func key(milliseconds: Int32) -> Character? {
        guard hasMore(milliseconds: milliseconds) else { return nil }
        var input = KeyInput()
        // Byte by byte: nothing typed after the key is consumed.
        repeat {
            guard let byte = read() else { return "q" }
            input.append([byte])
            if let key = input.nextKey(escapeAlone: false, isAll: false) { return Self.letter(of: key) }
        } while !input.isEmpty && hasMore(milliseconds: input.patience(escapeAlone: false) ?? 30)
        return input.nextKey(escapeAlone: false, isAll: true).flatMap(Self.letter)
    }

    private static func letter(of key: Key) -> Character? {
        guard case .sequence(let text) = key else { return key.text.first }
        if text.unicodeScalars.count == 2 { return text.unicodeScalars.last.map { Character($0) } }
        // With such a parameter it is a report: of the mouse, or of what the terminal can do.
        if "<=>?".contains(text.dropFirst(2).prefix(1)) { return nil }
        for key in KeyEquivalents.of(key) {
            switch key.text {
            case "\u{1b}[A", "\u{1b}[5~": return "A"
            case "\u{1b}[B", "\u{1b}[6~": return "B"
            case "\u{1b}[C": return "C"
            case "\u{1b}[D": return "D"
            default: continue
            }
        }
        return "~"
    }

    private func hasMore(milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    private func read() -> UInt8? {
        var byte: UInt8 = 0
        return systemRead(0, &byte, 1) == 1 ? byte : nil
    }
}
