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
    /// `C` is →, `D` is ←.
    public func key(milliseconds: Int32) -> Character? {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = read(0, &bytes, bytes.count)
        guard count > 0 else { return "q" }
        if bytes[0] == 0x1b, count >= 3 { return Character(Unicode.Scalar(bytes[2])) }
        return Character(Unicode.Scalar(bytes[0]))
    }
}
