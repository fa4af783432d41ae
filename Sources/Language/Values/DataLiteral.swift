/// The meaning of a word where data is wanted (quoted text never gets here: it is data already).
public enum DataLiteral: Hashable, Sendable {
    /// The bytes of the word itself, or of `0x…`.
    case bytes([UInt8])
    /// `@PATH`: the content of a file.
    case file(String)
    /// `fill:COUNT` or `fill:COUNT:PATTERN`: a repeated pattern, `COUNT` bytes in all.
    case fill(count: Int, pattern: [UInt8])

    /// Why a word is not data.
    public enum Problem: Error, Hashable, Sendable {
        /// `0x` followed by something other than pairs of hexadecimal digits.
        case hexadecimal
        /// `fill:` without a byte count, or with a negative one.
        case fillCount(String)
        /// `@` without a path.
        case path
    }

    /// Reads a word: `0x48656c6c6f`, `@file`, `fill:1000`, `fill:1000:x`; anything else is text.
    ///
    /// The default pattern of `fill:COUNT` is `x`; a pattern of hexadecimal digits after `0x` is bytes.
    public init(_ word: String) throws(Problem) {
        if word.hasPrefix("0x") || word.hasPrefix("0X") {
            self = .bytes(try Self.hexadecimal(word.dropFirst(2)))
        } else if word.hasPrefix("@") {
            guard word.count > 1 else { throw .path }
            self = .file(String(word.dropFirst()))
        } else if word.hasPrefix("fill:") {
            self = try Self.fill(word.dropFirst(5))
        } else {
            self = .bytes(Array(word.utf8))
        }
    }

    private static func fill(_ text: Substring) throws(Problem) -> DataLiteral {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let count = Int(parts[0]), count >= 0 else { throw .fillCount(String(parts[0])) }
        guard parts.count == 2, !parts[1].isEmpty else { return .fill(count: count, pattern: [UInt8(ascii: "x")]) }
        let isHexadecimal = parts[1].hasPrefix("0x") || parts[1].hasPrefix("0X")
        let pattern = isHexadecimal ? try hexadecimal(parts[1].dropFirst(2)) : Array(parts[1].utf8)
        return .fill(count: count, pattern: pattern)
    }

    private static func hexadecimal(_ digits: Substring) throws(Problem) -> [UInt8] {
        let digits = Array(digits.utf8)
        guard !digits.isEmpty, digits.count % 2 == 0 else { throw .hexadecimal }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = hexDigit(digits[index]), let low = hexDigit(digits[index + 1]) else { throw .hexadecimal }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
