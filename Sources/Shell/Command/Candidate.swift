/// A completion candidate.
public struct Candidate: Hashable, Sendable {
    /// What is inserted.
    public let text: String
    /// A short description.
    public let about: String
    /// Whether the word continues after it, as after a folder's name.
    public let goesOn: Bool

    /// A text to insert, with a description.
    public init(_ text: String, _ about: String = "", goesOn: Bool = false) {
        self.text = text
        self.about = about
        self.goesOn = goesOn
    }
}

extension [Candidate] {
    /// The same candidates for the last part of a joined word: after `peek|`, `peek|oob`.
    func joined(behind prefix: String, _ separator: Character) -> [Candidate] {
        guard let last = prefix.lastIndex(of: separator) else { return self }
        let head = String(prefix[...last])
        return map { Candidate(head + $0.text, $0.about, goesOn: $0.goesOn) }
    }
}
