/// What a key did that the next one of its kind goes on with, and the line as it left it.
struct KeyChain {
    enum Kind {
        case cut
        /// Put back at an offset in the line's UTF-8.
        case yank(start: Int)
        /// The last word of an entry of the history, put in at an offset.
        case lastWord(start: Int, entry: Int)
    }

    let kind: Kind
    let line: EditedLine
}
