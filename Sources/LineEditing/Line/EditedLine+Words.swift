/// Where words and lines begin and end. A word is letters and digits, as in Emacs; everything else separates words.
extension EditedLine {
    /// The end of the word here, or of the next one.
    var wordEnd: Int { cursor + Self.wordEnd(in: tail) }

    /// The beginning of the word here, or of the one before.
    var wordStart: Int { cursor - Self.length(head.reversed().reaching { $0.isLetter || $0.isNumber }) }

    /// The beginning of the blank-separated word here or before, as bash's Ctrl-W takes it.
    var blankWordStart: Int { cursor - Self.length(head.reversed().reaching { !$0.isWhitespace }) }

    /// The beginning of the line with the cursor.
    var lineStart: Int { cursor - Self.length(head.reversed().prefix { !$0.isNewline }) }

    /// The end of the line with the cursor.
    var lineEnd: Int { cursor + tail.prefix { !$0.isNewline }.utf8.count }

    /// How far the first word of a text reaches.
    static func wordEnd(in text: Substring) -> Int {
        length(text.reaching { $0.isLetter || $0.isNumber })
    }

    /// The text between two UTF-8 offsets, in either order.
    func between(_ one: Int, _ other: Int) -> String {
        String(text[index(at: min(one, other))..<index(at: max(one, other))])
    }

    /// The line with the rest of the word here, or the next word, changed; the cursor after it.
    func changingWord(_ change: (String) -> String) -> EditedLine {
        replacing(cursor..<wordEnd, with: change(between(cursor, wordEnd)))
    }

    private static func length(_ characters: some Sequence<Character>) -> Int {
        characters.reduce(0) { $0 + $1.utf8.count }
    }
}

extension String {
    /// With the first letter in upper case and all others in lower case.
    var capitalizedWord: String {
        guard let first = firstIndex(where: \.isLetter) else { return self }
        return self[..<first] + self[first].uppercased() + self[index(after: first)...].lowercased()
    }
}

extension BidirectionalCollection where Element == Character {
    /// Up to the end of the first run of characters of a kind.
    fileprivate func reaching(_ isOfKind: (Character) -> Bool) -> SubSequence {
        let rest = drop { !isOfKind($0) }
        return self[..<(rest.firstIndex { !isOfKind($0) } ?? endIndex)]
    }
}
