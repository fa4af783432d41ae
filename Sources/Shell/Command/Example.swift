/// A sample session with a command, as a transcript: lines after `> ` are typed, the others are replies.
public struct Example: Sendable {
    /// What it shows.
    public let title: String
    /// The transcript.
    public let transcript: String

    /// A titled transcript.
    public init(_ title: String, _ transcript: String) {
        self.title = title
        self.transcript = transcript
    }
}
