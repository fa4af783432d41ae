/// The hosts that this system knows by itself (hosts(5)). Only for completion: look-ups ask the resolver.
public enum KnownHosts {
    /// The names of a hosts file with their addresses, in its order; none where it cannot be read.
    public static func all(in path: String = "/etc/hosts") -> [(name: String, address: String)] {
        TextFile.lines(path).flatMap { line in
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            return words.dropFirst().map { (name: $0, address: words[0]) }
        }
    }
}

extension ServiceEntry {
    /// The services of a file (services(5)); NetShell's own where there is none. Only for completion.
    public static func all(in path: String = NameDatabases.system.services) -> [ServiceEntry] {
        let entries = TextFile.lines(path).flatMap { ServiceTable.entries(fileLine: $0) }
        return entries.isEmpty ? ServiceTable.entries : entries
    }
}

extension ServiceTable {
    /// The service of a line as services(5) has it: a name, `port/protocol`, aliases; none for any other line.
    fileprivate static func entries(fileLine line: Substring) -> [ServiceEntry] {
        let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
        let place = words.count > 1 ? words[1].split(separator: "/") : []
        guard place.count == 2, let port = UInt16(place[0]) else { return [] }
        return [
            ServiceEntry(name: words[0], aliases: Array(words.dropFirst(2)), port: port, protocolName: String(place[1]))
        ]
    }
}

/// A small file of the system's, read whole.
private enum TextFile {
    private static let limit = 1 << 20

    /// Its lines; none where it cannot be read, or is no text.
    static func lines(_ path: String) -> [Substring] {
        guard let file = fopen(path, "re") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self).split(whereSeparator: \.isNewline)
    }
}
