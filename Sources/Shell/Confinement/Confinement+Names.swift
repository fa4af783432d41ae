import Journal
import Language
import Sockets

extension Confinement {
    /// Refuses a look-up for which the resolver may ask another machine. Names of this one are localhost and what ends in
    /// `.localhost` (RFC 6761 §6.3), its addresses those of the loopback network; what cannot be a name is asked nowhere.
    /// Whoever granted the lesson addresses of other machines granted it the way to find them.
    func check(lookUp kind: CallKind, _ arguments: [Argument], at span: Span) throws(Failure) {
        // The name, or the address, is what each of them is passed first.
        guard !reachesOthers, kind.has(.resolves), let argument = arguments.first else { return }
        let shown: String
        switch argument.value {
        case .text(let host):
            // To look a number up forwards asks nobody.
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
