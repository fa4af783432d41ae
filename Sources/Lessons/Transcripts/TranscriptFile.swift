import Journal
import Language
import Shell

/// A transcript in a file.
public enum TranscriptFile {
    /// How a file's check ended.
    public enum Result: Sendable {
        /// As expected; the number of lines typed.
        case passed(Int)
        /// Not as expected.
        case differs([TranscriptRunner.Difference])
        /// The file cannot be used.
        case unreadable(String)
    }

    /// The most bytes that a transcript has.
    public static let limit = 4 << 20

    /// Runs the transcript in a file.
    public static func check(_ path: String, registry: Registry) -> Result {
        let text: String
        do throws(Failure) {
            let file = try File.open(path, at: Span(0, 0))
            defer { file.close() }
            var bytes: [UInt8] = []
            while bytes.count <= limit {
                let more = try file.read(1 << 16)
                if more.isEmpty { break }
                bytes += more
            }
            guard bytes.count <= limit, let valid = String(validating: bytes, as: UTF8.self) else {
                return .unreadable("\(Quoting.word(path)): not a text of at most \(limit) bytes")
            }
            text = valid
        } catch {
            return .unreadable(error.message)
        }
        let transcript = Transcript(text)
        guard !transcript.steps.isEmpty else { return .unreadable("\(Quoting.word(path)): nothing is typed in it") }
        let differences = TranscriptRunner(registry: registry).run(transcript, file: path)
        return differences.isEmpty ? .passed(transcript.steps.count) : .differs(differences)
    }
}
