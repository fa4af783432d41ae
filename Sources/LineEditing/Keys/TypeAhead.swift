/// What is typed while a statement runs, as far as it was read: kept for the next entries, except lines that are answered
/// at once. Pure.
public struct TypeAhead {
    /// A stop of the process, which the terminal would have sent as a signal (VSUSP, termios(3)).
    private static let stopKey: UInt8 = 0x1A

    private var bytes: [UInt8] = []
    /// Where the line that is not ended begins.
    private var start = 0

    /// Nothing typed.
    public init() {}

    /// What new bytes amounted to.
    public enum Event: Equatable {
        /// A line was ended.
        case line(String)
        /// The process is to stop.
        case stop
    }

    /// Takes bytes in; what is to be done about them, in order. A line for which `isAnswered` is true is not kept.
    public mutating func take(_ more: [UInt8], isAnswered: (String) -> Bool) -> [Event] {
        var events: [Event] = []
        for byte in more {
            switch byte {
            case Self.stopKey: events.append(.stop)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                let text = line
                events.append(.line(text))
                if isAnswered(text) { bytes.removeSubrange(start...) } else { bytes.append(byte) }
                start = bytes.count
            default: bytes.append(byte)
            }
        }
        return events
    }

    /// The line that is not ended, as it reads: with what was erased gone (the keys of termios(3), which are also the
    /// editor's).
    public var line: String {
        var input = KeyInput()
        input.append(Array(bytes[start...]))
        var text = String.UnicodeScalarView()
        while let key = input.nextKey(escapeAlone: false, isAll: false) {
            guard case .character(let scalar) = key else { continue }
            switch scalar.value {
            case 0x7F, 0x08: _ = text.popLast()
            case 0x15: text.removeAll()
            case 0x17:
                while text.last == " " { text.removeLast() }
                while let last = text.last, last != " " { text.removeLast() }
            case 0x09: text.append(" ")
            case 0..<0x20: continue
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    /// Forgets everything, as the terminal does on Ctrl-C.
    public mutating func discard() { self = TypeAhead() }

    /// Takes everything, for the next entries.
    public mutating func takeAll() -> [UInt8] {
        defer { discard() }
        return bytes
    }
}
