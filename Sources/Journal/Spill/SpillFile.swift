import Sockets
import Synchronization
import SystemPackage

/// A file in the temporary folder for log items that memory has no room for. It is unlinked, so nothing is left of it
/// however the process ends.
///
/// It only grows: what was written stays in place as long as anyone holds the file. So a copy of a journal can keep
/// reading what it knows, whatever becomes of the journal.
final class SpillFile<Item: Logged>: Sendable {
    private struct State {
        var end = 0
        /// The items read last, and where.
        var last: (place: Range<Int>, items: [Item])?
    }

    /// How many bytes it may hold.
    let capacity: Int
    let descriptor: FileDescriptor
    private let state = Mutex(State())

    /// Puts items into an open file, which this object then closes.
    init(_ descriptor: FileDescriptor, capacity: Int) {
        self.descriptor = descriptor
        self.capacity = capacity
    }

    deinit { try? descriptor.close() }

    /// A new file in a folder, readable only by its owner and unlinked at once.
    static func make(in folder: String = temporaryFolder, capacity: Int) throws(Errno) -> SpillFile {
        let path = FilePath(folder).appending("netshell-journal-" + String(UInt64.random(in: .min ... .max), radix: 36))
        let opened: FileDescriptor
        do {
            opened = try FileDescriptor.open(
                path,
                .readWrite,
                options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
                permissions: .ownerReadWrite
            )
        } catch {
            throw error as? Errno ?? .ioError
        }
        _ = path.withPlatformString { unlink($0) }
        let limit = min(FileSizeLimit.bytes ?? capacity, room(on: opened) ?? capacity, capacity)
        return SpillFile(FileDescriptor(rawValue: Observation.movedAside(opened.rawValue)), capacity: limit)
    }

    /// How much of a file system may be filled: a quarter of what is free, as others need it, too. On one that is
    /// memory an eighth.
    private static func room(on file: FileDescriptor) -> Int? {
        var status = statvfs()
        guard fstatvfs(file.rawValue, &status) == 0 else { return nil }
        let free = Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
        )
        return free / (isInMemory(file) ? 8 : 4)
    }

    /// Whether a file is in memory: on a tmpfs, tmpfs(5).
    static func isInMemory(_ file: FileDescriptor) -> Bool { FileSizeLimit.isInMemory(file.rawValue) }

    /// Where temporary files go: `TMPDIR`, or `/tmp`.
    private static var temporaryFolder: String {
        guard let folder = getenv("TMPDIR").map({ String(cString: $0) }), !folder.isEmpty else { return "/tmp" }
        return folder
    }

    /// Appends items; returns where they are, or nil if the file would exceed ``capacity``.
    func append(_ items: [Item]) throws(Errno) -> Range<Int>? {
        var writer = ByteWriter(capacity: 1 << 17)
        writer.values(items)
        return try writer.withBytes { (bytes) throws(Errno) in try append(bytes) }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) throws(Errno) -> Range<Int>? {
        let range: Range<Int>? = state.withLock { state in
            guard capacity - state.end >= bytes.count else { return nil }
            defer { state.end += bytes.count }
            return state.end..<state.end + bytes.count
        }
        guard let range else { return nil }
        do {
            _ = try descriptor.writeAll(toAbsoluteOffset: Int64(range.lowerBound), bytes)
        } catch {
            throw error as? Errno ?? .ioError
        }
        return range
    }

    /// The items that ``append(_:)`` wrote there; nil if they cannot be read.
    func items(at range: Range<Int>) -> [Item]? {
        if let last = state.withLock({ $0.last }), last.place == range { return last.items }
        guard let items = read(range) else { return nil }
        state.withLock { $0.last = (range, items) }
        return items
    }

    private func read(_ range: Range<Int>) -> [Item]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < range.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let offset = Int64(range.lowerBound + filled)
                guard let count = try? descriptor.read(fromAbsoluteOffset: offset, into: rest), count > 0 else {
                    return
                }
                filled += count
            }
        }
        guard bytes.count == range.count else { return nil }
        return bytes.withUnsafeBytes { buffer in
            var reader = ByteReader(buffer)
            guard let items: [Item] = try? reader.values(), reader.isAtEnd else { return nil }
            return items
        }
    }
}
