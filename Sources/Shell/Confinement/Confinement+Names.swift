import Journal
import Language
import Sockets

extension Confinement {
    /// Rejects a lookup for which the resolver may ask another machine. Names of this one are localhost and names
    /// ending in `.localhost` (RFC 6761 §6.3); its addresses are the loopback network. What cannot be a name is not
    /// looked up anywhere. Granting a lesson addresses of other machines includes the means to find them.
    func check(lookUp kind: CallKind, _ arguments: [Argument], at span: Span) throws(Failure) {
        // The name, or the address, is always the first argument.
        guard !reachesOthers, kind.has(.resolves), let argument = arguments.first else { return }
        let shown: String
        switch argument.value {
        case .text(let host):
            // A forward lookup of a number asks nobody.
            if Self.isOfThisMachine(host, orNumeric: kind != .gethostbyaddr) { return }
            shown = host
        case .address(let address):
            if Self.isLocal(address) { return }
            shown = address.description
        default: return
        }
        throw Self.refusal(
            "ask about \(Quoting.oneLine(shown))",
            "netshell learn --outside allows it, if you trust the lesson",
            at: span
        )
    }

    private static func isOfThisMachine(_ host: String, orNumeric: Bool) -> Bool {
        if let address = IPv4Address(host) { return orNumeric || isLocal(.inet(address, port: 0)) }
        if let address = IPv6Address(host) {
            return orNumeric || isLocal(.inet6(address, port: 0, flowInfo: 0, scope: 0))
        }
        let name = host.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return labels.last == "localhost" || labels.dropLast().contains("") || name.utf8.contains { $0 <= 0x20 }
    }
}
