/// Bytes typed and not yet used, read as keys or as UTF-8 characters.
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

    /// Puts scalars back before what is waiting.
    mutating func putBack(_ text: String) {
        bytes.replaceSubrange(0..<start, with: Array(text.utf8))
        start = 0
    }

    /// Forgets everything, as the kernel does on Ctrl-C.
    mutating func discard() {
        bytes = []
        start = 0
    }

    /// How many bytes are waiting.
    var count: Int { bytes.count - start }

    /// The next byte, not consumed.
    var nextByte: UInt8? { isEmpty ? nil : bytes[start] }

    /// Takes a report of the cursor's position (`ESC [ row ; column R`) out of what is waiting: its column, from 0.
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

    /// How much of a sequence is kept while its end has not come.
    private static let longest = 256

    /// How long the rest of an unfinished key may take, in milliseconds; nil if none has begun. Nothing else tells a
    /// typed Escape from a key's first byte. A string (ECMA-48 §5.6) that has begun is sent by no finger: whatever
    /// sends it may take its time, and its rest must not be typed.
    func patience(escapeAlone: Bool) -> Int32? {
        guard nextByte == 0x1B else { return nil }
        if count == 1 || count == 2 && (escapeAlone || bytes[start + 1] == 0x1B) { return 30 }
        return count > 2 && KeySequence.beginsString(bytes[start + 1]) ? 10_000 : 500
    }

    /// Takes the next key; nil if there is none or only part of one has come, unless that is all (`isAll`): then an
    /// Escape was by itself and anything else is dropped.
    mutating func nextKey(escapeAlone: Bool, isAll: Bool) -> Key? {
        while nextByte == 0x1B {
            switch KeySequence.extent(bytes[start...], escapeAlone: escapeAlone) {
            case .escape: return take(1)
            case .key(let length): return take(length)
            case .string(let length), .dropped(let length): start += length
            case .unfinished where isAll: if let key = takeUnfinished(escapeAlone: escapeAlone) { return key }
            case .unfinished:
                shorten()
                return nil
            }
        }
        return next().map { .character($0) }
    }

    private mutating func take(_ length: Int) -> Key {
        defer { start += length }
        return length == 1 ? .escape : .sequence(String(decoding: bytes[start..<(start + length)], as: UTF8.self))
    }

    private mutating func takeUnfinished(escapeAlone: Bool) -> Key? {
        if count == 1 || bytes[start + 1] == 0x1B || count == 2 && escapeAlone { return take(1) }
        if count == 2 { return take(2) }
        discard()
        return nil
    }

    /// Drops the middle of what is too long for a key; the `?` in its place is a parameter that no key has.
    private mutating func shorten() {
        if count > Self.longest { bytes.replaceSubrange((start + 2)..<(bytes.count - 1), with: [UInt8(ascii: "?")]) }
    }

    /// Takes the next scalar; nil if there is none or only part of one has come. Bytes that are not UTF-8
    /// become U+FFFD, as do NUL and C1 control characters, which no key can mean.
    mutating func next() -> Unicode.Scalar? {
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
