import Journal

extension Program.Payload {
    /// The longest pattern that is looked for.
    private static let longestPattern = 1024
    /// Data up to this length is written as it is.
    private static let shortest = 128

    /// Data as a program says it; nil if it was clipped and is no pattern.
    init?(_ clip: Clip) {
        if clip.count > Self.shortest, let period = Self.period(of: clip.bytes) {
            self = .fill(count: clip.count, pattern: Array(clip.bytes.prefix(period)))
        } else if clip.isWhole {
            self = .bytes(clip.bytes)
        } else {
            return nil
        }
    }

    /// The length of the shortest piece that makes the bytes by repetition, at least four times.
    private static func period(of bytes: [UInt8]) -> Int? {
        // The border of the bytes (Knuth, Morris, Pratt) gives the period.
        guard bytes.count > 1 else { return nil }
        var border = [Int](repeating: 0, count: bytes.count)
        var length = 0
        for index in 1..<bytes.count {
            while length > 0, bytes[index] != bytes[length] { length = border[length - 1] }
            if bytes[index] == bytes[length] { length += 1 }
            border[index] = length
        }
        let period = bytes.count - length
        return period <= longestPattern && period * 4 <= bytes.count ? period : nil
    }
}
