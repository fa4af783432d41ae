import Lessons
import Replies
import Sockets
import SystemPackage

/// Standard output and standard error, written in large pieces: flushed when a call may wait, when the input has to be
/// waited for, and at the end.
///
/// `@unchecked Sendable`: written to only by the thread that holds the session's lock, and at the end.
final class StandardOutput: TextSink, @unchecked Sendable {
    private var buffer: [UInt8] = []
    private let recording: LiveRecording?
    private static let size = 1 << 16

    /// Standard output, with a recording that hears all of it.
    init(recording: LiveRecording? = nil) {
        self.recording = recording
        buffer.reserveCapacity(Self.size)
    }

    func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.size { flush() }
    }

    /// Writes what a lesson says.
    func write(_ text: String, saying passages: [Passage]) {
        flush()
        recording?.shown(text, saying: passages)
        if let problem = Self.write(Array(text.utf8), to: 1) { giveUp(problem) }
    }

    func writeError(_ text: String) {
        flush()
        if isatty(2) == 1 { recording?.shown(text) }
        _ = Self.write(Array(text.utf8), to: 2)
    }

    func flush() {
        guard !buffer.isEmpty else { return }
        // What is in the buffer are whole texts.
        recording?.shown(String(decoding: buffer, as: UTF8.self))
        let problem = Self.write(buffer, to: 1)
        buffer.removeAll(keepingCapacity: true)
        if let problem { giveUp(problem) }
    }

    /// What is said can no longer be heard, so the script ends: quietly where the reader has gone away, as behind
    /// `| head -1`; with a word about it where what was said is lost, as on a full disk.
    private func giveUp(_ problem: Errno) -> Never {
        guard problem != .brokenPipe else { exit(ExitStatus.success.rawValue) }
        _ = Self.write(Array("netshell: standard output: \(problem.sentence)\n".utf8), to: 2)
        exit(ExitStatus.failure.rawValue)
    }

    /// Writes all of it; gives the reason where that fails.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Errno? {
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
                    return Errno(rawValue: errno)
                }
            }
            return nil
        }
    }
}
