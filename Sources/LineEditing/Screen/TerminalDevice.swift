import CEditLine

/// The two ends of the terminal. The only place that reads and writes it.
final class TerminalDevice {
    let input: Int32
    let output: Int32
    /// Whether a write has failed for good: the terminal has gone.
    private(set) var isGone = false
    /// Hears all that is written, as a recording does.
    var listener: (@Sendable (String) -> Void)?

    init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        self.input = input
        self.output = output
    }

    /// Whether both ends are a terminal, so that a line can be edited.
    var isInteractive: Bool { isatty(input) == 1 && isatty(output) == 1 }

    /// Columns and rows; 80 by 24 where the terminal does not say.
    var size: (columns: Int, rows: Int) { knownSize ?? (80, 24) }

    /// Columns and rows, if the terminal says.
    var knownSize: (columns: Int, rows: Int)? {
        TerminalSize.both(of: output).map { (max(2, $0.columns), max(2, $0.rows)) }
    }

    /// Whether the next character is meant as itself (`^V`): libedit turns the keys that send signals off for its time.
    var isQuoting: Bool {
        var settings = termios()
        return tcgetattr(input, &settings) == 0 && settings.c_lflag & tcflag_t(ISIG) == 0
    }

    /// Writes all of the text. Waits where the terminal is slow; gives up for good where it is gone.
    func write(_ text: String) {
        guard !text.isEmpty else { return }
        listener?(text)
        var text = text
        text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count && !isGone {
                let count = systemWrite(output, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count >= 0 {
                    done += count
                } else if errno == EAGAIN {
                    waitUntilWritable()
                } else if errno != EINTR {
                    isGone = true
                }
            }
        }
    }

    private func waitUntilWritable() {
        var wait = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, 1000)
    }

    /// What `read` brought.
    enum Arrival {
        case bytes([UInt8])
        case nothing
        case gone
    }

    /// Reads what has been typed, without waiting for more than there is.
    func read() -> Arrival {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = systemRead(input, &buffer, buffer.count)
        if count > 0 { return .bytes(Array(buffer[..<count])) }
        if count < 0 && (errno == EINTR || errno == EAGAIN) { return .nothing }
        return .gone
    }
}
