/// Bytes typed and not yet used, decoded as UTF-8.
struct KeyInput {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Whether nothing is waiting.
    var isEmpty: Bool { start == bytes.count }

    mutating func append(_ more: [UInt8]) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes += more
    }

    /// Puts scalars back in front of what is waiting.
    mutating func putBack(_ text: String) {
        bytes.replaceSubrange(0..<start, with: Array(text.utf8))
        start = 0
    }

    /// Forgets everything, as the kernel does on Ctrl-C.
    mutating func discard() {
        bytes = []
        start = 0
    }

    /// The next byte, left where it is.
    var nextByte: UInt8? { isEmpty ? nil : bytes[start] }

    /// Takes a report of the cursor's place (`ESC [ row ; column R`) out of what is waiting: its column, from 0.
    mutating func takeCursorColumn() -> Int? {
        var from = start
        while let escape = bytes[from...].firstIndex(of: 0x1B) {
            if let report = cursorReport(at: escape) {
                bytes.removeSubrange(report.range)
                return report.column
            }
            from = escape + 1
        }
        return nil
    }

    private func cursorReport(at place: Int) -> (range: Range<Int>, column: Int)? {
        let rest = bytes[place...].prefix(16)
        guard rest.starts(with: [0x1B, 0x5B]), let end = rest.firstIndex(of: UInt8(ascii: "R")) else { return nil }
        let numbers = rest[(place + 2)..<end].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard numbers.count == 2, Int(String(decoding: numbers[0], as: UTF8.self)) != nil else { return nil }
        return Int(String(decoding: numbers[1], as: UTF8.self)).map { (place..<(end + 1), $0 - 1) }
    }

    /// Takes the next scalar; nil where there is none, or where only a part of one has come. Bytes that are not UTF-8
    /// become U+FFFD; NUL and C1 control characters, which a key cannot mean, too.
    mutating func next() -> Unicode.Scalar? {
        // A report that came too late for its question is no key.
        while nextByte == 0x1B, let report = cursorReport(at: start) { start = report.range.upperBound }
        guard let first = nextByte else { return nil }
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        let end = min(start + length, bytes.count)
        let tail = bytes[(start + 1)..<end]
        let good = tail.prefix { $0 & 0xC0 == 0x80 }.count
        if good == tail.count && tail.count + 1 < length { return nil }
        var decoder = UTF8()
        var source = bytes[start..<min(start + 1 + good, end)].makeIterator()
        start += 1 + good
        guard case .scalarValue(let scalar) = decoder.decode(&source), first != 0 else { return "\u{FFFD}" }
        return (0x80..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
    }
}
