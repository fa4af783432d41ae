import Language

/// What a text that is still being typed means as far as it goes: the statement around the cursor, its command, the
/// word under the cursor. It never fails; the parser judges when Enter is hit.
struct LineAnalysis {
    /// A word with its place, in UTF-8 offsets.
    struct Word: Equatable {
        let text: String
        let range: Range<Int>
        let isQuoted: Bool
        let isClosed: Bool

        /// Whether it is `@"…` or `@'…`: a file by a name in quotes.
        var isQuotedFile: Bool { text.hasPrefix("@\"") || text.hasPrefix("@'") }
    }

    /// What a stretch of the text is.
    enum Piece: Equatable {
        case word(Word)
        case separator(Range<Int>)
        case comment(Range<Int>)
    }

    /// Every piece of the text in order.
    let pieces: [Piece]
    /// The words of the statement around the cursor that stand before the word under the cursor.
    let before: [Word]
    /// The word under the cursor up to the cursor; empty between words.
    let current: Word

    /// An analysis of a text with the cursor at a UTF-8 offset.
    init(_ text: String, cursor: Int) {
        let bytes = Array(text.utf8)
        pieces = Self.cut(bytes)
        let cursor = min(max(cursor, 0), bytes.count)
        var before: [Word] = []
        var current = Word(text: "", range: cursor..<cursor, isQuoted: false, isClosed: true)
        for piece in pieces {
            switch piece {
            case .separator(let range) where range.upperBound <= cursor: before = []
            case .word(let word) where word.range.upperBound < cursor: before.append(word)
            case .word(let word) where word.range.lowerBound <= cursor && word.range.upperBound >= cursor:
                let typed = String(decoding: bytes[word.range.lowerBound..<cursor], as: UTF8.self)
                current = Word(
                    text: typed,
                    range: word.range.lowerBound..<cursor,
                    isQuoted: word.isQuoted,
                    isClosed: word.isClosed
                )
            default: break
            }
        }
        self.before = before
        self.current = current
    }

    private static func cut(_ bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
            case UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                pieces.append(.separator(place..<place + 1))
                place += 1
            case UInt8(ascii: "#"):
                let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                pieces.append(.comment(place..<end))
                place = end
            default:
                let word = word(bytes, from: place)
                pieces.append(word.text == "&" ? .separator(word.range) : .word(word))
                place = word.range.upperBound
            }
        }
        return pieces
    }

    private static func word(_ bytes: [UInt8], from start: Int) -> Word {
        var place = start
        var quote: UInt8?
        while place < bytes.count {
            let byte = bytes[place]
            if let open = quote {
                if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
                    place += 1
                } else if byte == open {
                    quote = nil
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if " \t\r\n;{}".utf8.contains(byte) {
                break
            }
            place += 1
        }
        let end = min(place, bytes.count)
        let isQuoted = bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'")
        return Word(
            text: String(decoding: bytes[start..<end], as: UTF8.self),
            range: start..<end,
            isQuoted: isQuoted,
            isClosed: quote == nil
        )
    }
}

extension LineAnalysis {
    /// Words that stand in front of a command: block keywords, and `NAME =`.
    private static let leading: Set<String> = ["try", "while", "if", "else", "repeat"]

    /// The words of the statement without what stands in front of its command.
    var call: ArraySlice<Word> { Self.call(in: before) }

    /// A statement's words without what stands in front of its command.
    static func call(in words: [Word]) -> ArraySlice<Word> {
        var words = words[...]
        while let first = words.first {
            if first.text == "repeat" {
                words = words.dropFirst(2)
            } else if leading.contains(first.text) {
                words = words.dropFirst()
            } else if first.text.isName, words.dropFirst().first?.text == "=" {
                words = words.dropFirst(2)
            } else {
                break
            }
        }
        return words
    }

    /// The command's word, where it is complete; nil while it is being typed.
    var command: Word? { call.first }

    /// The word that the cursor is in or at the end of, with what stands behind the cursor; empty between words.
    func wholeWord(at cursor: Int) -> String {
        for case .word(let word) in pieces where word.range.lowerBound <= cursor && word.range.upperBound >= cursor {
            return word.text
        }
        return ""
    }

    /// Whether the word under the cursor is a command's place.
    var isAtCommand: Bool { call.isEmpty && !current.isQuoted && !current.text.hasPrefix("$") }
}

extension String {
    /// A command's word, as the name in front of the dot and the command behind it.
    var receiverAndCommand: (receiver: String?, command: String) {
        guard let dot = firstIndex(of: "."), String(self[..<dot]).isName else { return (nil, self) }
        return (String(self[..<dot]), String(self[index(after: dot)...]))
    }
}
