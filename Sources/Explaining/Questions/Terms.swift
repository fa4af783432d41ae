/// The words of a text as questions are compared by: in small letters, without endings, without the words that every
/// question has. `Why does the port change?` is `port chang`.
struct Terms {
    /// The terms in order, with repetitions.
    private(set) var all: [String] = []

    /// At most this many words of a text are read: no question is longer, and no answer's text.
    private static let limit = 20_000

    /// The terms of a text; `correct` may put a known word in a misspelt one's place.
    init(_ text: some StringProtocol, limit: Int = Terms.limit, correct: (String) -> String = { $0 }) {
        var words = Self.words(of: text, limit: limit).map(correct)
        Self.join(&words)
        for word in words where !StopWords.all.contains(word) {
            all.append(Self.stem(word))
            guard word.contains("_") else { continue }
            all += word.split(separator: "_").map { Self.stem(String($0)) }
        }
    }

    /// The words of a text in small letters: letters, digits and `_`, and what holds an address together. An apostrophe
    /// is left out, so that `can't` is `cant`. A sign that stands alone is the word for what it does.
    static func words(of text: some StringProtocol, limit: Int = Terms.limit) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        let bytes = Array(text.utf8)
        func end() {
            while word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: ":") && word.count > 2 {
                word.removeLast()
            }
            if !word.isEmpty, words.count < limit { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        var place = 0
        while place < bytes.count, words.count < limit {
            let byte = bytes[place]
            let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: " ")
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: "'"): break
            case 0xE2 where place + 2 < bytes.count && next == 0x80 && bytes[place + 2] == 0x99: place += 2
            case UInt8(ascii: "."), UInt8(ascii: ":"):
                let isInside = word.last.map(isDigit) ?? false
                if isInside && isDigit(next) || byte == next && byte == UInt8(ascii: ":") {
                    word.append(byte)
                } else if word.last == UInt8(ascii: ":") {
                    word.append(byte)
                } else {
                    end()
                }
            case UInt8(ascii: "\\") where next == UInt8(ascii: "r") || next == UInt8(ascii: "n"):
                end()
                if words.last != "crlf" { words.append("crlf") }
                place += 1
            default:
                end()
                if let name = signs[byte], isAlone(at: place, in: bytes) { words.append(name) }
            }
            place += 1
        }
        end()
        return words
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isAlone(at place: Int, in bytes: [UInt8]) -> Bool {
        func isEdge(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return true }
            return [UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(bytes[index])
        }
        return isEdge(place - 1) && (isEdge(place + 1) || bytes[place + 1] == UInt8(ascii: "?"))
    }

    private static let signs: [UInt8: String] = [
        UInt8(ascii: "&"): "background", UInt8(ascii: "$"): "variable", UInt8(ascii: "#"): "comment",
        UInt8(ascii: "@"): "file", UInt8(ascii: ";"): "statement", UInt8(ascii: "{"): "block",
        UInt8(ascii: "|"): "flag",
    ]

    /// Puts together what is one term in several words: `time out`, `how many`. The parts stay.
    private static func join(_ words: inout [String]) {
        guard words.count > 1 else { return }
        var joined: [String] = []
        for (index, word) in words.enumerated() {
            if index > 0, let one = WordPairs.joined[words[index - 1] + " " + word] { joined.append(one) }
            joined.append(word)
        }
        words = joined
    }
}

extension Terms {
    /// A word without its ending, so that `closing`, `closed` and `closes` are the same.
    static func stem(_ word: String) -> String {
        if let base = WordForms.irregular[word] { return base == word ? word : stem(base) }
        var letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
            return word
        }
        strip(&letters)
        if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 3, letters.last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Takes one ending off, and a plural's s before it.
    private static func strip(_ letters: inout [UInt8]) {
        func ends(_ ending: String) -> Bool {
            letters.count > ending.utf8.count && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
        func cut(_ ending: String, leaving least: Int) -> Bool {
            guard ends(ending), letters.count - ending.utf8.count >= least else { return false }
            letters.removeLast(ending.utf8.count)
            return true
        }
        if ends("ies"), letters.count > 4 {
            letters.replaceSubrange((letters.count - 3)..., with: "y".utf8)
        } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") {
            letters.removeLast(2)
        } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
            letters.removeLast()
        }
        let verbal = cut("ing", leaving: 3) || cut("ed", leaving: 3) || cut("er", leaving: 4) || cut("or", leaving: 5)
        if verbal {
            let count = letters.count
            if count > 3, letters[count - 1] == letters[count - 2], !"sl".utf8.contains(letters[count - 1]) {
                letters.removeLast()
            }
        } else if !(cut("ation", leaving: 4) || cut("ion", leaving: 5) || cut("ment", leaving: 5)
            || cut("ly", leaving: 4))
        {
            _ = cut("al", leaving: 5)
        }
    }
}
