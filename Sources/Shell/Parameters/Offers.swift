import Journal
import Language
import Sockets
import SystemPackage

// Completion candidates that several parameters share.

extension Session {
    /// The hosts that this session's calls looked up, newest first.
    var hostsAskedFor: [String] {
        var seen: Set<String> = []
        return journal.calls(from: journal.count - 500).reversed().compactMap { call in
            guard let host = call.arguments.first(where: { $0.name == "node" || $0.name == "name" }),
                call.kind == .getaddrinfo || call.kind == .gethostbyname, case .text(let name) = host.value
            else { return nil }
            return seen.insert(name).inserted ? name : nil
        }
    }
}

extension Interface {
    /// The interfaces of this host.
    public static var candidates: [Candidate] {
        (all() ?? []).map { Candidate($0.name, "interface \($0.index)") }
    }
}

extension Candidate {
    /// What a `catch` can name: classes, errnos with their classes, and the resolver's errors.
    public static var errorClasses: [Candidate] {
        let errnos = Errno.named.flatMap { (name, errno) in
            [Candidate(name, errno.sentence), Candidate(errno.className, errno.sentence)]
        }
        let resolver =
            ResolverError.known.map { Candidate($0.name, $0.about) }
            + HostError.known.map { Candidate($0.name, $0.about) }
        var seen: Set<String> = []
        let own = FailureClass.allCases.map { Candidate($0.rawValue, $0.about) }
        return (own + errnos + resolver).filter { seen.insert($0.text).inserted }
    }

    /// The transport protocols that services use.
    public static let transports = [
        Candidate("tcp", "Transmission Control Protocol"), Candidate("udp", "User Datagram Protocol"),
    ]
}

extension Failure {
    private static let classes = Set(Candidate.errorClasses.map { $0.text.lowercased() })

    /// Whether a failure can have a class of this name for `catch`.
    public static func isClass(_ name: String) -> Bool { classes.contains(name.lowercased()) }
}

extension Session {
    /// The fields of a variable typed up to a dot, `$s.` or `$s.po`; nil if no dot was typed.
    public func fields(of typed: String) -> [Candidate]? {
        guard let dot = typed.lastIndex(of: ".") else { return nil }
        let path = typed[..<dot].dropFirst().split(separator: ".").map(String.init)
        guard let name = path.first, let value = try? Names(self).value(of: name, Array(path.dropFirst()), Span(0, 0))
        else {
            return []
        }
        return fields(of: value).map { Candidate(typed[...dot] + $0.name, Quoting.oneLine($0.about)) }
    }

    private func fields(of value: Value) -> [(name: String, about: String)] {
        switch value {
        case .record(let record): record.fields.map { ($0.name, $0.value.description) }
        case .socket(let name): sockets[name]?.record.fields.map { ($0.name, $0.value.description) } ?? []
        case .list(let values): [("count", String(values.count))]
        case .bytes(let bytes): [("count", String(bytes.count))]
        default: []
        }
    }
}
