import Language

/// A recording as plain text: what was typed, replied and said, in its order, without time and colour.
public struct RecordingText: RecordingForm {
    private let title: String
    private let width: Int

    /// A text of so many columns.
    public init(title: String, width: Int = 80) { (self.title, self.width) = (title, width) }

    public var head: String { "== \(Quoting.oneLine(title)) ==\n" }

    public mutating func text(_ text: String, _ kind: RecordingKind, at time: Double) -> String {
        PageText.legible(text)
    }

    public mutating func typed(_ line: String, at time: Double, lasting duration: Double) -> String { "> \(line)\n" }

    public mutating func show(_ passages: [Passage], at time: Double) -> String {
        passages.filter { $0 != .heading(title) }.flatMap { $0.lines(width: width) }
            .map { Quoting.printable($0.utf8) + "\n" }.joined()
    }

    public mutating func begin(_ chapter: RecordingChapter, at time: Double) -> String { "" }
    public mutating func end(at time: Double) -> String { "" }
}
