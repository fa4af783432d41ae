/// Text in pieces, each with its role. Its content is made harmless first: no piece can hold a character that acts on a
/// terminal. Line feeds are kept.
public struct StyledText: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// One piece.
    public struct Piece: Sendable, Equatable {
        /// Harmless text.
        public fileprivate(set) var text: String
        /// What it is.
        public let role: Role
    }

    /// The pieces in order; none is empty, and neighbours have different roles.
    public private(set) var pieces: [Piece] = []

    /// No text.
    public init() {}

    /// A text with one role.
    public init(_ text: String, _ role: Role = .plain) {
        append(text, role)
    }

    /// Plain text.
    public init(stringLiteral value: String) {
        append(value)
    }

    /// Adds a piece, made harmless.
    public mutating func append(_ text: String, _ role: Role = .plain) {
        if !text.isEmpty { append(Piece(text: VisibleText.of(text, keepingLines: true), role: role)) }
    }

    private mutating func append(_ piece: Piece) {
        guard pieces.last?.role == piece.role else { return pieces.append(piece) }
        pieces[pieces.count - 1].text += piece.text
    }

    /// The text with blanks after it, in a role, up to that many columns.
    public func padded(to columns: Int, _ role: Role) -> StyledText {
        let missing = columns - DisplayWidth.of(text)
        return missing > 0 ? self + StyledText(String(repeating: " ", count: missing), role) : self
    }

    /// Appends another text's pieces.
    public mutating func append(_ other: StyledText) {
        for piece in other.pieces { append(piece) }
    }

    /// One text after the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var both = left
        both.append(right)
        return both
    }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { pieces.isEmpty }

    /// The text without its roles.
    public var text: String { pieces.map(\.text).joined() }

    /// The text split at its line feeds.
    public var lines: [StyledText] {
        var lines = [StyledText()]
        for piece in pieces {
            for (index, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append(StyledText()) }
                lines[lines.count - 1].append(String(part), piece.role)
            }
        }
        return lines
    }

    /// At most this many columns of the text's first line.
    public func prefix(columns: Int) -> StyledText {
        var cut = StyledText()
        var room = columns
        for piece in lines[0].pieces {
            var kept = ""
            for character in piece.text {
                room -= DisplayWidth.of(character)
                if room < 0 { break }
                kept.append(character)
            }
            cut.append(kept, piece.role)
            if room < 0 { break }
        }
        return cut
    }
}

/// A range of the line being edited and what it is.
public struct StyledSpan: Sendable, Equatable {
    /// Offsets in the text's UTF-8.
    public let range: Range<Int>
    /// What is there.
    public let role: Role

    /// A range, in UTF-8 offsets.
    public init(_ range: Range<Int>, _ role: Role) {
        self.range = range
        self.role = role
    }
}
