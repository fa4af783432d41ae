/// Bytes that are added at one end and taken from the other.
struct ByteQueue {
    private var bytes: [UInt8] = []
    private var start = 0

    /// How many there are.
    var count: Int { bytes.count - start }

    /// All of them, without copying.
    var all: ArraySlice<UInt8> { bytes[start...] }

    /// Adds bytes at the end.
    mutating func append(_ more: [UInt8]) {
        if start == bytes.count {
            bytes = more
            start = 0
        } else {
            bytes += more
        }
    }

    /// The first bytes, at most `count`, without removing them.
    func prefix(_ count: Int) -> [UInt8] { Array(all.prefix(count)) }

    /// Drops the first bytes.
    mutating func removeFirst(_ count: Int) {
        start = min(start + max(count, 0), bytes.count)
        // Taken bytes are dropped once they outnumber the rest, so that each byte is moved at most once.
        guard start > bytes.count / 2 else { return }
        bytes.removeFirst(start)
        start = 0
    }
}
