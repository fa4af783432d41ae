/// What a key did that the next one of its kind continues, and the line as it left it.
struct KeyChain {
    enum Kind {
        case cut
        /// Yanked at an offset in the line's UTF-8.
        case yank(start: Int)
        /// The last word of a history entry, inserted at an offset.
        case lastWord(start: Int, entry: Int)
    }

    let kind: Kind
    let line: EditedLine
}
