/// A way through the history that began at what had been typed.
struct HistoryWalk {
    /// What had been typed: the entries shown begin with it.
    let original: EditedLine
    /// Where in the history it stands; behind the last entry is the original.
    var index: Int
    /// The text that the walk put into the line. Once it differs, the walk is over.
    var shown: String
}
