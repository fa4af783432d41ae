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
        self.folders = folders.map(Self.normalized)
        self.networks = networks
    }

    /// Whether a path is in the folders.
    public func allows(path: String) -> Bool {
        let normal = Self.normalized(path)
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

    private static func isLocal(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): host.octets[0] == 127 || host == .any || 224...239 ~= host.octets[0]
        case .inet6(let host, _, _, _):
            host == .loopback || host == .any || host.mapped?.octets[0] == 127 || host.octets[0] == 0xff
        case .unix, .netlink, .unspecified: true
        case .packet, .vsock, .other: false
        }
    }

    /// An absolute path without `//` and `/.`.
    private static func normalized(_ path: String) -> String {
        "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
