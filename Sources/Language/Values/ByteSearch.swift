extension [UInt8] {
    /// Where another byte sequence begins in this one, from `start` on; nil if it does not occur. The time is linear in
    /// both lengths, whatever they contain: no byte of this one is looked at twice (Knuth, Morris and Pratt, 1977).
    public func firstRange(ofSequence wanted: [UInt8], from start: Int = 0) -> Int? {
        guard start <= count, !wanted.isEmpty else { return start <= count ? start : nil }
        return withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in Self.find(wanted, in: bytes, from: start) }
        }
    }

    private static func find(
        _ wanted: UnsafeBufferPointer<UInt8>,
        in bytes: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> Int? {
        let borders = borders(of: wanted)
        var matched = 0
        for place in start..<bytes.count {
            if place & 0xFFFFF == 0, Interruption.endsThis { return nil }
            let byte = bytes[place]
            while matched > 0, wanted[matched] != byte { matched = borders[matched - 1] }
            if wanted[matched] == byte { matched += 1 }
            if matched == wanted.count { return place + 1 - matched }
        }
        return nil
    }

    /// For each beginning of a sequence, the length of the longest shorter one that it also ends with.
    private static func borders(of wanted: UnsafeBufferPointer<UInt8>) -> [Int] {
        var borders = [Int](repeating: 0, count: wanted.count)
        var length = 0
        for place in wanted.indices.dropFirst() {
            while length > 0, wanted[length] != wanted[place] { length = borders[length - 1] }
            if wanted[length] == wanted[place] { length += 1 }
            borders[place] = length
        }
        return borders
    }
}
