/// Parses the words that a learner types as an option's value.
enum Words {
    /// An integer, decimal or with `0x`.
    static func number(_ word: String) throws(OptionError) -> Int {
        if let number = Int(word) { return number }
        let magnitude = try unsigned64(word)
        guard let number = Int(exactly: magnitude) else { throw .outOfRange(word, Int.min...Int.max) }
        return number
    }

    /// A non-negative integer of up to 64 bits.
    static func unsigned64(_ word: String) throws(OptionError) -> UInt64 {
        let digits = word.lowercased()
        if digits.hasPrefix("0x") {
            guard let number = UInt64(digits.dropFirst(2), radix: 16), !digits.contains("+") else {
                throw .notANumber(word)
            }
            return number
        }
        if let number = UInt64(word) { return number }
        let isNumber = !word.isEmpty && word.utf8.drop { $0 == 0x2d }.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, word != "-" else { throw .notANumber(word) }
        throw .outOfRange(word, 0...Int.max)
    }

    /// An integer of up to 64 bits as its bits, a negative one as C converts it (two's complement).
    static func bits64(_ word: String) throws(OptionError) -> UInt64 {
        if word.hasPrefix("-"), let number = Int64(word) { return UInt64(bitPattern: number) }
        return try unsigned64(word)
    }

    /// An integer that must be in a range.
    static func number(_ word: String, in range: ClosedRange<Int>) throws(OptionError) -> Int {
        let number: Int
        do { number = try self.number(word) } catch .outOfRange { throw .outOfRange(word, range) }
        guard range.contains(number) else { throw .outOfRange(word, range) }
        return number
    }

    /// `on`, `true`, `yes`, `1` or their opposites.
    static func onOff(_ word: String) throws(OptionError) -> Bool {
        switch word.lowercased() {
        case "on", "true", "yes", "1": true
        case "off", "false", "no", "0": false
        default: throw .notOnOff(word)
        }
    }

    /// A time in whole microseconds: `2.5`, `2.5s`, `500ms`, `20us`. What a negative one means is up to the kernel.
    static func microseconds(_ word: String) throws(OptionError) -> Int {
        let lower = word.lowercased()
        let units: [(suffix: String, scale: Double)] = [("ms", 1e3), ("us", 1), ("µs", 1), ("s", 1e6), ("", 1e6)]
        for unit in units where lower.hasSuffix(unit.suffix) {
            let digits = lower.dropLast(unit.suffix.count)
            let magnitude = digits.hasPrefix("-") ? digits.dropFirst() : digits
            guard isDecimal(magnitude), let value = Double(digits) else { throw .notATime(word) }
            guard abs(value) * unit.scale <= Double(longest) * 1e6 else { throw .outOfRange(word, -longest...longest) }
            return Int((value * unit.scale).rounded())
        }
        throw .notATime(word)
    }

    /// The longest time, in seconds: its microseconds are exact in a Double.
    private static let longest = 9_000_000_000

    /// Digits with at most one point; excludes what else Swift would accept: `nan`, `inf`, `1e9`, `0x1p3`.
    private static func isDecimal(_ text: Substring) -> Bool {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
        let points = text.utf8.filter { $0 == 0x2e }.count
        return digits > 0 && points <= 1 && digits + points == text.utf8.count
    }

    /// The bytes of `0x` and pairs of hexadecimal digits.
    static func hexadecimal(_ word: String) throws(OptionError) -> [UInt8] {
        let digits = Array(word.utf8.dropFirst(2))
        guard word.lowercased().hasPrefix("0x"), digits.count.isMultiple(of: 2) else { throw .notHexadecimal(word) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard let high = nibble(digits[position]), let low = nibble(digits[position + 1]) else {
                throw .notHexadecimal(word)
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }

    /// The bytes of a text without its NUL, which setsockopt does not need since it is given the length. What is too
    /// long is up to the kernel.
    static func text(_ word: String) throws(OptionError) -> [UInt8] {
        let bytes = Array(word.utf8)
        guard !bytes.contains(0) else { throw .holdsNul(word) }
        return bytes
    }

    /// The value of a constant's name, or a number.
    static func choice(_ word: String, _ choices: Choices) throws(OptionError) -> Int {
        if let value = choices.value(of: word) { return value }
        do { return try number(word) } catch { throw .unknownChoice(word, choices.all.map { $0.name }) }
    }

    /// The sum of names joined by `|`, or a number.
    static func flags(_ word: String, _ choices: Choices) throws(OptionError) -> Int {
        var mask = 0
        for part in word.split(separator: "|", omittingEmptySubsequences: false) {
            mask |= try choice(String(part), choices)
        }
        return mask
    }

    static func ipv4(_ word: String) throws(OptionError) -> [UInt8] {
        guard let address = IPv4Address(word) else { throw .notAnAddress(word) }
        return address.octets
    }

    static func ipv6(_ word: String) throws(OptionError) -> [UInt8] {
        guard let address = IPv6Address(word) else { throw .notAnAddress(word) }
        return address.octets
    }

    /// `0x` and the bytes in hexadecimal.
    static func hexadecimal(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = [0x30, 0x78]
        text.reserveCapacity(2 + 2 * bytes.count)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
