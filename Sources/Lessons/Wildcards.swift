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
        match(expected[...], actual[...])
    }

    private mutating func match(_ expected: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool {
        guard let line = expected.first else { return actual.isEmpty }
        if line == "..." {
            for skipped in 0...actual.count {
                var attempt = self
                if attempt.match(expected.dropFirst(), actual.dropFirst(skipped)) {
                    self = attempt
                    return true
                }
            }
            return false
        }
        guard let first = actual.first, match(line: line, first) else { return false }
        return match(expected.dropFirst(), actual.dropFirst())
    }

    /// Whether one line is as expected.
    public mutating func match(line expected: String, _ actual: String) -> Bool {
        match(Self.pieces(expected)[...], Substring(actual))
    }

    private mutating func match(_ pieces: ArraySlice<Piece>, _ text: Substring) -> Bool {
        guard let piece = pieces.first else { return text.isEmpty }
        switch piece {
        case .literal(let literal):
            return text.hasPrefix(literal) && match(pieces.dropFirst(), text.dropFirst(literal.count))
        case .name(let name):
            if let word = words[name] {
                return text.hasPrefix(word) && match(pieces.dropFirst(), text.dropFirst(word.count))
            }
            return matchSome(pieces.dropFirst(), text, name: name)
        case .anything:
            return matchSome(pieces.dropFirst(), text, name: nil)
        }
    }

    /// Lets a wildcard take more and more of the text until the rest matches.
    private mutating func matchSome(_ rest: ArraySlice<Piece>, _ text: Substring, name: String?) -> Bool {
        var length = name == nil ? 0 : 1
        while length <= text.count {
            let taken = text.prefix(length)
            if name != nil, taken.contains(" ") { return false }
            var attempt = self
            if let name { attempt.words[name] = String(taken) }
            if attempt.match(rest, text.dropFirst(length)) {
                self = attempt
                return true
            }
            length += 1
        }
        return false
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
