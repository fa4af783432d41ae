import Language

/// How much time a replay gives to what it shows, live and recorded alike.
public struct ReadingPace {
    /// What it takes to read what was shown since the last pause, in seconds.
    private var unread = 0.0

    /// Nothing to read yet.
    public init() {}

    /// How long a key takes, and what is between the last one and Enter, in seconds.
    public static let key = 0.06, beforeEnter = 0.35
    /// The least that is between two things, and what a question is thought about, in seconds.
    private static let least = 0.7, thinking = 5.0
    /// Adults read 238 words a minute of English prose silently (Brysbaert, 2019).
    private static let wordsPerSecond = 238.0 / 60
    /// Longer replies are looked at, not read.
    private static let mostOfReply = 12.0

    /// How long it takes to read a text, in seconds. Of what is written without blanks, two wide characters count as a word.
    public static func seconds(reading text: String) -> Double {
        let words = text.split(whereSeparator: \.isWhitespace).reduce(0.0) { count, word in
            guard word.contains(where: { $0.isLetter || $0.isNumber }) else { return count }
            return count + max(1, Double(DisplayWidth.of(String(word)) - word.count) / 2)
        }
        return words / wordsPerSecond
    }

    /// A reply was shown.
    public mutating func replied(_ text: String) { unread += min(Self.seconds(reading: text), Self.mostOfReply) }

    /// A lesson said something.
    public mutating func said(_ passages: [Passage]) {
        for passage in passages {
            unread += Self.seconds(reading: passage.lines(width: 80).joined(separator: "\n"))
            if case .question = passage { unread += Self.thinking }
        }
    }

    /// How long to wait, in seconds, before something else is shown: all that was shown is read then.
    public mutating func pause() -> Double {
        defer { unread = 0 }
        return max(unread, Self.least)
    }
}
