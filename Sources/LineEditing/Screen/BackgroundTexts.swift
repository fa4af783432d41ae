/// What was said in the background and has not been shown yet, oldest first.
struct BackgroundTexts {
    private struct Text {
        let text: String
        /// Whether it may wait for the next line that is edited.
        let waits: Bool
    }

    /// More than anyone reads; what comes after that is counted, not kept.
    static let limit = 20_000

    private var texts: [Text] = []
    private var dropped = 0

    /// Whether there is nothing.
    var isEmpty: Bool { texts.isEmpty }

    /// Adds whole lines of text; returns whether they are the first.
    mutating func append(_ text: String, waitsForLine: Bool) -> Bool {
        guard texts.count < Self.limit else {
            dropped += 1
            return false
        }
        texts.append(Text(text: text, waits: waitsForLine))
        return texts.count == 1
    }

    /// Takes everything.
    mutating func take() -> [String] {
        defer { self = BackgroundTexts() }
        return texts.map(\.text) + (dropped > 0 ? ["… and \(dropped) more notices\n"] : [])
    }

    /// Takes what does not wait for the next line.
    mutating func takeUrgent() -> [String] {
        defer { texts.removeAll { !$0.waits } }
        return texts.filter { !$0.waits }.map(\.text)
    }
}
