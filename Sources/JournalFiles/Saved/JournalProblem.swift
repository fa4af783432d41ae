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
    /// A line is no call.
    case malformed(line: Int)
    /// There is more than ``JournalReader/limit``.
    case tooLarge

    /// What is wrong, without a full stop.
    public var message: String {
        switch self {
        case .notAJournal: "this is not a journal of NetShell"
        case .version(let version):
            "the journal is of version \(version); this program reads version \(JournalReader.version)"
        case .cutOff(let line): "the journal is cut off in line \(line)"
        case .longLine(let line): "line \(line) is longer than \(JournalReader.lineLimit >> 20) MiB"
        case .malformed(let line): "line \(line) is not a call"
        case .tooLarge: "the file is larger than \(JournalReader.limit >> 30) GiB"
        }
    }
}
