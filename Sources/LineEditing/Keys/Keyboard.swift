/// The terminal that keys come from.
struct Keyboard {
    let descriptor: Int32 = STDIN_FILENO

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(descriptor) == 1 }

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
