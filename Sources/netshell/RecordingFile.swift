import Journal
import Language
import Shell
import Sockets
import SystemPackage

/// A file that grows while something is recorded: whole pieces only, so that it can be used whenever the writing ends.
final class RecordingFile {
    private let descriptor: FileDescriptor
    private let path: String
    private let isRegular: Bool
    private var size: Int64 = 0

    /// An empty file, out of the way of the learner's descriptors; one that is there is refused unless that is forced.
    convenience init(_ request: RecordingRequest) throws(Failure) {
        try self.init(request.path, isForced: request.isForced)
    }

    /// The same for a path.
    init(_ path: String, isForced: Bool) throws(Failure) {
        self.path = path
        try Self.refuseExisting(path, isForced: isForced)
        do {
            let opened = try FileDescriptor.open(
                SystemPackage.FilePath(path),
                .writeOnly,
                options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
            descriptor = FileDescriptor(rawValue: Observation.movedAside(opened.rawValue))
            isRegular = Self.kind(of: path) == S_IFREG
        } catch {
            throw Failure(.file(path: path, error as? Errno ?? .ioError), at: Span(0, 0))
        }
    }

    /// Refuses to write over a file unless that is forced; devices and pipes keep nothing and may be written to.
    static func refuseExisting(_ path: String, isForced: Bool) throws(Failure) {
        guard !isForced, kind(of: path) == S_IFREG else { return }
        throw Failure(
            .other(
                className: "FileExists",
                message: "\(Quoting.word(path)) is there already",
                advice: ["--force lets the new one take its place"]
            )
        )
    }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Writes a piece; where that fails the file ends with the piece before.
    func write(_ piece: String) throws(Failure) {
        do {
            size += Int64(try descriptor.writeAll(Array(piece.utf8)))
        } catch {
            if isRegular { _ = ftruncate(descriptor.rawValue, off_t(size)) }
            // An empty file would only be in the way of the next try.
            if isRegular, size == 0 { _ = unlink(path) }
            throw Failure(.file(path: path, error as? Errno ?? .ioError), at: Span(0, 0))
        }
    }

    deinit { try? descriptor.close() }
}
