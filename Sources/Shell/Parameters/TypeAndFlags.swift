import Journal
import Language
import Sockets

/// A socket type with the flags that Linux accepts in it: `stream`, `SOCK_STREAM|SOCK_NONBLOCK`.
public struct TypeWithFlags: ParameterType {
    /// A type and its flags.
    public struct Parsed: Sendable {
        /// The type.
        public let type: SocketType
        /// The flags.
        public let flags: SocketFlag

        /// A type, and flags if there are any.
        public init(_ type: SocketType, flags: SocketFlag = SocketFlag(rawValue: 0)) {
            self.type = type
            self.flags = flags
        }

        /// What is passed to C.
        public var rawValue: Int32 { type.rawValue | flags.rawValue }

        /// In C's notation: `SOCK_STREAM|SOCK_NONBLOCK`.
        public var description: String {
            let names = SocketFlag.known.filter { $0.value.rawValue & flags.rawValue != 0 }.map(\.name)
            return ([type.description] + names).joined(separator: "|")
        }
    }

    public let about = "stream, dgram, raw, seqpacket; |nonblock and |cloexec can be added"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "TYPE" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        let (text, span) = try words.takeText("TYPE", wanted: "a socket type")
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard let type = SocketType(spelling: parts[0]) else { throw unsuitable(parts[0], span) }
        var flags: Int32 = 0
        func add(_ part: String, _ span: Span) throws(Failure) {
            guard let flag = SocketFlag(spelling: part) else { throw unsuitable(part, span) }
            flags |= flag.rawValue
        }
        for part in parts.dropFirst() { try add(part, span) }
        // As in C, with spaces around the bar.
        while words.next?.text == "|" {
            _ = words.take()
            let (part, place) = try words.takeText("FLAG", wanted: "nonblock or cloexec")
            try add(part, place)
        }
        // A number is the protocol that follows.
        while let next = words.next?.text, next.first?.isNumber != true, let flag = SocketFlag(spelling: next) {
            flags |= flag.rawValue
            _ = words.take()
        }
        return Parsed(type, flags: SocketFlag(rawValue: flags))
    }

    private func unsuitable(_ text: String, _ span: Span) -> Failure {
        let names =
            SocketType.shortNames + SocketFlag.shortNames
            + (SocketType.known.map(\.name) + SocketFlag.known.map(\.name))
        return Failure(
            .unsuitable(
                word: text,
                wanted: "a socket type",
                near: Synonym.near(text, among: names),
                advice: ["there are " + SocketType.shortNames.joined(separator: ", ")]
            ),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.uppercased().hasPrefix(SocketType.prefix)
        func candidate<Constant>(_ known: Known<Constant>) -> Candidate {
            Candidate(isLong ? known.name : known.name.dropFirst(SocketType.prefix.count).lowercased(), known.about)
        }
        guard prefix.contains("|") else { return SocketType.known.map(candidate) }
        return SocketFlag.known.map(candidate).joined(behind: prefix, "|")
    }
}

/// Flags of a new descriptor, as accept4 takes them: `nonblock`, `SOCK_NONBLOCK|SOCK_CLOEXEC`.
public struct SocketFlags: ParameterType {
    public let about = "nonblock, cloexec, joined by |: accept4(2)"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "FLAG" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> SocketFlag {
        let (text, span) = try words.takeText("FLAG", wanted: "nonblock or cloexec")
        var flags: Int32 = 0
        for part in text.split(separator: "|", omittingEmptySubsequences: false).map(String.init) {
            guard let flag = SocketFlag(spelling: part) else {
                throw Failure(
                    .unsuitable(
                        word: part,
                        wanted: "nonblock or cloexec",
                        near: Synonym.near(part, among: SocketFlag.shortNames + SocketFlag.known.map(\.name)),
                        advice: ["both: nonblock|cloexec"]
                    ),
                    at: span
                )
            }
            flags |= flag.rawValue
        }
        return SocketFlag(rawValue: flags)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        ConstantName<SocketFlag>("FLAG", wanted: "", about: "").complete(prefix, context).joined(behind: prefix, "|")
    }
}
