import Language

/// Splits a text that arrives piece by piece into entries, and counts lines.
///
/// An entry is one line, or several while a block or a quote is open. The reader never holds more than one entry and
/// one piece, and rejects entries longer than ``limit``.
public struct EntryReader {
    /// The longest entry in bytes.
    public static let limit = 16 << 20

    private let file: String
    private let limit: Int
    private var progress = EntryProgress()
    private var entry: [UInt8] = []
    /// Where in the entry its last line begins.
    private var lineStart = 0
    private var line = 1
    private var entryLine = 1
    private var isSkipping = false

    /// A reader at the first line of `file`, or at another one.
    public init(file: String, firstLine: Int = 1) { self.init(file: file, firstLine: firstLine, limit: Self.limit) }

    init(file: String, firstLine: Int = 1, limit: Int) {
        self.file = file
        self.limit = limit
        (line, entryLine) = (firstLine, firstLine)
    }

    /// What the reader yields.
    public enum Piece: Sendable {
        /// An entry to run.
        case entry(Source)
        /// An entry that was too long and is skipped.
        case tooLong(Source)
    }

    /// Takes more text; yields the entries that it completes, until `body` wants no more.
    public mutating func take(_ text: some Sequence<UInt8>, _ body: (Piece) -> Bool) -> Bool {
        if let wantsMore = text.withContiguousStorageIfAvailable({ take(run: $0, body) }) { return wantsMore }
        return Array(text).withUnsafeBufferPointer { take(run: $0, body) }
    }

    /// Takes text line by line: an entry can only end at a line end.
    private mutating func take(run text: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Bool) -> Bool {
        var place = 0
        while place < text.count {
            let newline = text[place...].firstIndex(of: UInt8(ascii: "\n"))
            let end = newline.map { $0 + 1 } ?? text.count
            defer { place = end }
            if isSkipping {
                if newline != nil { endLongEntry() }
                continue
            }
            let run = UnsafeBufferPointer(rebasing: text[place..<end])
            entry.append(contentsOf: run)
            if newline != nil, endLine() {
                guard give(body) else { return false }
            } else if entry.count > limit {
                guard refuse(body) else { return false }
                if newline != nil { endLongEntry(countingLine: false) }
            }
        }
        return true
    }

    /// Counts a line that has ended; true if it ends the entry.
    private mutating func endLine() -> Bool {
        line += 1
        defer { lineStart = entry.count }
        return entry.withUnsafeBufferPointer { progress.take(UnsafeBufferPointer(rebasing: $0[lineStart...])) }
    }

    private mutating func refuse(_ body: (Piece) -> Bool) -> Bool {
        isSkipping = true
        let source = Source(file: file, firstLine: entryLine, text: Array(entry.prefix(80)))
        entry = []
        return body(.tooLong(source))
    }

    /// The text has ended: yields what is left.
    public mutating func end(_ body: (Piece) -> Bool) -> Bool { entry.isEmpty ? true : give(body) }

    private mutating func give(_ body: (Piece) -> Bool) -> Bool {
        let source = Source(file: file, firstLine: entryLine, text: entry)
        entry.removeAll(keepingCapacity: true)
        begin()
        return body(.entry(source))
    }

    private mutating func endLongEntry(countingLine: Bool = true) {
        if countingLine { line += 1 }
        isSkipping = false
        begin()
    }

    private mutating func begin() {
        entryLine = line
        lineStart = 0
        progress = EntryProgress()
    }
}
