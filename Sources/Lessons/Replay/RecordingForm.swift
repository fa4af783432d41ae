/// A form in which a recording is written, piece by piece: each piece that happens gives what to write for it.
public protocol RecordingForm: Sendable {
    /// What comes first.
    var head: String { get }
    /// A piece of what was typed, replied or noticed, `time` seconds from the beginning.
    mutating func text(_ text: String, _ kind: RecordingKind, at time: Double) -> String
    /// A line that is typed for so many seconds, after its prompt.
    mutating func typed(_ line: String, at time: Double, lasting duration: Double) -> String
    /// What a lesson says.
    mutating func show(_ passages: [Passage], at time: Double) -> String
    /// A chapter begins; one that began before has its place already.
    mutating func begin(_ chapter: RecordingChapter, at time: Double) -> String
    /// What comes last, when it is all over.
    mutating func end(at time: Double) -> String
}

/// What a piece of a recording is.
public enum RecordingKind: String, Sendable {
    /// What was typed, what it replied, how it failed, what happened meanwhile.
    case input, reply, failure, notice
}
