import Journal
import Language
import Sockets

/// A number that C names with a macro: a family, a type, a protocol, a direction of shutdown.
public struct ConstantName<Constant: SymbolicConstant>: ParameterType {
    private let word: String
    private let wanted: String
    public let about: String

    /// A constant that a signature calls `word` and an error calls `wanted`.
    public init(_ word: String, wanted: String, about: String) {
        self.word = word
        self.wanted = wanted
        self.about = about
    }

    public func hint(_ context: Context) -> String { word }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Constant {
        let (text, span) = try words.takeText(word, wanted: wanted)
        if let constant = Constant(spelling: text) { return constant }
        let names = Constant.shortNames + Constant.known.map(\.name)
        throw Failure(
            .unsuitable(
                word: text,
                wanted: wanted,
                near: Habit.near(text, among: names),
                advice: ["there are " + Constant.shortNames.prefix(8).joined(separator: ", ")]
            ),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.uppercased().hasPrefix(Constant.prefix)
        return Constant.known.map { known in
            Candidate(isLong ? known.name : known.name.dropFirst(Constant.prefix.count).lowercased(), known.about)
        }
    }
}

/// A socket's type with the flags that Linux lets one add: `stream`, `SOCK_STREAM|SOCK_NONBLOCK`.
public struct TypeWithFlags: ParameterType {
    /// A type and its flags.
    public struct Parsed: Sendable {
        /// The type.
        public let type: SocketType
        /// The flags.
        public let flags: SocketFlag

        /// A type, and flags where there are any.
        public init(_ type: SocketType, flags: SocketFlag = SocketFlag(rawValue: 0)) {
            self.type = type
            self.flags = flags
        }

        /// What C passes.
        public var rawValue: Int32 { type.rawValue | flags.rawValue }

        /// As C writes it: `SOCK_STREAM|SOCK_NONBLOCK`.
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
        for part in parts.dropFirst() {
            guard let flag = SocketFlag(spelling: part) else { throw unsuitable(part, span) }
            flags |= flag.rawValue
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
                near: Habit.near(text, among: names),
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
                        near: Habit.near(part, among: SocketFlag.shortNames + SocketFlag.known.map(\.name)),
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

/// Flags of a call of the send or recv family: `peek`, `MSG_PEEK|MSG_DONTWAIT`, several words.
public struct Flags: ParameterType {
    public var takesMore: Bool { true }
    public let about = "flags such as peek, dontwait, oob; several words or joined by |"
    public var isOptional: Bool { true }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "[FLAG…]" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> MessageFlags {
        var flags: MessageFlags = []
        while !words.isEmpty {
            let (text, span) = try words.takeText("FLAG", wanted: "a flag")
            guard let more = MessageFlags(spelling: text) else {
                let names = MessageFlags.known.flatMap { [$0.name, $0.name.dropFirst(4).lowercased()] }
                throw Failure(
                    .unsuitable(
                        word: text,
                        wanted: "a flag",
                        near: Habit.near(text, among: names),
                        advice: ["data with spaces in it stands in quotes: \"Thank you\""]
                    ),
                    at: span
                )
            }
            flags.insert(more)
        }
        return flags
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.uppercased().hasPrefix("MSG_")
        let candidates = MessageFlags.known.map { known in
            Candidate(isLong ? known.name : known.name.dropFirst(4).lowercased(), known.about)
        }
        return candidates.joined(behind: prefix, "|")
    }
}
