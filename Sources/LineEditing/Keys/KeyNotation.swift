/// Keys as `~/.editrc` spells them: `^X`, `\e`, `\t`, `\033`, `\U+e9`, `M-x` for ESC and x; editrc(5).
enum KeyNotation {
    /// The keys that a notation stands for; nil if it cannot be read.
    static func keys(_ notation: String) -> String? {
        var rest = Substring(notation).unicodeScalars
        var keys = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "^":
                guard let letter = rest.popFirst(), let key = control(letter) else { return nil }
                keys.append(key)
            case "\\":
                guard let key = escaped(&rest) else { return nil }
                keys.append(key)
            case "M" where rest.first == "-" && rest.count > 1:
                rest.removeFirst()
                keys.append("\u{1b}")
            default: keys.append(scalar)
            }
        }
        return String(keys)
    }

    private static func control(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        letter == "?" ? "\u{7f}" : letter.isASCII ? Unicode.Scalar(letter.value & 0x1F) : nil
    }

    private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        guard let letter = rest.first else { return nil }
        if ("0"..."7").contains(letter) { return number(&rest, radix: 8, atMost: 3) }
        rest.removeFirst()
        if letter == "U", rest.first == "+" {
            rest.removeFirst()
            return number(&rest, radix: 16, atMost: 5)
        }
        return named[letter] ?? letter
    }

    private static let named: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{b}", "f": "\u{c}", "r": "\r", "e": "\u{1b}",
    ]

    private static func number(_ rest: inout Substring.UnicodeScalarView, radix: Int, atMost count: Int)
        -> Unicode.Scalar?
    {
        let digits = String(rest.prefix(count).prefix { Int(String($0), radix: radix) != nil })
        rest.removeFirst(digits.unicodeScalars.count)
        return UInt32(digits, radix: radix).flatMap(Unicode.Scalar.init)
    }
}
