/// Did-you-mean: the known words nearest to a mistyped one.
public enum Suggestion {
    /// At most `limit` candidates that differ from `word` by few enough keystrokes to be meant, nearest first.
    public static func nearest(to word: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
        let typed = Array(word.lowercased().utf8)
        // Any single letter is as near as any other.
        guard (2...64).contains(typed.count) else { return [] }
        let allowed = max(1, typed.count / 3)
        var scored: [(distance: Int, name: String)] = []
        for candidate in candidates {
            let name = Array(candidate.lowercased().utf8)
            guard abs(name.count - typed.count) <= allowed || isPrefix(typed, of: name) else { continue }
            let distance = isPrefix(typed, of: name) ? 1 : distance(typed, name)
            if distance <= allowed { scored.append((distance, candidate)) }
        }
        scored.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return scored.prefix(limit).map(\.name)
    }

    /// Whether a word is another one with a single slip of the fingers: a letter left out, added, replaced, or two
    /// neighbours exchanged. The same word is none.
    public static func isSlip(_ typed: String, of word: String) -> Bool {
        let (typed, word) = (Array(typed.utf8), Array(word.utf8))
        return abs(typed.count - word.count) <= 1 && distance(typed, word) == 1
    }

    private static func isPrefix(_ typed: [UInt8], of name: [UInt8]) -> Bool {
        typed.count >= 3 && name.starts(with: typed)
    }

    /// The optimal string alignment distance: insertions, deletions, replacements, and transpositions of neighbours.
    public static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in 0..<right.count {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            before = previous
            previous = current
        }
        return previous[right.count]
    }
}
