/// Multicast groups: the bytes of a group, an interface and a source (RFC 3678).
extension SocketOption {
    private static let storage = 128

    /// The bytes for `GROUP [INTERFACE [SOURCE…]]`.
    func encodeGroup(_ words: [String]) throws(OptionError) -> [UInt8] {
        switch kind {
        case .membership:
            try count(words, 1...3)
            return try encodeMembership(words)
        case .sourceMembership:
            try count(words, 3...3)
            let group = try Words.ipv4(words[0])
            let interface = try Interface.address(word: words[1]).octets
            let source = try Words.ipv4(words[2])
            #if os(Linux)
                return group + interface + source
            #else
                return group + source + interface
            #endif
        case .sourceFilter:
            try count(words, 3...67)
            return try encodeFilter(words)
        case .membership6:
            try count(words, 1...2)
            let (group, interface) = try scoped(words)
            return try Words.ipv6(group) + native(interface)
        case .groupRequest:
            try count(words, 1...2)
            let (group, interface) = try scoped(words)
            return native(interface) + Self.padding + (try Self.storage(group))
        default:
            try count(words, 3...3)
            let (group, interface) = try scoped(words)
            return native(interface) + Self.padding + (try Self.storage(group)) + (try Self.storage(words[2]))
        }
    }

    /// `lo`, an index or an address: the short structure for an address, so that the kernel gets what was typed.
    func encodeMulticastInterface(_ word: String) throws(OptionError) -> [UInt8] {
        if let address = IPv4Address(word) { return address.octets }
        let index = try Interface.index(word: word)
        return [UInt8](repeating: 0, count: 8) + native(index)
    }

    private func encodeMembership(_ words: [String]) throws(OptionError) -> [UInt8] {
        let group = try Words.ipv4(words[0])
        guard words.count > 1 else { return group + IPv4Address.any.octets }
        if words.count == 3 {
            return try group + Words.ipv4(words[1]) + native(Interface.index(word: words[2]))
        }
        if let address = IPv4Address(words[1]) { return group + address.octets }
        return group + IPv4Address.any.octets + native(try Interface.index(word: words[1]))
    }

    private func encodeFilter(_ words: [String]) throws(OptionError) -> [UInt8] {
        let group = try Words.ipv4(words[0])
        let interface = try Interface.address(word: words[1]).octets
        let mode = try Words.choice(words[2], Self.filterModes)
        guard let mode = UInt32(exactly: mode) else {
            throw .unknownChoice(words[2], Self.filterModes.all.map { $0.name })
        }
        var sources: [UInt8] = []
        for word in words.dropFirst(3) { sources += try Words.ipv4(word) }
        return group + interface + native(mode) + native(UInt32(words.count - 3)) + sources
    }

    private func count(_ words: [String], _ range: ClosedRange<Int>) throws(OptionError) {
        guard range.contains(words.count) else { throw .wrongWordCount(expected: valueHint, given: words.count) }
    }

    /// The group and the interface of `GROUP`, `GROUP INTERFACE` or `GROUP%INTERFACE`.
    private func scoped(_ words: [String]) throws(OptionError) -> (group: String, interface: UInt32) {
        if words.count > 1 { return (words[0], try Interface.index(word: words[1])) }
        let parts = words[0].split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (words[0], 0) }
        return (String(parts[0]), try Interface.index(word: String(parts[1])))
    }

    /// A `sockaddr_storage` is aligned to 8 bytes, after an index of 4 bytes.
    private static let padding: [UInt8] = [0, 0, 0, 0]

    private static func storage(_ word: String) throws(OptionError) -> [UInt8] {
        let raw: [UInt8]
        if let address = IPv4Address(word) {
            raw = SocketAddress.inet(address, port: 0).raw
        } else {
            guard let address = IPv6Address(word) else { throw .notAnAddress(word) }
            raw = SocketAddress.inet6(address, port: 0).raw
        }
        return raw + [UInt8](repeating: 0, count: storage - raw.count)
    }

    private static let filterModes = Choices(prefix: "MCAST_", ["EXCLUDE": 0, "INCLUDE": 1])
}

extension SocketOption {
    /// The words for the bytes of a group; nil if the bytes are too few or of another kind.
    func decodeGroup(_ bytes: [UInt8]) -> [String]? {
        switch kind {
        case .membership: decodeMembership(bytes)
        case .multicastInterface: decodeMulticastInterface(bytes)
        case .sourceMembership: decodeSourceMembership(bytes)
        case .sourceFilter: decodeFilter(bytes)
        case .membership6: decodeMembership6(bytes)
        case .groupRequest: decodeRequest(bytes, addresses: 1)
        case .groupSourceRequest: decodeRequest(bytes, addresses: 2)
        default: nil
        }
    }

    private func decodeMembership(_ bytes: [UInt8]) -> [String]? {
        guard let group = Self.ipv4(bytes, 0), let interface = Self.ipv4(bytes, 4) else { return nil }
        guard bytes.count >= 12 else { return [group, interface] }
        let name = Interface.word(index: bytes.native32(at: 8))
        return interface == IPv4Address.any.description ? [group, name] : [group, interface, name]
    }

    private func decodeMulticastInterface(_ bytes: [UInt8]) -> [String]? {
        if bytes.count >= 12 { return [Interface.word(index: bytes.native32(at: 8))] }
        return Self.ipv4(bytes, 0).map { [$0] }
    }

    private func decodeSourceMembership(_ bytes: [UInt8]) -> [String]? {
        guard let group = Self.ipv4(bytes, 0), let second = Self.ipv4(bytes, 4), let third = Self.ipv4(bytes, 8) else {
            return nil
        }
        #if os(Linux)
            return [group, second, third]
        #else
            return [group, third, second]
        #endif
    }

    private func decodeFilter(_ bytes: [UInt8]) -> [String]? {
        guard bytes.count >= 16, let group = Self.ipv4(bytes, 0), let interface = Self.ipv4(bytes, 4) else {
            return nil
        }
        let mode = bytes.native32(at: 8) == 0 ? "exclude" : "include"
        let sources = stride(from: 16, to: bytes.count, by: 4).prefix(Int(bytes.native32(at: 12)))
        return [group, interface, mode] + sources.compactMap { Self.ipv4(bytes, $0) }
    }

    private func decodeMembership6(_ bytes: [UInt8]) -> [String]? {
        guard bytes.count >= 20, let group = IPv6Address(octets: Array(bytes[..<16])) else { return nil }
        let index = bytes.native32(at: 16)
        return index == 0 ? [group.description] : [group.description, Interface.word(index: index)]
    }

    private func decodeRequest(_ bytes: [UInt8], addresses: Int) -> [String]? {
        guard bytes.count >= 8 + addresses * Self.storage else { return nil }
        var hosts: [String] = []
        for position in 0..<addresses {
            let start = 8 + position * Self.storage
            guard let address = SocketAddress(raw: Array(bytes[start..<start + Self.storage])) else { return nil }
            guard let host = address.host else { return nil }
            hosts.append(host)
        }
        let index = bytes.native32(at: 0)
        if addresses == 2 { return [hosts[0], Interface.word(index: index), hosts[1]] }
        return index == 0 ? hosts : [hosts[0], Interface.word(index: index)]
    }

    private static func ipv4(_ bytes: [UInt8], _ offset: Int) -> String? {
        guard bytes.count >= offset + 4 else { return nil }
        return IPv4Address(octets: Array(bytes[offset..<offset + 4]))?.description
    }
}
