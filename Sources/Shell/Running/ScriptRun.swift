import Journal
import Language
import Sockets
import SystemPackage

/// Runs a whole script: from a text, a file, or a pipe, which is read only as fast as it is run.
public struct ScriptRun {
    let session: Session
    let keepGoing: Bool

    /// How a script ended.
    public enum Result: Sendable {
        /// All of it ran; with `keepGoing`, whether anything failed.
        case done(failed: Bool)
        /// `exit`, with its code.
        case exit(Int32)
        /// A statement failed and ended it.
        case failed
        /// Ctrl-C ended it.
        case interrupted
        /// It could not be read.
        case unreadable(String)
        /// It is not text: what is wrong, after `FILE:LINE:COLUMN:`.
        case binary(String)
    }

    /// A run on a session; with `keepGoing`, it continues after a failure.
    public init(session: Session, keepGoing: Bool) {
        self.session = session
        self.keepGoing = keepGoing
    }

    /// Runs a text.
    public func run(text: String, file: String) -> Result {
        var progress = Progress()
        var reader = EntryReader(file: file)
        if reader.take(text.utf8, { run($0, &progress) }) { _ = reader.end { run($0, &progress) } }
        return withJobs(progress.result)
    }

    /// Runs a file.
    public func run(path: String) -> Result {
        guard !path.utf8.contains(0) else { return .unreadable("\(Quoting.word(path)): the path holds a NUL") }
        do {
            let file = try open(path)
            let descriptor = Observation.movedAside(file.rawValue)
            defer { close(descriptor) }
            let mayWait = File.isRegular(path) == false
            return run(descriptor: descriptor, file: path, refusesBinary: true, mayWait: mayWait)
        } catch Errno.interrupted {
            return .interrupted
        } catch {
            return .unreadable("\(Quoting.word(path)): \((error as? Errno)?.sentence ?? "cannot be read")")
        }
    }

    /// Opens a script; a pipe may have to wait for its writer, which Ctrl-C ends with EINTR.
    private func open(_ path: String) throws -> FileDescriptor {
        let isSlow = File.isRegular(path) == false
        let ticket = isSlow ? session.interrupter.begin(deadline: nil, job: nil) : nil
        defer { _ = ticket.map(session.interrupter.end) }
        while true {
            do {
                return try FileDescriptor.open(
                    SystemPackage.FilePath(path),
                    .readOnly,
                    options: [.closeOnExec],
                    retryOnInterrupt: false
                )
            } catch Errno.interrupted where !Interrupts.isPending {}
        }
    }

    /// Runs what arrives on a descriptor; `mayWait` says whether reading it can take long.
    public func run(
        descriptor: Int32,
        file: String,
        refusesBinary: Bool = false,
        mayWait: Bool = true
    ) -> Result {
        var progress = Progress()
        // The writer of the pipe may wait for the replies before writing on.
        let flush = { session.output.flush() }
        let end = Self.read(
            descriptor: descriptor,
            file: file,
            refusesBinary: refusesBinary,
            interrupter: mayWait ? session.interrupter : nil,
            beforeWaiting: flush
        ) {
            run($0, &progress)
        }
        return withJobs(end ?? progress.result)
    }

    /// Reads entries from a descriptor as they arrive, until `body` wants no more; returns why it stopped before the
    /// end, or nil if it did not.
    public static func read(
        descriptor: Int32,
        file: String,
        refusesBinary: Bool = false,
        interrupter: Interrupter? = nil,
        beforeWaiting: () -> Void = {},
        _ body: (EntryReader.Piece) -> Bool
    ) -> Result? {
        let input = FileDescriptor(rawValue: descriptor)
        var reader = EntryReader(file: file)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var isFirst = true
        while true {
            let count: Int
            do {
                count = try input.read(into: &buffer, for: interrupter)
            } catch Errno.interrupted {
                if Interrupts.isPending { return .interrupted }
                continue
            } catch {
                return .unreadable("\(Quoting.word(file)): \((error as? Errno)?.sentence ?? "cannot be read")")
            }
            if count == 0 { break }
            if isFirst, refusesBinary, let place = buffer[..<count].prefix(512).firstIndex(of: 0) {
                let position = Source(file: file, text: Array(buffer[..<count])).position(of: place)
                let name = "\(Quoting.oneLine(file)):\(position.line):\(position.column)"
                return .binary("\(name): a NUL byte: this is a binary file, not a script")
            }
            let mark = isFirst && buffer[..<count].starts(with: byteOrderMark) ? byteOrderMark.count : 0
            isFirst = false
            if !reader.take(buffer[mark..<count], body) { return nil }
            if count < buffer.count { beforeWaiting() }
        }
        _ = reader.end(body)
        return nil
    }

    /// The byte order mark that some editors put before UTF-8 (RFC 3629 section 6); not part of the text.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private struct Progress {
        var failed = false
        var ended: Result?
        var result: Result { ended ?? .done(failed: failed) }
    }

    /// How a script ended, including its jobs: a failed job is a failure of the script unless it was waited for. A
    /// person was told when the job ended.
    private func withJobs(_ result: Result) -> Result {
        if case .interrupted = result { return result }
        guard !session.isInteractive, session.locked({ session.tellFailedJobs() }) else { return result }
        if case .done = result { return .done(failed: true) }
        return result
    }

    /// Runs one piece; false if it ends the script.
    private func run(_ piece: EntryReader.Piece, _ progress: inout Progress) -> Bool {
        switch Interpreter.run(piece, on: session, keepsGoing: keepGoing) {
        case .done: return true
        case .exit(let code):
            progress.ended = .exit(code)
        case .failed(let failure):
            progress.failed = true
            if failure.isInterruption {
                progress.ended = .interrupted
            } else if !keepGoing {
                progress.ended = .failed
            }
        }
        return progress.ended == nil
    }
}

extension FileDescriptor {
    /// One read(2), which an interrupter ends on Ctrl-C even if that comes just before the thread enters the kernel. A
    /// descriptor with O_NONBLOCK, which another process may have set on the same pipe, waits like any.
    fileprivate func read(into buffer: inout [UInt8], for interrupter: Interrupter?) throws -> Int {
        let ticket = interrupter?.begin(deadline: nil, job: nil)
        defer { _ = ticket.flatMap { interrupter?.end($0) } }
        while true {
            do {
                return try buffer.withUnsafeMutableBytes { try read(into: $0, retryOnInterrupt: false) }
            } catch Errno.wouldBlock {
                guard Observation.waitUntilReadable(rawValue) else { throw Errno.interrupted }
            }
        }
    }
}

extension Interpreter {
    /// Runs a reader's piece.
    public static func run(
        _ piece: EntryReader.Piece,
        on session: Session,
        keepsGoing: Bool = false,
        confinement: Confinement? = nil
    ) -> Outcome {
        switch piece {
        case .entry(let source): run(source, on: session, keepsGoing: keepsGoing, confinement: confinement)
        case .tooLong(let source): refuse(source, .tooLong(limit: EntryReader.limit), on: session)
        }
    }

    private static func refuse(_ source: Source, _ problem: SyntaxError.Problem, on session: Session) -> Outcome {
        session.locked {
            let error = SyntaxError(problem, Span(0, source.text.count))
            let interpreter = Interpreter(Names(session), source)
            return interpreter.settle(interpreter.exit(for: error))
        }
    }
}
