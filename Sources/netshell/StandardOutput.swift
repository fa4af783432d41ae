import Sockets
import Views

/// Standard output and standard error, written in large pieces: flushed when a call may wait, when the input has to be
/// waited for, and at the end.
///
/// `@unchecked Sendable`: written to only by the thread that holds the session's lock, and at the end.
final class StandardOutput: TextSink, @unchecked Sendable {
    private var buffer: [UInt8] = []
    private static let size = 1 << 16
    /// Whether the reader of standard output has gone away.
    private(set) var isBroken = false

    init() { buffer.reserveCapacity(Self.size) }

    func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.size { flush() }
    }

    func writeError(_ text: String) {
        flush()
        _ = Self.write(Array(text.utf8), to: 2)
    }

    func flush() {
        guard !buffer.isEmpty else { return }
        if !isBroken { isBroken = !Self.write(buffer, to: 1) }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Sockets.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&entry, 1, -1)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}
