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

    /// Takes the next scalar; nil where there is none, or where only a part of one has come. Bytes that are not UTF-8
    /// become U+FFFD; NUL and C1 control characters, which a key cannot mean, too.
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
