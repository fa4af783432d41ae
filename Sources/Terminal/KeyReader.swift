/// Single keys from standard input, without Enter, for the time that it is on.
public final class KeyReader {
    private var saved: termios?

    /// Keys come one by one from now on, and are not shown; nil where standard input is no terminal.
    public init?() {
        var settings = termios()
        guard tcgetattr(0, &settings) == 0 else { return nil }
        saved = settings
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(0, TCSADRAIN, &settings) == 0 else { return nil }
    }

    deinit { stop() }

    /// Puts the terminal back as it was.
    public func stop() {
        guard var settings = saved else { return }
        tcsetattr(0, TCSADRAIN, &settings)
        saved = nil
    }

    /// The next key, waited for at most so long (-1 for ever); nil where none came. An arrow is its last letter:
    /// `A` is ↑, `B` ↓, `C` →, `D` ←; Page Up and Page Down, which presenters' clickers send, are as ↑ and ↓.
    public func key(milliseconds: Int32) -> Character? {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return nil }
        var first: UInt8 = 0
        guard read(0, &first, 1) == 1 else { return "q" }
        // Of what was typed behind the key nothing is taken.
        switch first {
        case 0x1b: return sequence()
        case 0xc2...0xf4: for _ in 0..<(first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3) { _ = next() }
        default: break
        }
        return Character(Unicode.Scalar(first))
    }

    /// The last letter of a control sequence or of ESC and a character (ECMA-48 section 5.4); ESC where it was alone.
    private func sequence() -> Character {
        guard var byte = next() else { return "\u{1b}" }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") {
            var parameter: UInt8 = 0
            while let more = next() {
                (parameter, byte) = (byte, more)
                if (0x40...0x7e).contains(more) { break }
            }
            if byte == UInt8(ascii: "~") {
                return parameter == UInt8(ascii: "5") ? "A" : parameter == UInt8(ascii: "6") ? "B" : "~"
            }
        }
        return Character(Unicode.Scalar(byte))
    }

    /// The next byte of the same key, which has come with it.
    private func next() -> UInt8? {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        var byte: UInt8 = 0
        return poll(&entry, 1, 0) > 0 && read(0, &byte, 1) == 1 ? byte : nil
    }
}
