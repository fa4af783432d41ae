/// A line of plain words, such as `why can't others connect`, in place of a statement. It is recognised only after a
/// line could not be run, so it costs an ordinary line nothing.
///
/// It is read before the lexer's rules: an apostrophe opens no quote in it, and `?` ends it.
public struct PlainQuestion: Sendable, Equatable {
    /// How it begins.
    public enum Opening: Sendable, Equatable {
        /// With the command `ask`, so that it is a statement as well.
        case ask
        /// With a word that asks or complains, such as `why`, `is`, `i get`.
        case word
        /// With any word: only a question mark at its end makes it a question.
        case mark
    }

    /// What is asked, without `ask`.
    public let text: String
    /// How it begins.
    public let opening: Opening

    /// The longest beginning of a line that is read; what follows cannot be a beginner's question.
    private static let limit = 2000

    /// A question, if that is what the first line of a text is. A misspelt first word is forgiven if `forgives`.
    public init?(_ line: some Sequence<UInt8>, forgives: Bool = true) {
        let bytes = Array(line.prefix(Self.limit).prefix { $0 != UInt8(ascii: "\n") })
        let text = String(decoding: bytes, as: UTF8.self)
        let words = text.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\u{A0}" || $0 == "\u{3000}" }
        guard let first = words.first, words.count < 2 || !Self.isOperator(words[1]) else { return nil }
        let heads = words.prefix(3).map(Self.head)
        // A block is one of the language's statements.
        guard words.last != "{", heads[0] != "if" || !text.contains("{") else { return nil }
        if heads[0] == "ask" {
            guard words.count > 1 else { return nil }
            (self.text, opening) = (text[first.endIndex...].trimmedBlanks, .ask)
            return
        }
        let isMarked = text.trimmedBlanks.last.map { $0 == "?" || $0 == "？" } ?? false
        let isOpened = Self.opens(heads, count: words.count, isMarked: isMarked, forgives: forgives)
        guard isOpened || isMarked else { return nil }
        self.text = text.trimmedBlanks
        opening = isOpened ? .word : .mark
    }

    /// A word without case, apostrophes and the punctuation around it.
    private static func head(_ word: Substring) -> String {
        word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "=" || $0 == "(" || $0 == "." }
    }

    private static func isOperator(_ word: Substring) -> Bool {
        word.hasPrefix("=") || ["+=", "-=", "!=", ":=", "<", ">", "+", "-", "*", "/"].contains(word)
    }

    private static func opens(_ heads: [String], count: Int, isMarked: Bool, forgives: Bool) -> Bool {
        let first = heads[0]
        if first == "which", count < 3 { return isMarked }
        if asking.contains(first) { return count > 1 }
        if count > 2, heads[1...].contains(where: { $0 == "vs" || $0 == "versus" }) { return true }
        if let following = pairs[first], heads.count > 1 { return following.contains(heads[1]) && count > 2 }
        guard forgives, count > 2, first.count > 2, first.allSatisfy(\.isLetter) else { return false }
        return typos.contains { Suggestion.isSlip(first, of: $0) }
    }

    /// Words that begin a question by themselves.
    private static let asking: Set<String> = [
        "why", "what", "how", "which", "when", "where", "who", "whose", "whom", "whats", "hows", "whys", "whos",
        "wheres", "whens", "whatis", "howto", "wat", "wut", "is", "isnt", "are", "arent", "was", "were", "can",
        "cant", "cannot", "could", "couldnt", "does", "doesnt", "did", "didnt", "should", "shouldnt", "shall", "will",
        "wont", "would", "wouldnt", "may", "must", "has", "hasnt", "have", "im", "ive", "ill", "my", "define",
        "describe", "difference", "differences", "meaning", "definition", "please", "pls", "whether", "am",
    ]

    /// Words that begin one together with the next.
    private static let pairs: [String: Set<String>] = [
        "do": [
            "i", "we", "you", "they", "sockets", "servers", "clients", "all", "both", "packets", "datagrams", "the",
        ],
        "i": [
            "get", "got", "want", "need", "have", "cant", "cannot", "am", "dont", "do", "see", "keep", "think", "tried",
            "typed", "lost", "would", "wonder", "should", "could", "forgot", "still", "never", "didnt", "receive",
            "received",
            "sent", "closed",
        ],
        "we": ["get", "want", "need", "have", "cant", "cannot", "are", "see"],
        "it": [
            "is", "says", "does", "doesnt", "hangs", "wont", "just", "still", "never", "keeps", "fails", "waits",
            "cant",
        ],
        "the": [
            "server", "client", "port", "socket", "connection", "peer", "other", "kernel", "address", "data",
            "difference",
            "meaning", "program", "network", "error", "call",
        ],
        "nothing": ["happens", "comes", "arrives", "works", "is"], "nobody": ["connects", "answers", "can"],
        "there": ["is", "are"], "tell": ["me"], "show": ["me"], "give": ["me"], "teach": ["me"],
        "explain": ["me", "why", "how", "what", "the"], "help": ["me", "with", "i", "how", "what", "my"],
        "apropos": ["why", "how", "what"], "any": ["idea", "way"], "in": ["what", "which"], "for": ["what", "how"],
        "at": ["what", "which"], "to": ["which", "what", "whom"], "from": ["where", "which"], "on": ["which", "what"],
        "if": ["i", "the", "my", "a", "you", "nobody", "both"], "and": ["what", "why", "how", "if"],
        "so": ["what", "why", "how", "is"], "but": ["why", "what", "how"], "ok": ["what", "how", "why"],
        "connection": ["refused", "reset", "timed", "closed", "hangs"],
    ]

    /// Words whose misspellings are likely enough.
    private static let typos = ["what", "whats", "why", "how", "which", "where", "when", "does", "should", "could"]
}

extension StringProtocol {
    /// The text without blanks at its ends.
    fileprivate var trimmedBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
