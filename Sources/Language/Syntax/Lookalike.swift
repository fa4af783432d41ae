/// Characters that look like a space, a quote or a dash of the language and are none: word processors, web pages and
/// some keyboards put them in their place.
public enum Lookalike {
    private static let spaces: Set<UInt32> = Set(0x2000...0x200b).union([
        0xa0, 0x1680, 0x202f, 0x205f, 0x2060, 0x3000, 0xfeff,
    ])
    private static let doubleQuotes: Set<UInt32> = [0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb, 0x2033, 0xff02]
    private static let singleQuotes: Set<UInt32> = [0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0xff07]
    private static let dashes: Set<UInt32> = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xff0d]

    /// The ASCII character that a scalar looks like; nil if it is none of these.
    public static func meant(by scalar: Unicode.Scalar) -> Character? {
        if spaces.contains(scalar.value) { return " " }
        if doubleQuotes.contains(scalar.value) { return "\"" }
        if singleQuotes.contains(scalar.value) { return "'" }
        return dashes.contains(scalar.value) ? "-" : nil
    }

    /// The first such character in an unquoted piece of a word. A dash counts only where a flag or a number begins.
    static func first(in text: String, isStart: Bool) -> (scalar: Unicode.Scalar, offset: Int)? {
        var offset = 0
        for scalar in text.unicodeScalars {
            let meant = meant(by: scalar)
            let isDash = meant == "-"
            if meant != nil, !isDash || isStart && offset == 0 && text.unicodeScalars.count > 1 {
                return (scalar, offset)
            }
            offset += UTF8.width(scalar)
        }
        return nil
    }

    /// A line with each of them replaced by what it looks like; nil if there is none.
    public static func replaced(in line: String) -> String? {
        guard line.unicodeScalars.contains(where: { meant(by: $0) != nil }) else { return nil }
        var plain = ""
        for scalar in line.unicodeScalars {
            if let meant = meant(by: scalar) { plain.append(meant) } else { plain.unicodeScalars.append(scalar) }
        }
        return plain
    }

    /// Its name and number: `a no-break space (U+00A0)`, `“ (U+201C)`.
    static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
        guard meant(by: scalar) == " " else { return "\(scalar) (\(number))" }
        let name =
            switch scalar.value {
            case 0xa0, 0x202f: "a no-break space"
            case 0x200b, 0x2060, 0xfeff: "an invisible character"
            default: "a wide space"
            }
        return "\(name) (\(number))"
    }
}

/// The prompts that are copied along with a line from a terminal, a book or a lesson.
public enum PastedPrompt {
    /// Whether a statement's first word is a prompt that can be nothing else, so that it is left out.
    static func isLeftOut(_ word: String) -> Bool {
        guard let first = word.utf8.first,
            first == UInt8(ascii: ">") || first == UInt8(ascii: ".") || first == 0xe2 || first == UInt8(ascii: "n")
        else {
            return false
        }
        return [">", ">>>", ".", "...", "…", "netshell>"].contains(word)
    }

    /// The rest of a line that begins with a prompt: `$ `, `% `, `s LISTEN 127.0.0.1 80> `; nil if it does not.
    public static func rest(of line: String) -> String? {
        let text = String(line.drop { $0 == " " || $0 == "\t" })
        for mark in ["$ ", "% ", "❯ ", "➜ ", "λ "] where text.hasPrefix(mark) {
            return String(text.dropFirst(mark.count))
        }
        // `user@host:~$ `
        let first = text.prefix { $0 != " " }
        if first.contains("@"), first.last.map({ "$%#".contains($0) }) == true, text.utf8.count > first.utf8.count {
            return String(text.dropFirst(first.count + 1))
        }
        guard let end = text.firstIndex(of: ">"), text[end...].hasPrefix("> ") else { return nil }
        guard text[..<end].last != " " else { return nil }
        let words = text[..<end].split(separator: " ")
        let isState =
            words.count > 1 && words[1].allSatisfy { $0.isUppercase || $0 == "_" || $0.isNumber }
            && words[1].first?.isLetter == true
        return words.count <= 4 && isState ? String(text[end...].dropFirst(2)) : nil
    }
}
