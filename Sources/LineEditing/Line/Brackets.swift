import Language

/// Which bracket of a text belongs to which. Those in quotes and comments belong to none.
struct Brackets {
    /// From each place of a bracket, counted in characters, to its partner's.
    private(set) var pairs: [Int: Int] = [:]
    /// How many braces are open at the end.
    private(set) var depth = 0
    /// Whether a quote is open at the end.
    private(set) var isQuoteOpen = false

    private static let partners: [Character: Character] = ["}": "{", ")": "(", "]": "["]

    init(_ characters: some Sequence<Character>) {
        var scanner = EntryScanner()
        var open: [(character: Character, place: Int)] = []
        for (place, character) in characters.enumerated() {
            let isCode = scanner.isInCode
            for byte in character.utf8 { _ = scanner.take(byte) }
            guard isCode else { continue }
            if "{([".contains(character) {
                open.append((character, place))
            } else if let partner = Self.partners[character], open.last?.character == partner {
                let place = (open: open.removeLast().place, close: place)
                pairs[place.open] = place.close
                pairs[place.close] = place.open
            }
        }
        depth = open.count { $0.character == "{" }
        isQuoteOpen = scanner.isInQuote
    }
}

extension EditedLine {
    /// The UTF-8 offsets of the bracket in front of the cursor (or else at it) and of its partner.
    var bracketsAtCursor: [Range<Int>] {
        let brackets: Set<Character> = ["(", ")", "[", "]", "{", "}"]
        guard [head.last, tail.first].contains(where: { $0.map(brackets.contains) ?? false }) else { return [] }
        let pairs = Brackets(text).pairs
        let place = head.count
        guard let bracket = [place - 1, place].first(where: { pairs[$0] != nil }), let partner = pairs[bracket] else {
            return []
        }
        // Each bracket is one byte.
        return [bracket, partner].map { text.prefix($0).utf8.count }.map { $0..<($0 + 1) }
    }
}
