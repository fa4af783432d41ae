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
    /// The statement around the cursor up to the word under it.
    let shape: StatementShape
    /// Whether the statement stands right behind the `}` of a block, where `catch` and `else` can go on.
    let isBehindBlock: Bool

    /// An analysis of a text with the cursor at a UTF-8 offset.
    init(_ text: String, cursor: Int) {
        let bytes = Array(text.utf8)
        pieces = Self.splitAssignments(Self.cut(bytes))
        let cursor = min(max(cursor, 0), bytes.count)
        var before: [Word] = []
        var isBehindBlock = false
        var current = Word(text: "", range: cursor..<cursor, isQuoted: false, isClosed: true)
        for piece in pieces {
            switch piece {
            case .separator(let range) where range.upperBound <= cursor:
                before = []
                isBehindBlock = bytes[range.lowerBound] == UInt8(ascii: "}")
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
        // Right behind the = of an assignment stands what it assigns.
        if current.text == "=", StatementShape(before + [current]).next.isCommand {
            before.append(current)
            current = Word(text: "", range: cursor..<cursor, isQuoted: false, isClosed: true)
        }
        self.before = before
        self.current = current
        self.isBehindBlock = isBehindBlock
        shape = StatementShape(before)
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
    /// The same pieces with `x=5`, `x =5` and `x= 5` in the three words that the parser makes of them.
    private static func splitAssignments(_ pieces: [Piece]) -> [Piece] {
        var split: [Piece] = []
        split.reserveCapacity(pieces.count)
        var words: [Word] = []
        for piece in pieces {
            guard case .word(let word) = piece else {
                words = []
                split.append(piece)
                continue
            }
            let parts = words.count <= mostWordsInFront ? word.assignment(behind: words) : [word]
            words += parts
            split += parts.map { .word($0) }
        }
        return split
    }

    /// As in `else if x = …`; further behind no name is given.
    private static let mostWordsInFront = 3

    /// The words of the statement without what stands in front of its command; none where there is no command yet.
    var call: ArraySlice<Word> { shape.call }

    /// The command's word, where it is complete; nil while it is being typed.
    var command: Word? { call.first }

    /// The word that the cursor is in or at the end of, with what stands behind the cursor; empty between words.
    func wholeWord(at cursor: Int) -> String {
        for case .word(let word) in pieces where word.range.lowerBound <= cursor && word.range.upperBound >= cursor {
            return word.text
        }
        return ""
    }

    /// The last word of an entry as it was typed, quotes and all; nil where it has none.
    static func lastWord(of entry: String) -> String? {
        for case .word(let word) in LineAnalysis(entry, cursor: 0).pieces.reversed() { return word.text }
        return nil
    }

    /// What the word under the cursor is for.
    var place: StatementPlace { shape.next }

    /// Whether the word under the cursor is a command's place.
    var isAtCommand: Bool {
        place.isCommand && !current.isQuoted && !current.text.hasPrefix("$")
    }
}

extension LineAnalysis.Word {
    /// The words that this one is where it gives a name a value without blanks around the `=`; else itself.
    fileprivate func assignment(behind words: [Self]) -> [Self] {
        guard !isQuoted, let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return [self] }
        let (name, rest) = (String(text[..<equals]), String(text[equals...].dropFirst()))
        guard rest.first != "=" else { return [self] }
        if name.isEmpty {
            guard !rest.isEmpty, let before = words.last, before.text.isName else { return [self] }
            guard StatementShape(words.dropLast()).next.isCommand else { return [self] }
        } else {
            guard name.isName, StatementShape(words).next.isCommand else { return [self] }
        }
        return cut([name, "=", rest])
    }

    private func cut(_ texts: [String]) -> [Self] {
        var start = range.lowerBound
        var words: [Self] = []
        for text in texts where !text.isEmpty {
            let range = start..<start + text.utf8.count
            let isQuoted = text.hasPrefix("\"") || text.hasPrefix("'")
            words.append(Self(text: text, range: range, isQuoted: isQuoted, isClosed: isClosed))
            start = range.upperBound
        }
        return words
    }
}

extension String {
    /// A command's word, as the name in front of the dot and the command behind it.
    var receiverAndCommand: (receiver: String?, command: String) {
        guard let dot = firstIndex(of: "."), String(self[..<dot]).isName else { return (nil, self) }
        return (String(self[..<dot]), String(self[index(after: dot)...]))
    }
}
