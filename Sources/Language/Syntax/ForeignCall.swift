/// A call as Python, C and their kin write it, `s.sendto(b"hi", (host, 80))`, and what it is here: `s.sendto "hi" $host 80`.
struct ForeignCall {
    /// The call in this language; `…` stands for what has no single word here.
    let text: String

    /// The call that a line begins with; nil where the line does not begin with a name and a bracket right behind it.
    init?(_ line: some StringProtocol) {
        guard let open = line.firstIndex(of: "("), line.first?.isLetter == true,
            line[..<open].allSatisfy({ Self.isPartOfName($0) })
        else { return nil }
        var reader = Reader(rest: line[line.index(after: open)...].prefix(Self.limit))
        let words = reader.words()
        text = ([Self.withoutModule(line[..<open])] + words).joined(separator: " ")
    }

    /// So much of a line is looked at after the opening bracket.
    static let limit = 500

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "." || character == "_"
    }

    /// The functions and constants of Python's module are names by themselves.
    private static func withoutModule(_ name: some StringProtocol) -> String {
        name.hasPrefix("socket.") ? String(name.dropFirst(7)) : String(name)
    }

    private struct Reader<Text: StringProtocol> where Text.SubSequence == Text {
        var rest: Text
        var depth = 1

        init(rest: Text) { self.rest = rest }

        /// The arguments up to the bracket that closes the call.
        mutating func words() -> [String] {
            var words: [String] = []
            while depth > 0 {
                rest = rest.drop { $0 == " " || $0 == "," || $0 == "\t" }
                guard let first = rest.first else { return words + ["…"] }
                switch first {
                case "(", "[": depth += 1
                case ")", "]": depth -= 1
                default:
                    guard let word = quoted() ?? name() else { return words + ["…"] }
                    words.append(word)
                    continue
                }
                rest = rest.dropFirst()
            }
            return words
        }

        /// A string in quotes; of what stands in front of them only `b` and `u` say nothing here.
        private mutating func quoted() -> String? {
            var text = rest
            if let first = text.first, "bBuU".contains(first) { text = text.dropFirst() }
            guard let quote = text.first, quote == "\"" || quote == "'" else { return nil }
            var isEscaped = false
            for index in text.indices.dropFirst() {
                if !isEscaped, text[index] == quote {
                    let word = text[...index]
                    rest = text[text.index(after: index)...]
                    // Escapes mean something in double quotes only.
                    return quote == "'" && word.contains("\\") && !word.contains("\"")
                        ? "\"\(word.dropFirst().dropLast())\"" : String(word)
                }
                isEscaped = !isEscaped && text[index] == "\\"
            }
            return nil
        }

        /// A number, a constant, or a variable's name, which has a dollar here.
        private mutating func name() -> String? {
            let word = rest.prefix { ForeignCall.isPartOfName($0) || $0 == "-" }
            let behind = rest[word.endIndex...].drop { $0 == " " }.first
            guard !word.isEmpty, behind == nil || behind == "," || behind == ")" || behind == "]" else { return nil }
            rest = rest[word.endIndex...]
            let name = ForeignCall.withoutModule(word)
            let isVariable = name.first?.isLetter == true && name.contains { $0.isLowercase }
            return isVariable ? "$" + name : name
        }
    }
}
