/// A text and the cursor's position in it.
struct EditedLine: Equatable {
    var text = ""
    /// The cursor, as an offset in the text's UTF-8.
    var cursor = 0

    init(_ text: String = "", cursor: Int? = nil) {
        self.text = text
        self.cursor = cursor ?? text.utf8.count
    }

    /// The cursor as an index into the text.
    var cursorIndex: String.Index { index(at: cursor) }

    /// What precedes the cursor.
    var head: Substring { text[..<cursorIndex] }

    /// What follows the cursor.
    var tail: Substring { text[cursorIndex...] }

    var isAtEnd: Bool { cursor == text.utf8.count }

    /// Inserts text at the cursor, which is after it then.
    mutating func insert(_ new: String) {
        text.insert(contentsOf: new, at: cursorIndex)
        cursor += new.utf8.count
    }

    /// The line with the cursor at an offset, in the text and at the beginning of a scalar.
    func moved(to offset: Int) -> EditedLine {
        EditedLine(text, cursor: text.utf8.distance(from: text.startIndex, to: index(at: offset)))
    }

    /// The index of a UTF-8 offset, rounded down to a whole scalar.
    func index(at offset: Int) -> String.Index {
        let utf8 = text.utf8
        let index = utf8.index(text.startIndex, offsetBy: max(0, offset), limitedBy: text.endIndex) ?? text.endIndex
        return text.unicodeScalars.index(at: index)
    }

    /// The line with a range of UTF-8 offsets replaced, the cursor after the new text.
    func replacing(_ range: Range<Int>, with new: String) -> EditedLine {
        let before = String(text[..<index(at: range.lowerBound)]) + new
        let after = text[max(index(at: range.lowerBound), index(at: range.upperBound))...]
        return EditedLine(before + after, cursor: before.utf8.count)
    }
}

extension EditedLine {
    /// The line with a candidate in place of a range. Its suffix is added only if it does not follow already.
    func completing(_ range: Range<Int>, with candidate: Completions.Candidate) -> EditedLine {
        var completed = replacing(range, with: candidate.text)
        if completed.tail.hasPrefix(candidate.suffix) {
            completed.cursor += candidate.suffix.utf8.count
            return completed
        }
        return replacing(range, with: candidate.text + candidate.suffix)
    }
}

extension String.UnicodeScalarView {
    /// The start of the scalar that an index lies in.
    fileprivate func index(at index: String.Index) -> String.Index {
        index.samePosition(in: self) ?? self.index(before: self.index(after: index))
    }
}
