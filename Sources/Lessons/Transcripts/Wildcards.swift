/// What the names in an expected text were found to stand for, and the matching of replies with them.
public struct Wildcards: Sendable {
    /// The words by name.
    public private(set) var words: [String: String] = [:]

    /// Nothing found yet, or some names given.
    public init(_ words: [String: String] = [:]) { self.words = words }

    /// A text with the names that are known put in.
    public func fill(_ text: String) -> String {
        Self.pieces(text).map { piece in
            switch piece {
            case .literal(let literal): literal
            case .anything: "[..]"
            case .name(let name): words[name] ?? "[\(name)]"
            }
        }.joined()
    }

    /// Whether lines are as expected; takes in what the names in them stand for.
    public mutating func match(_ expected: [String], _ actual: [String]) -> Bool {
        var found = self
        var retries = Retries()
        var (index, place) = (0, 0)
        while index < expected.count || place < actual.count {
            if index < expected.count, expected[index] == "..." {
                index += 1
                retries.add(Retry(index: index, start: place, place: place, limit: actual.count, words: found.words))
            } else if index < expected.count, place < actual.count, found.match(line: expected[index], actual[place]) {
                (index, place) = (index + 1, place + 1)
            } else {
                guard let retry = retries.next() else { return false }
                (index, place, found) = (retry.index, retry.place, Wildcards(retry.words))
            }
        }
        self = found
        return true
    }

    /// Whether one line is as expected.
    public mutating func match(line expected: String, _ actual: String) -> Bool {
        let (pieces, text) = (Self.pieces(expected), Array(actual))
        var found = words
        var retries = Retries()
        var (index, place) = (0, 0)
        while index < pieces.count || place < text.count {
            if index < pieces.count, Self.take(pieces[index], text, &place, &found, &retries, behind: index + 1) {
                index += 1
            } else {
                guard let retry = retries.next() else { return false }
                (index, place, found) = (retry.index, retry.place, retry.words)
                if let name = retry.name { found[name] = String(text[retry.start..<place]) }
            }
        }
        words = found
        return true
    }

    /// Takes as little as a piece can match; false if it cannot match there.
    private static func take(
        _ piece: Piece,
        _ text: [Character],
        _ place: inout Int,
        _ words: inout [String: String],
        _ retries: inout Retries,
        behind index: Int
    ) -> Bool {
        switch piece {
        case .literal(let literal):
            guard text[place...].starts(with: literal) else { return false }
            place += literal.count
        case .anything:
            retries.add(Retry(index: index, start: place, place: place, limit: text.count, words: words))
        case .name(let name):
            if let word = words[name] { return take(.literal(word), text, &place, &words, &retries, behind: index) }
            let end = text[place...].firstIndex(of: " ") ?? text.count
            guard place < end else { return false }
            retries.add(Retry(index: index, start: place, place: place + 1, limit: end, words: words, name: name))
            words[name] = String(text[place])
            place += 1
        }
        return true
    }

    /// A wildcard that may take more than it did.
    private struct Retry {
        /// The place in the pattern after it.
        let index: Int
        /// Where it begins in the text, where it ends, and how far it may go.
        let start: Int
        var place: Int
        let limit: Int
        /// What was found before it.
        let words: [String: String]
        var name: String?
    }

    /// The wildcards that may take more, the last of them first.
    private struct Retries {
        private var waiting: [Retry] = []
        /// Without names one wildcard at a time is enough. Names may have to be tried in every way, and no longer than this.
        private var left = 10_000

        mutating func add(_ retry: Retry) {
            // Where no name was found since, it makes no difference any more how much the one before takes.
            if retry.name == nil, let last = waiting.last, last.name == nil, last.words.count == retry.words.count {
                waiting.removeLast()
            }
            waiting.append(retry)
        }

        /// The last one that may, with one more taken.
        mutating func next() -> Retry? {
            while var last = waiting.popLast() {
                guard last.place < last.limit else { continue }
                if last.name != nil || !waiting.isEmpty { left -= 1 }
                guard left > 0 else { return nil }
                last.place += 1
                waiting.append(last)
                return last
            }
            return nil
        }
    }

    private enum Piece {
        case literal(String)
        case anything
        case name(String)
    }

    /// Cuts a text at its wildcards.
    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var literal = ""
        var rest = Substring(text)
        while let character = rest.first {
            if character == "[", let close = rest.firstIndex(of: "]") {
                let inside = rest[rest.index(after: rest.startIndex)..<close]
                if let piece = wildcard(inside) {
                    if !literal.isEmpty { pieces.append(.literal(literal)) }
                    literal = ""
                    pieces.append(piece)
                    rest = rest[rest.index(after: close)...]
                    continue
                }
            }
            literal.append(character)
            rest.removeFirst()
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        return pieces
    }

    /// The names in a text.
    static func names(in text: String) -> [String] {
        pieces(text).compactMap { if case .name(let name) = $0 { name } else { nil } }
    }

    private static func wildcard(_ inside: Substring) -> Piece? {
        if inside == ".." { return .anything }
        return isName(inside) ? .name(String(inside)) : nil
    }

    /// Whether a text can name a wildcard: capitals, digits and `_`, a capital first.
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, first >= 65, first <= 90 else { return false }
        return text.utf8.allSatisfy { $0 >= 65 && $0 <= 90 || $0 >= 48 && $0 <= 57 || $0 == 95 }
    }
}
