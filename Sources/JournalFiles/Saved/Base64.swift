/// Base64 with padding: RFC 4648 section 4.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// Appends data in base64.
    static func append(_ data: [UInt8], to text: inout [UInt8]) {
        var place = 0
        while place < data.count {
            let rest = min(3, data.count - place)
            var bits = UInt32(data[place]) << 16
            if rest > 1 { bits |= UInt32(data[place + 1]) << 8 }
            if rest > 2 { bits |= UInt32(data[place + 2]) }
            for index in 0..<4 {
                text.append(index <= rest ? alphabet[Int(bits >> UInt32(18 - 6 * index) & 63)] : UInt8(ascii: "="))
            }
            place += 3
        }
    }

    /// The data that a text stands for; nil if it is not base64.
    static func data(_ text: String.UTF8View) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var data: [UInt8] = []
        data.reserveCapacity(text.count / 4 * 3)
        var (bits, count, padding) = (UInt32(0), 0, 0)
        for letter in text {
            let value = values[Int(letter)]
            if letter == UInt8(ascii: "=") {
                padding += 1
            } else if value == 0xFF || padding > 0 {
                return nil
            }
            bits = bits << 6 | UInt32(letter == UInt8(ascii: "=") ? 0 : value)
            count += 1
            guard count % 4 == 0 else { continue }
            data.append(UInt8(bits >> 16 & 0xFF))
            data.append(UInt8(bits >> 8 & 0xFF))
            data.append(UInt8(bits & 0xFF))
        }
        guard padding <= 2, padding == 0 || !data.isEmpty else { return nil }
        data.removeLast(padding)
        return data
    }
}
