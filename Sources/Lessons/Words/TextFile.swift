/// The bytes of a text file that a person wrote, whatever their editor makes of line ends.
///
/// A byte order mark before the first line (U+FEFF, as Windows' editors write it) and the carriage return of a line's end are no part of
/// the text. A carriage return within a line stays: it acts on a terminal.
enum TextFile {
    private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

    /// The lines of a file.
    static func lines(_ bytes: some Collection<UInt8>) -> [String] {
        let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
        return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            return String(decoding: content, as: UTF8.self)
        }
    }
}
