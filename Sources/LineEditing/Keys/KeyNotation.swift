import CEditLine

/// Keys as `~/.editrc` spells them: `^X`, `\e`, `\t`, `\033`, `\U+e9`, `M-x` for ESC and x; editrc(5). libedit reads
/// them, but for characters by their numbers, after which it reads on (3.1-20221030).
final class KeyNotation {
    private let map: OpaquePointer

    /// Nil, with `errno`, if libedit gets no pseudo-terminal.
    init?() {
        guard let map = cel_open() else { return nil }
        self.map = map
    }

    deinit { cel_close(map) }

    /// The keys that a notation stands for; nil if it cannot be read.
    func keys(_ notation: String) -> String? {
        guard let plain = Self.withoutNumbers(notation) else { return nil }
        var characters = [wchar_t](repeating: 0, count: Int(cel_longest_keys))
        let count = cel_read_notation(map, plain.wide, &characters, characters.count)
        guard count >= 0 else { return nil }
        let scalars = characters[..<count].compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
        guard scalars.count == count else { return nil }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The notation with characters in place of their numbers; nil if a number is none of a character.
    private static func withoutNumbers(_ notation: String) -> String? {
        var rest = Substring(notation).unicodeScalars
        var plain = ""
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let letter = rest.popFirst() else {
                plain.unicodeScalars.append(scalar)
                continue
            }
            if letter == "U", rest.first == "+" {
                guard let character = number(&rest) else { return nil }
                plain += spelling(String(character))
            } else {
                plain += letter == "\\" ? spelling("\\") : "\\" + String(letter)
            }
        }
        return plain
    }

    /// A plus sign and up to five hexadecimal digits.
    private static func number(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        let digits = String(rest.dropFirst().prefix(5).prefix { Int(String($0), radix: 16) != nil })
        rest = rest.dropFirst(1 + digits.utf8.count)
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }

    /// A notation that stands for exactly these keys.
    static func spelling(_ keys: String) -> String {
        keys.unicodeScalars.map { $0.isASCII ? "\\" + $0.octal : String($0) }.joined()
    }
}

extension Unicode.Scalar {
    fileprivate var octal: String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
