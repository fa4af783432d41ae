import Language
import Sockets

/// What a host's name looks like that nobody knows, and what may have been meant.
enum HostSpelling {
    /// Why nobody has the name, as far as the name itself tells.
    ///
    /// - Parameter isVersion4: whether the call knows IPv4 addresses only.
    static func problem(of host: String, isVersion4: Bool = false) -> String {
        if isVersion4, IPv6Address(host) != nil { return "it is an IPv6 address, and this call knows IPv4 only" }
        if !host.isEmpty, host.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == 46 }) {
            return "an IPv4 address is four numbers from 0 to 255"
        }
        if host.contains("/") { return "a URL is not a name; the host is the part between // and the next /" }
        if let colons = problemOfColons(in: host) { return colons }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let named = labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
        if named.contains(where: \.isEmpty) {
            return "there has to be something between two dots of a name, so no name server was asked"
        }
        if named.contains(where: { $0.utf8.count > 63 }) || host.utf8.count > 254 {
            return "the part between two dots has at most 63 characters, and a name 253 (RFC 1035 section 2.3.4)"
        }
        return host.contains(".") ? "neither /etc/hosts nor the name servers know it" : "/etc/hosts does not know it"
    }

    /// What is wrong with a name that has a colon or brackets; nil if it has neither.
    private static func problemOfColons(in host: String) -> String? {
        if host.hasPrefix("[") { return "the brackets around an address belong to URLs" }
        if let percent = host.firstIndex(of: "%") { return problemOfScope(host[..<percent]) }
        return switch host.filter({ $0 == ":" }).count {
        case 0: nil
        case 1: "the port is a word of its own"
        default: "an IPv6 address is eight groups of four hexadecimal digits, and one :: stands for groups of zeros"
        }
    }

    /// What is wrong with the scope after an address. glibc takes an interface's name only where a scope belongs (RFC
    /// 4007 section 11), a number anywhere.
    private static func problemOfScope(_ address: Substring) -> String {
        guard let address = IPv6Address(String(address)) else { return "before a % comes an IPv6 address" }
        return address.isLinkLocal || address.isMulticast
            ? "after the % comes an interface, and this machine has none of that name"
            : "the C library takes an interface's name only after a link-local address (fe80::/10); after any other, only its "
                + "number"
    }

    /// The host within brackets, or before one colon and a port: how it is typed here.
    static func corrected(_ host: String) -> String? {
        if let percent = host.firstIndex(of: "%"), IPv6Address(String(host[..<percent])) != nil {
            return Quoting.word(String(host[..<percent]))
        }
        guard let (address, port) = parts(of: host) else { return nil }
        return Quoting.word(address) + (port.map { " \($0)" } ?? "")
    }

    /// The host and the port of `[::1]:80`, `[::1]` or `localhost:80`.
    private static func parts(of host: String) -> (String, UInt16?)? {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            let address = String(host[host.index(after: host.startIndex)..<end])
            let rest = host[host.index(after: end)...]
            guard IPv6Address(address) != nil else { return nil }
            return (address, rest.hasPrefix(":") ? UInt16(rest.dropFirst()) : nil)
        }
        let words = host.split(separator: ":", omittingEmptySubsequences: false)
        guard words.count == 2, !words[0].isEmpty, let port = UInt16(words[1]) else { return nil }
        return (String(words[0]), port)
    }

    /// For a name that this machine's own list has with the other family's address alone: the family that was wanted,
    /// the other as it is typed, and that address.
    static func otherFamily(of host: String, _ e: Evidence) -> (own: String, other: String, address: String)? {
        let wanted = e.short("ai_family")
        guard wanted == "inet" || wanted == "inet6" else { return nil }
        let known = KnownHosts.all().filter { $0.name == host }.map(\.address)
        let isVersion6 = known.map { IPv6Address($0) != nil }
        guard let address = known.first, !isVersion6.contains(wanted == "inet6") else { return nil }
        return wanted == "inet6" ? ("IPv6", "inet", address) : ("IPv4", "inet6", address)
    }
}
