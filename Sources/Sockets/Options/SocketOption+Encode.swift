extension SocketOption {
    /// The bytes to pass to setsockopt for the words that a learner typed; ``valueHint`` shows which.
    ///
    /// A number is only checked against its size in bytes: which values make sense is up to the kernel. Multicast words
    /// follow C's structures: a group, then an interface, then a source.
    ///
    /// A single word `0x…` is the value's bytes as they lie in memory, for an option of any kind. Only if there are
    /// fewer digits than a number has, eight for an int, is it that number in hexadecimal.
    ///
    /// Rejecting a read-only option is also up to the kernel, if the words have bytes.
    ///
    /// - Throws: ``OptionError``, for words that have no bytes.
    public func encode(_ words: [String]) throws(OptionError) -> [UInt8] {
        do throws(OptionError) {
            if let bytes = raw(words) { return bytes }
            return try encodeKind(words)
        } catch {
            throw access.isWritable ? error : .readOnly(name)
        }
    }

    /// Whether a value of this many bytes is a number, so that `0x…` might have been meant as one.
    public func isNumber(ofSize size: Int) -> Bool { size > 0 && size == kind.numberSize }

    /// The bytes of a single `0x…`; nil for any other words, and for a number in hexadecimal.
    private func raw(_ words: [String]) -> [UInt8]? {
        guard words.count == 1, kind != .pointer, let bytes = try? Words.hexadecimal(words[0]) else { return nil }
        return bytes.count < kind.numberSize ? nil : bytes
    }

    private func encodeKind(_ words: [String]) throws(OptionError) -> [UInt8] {
        switch kind {
        case .pointer:
            throw .holdsPointer(name)
        case .linger:
            return try encodeLinger(words)
        case .groups:
            var bytes: [UInt8] = []
            for word in words { bytes += try Self.int(word) }
            return bytes
        case .structure(let layout):
            if words.isEmpty { throw .wrongWordCount(expected: valueHint, given: 0) }
            return try layout.encode(words)
        case .membership, .sourceMembership, .sourceFilter, .membership6, .groupRequest, .groupSourceRequest:
            return try encodeGroup(words)
        default:
            guard words.count == 1 else { throw .wrongWordCount(expected: valueHint, given: words.count) }
            return try encode(words[0])
        }
    }

    private func encode(_ word: String) throws(OptionError) -> [UInt8] {
        switch kind {
        case .boolean:
            return try Self.onOff(word)
        case .integer, .unsigned, .untyped:
            return try Self.int(word)
        case .unsigned64:
            return native(try Words.bits64(word))
        case .choice(let choices):
            return try Self.int(try Words.choice(word, choices), word)
        case .flags(let choices):
            return try Self.int(try Words.flags(word, choices), word)
        case .error:
            return try Self.int(try Words.choice(word, .socketErrors), word)
        default:
            return try encodeOther(word)
        }
    }

    private func encodeOther(_ word: String) throws(OptionError) -> [UInt8] {
        switch kind {
        case .time:
            let (seconds, fraction) = try Words.microseconds(word).quotientAndRemainder(dividingBy: 1_000_000)
            // The kernel's microseconds are never negative.
            var bytes = native(Int64(fraction < 0 ? seconds - 1 : seconds))
            bytes += native(Int32(fraction < 0 ? fraction + 1_000_000 : fraction))
            bytes += [UInt8](repeating: 0, count: MemoryLayout<timeval>.size - bytes.count)
            return bytes
        case .text:
            return try Words.text(word)
        case .interface:
            return native(try Interface.index(word: word))
        case .interfaceNetworkOrder:
            return native(try Interface.index(word: word).bigEndian)
        case .multicastInterface:
            return try encodeMulticastInterface(word)
        default:
            return try Words.hexadecimal(word)
        }
    }

    private func encodeLinger(_ words: [String]) throws(OptionError) -> [UInt8] {
        guard let first = words.first, words.count <= 2 else {
            throw .wrongWordCount(expected: valueHint, given: words.count)
        }
        let on = try Self.onOff(first)
        // `on` alone would hide the choice between waiting and resetting, which is the point of the option.
        guard words.count == 2 || on == native(Int32(0)) else { throw .lingerWithoutSeconds }
        return on + (words.count == 2 ? try Self.int(words[1]) : native(Int32(0)))
    }

    /// `on`, `off` or any number, as C takes it.
    private static func onOff(_ word: String) throws(OptionError) -> [UInt8] {
        do throws(OptionError) {
            return native(try Words.onOff(word) ? Int32(1) : 0)
        } catch {
            guard let bytes = try? int(word) else { throw error }
            return bytes
        }
    }

    /// An int; one with bit 31 set may be typed as the positive number it looks like.
    private static func int(_ number: Int, _ word: String) throws(OptionError) -> [UInt8] {
        guard ints.contains(number) else { throw .outOfRange(word, ints) }
        return native(UInt32(truncatingIfNeeded: number))
    }

    private static func int(_ word: String) throws(OptionError) -> [UInt8] {
        try int(try Words.number(word, in: ints), word)
    }

    private static let ints = Int(Int32.min)...Int(UInt32.max)
}

