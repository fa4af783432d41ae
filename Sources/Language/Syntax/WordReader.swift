/// Reads a word: its text, its quotes with their escapes, its variables. Faults are collected; the readable parts
/// around them are still read.
struct WordReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private let wordStart: Int
    private var place: Int
    private(set) var faults: [SyntaxError] = []
    /// The pieces of the word, if asked for.
    private(set) var pieces: [WordPiece]?

    /// A reader of one word token.
    init(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>, wantsPieces: Bool = false) {
        self.bytes = bytes
        (place, end, wordStart) = (token.span.start, token.span.end, token.span.start)
        if wantsPieces { pieces = [] }
    }

    /// The parts of the word; at least one.
    mutating func parts() -> [ArgumentSyntax.Part] {
        var parts: [ArgumentSyntax.Part] = []
        while place < end {
            switch bytes[place] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): parts.append(.quoted(quoted()))
            case UInt8(ascii: "$"): parts.append(variable())
            default: parts.append(.word(text()))
            }
        }
        return parts
    }

    private mutating func note(_ kind: WordPiece.Kind, from start: Int) {
        if start < place { pieces?.append(WordPiece(kind: kind, span: Span(start, place))) }
    }

    private mutating func text() -> String {
        let start = place
        var (isASCII, hasFault) = (true, false)
        while place < end {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "$") { break }
            if byte == 0 {
                faults.append(SyntaxError(.nulByte, Span(place, place + 1)))
                hasFault = true
            }
            if byte >= 0x80 { isASCII = false }
            place += 1
        }
        let text = isASCII ? decoded(start) : checked(from: start, &hasFault)
        if !isASCII, let found = Lookalike.first(in: text, isStart: start == wordStart) {
            let at = start + found.offset
            faults.append(SyntaxError(.lookalike(found.scalar), Span(at, at + UTF8.width(found.scalar))))
            hasFault = true
        }
        note(hasFault ? .fault : .text, from: start)
        return text
    }

    private func decoded(_ start: Int) -> String { String(decoding: bytes[start..<place], as: UTF8.self) }

    /// The text from a place onwards, which may not be UTF-8.
    private mutating func checked(from start: Int, _ hasFault: inout Bool) -> String {
        if let text = String(validating: bytes[start..<place], as: UTF8.self) { return text }
        faults.append(SyntaxError(.invalidUTF8, Span(start, place)))
        hasFault = true
        return decoded(start)
    }

    /// `$NAME`, `$1`, each with fields after dots.
    private mutating func variable() -> ArgumentSyntax.Part {
        let start = place
        place += 1
        let name = identifier()
        if name.isEmpty { faults.append(SyntaxError(.nameExpected, Span(start, place))) }
        var fields: [String] = []
        while !name.isEmpty, place + 1 < end, bytes[place] == UInt8(ascii: "."), isNameByte(bytes[place + 1]) {
            place += 1
            fields.append(identifier())
        }
        note(name.isEmpty ? .fault : .variable, from: start)
        return .variable(name: name, fields: fields)
    }

    private mutating func identifier() -> String {
        let start = place
        while place < end, isNameByte(bytes[place]) { place += 1 }
        return decoded(start)
    }

    private mutating func quoted() -> [UInt8] {
        let start = place
        let quote = bytes[place]
        let before = pieces?.count ?? 0
        var (data, shown) = ([UInt8](), start)
        place += 1
        while place < end {
            let byte = bytes[place]
            if byte == quote {
                place += 1
                note(.quoted, from: shown)
                return data
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), place + 1 < bytes.count {
                note(.quoted, from: shown)
                data += escape()
                shown = place
            } else if byte >= 0x80 || byte == 0 {
                data += other(&shown)
            } else {
                data.append(byte)
                place += 1
            }
        }
        faults.append(SyntaxError(.openQuote, Span(start, start + 1)))
        pieces?.removeSubrange(before...)
        note(.openQuoted, from: start)
        return data
    }

    /// A NUL, or bytes that are not ASCII, inside quotes.
    private mutating func other(_ shown: inout Int) -> [UInt8] {
        let start = place
        var hasFault = bytes[place] == 0
        if hasFault {
            faults.append(SyntaxError(.nulByte, Span(place, place + 1)))
            place += 1
        } else {
            while place < end, bytes[place] >= 0x80 { place += 1 }
        }
        let text = checked(from: start, &hasFault)
        guard hasFault else { return Array(text.utf8) }
        if shown < start { pieces?.append(WordPiece(kind: .quoted, span: Span(shown, start))) }
        note(.fault, from: start)
        shown = place
        return Array(text.utf8)
    }

    private mutating func escape() -> [UInt8] {
        let start = place
        do throws(SyntaxError) {
            let (data, after) = try Escape.read(bytes, at: place)
            place = after
            note(.escape, from: start)
            return data
        } catch {
            faults.append(error)
            place = min(max(error.span.end, start + 2), end)
            note(.fault, from: start)
            return []
        }
    }
}

/// A piece of a word.
public struct WordPiece: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
        /// Plain text.
        case text
        /// `$NAME.field`
        case variable
        /// Quoted text, including the quotes.
        case quoted
        /// Text after an unclosed quote.
        case openQuoted
        /// An escape inside double quotes.
        case escape
        /// What running the word would reject: an invalid escape, a `$` without a name, bytes that are not text.
        case fault
    }

    /// What it is.
    public let kind: Kind
    /// Where it is.
    public let span: Span
}

extension Lexer {
    /// The pieces of a word in a text: each byte of the word is in exactly one piece.
    public static func pieces(of span: Span, in text: [UInt8]) -> [WordPiece] {
        text.withUnsafeBufferPointer { bytes in
            var reader = WordReader(Token(.word, span.start, min(span.end, bytes.count)), in: bytes, wantsPieces: true)
            _ = reader.parts()
            return reader.pieces ?? []
        }
    }
}

/// Whether the byte is allowed in a name.
func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
    default:
        false
    }
}

extension String {
    /// Whether the text can name a variable or a socket: letters, digits and `_`, not beginning with a digit.
    public var isName: Bool {
        guard let first = utf8.first, first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else { return false }
        return hasOnly(isNameByte)
    }

    /// Whether each byte of its UTF-8 is of a kind. Every word of every line is checked, so the bytes are read in
    /// place.
    func hasOnly(_ isWanted: (UInt8) -> Bool) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            for byte in bytes where !isWanted(byte) { return false }
            return true
        }
    }
}
