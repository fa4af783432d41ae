import Journal
import Language
import Sockets
import Synchronization

/// What a lesson's own statements may not do: reach an address outside this machine or be reached from there, or touch
/// a file outside the lesson's own folder and the temporary one. What the learner types is never confined.
///
/// In its own folder a lesson reads what is not hidden, and writes what it made itself; in the temporary folder, which
/// is shared, its names begin with `netshell-`.
public struct Confinement: Sendable {
    /// How a file is used.
    public enum Use: Sendable {
        /// Its content is read.
        case reading
        /// It is created, written, removed, or connected to as a socket.
        case writing
    }

    /// The addresses outside this machine that may be reached.
    public let networks: [Network]
    /// Whether other machines may be reached, rather than only let in.
    var reachesOthers: Bool { networks.contains { !$0.isWildcard } }
    /// Whether its sockets may be bound to every address of this machine, so that others can reach them.
    let isReachable: Bool
    /// The lesson's own folder.
    private let own: String?
    /// The files and folders granted by the learner.
    private let granted: [String]
    /// The path prefix of its files in the temporary folder.
    private let temporary: String
    /// The prefix of its file names in the temporary folder, and of its abstract names.
    static let prefix = "netshell-"
    /// The files that lessons in this process made in their own folders.
    private static let made = Mutex<Set<String>>([])

    /// Allows only the lesson's own folder, these files and these folders' contents, and of other machines only these.
    ///
    /// - Parameter isReachable: whether sockets may be bound to every address of this machine; implied if one of the
    ///   networks has the address 0.0.0.0 or ::.
    public init(
        own: String? = nil,
        folders: [String] = [],
        networks: [Network] = [],
        isReachable: Bool = false
    ) {
        self.isReachable = isReachable
        self.own = own.map(Self.resolved)
        granted = folders.map(Self.resolved)
        temporary = Self.resolved("/tmp") + "/" + Self.prefix
        self.networks = networks
    }

    /// Whether a path may be used this way. A writable path that does not exist yet is the lesson's own from now on.
    public func allows(path: String, for use: Use) -> Bool {
        let normal = Self.resolved(path)
        if path.split(separator: "/").contains("..") { return false }
        if granted.contains(where: { normal == $0 || normal.hasPrefix($0 + "/") }) || normal == "/dev/null" {
            return true
        }
        if normal.hasPrefix(temporary) { return true }
        guard let own, normal.hasPrefix(own + "/"), !normal.dropFirst(own.count).contains("/.") else { return false }
        guard use == .writing else { return true }
        var status = stat()
        if lstat(normal, &status) == 0 { return Self.made.withLock { $0.contains(normal) } }
        Self.made.withLock { _ = $0.insert(normal) }
        return true
    }

    /// Rejects a path that may not be used this way.
    func check(path: String, for use: Use, at span: Span) throws(Failure) {
        if allows(path: path, for: use) { return }
        throw Self.refusal(
            "touch \(Quoting.word(path))",
            "a lesson reads its own folder, writes there what it made, or what is called /tmp/\(Self.prefix)…; its head names more",
            at: span
        )
    }

    /// The failure that a lesson may not do something.
    static func refusal(_ deed: String, _ advice: String..., at span: Span) -> Failure {
        Failure(.other(.confined, message: "a lesson may not \(deed)", advice: advice), at: span)
    }

    /// Where a path leads, following links as far as it exists.
    private static func resolved(_ path: String) -> String {
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
            var status = stat()
            if lstat(start, &status) == 0 { return "" }
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
