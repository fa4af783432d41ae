/// A call in the style of Python or C, `s.sendto(b"hi", (host, 80))`, and what it is here: `s.sendto "hi" $host 80`.
struct ForeignCall {
    /// The call in this language; `…` stands for what has no single word here.
    let text: String

    /// How many bytes of a line are looked at.
    static let limit = 2000

    /// The call at the beginning of a line; nil if the line does not begin with a name and an opening parenthesis.
    init?(_ line: some Sequence<UInt8>) {
        let text = Array(line.prefix(Self.limit)).withUnsafeBufferPointer { bytes -> String? in
            guard let name = Reader.name(in: bytes, at: 0), name.end < bytes.count, bytes[name.end] == UInt8(ascii: "(")
            else { return nil }
            var reader = Reader(bytes: bytes, place: name.end + 1)
            return ([Self.withoutModule(name.text)] + reader.words()).joined(separator: " ")
        }
        guard let text else { return nil }
        self.text = text
    }

    /// Functions and constants of Python's module are bare names here.
    private static func withoutModule(_ name: String) -> String {
        name.hasPrefix("socket.") ? String(name.dropFirst(7)) : name
    }
}

extension ForeignCall {
    /// Reads arguments in brackets.
    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        var place: Int
        var depth = 1

        /// The byte at a place; a space past the end.
        private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : UInt8(ascii: " ") }

        /// The arguments up to the closing parenthesis.
        mutating func words() -> [String] {
            var words: [String] = []
            while depth > 0 {
                while place < bytes.count, " ,\t".utf8.contains(bytes[place]) { place += 1 }
                switch byte(place) {
                case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
                default:
                    guard let word = quoted() ?? value() else { return words + ["…"] }
                    words.append(word)
                    continue
                }
                place += 1
            }
            return words
        }

        /// A quoted string; of Python's prefixes only `b` and `u` change nothing here.
        private mutating func quoted() -> String? {
            let start = "bBuU".utf8.contains(byte(place)) ? place + 1 : place
            let quote = byte(start)
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
                let end = Lexer.quoteEnd(quote, in: bytes, from: start + 1, hasEscapes: true)
            else { return nil }
            place = end
            let word = String(decoding: bytes[start..<end], as: UTF8.self)
            // Escapes work only in double quotes.
            let isRewritten = quote == UInt8(ascii: "'") && word.contains("\\") && !word.contains("\"")
            return isRewritten ? "\"\(word.dropFirst().dropLast())\"" : word
        }

        /// A number, a constant, or a variable's name, which takes a dollar sign here.
        private mutating func value() -> String? {
            let start = byte(place) == UInt8(ascii: "-") ? place + 1 : place
            var end = start
            while isNameByte(byte(end)) || byte(end) == UInt8(ascii: ".") { end += 1 }
            var next = end
            while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
            guard end > start, next == bytes.count || ",)]".utf8.contains(bytes[next]) else { return nil }
            let word = ForeignCall.withoutModule(String(decoding: bytes[place..<end], as: UTF8.self))
            place = end
            let isVariable = word.first?.isLetter == true && word.contains { $0.isLowercase }
            return isVariable ? "$" + word : word
        }

        /// The name at a place, including its dots, and where it ends.
        static func name(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (text: String, end: Int)? {
            var end = start
            while end < bytes.count, isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
            let name = String(decoding: bytes[start..<end], as: UTF8.self)
            return name.first?.isLetter == true ? (name, end) : nil
        }
    }
}
