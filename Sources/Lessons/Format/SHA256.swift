import Sockets

/// The Secure Hash Algorithm with 256 bits (FIPS 180-4, sections 5 and 6.2).
enum SHA256 {
    /// The digest of some bytes, in 64 hexadecimal digits.
    static func digest(of bytes: [UInt8]) -> String {
        Self.bytes(of: bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// The 32 bytes of the digest of some bytes.
    static func bytes(of bytes: [UInt8]) -> [UInt8] {
        var state = initial
        let message = padded(bytes)
        for start in stride(from: 0, to: message.count, by: 64) { mix(message[start..<start + 64], into: &state) }
        return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
    }

    /// The message with a 1 bit, zeros and its length in bits after it, in blocks of 64 bytes.
    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt64(bytes.count) * 8
        let zeros = (119 - bytes.count % 64) % 64
        return bytes + [0x80] + [UInt8](repeating: 0, count: zeros)
            + (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * $0)) }
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = (0..<16).map { place in
            block[(block.startIndex + 4 * place)...].prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for t in 16..<64 {
            let (a, b) = (words[t - 15], words[t - 2])
            let low = turned(a, 7) ^ turned(a, 18) ^ a >> 3
            let high = turned(b, 17) ^ turned(b, 19) ^ b >> 10
            words.append(words[t - 16] &+ low &+ words[t - 7] &+ high)
        }
        var v = state
        for t in 0..<64 {
            let high = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
            let choice = v[4] & v[5] ^ ~v[4] & v[6]
            let first = v[7] &+ high &+ choice &+ constants[t] &+ words[t]
            let low = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
            let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
            v = [first &+ low &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
        }
        for place in state.indices { state[place] = state[place] &+ v[place] }
    }

    private static func turned(_ word: UInt32, _ places: UInt32) -> UInt32 { word >> places | word << (32 - places) }

    /// The first 64 prime numbers.
    private static let primes: [Double] = {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map(Double.init)
    }()

    private static func fraction(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 0x1p32) }

    /// The fractions of the square roots of the first eight prime numbers (section 5.3.3).
    private static let initial = primes.prefix(8).map { fraction($0.squareRoot()) }

    /// The fractions of the cube roots of the first 64 (section 4.2.2).
    private static let constants = primes.map { fraction(cbrt($0)) }
}
