/// A range of a source text, in bytes from its beginning.
public struct Span: Hashable, Sendable {
    /// The first byte.
    public var start: Int
    /// One past the last byte.
    public var end: Int

    /// From `start` up to, but not including, `end`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// The smallest span that contains both.
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

/// A piece of a script and where it came from: a whole entry, which may have several lines.
public struct Source: Sendable {
    /// The file's name in messages: a path, `-c`, `<stdin>`.
    public let file: String
    /// The number of the text's first line in that file, from 1.
    public let firstLine: Int
    /// The text.
    public let text: [UInt8]

    /// A text that begins at line `firstLine` of `file`.
    public init(file: String, firstLine: Int = 1, text: [UInt8]) {
        self.file = file
        self.firstLine = firstLine
        self.text = text
    }

    /// The line of an offset, from 1, and its column, from 1 and in characters.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let before = text.prefix(max(offset, 0))
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        var line = firstLine
        if lineStart > 0 { line += before.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 } }
        return (line, String(decoding: before[lineStart...], as: UTF8.self).count + 1)
    }

    /// The text of a span.
    public func text(of span: Span) -> String {
        let end = min(span.end, text.count)
        return String(decoding: text[min(span.start, end)..<end], as: UTF8.self)
    }

    /// Where a byte first occurs in a span, relative to the span's beginning; nil if it does not.
    func place(of byte: UInt8, in span: Span) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var place = span.start
            while place < min(span.end, bytes.count) {
                if bytes[place] == byte { return place - span.start }
                place += 1
            }
            return nil
        }
    }

    /// The whole line around an offset, without its line ending (LF or CRLF), and where that line begins in the text.
    public func line(around offset: Int) -> (text: String, start: Int) {
        let place = min(max(offset, 0), text.count)
        let start = text[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = text[place...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        let line = text[start..<end]
        return (String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self), start)
    }
}
