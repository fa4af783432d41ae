/// The history's file. Several shells may write it at the same time, and any may be killed at any time: an entry is
/// one appending `write` under a lock, and the file is only ever replaced by a complete one.
final class HistoryFile {
    /// Why the file cannot be used.
    struct Failure: Error, Equatable, CustomStringConvertible {
        let path: String
        let doing: String
        let code: Int32

        var description: String { "cannot \(doing) \(path): \(String(cString: strerror(code)))" }
    }

    /// What was read.
    struct Loaded {
        var entries: [String] = []
        var lines = 0
        var damaged = 0
    }

    private let path: String
    private let limit: Int
    /// Whether the last opening got the lock. Without it entries can be added but the file not replaced.
    private var isLocked = false
    /// Lines in the file that the next compaction would remove.
    private var surplus = 0

    init(path: String, limit: Int) {
        self.path =
            realpath(path, nil).map { resolved in
                defer { free(resolved) }
                return String(cString: resolved)
            } ?? path
        self.limit = limit
    }

    /// Reads the file; if there is none yet, makes sure that it can be created.
    func load() throws(Failure) -> Loaded {
        let descriptor = try openLocked()
        defer { close(descriptor) }
        if isLocked { removeLeftOvers() }
        let loaded = Self.parse(try readAll(descriptor), limit: limit)
        surplus = loaded.lines - loaded.entries.count
        return loaded
    }

    /// Reads a file that cannot be written; what was entered before is useful even so.
    func loadOnly() -> Loaded {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return Loaded() }
        defer { close(descriptor) }
        guard Self.isRegular(descriptor) else { return Loaded() }
        return Self.parse((try? readAll(descriptor)) ?? [], limit: limit)
    }

    /// Adds an entry at the end.
    func append(_ entry: String, isDouble: Bool) throws(Failure) {
        let descriptor = try openLocked()
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0x0A
        if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
        // A line that a killed process left unfinished must not swallow this one.
        let line = (last == 0x0A ? "" : "\n") + HistoryLine.encode(entry) + "\n"
        try write(line, to: descriptor, orTruncateTo: size)
        if isDouble { surplus += 1 }
        if surplus > 500 && isLocked { try compact(locked: descriptor) }
    }

    /// Rewrites the file without duplicates, if there are any.
    func compactIfNeeded() throws(Failure) {
        guard surplus > 0 else { return }
        let descriptor = try openLocked()
        defer { close(descriptor) }
        if isLocked { try compact(locked: descriptor) }
    }

    /// Removes the new files of shells that were killed while they wrote one: whoever has the lock is the only one who
    /// may.
    private func removeLeftOvers() {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? "./"
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let other = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard other.hasPrefix(name + "."), other.hasSuffix(".new") else { continue }
            if Int32(other.dropFirst(name.count + 1).dropLast(4)) != nil { unlink(folder + other) }
        }
    }

    private func compact(locked descriptor: Int32) throws(Failure) {
        let loaded = Self.parse(try readAll(descriptor), limit: limit)
        let beside = path + ".\(getpid()).new"
        let new = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard new >= 0 else { throw failure("write") }
        defer { close(new) }
        do throws(Failure) {
            let text = loaded.entries.map { HistoryLine.encode($0) + "\n" }.joined()
            try write(text, to: new, orTruncateTo: 0)
            guard fsync(new) == 0, rename(beside, path) == 0 else { throw failure("replace") }
        } catch {
            unlink(beside)
            throw error
        }
        surplus = 0
    }

    static func parse(_ bytes: [UInt8], limit: Int) -> Loaded {
        var loaded = Loaded()
        var seen: Set<String> = []
        // From the newest on, so that the last of duplicates stays.
        for line in bytes.split(separator: 0x0A).reversed() {
            loaded.lines += 1
            guard let entry = HistoryLine.decode(line) else {
                loaded.damaged += 1
                continue
            }
            if loaded.entries.count < limit && seen.insert(entry).inserted { loaded.entries.append(entry) }
        }
        loaded.entries.reverse()
        return loaded
    }

    /// Opens the file with its lock held. Another process may have replaced it between opening and locking: then
    /// the new one must be opened.
    private func openLocked() throws(Failure) -> Int32 {
        for _ in 0..<50 {
            let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                if errno == ENOENT && makeFolder() { continue }
                throw failure("open")
            }
            guard Self.isRegular(descriptor) else {
                close(descriptor)
                throw Failure(path: path, doing: "use", code: EINVAL)
            }
            isLocked = lock(descriptor)
            if isNamed(descriptor) { return descriptor }
            close(descriptor)
        }
        throw Failure(path: path, doing: "lock", code: EAGAIN)
    }

    private static func isRegular(_ descriptor: Int32) -> Bool {
        var state = stat()
        return fstat(descriptor, &state) == 0 && state.st_mode & S_IFMT == S_IFREG
    }

    /// Whether the path still names what was opened.
    private func isNamed(_ descriptor: Int32) -> Bool {
        var opened = stat()
        var named = stat()
        guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0 else { return false }
        return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    }

    /// Waits at most two seconds: a shell stopped while holding the lock must not stop this one, and an
    /// append is one `write` in any case.
    private func lock(_ descriptor: Int32) -> Bool {
        for _ in 0..<1000 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            if errno != EWOULDBLOCK && errno != EINTR { return false }
            usleep(2000)
        }
        return false
    }

    private func makeFolder() -> Bool {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            made += part + "/"
            if mkdir(made, 0o700) != 0 && errno != EEXIST && errno != EISDIR && errno != EROFS && errno != EACCES {
                return false
            }
        }
        return access(made.isEmpty ? "." : made, W_OK) == 0
    }

    private func readAll(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // The end of a file that something else has blown up; entries are far shorter.
        lseek(descriptor, max(0, lseek(descriptor, 0, SEEK_END) - (64 << 20)), SEEK_SET)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("read") }
            bytes += buffer[..<count]
        }
    }

    private func write(_ text: String, to descriptor: Int32, orTruncateTo size: Int) throws(Failure) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let cause = failure("write")
                ftruncate(descriptor, size)
                throw cause
            }
            done += count
        }
    }

    private func failure(_ doing: String) -> Failure {
        Failure(path: path, doing: doing, code: errno)
    }
}
