import Sockets
import SystemPackage

/// The temporary files of ``File``: `NAME.PID.part` beside what they are to become. A process that was killed leaves
/// one; it is found and removed when the same file is written again.
///
/// A lock, flock(2), says whether its process still writes it: the kernel takes it back with the process, whatever
/// becomes of its number.
enum LeftOverFile {
    /// The name to write under until the file is complete.
    static func temporary(for path: String, number: Int) -> String {
        "\(path).\(getpid())\(number == 0 ? "" : ".\(number)").part"
    }

    /// Marks a temporary file as being written.
    static func claim(_ descriptor: FileDescriptor) { _ = flock(descriptor.rawValue, LOCK_EX | LOCK_NB) }

    /// Removes what killed processes left beside a file.
    static func remove(beside path: String) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? "./"
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        for other in Folder.names(in: folder) where isTemporary(other, of: name) { removeUnclaimed(folder + other) }
    }

    /// Whether a name is that of a temporary file of another.
    static func isTemporary(_ other: String, of name: String) -> Bool {
        guard other.hasPrefix(name + "."), other.hasSuffix(".part") else { return false }
        let middle = other.dropFirst(name.count + 1).dropLast(5)
        let numbers = middle.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(numbers.count) && numbers.allSatisfy { Int32($0).map { $0 > 0 } ?? false }
    }

    private static func removeUnclaimed(_ path: String) {
        let options: FileDescriptor.OpenOptions = [.noFollow, .nonBlocking, .closeOnExec]
        guard let descriptor = try? FileDescriptor.open(SystemPackage.FilePath(path), .readOnly, options: options)
        else {
            return
        }
        defer { try? descriptor.close() }
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_uid == geteuid(), flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0
        else { return }
        unlink(path)
    }
}
