/// Follows quotes, comments and braces, to know where an entry ends: at the end of a line on which no quote and no
/// block is open. The prompt asks it whether more must be typed, the script reader where the next statement begins.
public struct EntryScanner: Sendable {
    private enum Mode {
        case code
        case comment
        case quote(UInt8)
    }

    /// A backslash where a word could begin joins the next line to this one, if nothing but the line's end follows.
    private enum Joint {
        case none
        case backslash
        case backslashAndReturn
    }

    private var mode = Mode.code
    private var joint = Joint.none
    private var isEscaped = false
    private var isInWord = false
    /// How many blocks are open.
    public private(set) var depth = 0

    /// At the beginning of an entry.
    public init() {}

    /// Whether a line's end here would end the entry.
    public var isComplete: Bool {
        switch mode {
        case .quote: false
        case .code, .comment: depth <= 0 && joint == .none
        }
    }

    /// Whether what comes next is in a quote.
    public var isInQuote: Bool { if case .quote = mode { true } else { false } }

    /// Whether what comes next is neither in a quote nor in a comment.
    public var isInCode: Bool { if case .code = mode { true } else { false } }

    /// Takes the next byte; true where the entry ends with it.
    public mutating func take(_ byte: UInt8) -> Bool {
        switch mode {
        case .comment: return byte == UInt8(ascii: "\n") ? lineEnd() : false
        case .quote(let quote): return takeQuoted(byte, quote)
        case .code: return takeCode(byte)
        }
    }

    /// Takes some bytes of which at most the last is a line's end; true where the entry ends with them.
    public mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isEnd = false
        for byte in bytes { isEnd = take(byte) }
        return isEnd
    }

    private mutating func takeQuoted(_ byte: UInt8, _ quote: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
            isEscaped = true
        } else if byte == quote {
            mode = .code
        }
        return false
    }

    private mutating func takeCode(_ byte: UInt8) -> Bool {
        let before = joint
        joint = .none
        // Followed by anything else, the backslash was the beginning of a word.
        if before == .backslash { isInWord = true }
        switch byte {
        case UInt8(ascii: "\n"):
            if before != .none {
                isInWord = false
                return false
            }
            return lineEnd()
        case UInt8(ascii: "\r") where before == .backslash:
            joint = .backslashAndReturn
            isInWord = false
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "\r"): isInWord = false
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            mode = .quote(byte)
            isInWord = true
        case UInt8(ascii: "#") where !isInWord: mode = .comment
        case UInt8(ascii: "{"):
            depth += 1
            isInWord = false
        case UInt8(ascii: "}"):
            depth -= 1
            isInWord = false
        case UInt8(ascii: "\\") where !isInWord: joint = .backslash
        default: isInWord = true
        }
        return false
    }

    private mutating func lineEnd() -> Bool {
        mode = .code
        isInWord = false
        return depth <= 0
    }

    /// Whether a text leaves a quote or a block open.
    public static func needsMore(_ text: String) -> Bool {
        var scanner = EntryScanner()
        for byte in text.utf8 { _ = scanner.take(byte) }
        return !scanner.isComplete
    }
}
