import Journal
import Language
import Sockets

extension Confinement {
    /// Rejects an address of another machine, and a unix address that is not the lesson's: another program on this
    /// machine may listen there and do what it is told.
    func check(_ address: SocketAddress, at span: Span) throws(Failure) {
        switch address {
        case .unix(.path(let path)):
            guard let text = String(validating: path, as: UTF8.self) else {
                throw Self.refusal("use a path that is not UTF-8", at: span)
            }
            try check(path: text, for: .writing, at: span)
        case .unix(.abstract(let name)):
            guard !name.starts(with: Self.prefix.utf8) else { return }
            throw Self.refusal("use the name \(address)", "a lesson's names begin with @\(Self.prefix)", at: span)
        default:
            guard !Self.isLocal(address), !networks.contains(where: { $0.contains(address) }) else { return }
            throw Self.refusal(
                "reach \(address)",
                "its head may ask for addresses: networks",
                "netshell learn --outside allows all, if you trust the lesson",
                at: span
            )
        }
    }

    static func isLocal(_ address: SocketAddress) -> Bool {
        switch address {
        case .inet(let host, _): host.octets[0] == 127 || host == .any
        case .inet6(let host, _, _, _): host == .loopback || host == .any || host.mapped?.octets[0] == 127
        case .unix, .unspecified: true
        case .netlink, .packet, .vsock, .other: false
        }
    }
}
