/// Something that completion offers.
public struct Candidate: Hashable, Sendable {
    /// What is put in.
    public let text: String
    /// A word of description.
    public let about: String
    /// Whether the word goes on after it, as after a folder's name.
    public let goesOn: Bool

    /// A text to put in, with a word about it.
    public init(_ text: String, _ about: String = "", goesOn: Bool = false) {
        self.text = text
        self.about = about
        self.goesOn = goesOn
    }
}

extension [Candidate] {
    /// The same possibilities for the last part of a word whose parts are joined: after `peek|`, `peek|oob`.
    func joined(behind prefix: String, _ separator: Character) -> [Candidate] {
        guard let last = prefix.lastIndex(of: separator) else { return self }
        let head = String(prefix[...last])
        return map { Candidate(head + $0.text, $0.about, goesOn: $0.goesOn) }
    }
}
