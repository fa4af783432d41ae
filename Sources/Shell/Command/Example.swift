/// A session that shows a command, as a transcript: lines behind `> ` are typed, the others are what is replied.
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
