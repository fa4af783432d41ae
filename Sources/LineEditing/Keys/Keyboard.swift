/// The terminal that keys come from.
struct Keyboard {
    let descriptor: Int32 = STDIN_FILENO

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Whether the next character is taken literally (`^V`): libedit meanwhile turns off the keys that send signals.
    var isQuoting: Bool {
        var settings = termios()
        return tcgetattr(descriptor, &settings) == 0 && settings.c_lflag & tcflag_t(ISIG) == 0
    }

    /// What `read` returned.
    enum Arrival {
        case bytes([UInt8])
        case nothing
        case gone
    }

    /// Reads what has been typed, without waiting for more.
    func read() -> Arrival {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = systemRead(descriptor, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer[..<count])) }
        if count < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
        return .gone
    }
}
