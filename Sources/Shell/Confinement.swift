import Journal
import Language
import Sockets

/// What statements that came with a lesson may not do: reach an address outside this machine, or a file outside the
/// lesson's own folder and the temporary one. What the learner types is never confined.
public struct Confinement: Sendable {
    /// The folders and files that may be read and written.
    public let folders: [String]
    /// The addresses outside this machine that may be reached.
    public let networks: [Network]

    /// Only these files and what is below these folders, and of other machines only these.
    public init(folders: [String], networks: [Network] = []) {
        self.folders = folders.map(Self.resolved)
        self.networks = networks
    }

    /// Whether a path is in the folders.
    public func allows(path: String) -> Bool {
        let normal = Self.resolved(path)
        return !path.split(separator: "/").contains("..")
            && (folders.contains { normal == $0 || normal.hasPrefix($0 + "/") } || normal == "/dev/null")
    }

    /// Refuses a path outside the folders.
    func check(path: String, at span: Span) throws(Failure) {
        if allows(path: path) { return }
        throw Failure(
            .other(
                className: "Confined",
                message: "a lesson may not touch \(Quoting.word(path))",
                advice: ["a lesson's files are in its own folder or in the temporary one, or named in its head"]
            ),
            at: span
        )
    }

    /// Refuses an address of another machine.
    func check(_ address: SocketAddress, at span: Span) throws(Failure) {
        guard !Self.isLocal(address), !networks.contains(where: { $0.contains(address) }) else { return }
        throw Failure(
            .other(
                className: "Confined",
                message: "a lesson may not reach \(address)",
                advice: [
                    "its head may ask for addresses: networks",
                    "netshell learn --outside allows all, if you trust the lesson",
                ]
            ),
            at: span
        )
    }

    static func isLocal(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): host.octets[0] == 127 || host == .any
        case .inet6(let host, _, _, _): host == .loopback || host == .any || host.mapped?.octets[0] == 127
        case .unix, .netlink, .unspecified: true
        case .packet, .vsock, .other: false
        }
    }

    /// Where a path leads, links followed as far as it exists.
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
            // What is a link and leads nowhere could be made to lead somewhere by writing to it.
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
