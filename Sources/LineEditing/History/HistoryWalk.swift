/// A walk through the history, starting from what had been typed.
struct HistoryWalk {
    /// What had been typed: the entries shown begin with it.
    let original: EditedLine
    /// Its position in the history; the original is after the last entry.
    var index: Int
    /// The text that the walk put into the line. Once it differs, the walk is over.
    var shown: String
}
