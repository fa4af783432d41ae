/// A type that can be written as bytes, for the same process to read back.
protocol ByteCodable {
    /// Appends it.
    func write(to writer: inout ByteWriter)
    /// Reads it; throws if the bytes are something else.
    init(from reader: inout ByteReader) throws(Malformed)
}

/// Bytes that do not decode.
struct Malformed: Error {}

/// Appends values as bytes: numbers in LEB128, seven bits to a byte, low ones first; signed ones with the sign in the
/// lowest bit; texts and data after their length.
///
/// It has its own memory: an array that grows by single bytes takes half as long again.
struct ByteWriter: ~Copyable {
    private var memory: UnsafeMutableRawBufferPointer
    private var count = 0

    init(capacity: Int = 1 << 10) {
        memory = .allocate(byteCount: max(capacity, 16), alignment: 1)
    }

    deinit { memory.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(memory[..<count]) }

    /// Passes what was written to a closure.
    func withBytes<Result, Problem: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
    }

    /// Makes room for this many more bytes.
    private mutating func reserve(_ more: Int) {
        guard memory.count - count < more else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(2 * memory.count, count + more),
            alignment: 1
        )
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
        memory.deallocate()
        memory = larger
    }

    mutating func byte(_ value: UInt8) {
        reserve(1)
        memory[count] = value
        count += 1
    }

    mutating func number(_ value: UInt64) {
        // Sixty-four bits are at most ten bytes of seven bits.
        reserve(10)
        var rest = value
        while rest >= 0x80 {
            memory[count] = UInt8(truncatingIfNeeded: rest) | 0x80
            count += 1
            rest >>= 7
        }
        memory[count] = UInt8(truncatingIfNeeded: rest)
        count += 1
    }

    mutating func number(_ value: Int) {
        number(UInt64(truncatingIfNeeded: value << 1) ^ UInt64(truncatingIfNeeded: value >> (Int.bitWidth - 1)))
    }

    mutating func number(_ value: Int32) { number(Int(value)) }

    mutating func flag(_ value: Bool) { byte(value ? 1 : 0) }

    mutating func data(_ value: some Collection<UInt8>) {
        number(UInt64(value.count))
        if value.withContiguousStorageIfAvailable({ run(UnsafeRawBufferPointer($0)) }) == nil {
            for one in value { byte(one) }
        }
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { buffer in
            number(UInt64(buffer.count))
            run(UnsafeRawBufferPointer(buffer))
        }
    }

    private mutating func run(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes)
        count += bytes.count
    }

    mutating func value(_ value: some ByteCodable) { value.write(to: &self) }

    mutating func values(_ values: [some ByteCodable]) {
        number(UInt64(values.count))
        for value in values { value.write(to: &self) }
    }

    mutating func texts(_ values: [String]) {
        number(UInt64(values.count))
        for value in values { text(value) }
    }
}

/// Reads values from the bytes of a ``ByteWriter``; throws if they end early or are something else.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    /// A reader of bytes that outlive it.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether all was read.
    var isAtEnd: Bool { place == bytes.count }

    mutating func byte() throws(Malformed) -> UInt8 {
        guard place < bytes.count else { throw Malformed() }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func unsigned() throws(Malformed) -> UInt64 {
        var (value, shift) = (UInt64(0), UInt64(0))
        while true {
            let next = try byte()
            value |= UInt64(next & 0x7f) << shift
            if next < 0x80 { return value }
            shift += 7
            guard shift < 64 else { throw Malformed() }
        }
    }

    mutating func integer() throws(Malformed) -> Int {
        let value = try unsigned()
        return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
    }

    mutating func integer32() throws(Malformed) -> Int32 {
        guard let value = Int32(exactly: try integer()) else { throw Malformed() }
        return value
    }

    mutating func flag() throws(Malformed) -> Bool { try byte() != 0 }

    mutating func data() throws(Malformed) -> [UInt8] { [UInt8](try run()) }

    mutating func text() throws(Malformed) -> String { String(decoding: try run(), as: UTF8.self) }

    mutating func value<Value: ByteCodable>() throws(Malformed) -> Value { try Value(from: &self) }

    mutating func values<Value: ByteCodable>() throws(Malformed) -> [Value] {
        let count = try length()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try Value(from: &self)) }
        return values
    }

    mutating func texts() throws(Malformed) -> [String] {
        var values: [String] = []
        for _ in 0..<(try length()) { values.append(try text()) }
        return values
    }

    private mutating func run() throws(Malformed) -> UnsafeRawBufferPointer {
        let count = try length()
        defer { place += count }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
    }

    /// A count of things that take at least a byte each.
    private mutating func length() throws(Malformed) -> Int {
        let count = try unsigned()
        guard count <= UInt64(bytes.count - place) else { throw Malformed() }
        return Int(count)
    }
}
