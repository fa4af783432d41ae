import Language
import Sockets

/// A host as other programs write it: with its port, in brackets, as a URL, as a network.
enum HostText {
    /// What is wrong with a text as a host, and the words that it should be.
    struct Reading {
        let problem: String
        let words: [String]
        /// The path of a URL.
        var path = "/"
        /// Whether it is a network and not one address.
        var isNetwork = false
    }

    /// The host and port in a text; nil if it is a plain host.
    static func reading(_ text: String) -> Reading? {
        if let url = url(text) { return url }
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<end])
            let port = text[text.index(after: end)...].drop { $0 == ":" }
            return Reading(problem: "an address has no brackets", words: [host] + (port.isEmpty ? [] : [String(port)]))
        }
        if let slash = text.firstIndex(of: "/"), UInt8(text[text.index(after: slash)...]) != nil {
            let address = String(text[..<slash])
            guard IPv4Address(address) != nil || IPv6Address(address) != nil else { return nil }
            // A network's own address is no host's: the first after it is.
            let isOwn = address.hasSuffix(".0")
            return Reading(
                problem: "\(text) is a network, and here one address is wanted",
                words: [isOwn ? String(address.dropLast()) + "1" : address],
                isNetwork: true
            )
        }
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let (host, port) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
        guard UInt16(port) != nil, !host.contains(":") || IPv6Address(host) != nil,
            IPv6Address(text) == nil || host == "::1"
        else { return nil }
        return Reading(problem: "host and port are two words", words: [host.isEmpty ? "0.0.0.0" : host, port])
    }

    /// The host, the port and the path of a URL.
    private static func url(_ text: String) -> Reading? {
        guard
            let scheme = ["http", "https", "ftp", "ws", "wss", "tcp", "udp", "tls"].first(where: {
                text.lowercased().hasPrefix($0 + "://")
            })
        else { return nil }
        let rest = text.dropFirst(scheme.count + 3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = rest.dropFirst(authority.count).prefix { $0 != "#" }
        let words = reading(String(authority))?.words ?? [String(authority)]
        let port = ["https": "443", "wss": "443", "ftp": "21"][scheme] ?? "80"
        return Reading(
            problem: "a URL is several things, and the host is what is between // and the next /",
            words: words.count > 1 ? words : words + [port],
            path: path.hasPrefix("/") ? String(path) : "/" + path
        )
    }

    /// The host and the port as two words; the sample port if there is none.
    static func words(_ text: String) -> [String] {
        let words = reading(text)?.words ?? [text]
        return words.count > 1 ? words : [words[0].isEmpty ? "0.0.0.0" : words[0], ArgumentKind.port.sample ?? "80"]
    }
}

extension String {
    /// The text with one text in place of another.
    func replacing(_ old: String, with new: String) -> String {
        guard !old.isEmpty else { return self }
        var (result, rest) = ("", self[...])
        while let first = rest.first {
            if rest.hasPrefix(old) {
                result += new
                rest = rest.dropFirst(old.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
