import Journal
import Language
import Sockets

/// What statements that came with a lesson may not do: reach an address outside this machine, or a file outside the
/// lesson's own folder and the temporary one. What the learner types is never confined.
public struct Confinement: Sendable {
    /// The folders whose files may be read and written.
    public let folders: [String]

    /// Files only below these folders.
    public init(folders: [String]) { self.folders = folders.map(Self.resolved) }

    /// Refuses a path outside the folders.
    func check(path: String, at span: Span) throws(Failure) {
        let normal = Self.resolved(path)
        let isInside =
            !path.split(separator: "/").contains("..")
            && (folders.contains { normal == $0 || normal.hasPrefix($0 + "/") } || normal == "/dev/null")
        if isInside { return }
        throw Failure(
            .other(
                className: "Confined",
                message: "a lesson may not touch \(Quoting.word(path))",
                advice: ["a lesson's files are in its own folder or in the temporary one"]
            ),
            at: span
        )
    }

    /// Refuses an address of another machine.
    func check(_ address: SocketAddress, at span: Span) throws(Failure) {
        guard !Self.isLocal(address) else { return }
        throw Failure(
            .other(
                className: "Confined",
                message: "a lesson may not reach \(address)",
                advice: ["netshell learn --outside allows it, if you trust the lesson"]
            ),
            at: span
        )
    }

    static func isLocal(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): host.octets[0] == 127 || host == .any
        case .inet6(let host, _, _, _): host == .loopback || host == .any || isMapped(host)
        case .unix, .netlink, .unspecified: true
        case .packet, .vsock, .other: false
        }
    }

    /// Whether it is ::ffff:127.x.y.z.
    private static func isMapped(_ host: IPv6Address) -> Bool {
        host.octets[..<10].allSatisfy { $0 == 0 } && host.octets[10] == 0xff && host.octets[11] == 0xff
            && host.octets[12] == 127
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