extension SocketOption.Kind {
    /// How many bytes a number of this kind has in C; 0 if the value is no number.
    fileprivate var numberSize: Int {
        switch self {
        case .boolean, .integer, .unsigned, .choice, .flags, .error, .interface, .interfaceNetworkOrder, .groups: 4
        case .unsigned64: 8
        case .structure(let layout): layout.members.count > 1 ? 0 : layout.size
        default: 0
        }
    }
}

extension StructureLayout {
    /// The structure's bytes, from words that are all `field=value`, or the fields in order; omitted fields are zero.
    func encode(_ words: [String]) throws(OptionError) -> [UInt8] {
        guard words.count <= members.count else {
            let expected = members.map { $0.name }.joined(separator: " ")
            throw .wrongWordCount(expected: expected, given: words.count)
        }
        var bytes = [UInt8](repeating: 0, count: size)
        for (position, word) in words.enumerated() {
            let (member, text) = try member(word, position)
            let value = try member.form.encode(text)
            for (index, byte) in value.enumerated() where index < member.form.size {
                bytes[member.offset + index] |= byte
            }
        }
        return bytes
    }

    private func member(_ word: String, _ position: Int) throws(OptionError) -> (Member, String) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (members[position], word) }
        guard let member = members.first(where: { $0.name == parts[0] }) else {
            throw .unknownField(String(parts[0]), members.map { $0.name })
        }
        return (member, String(parts[1]))
    }
}

extension StructureLayout.Form {
    fileprivate func encode(_ word: String) throws(OptionError) -> [UInt8] {
        switch self {
        case .unsigned(8):
            return native(try Words.unsigned64(word))
        case .unsigned(let size):
            return bytes(try Words.number(word, in: 0...(1 << (8 * size) - 1)))
        case .signed(let size):
            let limit = size == 8 ? Int.max : 1 << (8 * size - 1) - 1
            return bytes(try Words.number(word, in: (-limit - 1)...limit))
        case .bits(let shift, let width):
            return bytes(try Words.number(word, in: 0...(1 << width - 1)) << shift)
        case .choice(let choices, _):
            return bytes(try Words.choice(word, choices))
        case .flags(let choices, _):
            return bytes(try Words.flags(word, choices))
        case .ipv4:
            return try Words.ipv4(word)
        case .ipv6:
            return try Words.ipv6(word)
        case .bytes(let size), .address(let size):
            let bytes = try Words.hexadecimal(word)
            guard bytes.count <= size else { throw .tooLong(word, size) }
            return bytes
        }
    }

    private func bytes(_ number: Int) -> [UInt8] {
        switch size {
        case 1: native(UInt8(truncatingIfNeeded: number))
        case 2: native(UInt16(truncatingIfNeeded: number))
        case 4: native(UInt32(truncatingIfNeeded: number))
        default: native(number)
        }
    }
}
