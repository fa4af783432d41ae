import Journal
import Language
import Sockets

/// Files: in its own folder a lesson reads what is not hidden and writes what it made itself; in the temporary folder,
/// which is shared, it uses what it made itself, under names that begin with `netshell-`.
extension Confinement {
    /// How a file is used.
    public enum Use: Sendable {
        /// Its content is read.
        case reading
        /// It is created, written, removed, or connected to as a socket.
        case writing
    }

    /// Whether a path may be used this way.
    public func allows(path: String, for use: Use) -> Bool {
        let normal = Self.resolved(path)
        if path.split(separator: "/").contains("..") { return false }
        if isGranted(normal) || room.holds(normal) { return true }
        guard isInside(normal) else { return false }
        switch use {
        case .reading: return !normal.hasPrefix(temporary)
        case .writing: return !Self.isTaken(normal)
        }
    }

    /// Rejects a path that may not be used this way; what a session bound to a path itself may be removed.
    func check(path: String, for use: Use, of session: Session, at span: Span) throws(Failure) {
        if allows(path: path, for: use) { return }
        if use == .writing, Folder.isSocket(path), isInside(Self.resolved(path)), session.boundNames.contains(path) {
            return
        }
        throw Self.refusal(
            "touch \(Quoting.word(path))",
            """
            a lesson reads its own folder, and writes there or as /tmp/\(Self.prefix)… what it makes itself; \
            its head asks for more: files
            """,
            at: span
        )
    }

    /// Notes what a path leads to now as the lesson's own.
    func note(made path: String) { room.note(made: Self.resolved(path)) }

    private func isGranted(_ path: String) -> Bool {
        path == "/dev/null" || rights.files.contains { path == $0 || path.hasPrefix($0 == "/" ? "/" : $0 + "/") }
    }

    /// Whether a path is in the lesson's own folder and not hidden there, or one of its names in the temporary folder.
    func isInside(_ path: String) -> Bool {
        if path.hasPrefix(temporary) { return true }
        guard let own, path.hasPrefix(own + "/") else { return false }
        return !path.dropFirst(own.count).contains("/.")
    }

    /// Whether something is at a path.
    static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}

/// Folders that a lesson may lie in and that are not its own all the same.
extension Confinement {
    /// The folders that desktops make in home (xdg-user-dirs).
    private static let customary: Set<String> = [
        "Desktop", "Documents", "Downloads", "Music", "Pictures", "Public", "Templates", "Videos",
    ]

    /// Whether a folder holds more than a course: `/` and what is directly in it, home and the folders above it, those
    /// that everybody has there, and those into which everybody may write.
    static func isShared(_ folder: String) -> Bool {
        guard folder.split(separator: "/").count > 1 else { return true }
        for home in homes where home == folder || home.hasPrefix(folder + "/") { return true }
        if let slash = folder.lastIndex(of: "/"), homes.contains(String(folder[..<slash])) {
            let name = folder[slash...].dropFirst()
            if customary.contains(String(name)) || name.hasPrefix(".") { return true }
        }
        var status = stat()
        return stat(folder, &status) != 0 || status.st_mode & S_IWOTH != 0
    }

    /// The learner's home, by the environment and by the list of users (passwd(5)).
    private static var homes: [String] {
        var homes: [String] = []
        if let home = getenv("HOME") { homes.append(resolved(String(cString: home))) }
        if let home = getpwuid(getuid())?.pointee.pw_dir { homes.append(resolved(String(cString: home))) }
        return homes
    }
}

extension Confinement {
    /// Where a path leads, following links as far as it exists.
    static func resolved(_ path: String) -> String {
        let folder = path.hasPrefix("/") ? nil : getcwd(nil, 0)
        defer { free(folder) }
        let normal = normalized((folder.map { String(cString: $0) + "/" } ?? "") + path)
        var (start, rest) = (normal, "")
        while start.count > 1 {
            if let found = realpath(start, nil) {
                defer { free(found) }
                return String(cString: found) + rest
            }
            // A dangling link could be made to lead somewhere by writing to it.
            if isTaken(start) { return "" }
            let slash = start.lastIndex(of: "/") ?? start.startIndex
            rest = start[slash...] + rest
            start = String(start[..<slash])
        }
        return normal
    }

    /// An absolute path without `//` and `/.`.
    private static func normalized(_ path: String) -> String {
        "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
