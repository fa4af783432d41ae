import Journal
import Language
import Sockets

/// The parameter for flags whose macros share a prefix: `passive`, `AI_PASSIVE|AI_CANONNAME`, one word.
public struct FlagSet<Set: SymbolicFlags>: ParameterType {
    public var about: String { Set.known.map { Self.short($0.name) }.joined(separator: ", ") + "; joined by |" }

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "FLAG|…" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Set {
        let (text, span) = try words.takeText("FLAG", wanted: "a flag")
        if let flags = Set(spelling: text) { return flags }
        let names = Set.known.flatMap { [Self.short($0.name), $0.name] }
        let part = text.split(separator: "|").first { Set(spelling: String($0)) == nil }.map(String.init) ?? text
        throw Failure(
            .unsuitable(
                word: part,
                wanted: "a flag",
                near: Suggestion.nearest(to: part, among: names),
                advice: ["there are " + Set.known.map { Self.short($0.name) }.joined(separator: ", ")]
            ),
            at: span
        )
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let isLong = prefix.uppercased().hasPrefix(Set.prefix)
        let candidates = Set.known.map { Candidate(isLong ? $0.name : Self.short($0.name), $0.about) }
        return candidates.joined(behind: prefix, "|")
    }

    private static func short(_ name: String) -> String { name.dropFirst(Set.prefix.count).lowercased() }
}
