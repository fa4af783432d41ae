import Journal
import Language
import Sockets

extension Confinement {
    /// Rejects a lookup for which the resolver may ask another machine: what a name server is asked says something to
    /// whoever runs it. What stays here are numbers, `localhost` (RFC 6761 section 6.3), this machine's own addresses,
    /// and what cannot be a name; the head may name others.
    func check(lookUp kind: CallKind, _ arguments: [Argument], at span: Span) throws(Failure) {
        // The name, or the address, is always the first argument.
        guard kind.has(.resolves), let argument = arguments.first else { return }
        let shown: String
        switch argument.value {
        case .text(let host):
            if mayAsk(about: host, isReverse: kind == .gethostbyaddr) { return }
            shown = host
        case .address(let address):
            if mayAsk(about: address) { return }
            shown = address.description
        default: return
        }
        throw Self.refusal(
            "ask about \(Quoting.oneLine(shown))",
            "its head may name it: names: \(Quoting.oneLine(shown))",
            "netshell learn --outside allows it, if you trust the lesson",
            at: span
        )
    }

    private func mayAsk(about host: String, isReverse: Bool) -> Bool {
        if let address = IPv4Address(host) { return !isReverse || mayAsk(about: .inet(address, port: 0)) }
        if let address = IPv6Address(host.prefix { $0 != "%" }.description) {
            return !isReverse || mayAsk(about: .inet6(address, port: 0, flowInfo: 0, scope: 0))
        }
        let name = Self.canonical(host)
        // An empty label cannot be sent (RFC 1035 section 3.1).
        return name == "localhost" || rights.names.contains(name)
            || name.split(separator: ".", omittingEmptySubsequences: false).contains("")
    }

    private func mayAsk(about address: SocketAddress) -> Bool {
        Self.isLocal(address) || rights.networks.contains { $0.covers(address) }
    }

    /// A host's name as names are compared: in lower case, without the dot at the end (RFC 4343, RFC 1034 section 3.1).
    static func canonical(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.hasSuffix(".") && lower.utf8.count > 1 ? String(lower.dropLast()) : lower
    }
}
