import Journal
import Language
import Sockets

/// A number that has a macro in C: a family, a type, a protocol, a direction of shutdown.
public struct ConstantName<Constant: SymbolicConstant>: ParameterType {
    private let word: String
    private let wanted: String
    public let about: String

    /// A constant, called `word` in a signature and `wanted` in an error.
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
                near: Synonym.near(text, among: names),
                advice: ["there are " + Constant.shortNames.prefix(8).joined(separator: ", ")]
            ),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.uppercased().hasPrefix(Constant.prefix)
        return (prefix.isEmpty ? Constant.common : Constant.known).map { known in
            Candidate(isLong ? known.name : known.name.dropFirst(Constant.prefix.count).lowercased(), known.about)
        }
    }
}

/// Flags for the send or recv family: `peek`, `MSG_PEEK|MSG_DONTWAIT`, several words.
public struct Flags: ParameterType {
    public var takesMore: Bool { true }
    public let about = "flags such as peek, dontwait, oob; several words or joined by |"
    public var isOptional: Bool { true }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "[FLAG…]" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> MessageFlags {
        var flags: MessageFlags = []
        while let word = words.next {
            let (text, span) = try words.takeText("FLAG", wanted: "a flag")
            if case .integer = word.value { try refuseNumber(word, after: flags) }
            if Int(text) != nil, !flags.isEmpty { try refuseNumber(word, after: flags) }
            guard let more = MessageFlags(spelling: text) else {
                let names = MessageFlags.known.flatMap { [$0.name, $0.name.dropFirst(4).lowercased()] }
                throw Failure(
                    .unsuitable(
                        word: text,
                        wanted: "a flag",
                        near: Synonym.near(text, among: names),
                        advice: ["text of several words is in quotes"]
                    ),
                    at: span
                )
            }
            flags.insert(more)
        }
        return flags
    }

    /// Rejects a number that is not meant for flags: the value of a variable, or one that follows a flag's name.
    private func refuseNumber(_ word: Word, after flags: MessageFlags) throws(Failure) {
        let advice =
            flags.isEmpty
            ? "flags have names, such as peek"
            : "the size comes before the flags"
        throw Failure(.unsuitable(word: word.shown, wanted: "a flag", advice: [advice]), at: word.span)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.uppercased().hasPrefix("MSG_")
        let candidates = MessageFlags.known.map { known in
            Candidate(isLong ? known.name : known.name.dropFirst(4).lowercased(), known.about)
        }
        return candidates.joined(behind: prefix, "|")
    }
}
