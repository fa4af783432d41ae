/// How far what begins with ESC extends, whatever it means: control sequences (ECMA-48 §5.4), control strings (§5.6),
/// SS3 plus a character, ESC plus a character. Unknown ones are thus skipped as a whole.
enum KeySequence {
    /// What the bytes from ESC on are.
    enum Extent: Equatable {
        /// ESC by itself; what follows is another key.
        case escape
        /// This many bytes are one key.
        case key(Int)
        /// This many bytes are a string, which is no key.
        case string(Int)
        /// This many bytes are no key: a mouse report, the beginning of something broken.
        case dropped(Int)
        /// More has to come.
        case unfinished
    }

    /// With `escapeAlone`, as vi needs it, ESC is a key by itself unless it begins an arrow key or the like, or a
    /// whole string.
    static func extent(_ bytes: ArraySlice<UInt8>, escapeAlone: Bool) -> Extent {
        let bytes = Array(bytes)
        guard bytes.count > 1 else { return .unfinished }
        switch Unicode.Scalar(bytes[1]) {
        case "[", "O":
            let extent = bytes[1] == UInt8(ascii: "[") ? controlSequence(bytes) : finished(bytes, from: 2)
            return escapeAlone && extent == .key(2) ? .escape : extent
        case _ where beginsString(bytes[1]):
            let extent = string(bytes)
            if case .string = extent { return extent }
            return escapeAlone ? .escape : extent
        case _ where escapeAlone: return .escape
        case "\u{1b}": return doubled(bytes)
        default: return bytes[1] < 0x80 ? .key(2) : character(bytes)
        }
    }

    /// Whether ESC and this byte begin a string: OSC, DCS, SOS, PM, APC.
    static func beginsString(_ byte: UInt8) -> Bool { "]PX^_".utf8.contains(byte) }

    /// Some terminals send Alt as a second ESC before the key.
    private static func doubled(_ bytes: [UInt8]) -> Extent {
        guard bytes.count > 2 else { return .unfinished }
        guard "[O".utf8.contains(bytes[2]) else { return .escape }
        switch extent(bytes[1...], escapeAlone: false) {
        case .key(let count): return .key(count + 1)
        case .dropped(let count): return .dropped(count + 1)
        case let other: return other
        }
    }

    private static func controlSequence(_ bytes: [UInt8]) -> Extent {
        guard bytes.count > 2 else { return .unfinished }
        switch Unicode.Scalar(bytes[2]) {
        // xterm's first mouse protocol: three bytes of any value.
        case "M": return bytes.count < 6 ? .unfinished : .dropped(6)
        // The Linux console: F1 to F5.
        case "[": return bytes.count < 4 ? .unfinished : .key(4)
        default: return finished(bytes, from: 2)
        }
    }

    /// Parameters, intermediates and the final byte.
    private static func finished(_ bytes: [UInt8], from start: Int) -> Extent {
        var place = start
        while place < bytes.count, (0x30...0x3F).contains(bytes[place]) { place += 1 }
        // rxvt ends Shift plus a keypad key with a $, which is no final byte.
        if place > start, place < bytes.count, bytes[place] == UInt8(ascii: "$"), bytes[start] < 0x3A {
            return .key(place + 1)
        }
        while place < bytes.count, (0x20...0x2F).contains(bytes[place]) { place += 1 }
        guard place < bytes.count else { return .unfinished }
        if (0x40...0x7E).contains(bytes[place]) { return .key(place + 1) }
        return place == 2 ? .key(2) : .dropped(place)
    }

    /// Up to BEL or ST. No terminal's answer has another control character in it.
    private static func string(_ bytes: [UInt8]) -> Extent {
        guard let place = bytes.indices.dropFirst(2).first(where: { bytes[$0] < 0x20 || bytes[$0] == 0x7F }) else {
            return .unfinished
        }
        switch bytes[place] {
        case 0x07: return .string(place + 1)
        case 0x1B where place + 1 == bytes.count: return .unfinished
        case 0x1B where bytes[place + 1] == UInt8(ascii: "\\"): return .string(place + 2)
        default: return place == 2 ? .key(2) : .dropped(place)
        }
    }

    private static func character(_ bytes: [UInt8]) -> Extent {
        var decoder = UTF8()
        var source = bytes[1...].prefix(4).makeIterator()
        let length = bytes[1] >= 0xF0 ? 4 : bytes[1] >= 0xE0 ? 3 : 2
        if bytes.count <= length, bytes[2...].allSatisfy({ $0 & 0xC0 == 0x80 }) { return .unfinished }
        guard case .scalarValue(let scalar) = decoder.decode(&source) else { return .dropped(2) }
        return .key(1 + UTF8.width(scalar))
    }
}
