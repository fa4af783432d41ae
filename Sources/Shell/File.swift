import Journal
import Language
import Sockets
import SystemPackage

/// A file that a statement names, read or written piece by piece; an error says which file and where it was typed.
public struct File {
    /// The path as typed.
    public let path: String
    /// The open descriptor.
    public let descriptor: FileDescriptor
    private let span: Span
    /// Where the contents go until they are complete; nil for a file that is read or is no regular file.
    private let temporary: String?

    /// Opens a file for reading.
    public static func open(_ path: String, at span: Span) throws(Failure) -> File {
        let descriptor = try attempt(path, span) {
            try FileDescriptor.open(SystemPackage.FilePath(path), .readOnly, options: [.closeOnExec])
        }
        let file = File(path: path, descriptor: descriptor, span: span, temporary: nil)
        // A folder opens, but reading tells; better now than in the middle of a transfer.
        do {
            _ = try descriptor.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(start: nil, count: 0))
        } catch Errno.isDirectory {
            file.close()
            throw Failure(.file(path: path, .isDirectory), at: span)
        } catch {}
        return file
    }

    /// Opens a file for writing. A regular file is written beside its name and takes its place only by ``finish()``.
    public static func create(_ path: String, at span: Span) throws(Failure) -> File {
        if isSpecial(path) {
            let descriptor = try attempt(path, span) {
                try FileDescriptor.open(SystemPackage.FilePath(path), .writeOnly, options: [.closeOnExec])
            }
            return File(path: path, descriptor: descriptor, span: span, temporary: nil)
        }
        let temporary = path + ".part"
        let descriptor = try attempt(path, span) {
            try FileDescriptor.open(
                SystemPackage.FilePath(temporary),
                .writeOnly,
                options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
        }
        return File(path: path, descriptor: descriptor, span: span, temporary: temporary)
    }

    /// Whether something other than a regular file stands there: a device, a folder.
    private static func isSpecial(_ path: String) -> Bool {
        guard let file = try? FileDescriptor.open(SystemPackage.FilePath(path), .readOnly, options: [.nonBlocking])
        else {
            return false
        }
        defer { try? file.close() }
        return (try? file.seek(offset: 0, from: .end)) == nil || path.hasPrefix("/dev/")
    }

    /// How many bytes it has; nil for what has no size: a pipe, a terminal.
    public var size: Int? { (try? descriptor.seek(offset: 0, from: .end)).map { Int($0) } }

    /// At most `count` bytes; none at the end.
    public func read(_ count: Int) throws(Failure) -> [UInt8] {
        try Self.attempt(path, span) {
            try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                filled = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
        }
    }

    /// Writes all bytes.
    public func write(_ bytes: [UInt8]) throws(Failure) {
        _ = try Self.attempt(path, span) { try descriptor.writeAll(bytes) }
    }

    /// Puts the file in its place.
    public func finish() throws(Failure) {
        close()
        guard let temporary else { return }
        if rename(temporary, path) != 0 { throw Failure(.file(path: path, Errno(rawValue: errno)), at: span) }
    }

    /// Leaves things as they were.
    public func abandon() {
        close()
        if let temporary { unlink(temporary) }
    }

    /// Closes the descriptor.
    public func close() { try? descriptor.close() }

    private static func attempt<Result>(
        _ path: String,
        _ span: Span,
        _ body: () throws -> Result
    ) throws(Failure) -> Result {
        do {
            return try body()
        } catch let errno as Errno {
            throw Failure(.file(path: path, errno), at: span)
        } catch {
            throw Failure(.file(path: path, .ioError), at: span)
        }
    }
}
