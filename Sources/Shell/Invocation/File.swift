import Journal
import Language
import Sockets
import SystemPackage

/// A file named by a statement, read or written piece by piece; an error says which file and where it was typed.
public struct File {
    /// The path as typed.
    public let path: String
    /// The open descriptor.
    public let descriptor: FileDescriptor
    private let span: Span
    /// Where the contents go until they are complete; nil for a file that is read or is not a regular file.
    private let temporary: String?
    /// What waits for a pipe or a device; nil if nothing may.
    private let waiter: Waiter?
    /// What the statement that writes it may; nil for a person's own.
    private let confinement: Confinement?

    private init(
        _ path: String,
        _ descriptor: FileDescriptor,
        _ span: Span,
        temporary: String? = nil,
        waiter: Waiter? = nil,
        confinement: Confinement? = nil
    ) {
        self.path = path
        self.descriptor = descriptor
        self.span = span
        self.temporary = temporary
        self.waiter = waiter
        self.confinement = confinement
    }

    /// Opens a file for reading. A pipe may have to wait for its other end, through the waiter.
    public static func open(_ path: String, at span: Span, for waiter: Waiter? = nil) throws(Failure) -> File {
        let waiter = isRegular(path) == false ? waiter : nil
        let descriptor = try attempt(path, span, waiter) {
            try FileDescriptor.open(
                SystemPackage.FilePath(path),
                .readOnly,
                options: [.closeOnExec],
                retryOnInterrupt: false
            )
        }
        let file = File(path, descriptor, span, waiter: waiter)
        // Opening a folder succeeds and only reading fails; better now than in the middle of a transfer.
        do {
            _ = try descriptor.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(start: nil, count: 0))
        } catch Errno.isDirectory {
            file.close()
            throw Failure(.file(path: path, .isDirectory), at: span)
        } catch {}
        return file
    }

    /// Opens a file for writing. A regular file has a temporary name and takes its place only in ``finish()``.
    public static func create(_ path: String, at span: Span, for waiter: Waiter? = nil) throws(Failure) -> File {
        if try isSpecial(path, span) {
            let descriptor = try attempt(path, span, waiter) {
                try FileDescriptor.open(
                    SystemPackage.FilePath(path),
                    .writeOnly,
                    options: [.closeOnExec],
                    retryOnInterrupt: false
                )
            }
            return File(path, descriptor, span, waiter: waiter, confinement: waiter?.confinement)
        }
        try waiter?.confinement?.room.take(.files, at: span)
        var number = 0
        while true {
            // Never overwrites an existing file: it may be someone's.
            let temporary = path + ".part" + (number == 0 ? "" : String(number))
            do throws(Failure) {
                let descriptor = try attempt(path, span, nil) {
                    try FileDescriptor.open(
                        SystemPackage.FilePath(temporary),
                        .writeOnly,
                        options: [.create, .exclusiveCreate, .closeOnExec],
                        permissions: [.ownerReadWrite, .groupRead, .otherRead]
                    )
                }
                return File(path, descriptor, span, temporary: temporary, confinement: waiter?.confinement)
            } catch {
                guard case .file(_, .fileExists) = error.reason, number < 100 else { throw error }
                number += 1
            }
        }
    }

    /// Whether the path is something other than a regular file, such as a device or a pipe; a folder is an error.
    private static func isSpecial(_ path: String, _ span: Span) throws(Failure) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR { throw Failure(.file(path: path, .isDirectory), at: span) }
        return kind != S_IFREG
    }

    /// Whether a path leads to a regular file; nil if it leads nowhere.
    public static func isRegular(_ path: String) -> Bool? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT == S_IFREG : nil
    }

    /// Its size in bytes; nil for what has none: a pipe, a terminal.
    public var size: Int? { (try? descriptor.seek(offset: 0, from: .end)).map { Int($0) } }

    /// At most `count` bytes; none at the end.
    public func read(_ count: Int) throws(Failure) -> [UInt8] {
        try Self.attempt(path, span, waiter) {
            try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                filled = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer), retryOnInterrupt: false)
            }
        }
    }

    /// Writes all bytes.
    public func write(_ bytes: [UInt8]) throws(Failure) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    /// Writes all bytes of a buffer.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        try confinement?.room.take(.written, bytes.count, at: span)
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = try Self.attempt(path, span, waiter) {
                try descriptor.write(UnsafeRawBufferPointer(rebasing: rest), retryOnInterrupt: false)
            }
            rest = rest.dropFirst(written)
        }
    }

    /// Writes a file that appears under its name when `body` is done; if that fails, nothing changes.
    public static func write<Result>(
        _ path: String,
        at span: Span,
        for waiter: Waiter? = nil,
        _ body: (File) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let file = try create(path, at: span, for: waiter)
        do throws(Failure) {
            let result = try body(file)
            try file.finish()
            return result
        } catch {
            file.abandon()
            throw error
        }
    }

    /// Writes a text to a file, which appears under its name when it is complete.
    public static func save(
        _ text: String,
        as path: String,
        at span: Span,
        for waiter: Waiter? = nil
    ) throws(Failure) {
        try write(path, at: span, for: waiter) { (file) throws(Failure) in try file.write(Array(text.utf8)) }
    }

    /// Puts the file in its place and closes it; if that fails, ``abandon()`` must still be called.
    public func finish() throws(Failure) {
        if let temporary, rename(temporary, path) != 0 {
            throw Failure(.file(path: path, Errno(rawValue: errno)), at: span)
        }
        close()
        if temporary != nil { confinement?.note(made: path) }
    }

    /// Discards the file. Not after a successful ``finish()``.
    public func abandon() {
        close()
        if let temporary { unlink(temporary) }
    }

    /// Closes the descriptor.
    public func close() { try? descriptor.close() }

    /// Performs an operation on a file, repeating it if it was interrupted by a signal meant for something else.
    private static func attempt<Result>(
        _ path: String,
        _ span: Span,
        _ waiter: Waiter?,
        _ body: () throws -> Result
    ) throws(Failure) -> Result {
        while true {
            try waiter?.checkInterruption()
            let result = waiter?.run(.file) { Swift.Result { try body() } }.0 ?? Swift.Result { try body() }
            switch result {
            case .success(let result): return result
            case .failure(Errno.interrupted): continue
            case .failure(let error): throw Failure(.file(path: path, error as? Errno ?? .ioError), at: span)
            }
        }
    }
}
