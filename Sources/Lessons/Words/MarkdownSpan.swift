/// A piece of a line of Markdown that is set apart: code between grave accents, emphasis between asterisks.
struct MarkdownSpan: Equatable {
    /// What sets it apart.
    let kind: Kind
    /// What is between the marks.
    let inner: Substring
    /// What comes after it in the line.
    let rest: Substring

    /// How a piece is set apart; the raw value is its mark.
    enum Kind: String, CaseIterable {
        case code = "`"
        case strong = "**"
        case emphasis = "*"
    }

    /// The piece that a text begins with; nil if it begins with none.
    ///
    /// - Parameter last: the character before the text.
    static func beginning(_ text: Substring, after last: Character?) -> Self? {
        for kind in Kind.allCases where text.hasPrefix(kind.rawValue) {
            let inside = text.dropFirst(kind.rawValue.count)
            guard let end = inside.firstRange(of: kind.rawValue), end.lowerBound > inside.startIndex else { continue }
            let span = Self(kind: kind, inner: inside[..<end.lowerBound], rest: inside[end.upperBound...])
            if kind == .code || span.isAtWords(after: last) { return span }
        }
        return nil
    }

    /// Whether it begins and ends with words: an asterisk of C or of a formula is beside a blank, or within a word.
    private func isAtWords(after last: Character?) -> Bool {
        last?.isLetter != true && rest.first.map { !$0.isLetter && !$0.isNumber } ?? true
            && inner.first?.isWhitespace == false && inner.last?.isWhitespace == false && !inner.hasPrefix("*")
    }
}
