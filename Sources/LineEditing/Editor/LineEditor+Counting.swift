/// Counts before a key: Alt and digits.
extension LineEditor {
    /// The largest count.
    private static let mostTimes = 1000

    /// Alt and a digit, and the digits that follow.
    func addDigit(_ key: Unicode.Scalar) {
        guard let digit = Int(String(key)) else { return }
        count = min((count ?? 0) * 10 + digit, Self.mostTimes)
    }

    /// Emacs's universal argument: four times, sixteen times.
    func countTimesFour() { count = min((count ?? 1) * 4, Self.mostTimes) }

    /// A character that is typed, or the next digit of a count.
    func typeCharacter(_ key: Unicode.Scalar) {
        if count != nil, ("0"..."9").contains(key) { return addDigit(key) }
        let text = String(repeating: String(key), count: count ?? 1)
        if vi.isOverwriting { line = line.overwriting(with: text) } else { insert(text) }
    }
}

extension EditedLine {
    /// The line with the characters at the cursor replaced by as many others, but no line's end.
    fileprivate func overwriting(with new: String) -> EditedLine {
        let old = tail.prefix { !$0.isNewline }.prefix(new.count)
        return replacing(cursor..<(cursor + old.utf8.count), with: new)
    }
}
