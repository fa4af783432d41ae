/// The hosts that this system knows without a lookup (hosts(5)). Only for completion: lookups ask the resolver.
public enum KnownHosts {
    /// The names in a hosts file with their addresses, in file order; none if it cannot be read.
    public static func all(in path: String = "/etc/hosts") -> [(name: String, address: String)] {
        TextFile.lines(path).flatMap { line in
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            return words.dropFirst().map { (name: $0, address: words[0]) }
        }
    }
}

extension ServiceEntry {
    /// The services in a file (services(5)); NetShell's own if there is none. Only for completion.
    public static func all(in path: String = NameDatabases.system.services) -> [ServiceEntry] {
        let entries = TextFile.lines(path).flatMap { ServiceTable.entries(fileLine: $0) }
        return entries.isEmpty ? ServiceTable.entries : entries
    }
}

extension ServiceTable {
    /// The service on a line in services(5) format: a name, `port/protocol`, aliases; none for any other line.
    fileprivate static func entries(fileLine line: Substring) -> [ServiceEntry] {
        let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
        let place = words.count > 1 ? words[1].split(separator: "/") : []
        guard place.count == 2, let port = UInt16(place[0]) else { return [] }
        return [
            ServiceEntry(name: words[0], aliases: Array(words.dropFirst(2)), port: port, protocolName: String(place[1]))
        ]
    }
}

/// A small system file, read whole.
private enum TextFile {
    private static let limit = 1 << 20

    /// Its lines; none if it cannot be read, or is not text.
    static func lines(_ path: String) -> [Substring] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self).split(whereSeparator: \.isNewline)
    }
}
