extension SocketOption {
    /// Decodes the bytes that getsockopt returned.
    ///
    /// It never fails: bytes too few for the kind, or malformed, are returned as bytes.
    public func decode(_ bytes: [UInt8]) -> OptionValue {
        decodeNumber(bytes) ?? decodeAddress(bytes) ?? decodeOther(bytes) ?? .bytes(bytes)
    }

    private func decodeNumber(_ bytes: [UInt8]) -> OptionValue? {
        switch kind {
        // The kernel reads four bytes of these, however many there are.
        case .boolean: signed(int(bytes)).map { .boolean($0 != 0) }
        case .integer: signed(int(bytes)).map { .integer($0) }
        case .unsigned, .unsigned64: unsigned(bytes).map(OptionValue.number)
        case .choice(let choices): signed(int(bytes)).map { .choice(choices.name(of: $0), $0) }
        case .error: signed(int(bytes)).map { .choice(Choices.socketErrors.name(of: $0), $0) }
        case .flags(let choices): signed(int(bytes)).map { .flags(choices.names(in: $0), $0) }
        case .untyped: bytes.count == 4 ? signed(bytes).map { .integer($0) } : nil
        default: nil
        }
    }

    private func decodeOther(_ bytes: [UInt8]) -> OptionValue? {
        switch kind {
        case .time:
            guard bytes.count >= MemoryLayout<timeval>.size else { return nil }
            let seconds: Int64 = bytes.native(at: 0)
            let microseconds: Int32 = bytes.native(at: 8)
            return .seconds(Double(seconds) + Double(microseconds) / 1_000_000)
        case .linger:
            guard bytes.count >= 8 else { return nil }
            let on: Int32 = bytes.native(at: 0)
            let seconds: Int32 = bytes.native(at: 4)
            return .linger(on: on != 0, seconds: Int(seconds))
        case .text:
            return .text(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
        case .groups:
            return .list(stride(from: 0, to: bytes.count / 4 * 4, by: 4).map { String(bytes.native32(at: $0)) })
        case .congestionInfo:
            return Self.congestionInfo(bytes)
        case .structure(let layout):
            return .structure(layout.decode(bytes))
        default:
            return nil
        }
    }

    private func decodeAddress(_ bytes: [UInt8]) -> OptionValue? {
        switch kind {
        case .socketAddress:
            return SocketAddress(raw: bytes).flatMap(Self.text).map { .address($0) }
        case .interface:
            guard bytes.count >= 4 else { return nil }
            return .text(Interface.word(index: bytes.native32(at: 0)))
        case .interfaceNetworkOrder:
            guard bytes.count >= 4 else { return nil }
            return .text(Interface.word(index: UInt32(bigEndian: bytes.native32(at: 0))))
        default:
            return decodeGroup(bytes).map { words in
                if case .multicastInterface = kind, words.count == 1 { return .address(words[0]) }
                return .list(words)
            }
        }
    }

    /// An address and its port, each a word; nil for a family without them.
    private static func text(_ address: SocketAddress) -> String? {
        switch address {
        case .unix(.path(let path)): String(decoding: path, as: UTF8.self)
        case .unix(.unnamed): ""
        default: address.host.flatMap { host in address.port.map { "\(host) \($0)" } }
        }
    }

    private func int(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(4)) }

    private func signed(_ bytes: [UInt8]) -> Int? {
        switch bytes.count {
        case 1...3: Int(bytes[0])
        case 4...7: Int(bytes.native(at: 0, as: Int32.self))
        case 8...: bytes.native(at: 0)
        default: nil
        }
    }

    private func unsigned(_ bytes: [UInt8]) -> UInt64? {
        switch bytes.count {
        case 1...3: UInt64(bytes[0])
        case 4...7: UInt64(bytes.native32(at: 0))
        case 8...: bytes.native(at: 0)
        default: nil
        }
    }
}

extension OptionValue {
    /// An unsigned number, as an `Int` if it fits.
    static func number(_ number: UInt64) -> OptionValue {
        Int(exactly: number).map { .integer($0) } ?? .unsigned(number)
    }
}

extension StructureLayout {
    /// The fields that are wholly within the bytes: an older kernel's structure ends earlier.
    func decode(_ bytes: [UInt8]) -> [OptionValue.Field] {
        members.compactMap { member in
            let end = member.offset + member.form.size
            guard end <= bytes.count else { return nil }
            let value = member.form.decode(Array(bytes[member.offset..<end]))
            return OptionValue.Field(name: member.name, value: value, about: member.about)
        }
    }
}

extension StructureLayout.Form {
    /// The value in exactly as many bytes as the form takes.
    fileprivate func decode(_ bytes: [UInt8]) -> OptionValue {
        switch self {
        case .unsigned:
            return .number(number(bytes))
        case .signed(let size):
            let shift = 64 - 8 * size
            return .integer(Int(Int64(bitPattern: number(bytes) << UInt64(shift)) >> Int64(shift)))
        case .bits(let shift, let width):
            return .integer(Int(number(bytes)) >> shift & (1 << width - 1))
        case .choice(let choices, _):
            let number = Int(truncatingIfNeeded: number(bytes))
            return .choice(choices.name(of: number), number)
        case .flags(let choices, _):
            let number = Int(truncatingIfNeeded: number(bytes))
            return .flags(choices.names(in: number), number)
        case .ipv4:
            return IPv4Address(octets: bytes).map { .address($0.description) } ?? .bytes(bytes)
        case .ipv6:
            return IPv6Address(octets: bytes).map { .address($0.description) } ?? .bytes(bytes)
        case .address:
            return SocketAddress(raw: bytes)?.host.map { .address($0) } ?? .bytes(bytes)
        case .bytes:
            return .bytes(bytes)
        }
    }

    private func number(_ bytes: [UInt8]) -> UInt64 {
        switch bytes.count {
        case 1: UInt64(bytes[0])
        case 2: UInt64(bytes.native(at: 0, as: UInt16.self))
        case 4: UInt64(bytes.native32(at: 0))
        case 8: bytes.native(at: 0)
        default: 0
        }
    }
}
