/// A fenced block of a lesson: what its info string says it is for, and its lines.
public struct Fence: Sendable {
    /// What it is for.
    public let kind: FenceKind
    /// The first word of its info string: a kind may have several, as `python` and `c` for code that is only shown.
    let name: String
    /// The words after it: the level of a hint, the name of another end.
    let arguments: [String]
    /// Its lines.
    public let text: String
    /// The number of its first line in the file.
    public let line: Int

    /// A fence; without a name, of the first name of its kind.
    init(kind: FenceKind, name: String? = nil, arguments: [String] = [], text: String, line: Int) {
        self.kind = kind
        self.name = name ?? kind.names[0]
        self.arguments = arguments
        self.text = text
        self.line = line
    }

    /// The info string that it is written with.
    var info: String { ([name] + arguments).joined(separator: " ") }

    /// The same fence with other lines.
    func with(_ text: String) -> Fence { Fence(kind: kind, name: name, arguments: arguments, text: text, line: line) }

    /// The fence as a session; if no line is marked as typed, every line is.
    public var transcript: Transcript {
        let hasMarks = text.split(separator: "\n").contains { $0.hasPrefix("> ") }
        return hasMarks ? Transcript(text, firstLine: line) : Transcript(script: text, line: line)
    }
}
