/// Single keys from standard input, without Enter, for the time that it is on.
public final class KeyReader {
    private var saved: termios?
    /// What has come and was not asked for yet.
    private var waiting: ArraySlice<UInt8> = []

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
        if waiting.isEmpty {
            var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, milliseconds) > 0 else { return nil }
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(0, &bytes, bytes.count)
            guard count > 0 else { return "q" }
            waiting = bytes[..<count]
        }
        return waiting.popKey().map { Character(Unicode.Scalar($0)) }
    }
}

extension ArraySlice<UInt8> {
    /// Takes the first key; an arrow (ESC `[` or ESC `O` and a letter) is one.
    fileprivate mutating func popKey() -> UInt8? {
        let isArrow = count >= 3 && first == 0x1b && (self[startIndex + 1] == 0x5b || self[startIndex + 1] == 0x4f)
        if isArrow { removeFirst(2) }
        return popFirst()
    }
}
