import Journal
import Language
import LineEditing
import Shell
import Sockets
import SystemPackage

/// A file that grows while something is recorded: whole pieces only, so that it can be used whenever the writing ends.
final class RecordingFile {
    private let descriptor: FileDescriptor
    private let path: String
    private let isRegular: Bool
    private var size: Int64 = 0

    /// A recording's file, with its first piece. An existing one is refused unless forced, and stays as it was
    /// if the first piece cannot be written.
    convenience init(_ request: RecordingRequest, beginning piece: String) throws(Failure) {
        let path = request.path
        try Self.refuseExisting(path, isForced: request.isForced)
        guard Self.kind(of: path) == S_IFREG else {
            try self.init(path, isForced: true)
            try write(piece)
            return
        }
        let file = try File.create(path, at: Span(0, 0))
        do throws(Failure) {
            try file.write(Array(piece.utf8))
            try file.finish()
        } catch {
            file.abandon()
            throw error
        }
        try self.init(path, options: [.append])
        size = Int64(piece.utf8.count)
    }

    /// An empty file; an existing one is refused unless forced.
    convenience init(_ path: String, isForced: Bool) throws(Failure) {
        try Self.refuseExisting(path, isForced: isForced)
        try self.init(path, options: [.create, .truncate])
    }

    /// A file whose descriptor does not get in the way of the learner's.
    private init(_ path: String, options: FileDescriptor.OpenOptions) throws(Failure) {
        self.path = path
        do {
            let opened = try FileDescriptor.open(
                SystemPackage.FilePath(path),
                .writeOnly,
                options: options.union(.closeOnExec),
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
            descriptor = FileDescriptor(rawValue: Observation.movedAside(opened.rawValue))
            isRegular = Self.kind(of: path) == S_IFREG
        } catch {
            throw Failure(.file(path: path, error as? Errno ?? .ioError), at: Span(0, 0))
        }
    }

    /// How wide it is, in columns, if it is a terminal.
    var columns: Int? { TerminalSize.both(of: descriptor.rawValue)?.columns }

    /// Refuses to overwrite a file unless forced; devices and pipes keep nothing and may be written to.
    static func refuseExisting(_ path: String, isForced: Bool) throws(Failure) {
        guard !isForced, kind(of: path) == S_IFREG else { return }
        throw Failure(
            .other(
                .fileExists,
                message: "\(Quoting.word(path)) exists already",
                advice: ["--force lets the new one replace it"]
            )
        )
    }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Writes a piece; if that fails the file ends with the previous piece.
    func write(_ piece: String) throws(Failure) {
        do {
            size += Int64(try descriptor.writeAll(Array(piece.utf8)))
        } catch {
            if isRegular { _ = ftruncate(descriptor.rawValue, off_t(size)) }
            // An empty file would only get in the way of the next try.
            if isRegular, size == 0 { _ = unlink(path) }
            throw Failure(.file(path: path, error as? Errno ?? .ioError), at: Span(0, 0))
        }
    }

    deinit { try? descriptor.close() }
}
