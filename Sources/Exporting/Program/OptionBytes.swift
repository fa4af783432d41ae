/// Option values as a program writes them.
extension Program.OptionBytes {
    /// The four bytes as C's int.
    var number: Int32 { Int32(truncatingIfNeeded: littleEndian(at: 0, count: 4)) }

    /// The sixteen bytes as C's `struct timeval`.
    var time: (seconds: Int64, microseconds: Int64) {
        (Int64(bitPattern: littleEndian(at: 0, count: 8)), Int64(bitPattern: littleEndian(at: 8, count: 8)))
    }

    /// The number in some of the bytes, the least significant first; bytes that are missing count as zero.
    private func littleEndian(at start: Int, count: Int) -> UInt64 {
        var number: UInt64 = 0
        for byte in raw.dropFirst(start).prefix(count).reversed() { number = number << 8 | UInt64(byte) }
        return number
    }
}
