/// Why a file is not a journal that can be used.
public enum JournalProblem: Error, Hashable, Sendable {
    /// The first line is not a journal's.
    case notAJournal
    /// It was written by another version.
    case version(Int)
    /// It ends in the middle of a line.
    case cutOff(line: Int)
    /// A line is longer than ``JournalReader/lineLimit``.
    case longLine(Int)
    /// A line is neither a call nor an event.
    case malformed(line: Int)
    /// A line is an event of a call, or of another event, that is not above it.
    case stray(line: Int)
    /// There is more than ``JournalReader/limit``.
    case tooLarge
    /// Reading it was interrupted.
    case interrupted

    /// What is wrong, without a full stop.
    public var message: String {
        switch self {
        case .notAJournal: "this is not a journal of NetShell"
        case .version(let version):
            "the journal is of version \(version); this program reads version 1 and \(JournalReader.version)"
        case .cutOff(let line): "the journal is cut off in line \(line)"
        case .longLine(let line): "line \(line) is longer than \(JournalReader.lineLimit >> 20) MiB"
        case .malformed(let line): "line \(line) is not a call, nor an event of a layer"
        case .stray(let line): "the event in line \(line) belongs to something that is not above it"
        case .interrupted: "reading was interrupted"
        case .tooLarge: "the file is larger than \(JournalReader.limit >> 30) GiB"
        }
    }
}
