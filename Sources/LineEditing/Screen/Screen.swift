import Synchronization

/// The terminal, or whatever standard output is: everything that the process shows goes through this, in one order.
///
/// Whoever has the foreground writes text, which is buffered and written in large pieces, or paints, which is written
/// at once. The background uses ``interject(_:)`` and ``post(_:)``: its text never lands within a line being edited or
/// a picture being watched, but above it, whole.
public final class Screen: Sendable {
    struct State {
        var buffer = ""
        /// Whether what was written last ended its line.
        var isAtLineStart = true
        var isGone = false
        var listener: (any ScreenListener)?
        /// Whether somebody holds the bottom of the screen for what they paint there.
        var isHeld = false
        /// Where a byte is written when something is said meanwhile; -1 for nowhere.
        var wakeDescriptor: Int32 = -1
        var background = BackgroundTexts()
        var picture = LivePicture()
        var footer = WaitingFooter()
    }

    /// The descriptors of standard output and standard error.
    let output: Int32
    private let errors: Int32
    /// Called with an errno when text cannot be written.
    private let failed: @Sendable (Int32) -> Void
    let state = Mutex(State())
    private static let bufferSize = 1 << 16

    /// A screen on two descriptors; `failed` is called with an errno when text in the foreground cannot be written.
    public init(output: Int32 = 1, errors: Int32 = 2, failed: @escaping @Sendable (_ errno: Int32) -> Void) {
        self.output = output
        self.errors = errors
        self.failed = failed
    }

    /// Whether it is a terminal.
    var isTerminal: Bool { isatty(output) == 1 }

    /// Whether the terminal has gone: what was painted could not be written.
    var isGone: Bool { state.withLock { $0.isGone } }

    /// Columns and rows; 80 by 24 if the terminal does not say.
    var size: (columns: Int, rows: Int) { knownSize ?? (80, 24) }

    /// Columns and rows, if the terminal says.
    var knownSize: (columns: Int, rows: Int)? {
        TerminalSize.both(of: output).map { (max(2, $0.columns), max(2, $0.rows)) }
    }

    /// From now on a listener hears everything that is shown; nil for nobody.
    public func listen(_ listener: (any ScreenListener)?) { state.withLock { $0.listener = listener } }

    /// Writes text in the foreground, once enough has gathered or with the next ``flush()``.
    public func write(_ text: String) {
        state.withLock { state in
            state.buffer += text
            if state.buffer.utf8.count >= Self.bufferSize { flush(&state) }
        }
    }

    /// Writes text at once; the listener is told of it by the given closure.
    public func write(_ text: String, heard: (any ScreenListener) -> Void) {
        state.withLock { state in
            flush(&state)
            eraseFooter(&state)
            state.listener.map(heard)
            put(text, &state)
        }
    }

    /// Writes text to standard error, at once.
    public func writeError(_ text: String) {
        state.withLock { state in
            flush(&state)
            eraseFooter(&state)
            if isatty(errors) == 1 { state.listener?.shown(text) }
            _ = Self.writeAll(text, to: errors)
        }
    }

    /// Makes everything written so far visible.
    public func flush() { state.withLock { flush(&$0) } }

    /// Writes what moves the cursor, at once. A terminal that has gone takes nothing more.
    public func paint(_ text: String) {
        guard !text.isEmpty else { return }
        state.withLock { state in
            flush(&state)
            eraseFooter(&state)
            guard !state.isGone else { return }
            state.listener?.painted(text)
            if Self.writeAll(text, to: output) != nil { state.isGone = true }
        }
    }

    func flush(_ state: inout State) {
        guard !state.buffer.isEmpty else { return }
        eraseFooter(&state)
        state.listener?.shown(state.buffer)
        put(state.buffer, &state)
        state.buffer.removeAll(keepingCapacity: true)
    }

    /// Writes text that the listener has been told of.
    func put(_ text: String, _ state: inout State) {
        guard let last = text.utf8.last else { return }
        state.isAtLineStart = last == UInt8(ascii: "\n")
        if let errno = Self.writeAll(text, to: output) { failed(errno) }
    }

    /// Writes all of it, waiting for a slow reader; returns the errno if that fails.
    private static func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let count = systemWrite(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
                if count > 0 {
                    start += count
                } else if errno == EAGAIN {
                    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&entry, 1, -1)
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
    }
}

/// Hears everything that a screen shows, in the order in which it is shown, as a recording does.
public protocol ScreenListener: Sendable {
    /// Text was written; line feeds are left to the terminal.
    func shown(_ text: String)
    /// Something was painted, with its own line ends and sequences.
    func painted(_ text: String)
    /// Something was said in the background, which will be painted later.
    func noticed(_ text: String)
}
