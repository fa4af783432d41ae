/// The combined tables, and the search in them. None of them exists before it is used.
extension SocketOption {
    /// Every option known by name on this system, by level.
    public static let all: [SocketOption] = {
        #if os(Linux)
            let tables: [[SocketOption]] = [
                socketTable, socketMoreTable, tcpTable, ipTable, ipMulticastTable, ipv6Table, ipv6MulticastTable,
                udpTable, rawTable, packetTable, netlinkTable, vsockTable, canTable,
            ]
        #else
            let tables: [[SocketOption]] = [darwinSocketTable, darwinTCPTable, darwinIPTable, darwinIPv6Table]
        #endif
        return tables.flatMap { $0 }
    }()

    /// Positions in ``all`` by upper-case name, long and short.
    private static let index: [String: [Int]] = {
        var index: [String: [Int]] = [:]
        index.reserveCapacity(all.count * 2)
        for (position, option) in all.enumerated() {
            let short = option.shortName.uppercased()
            index[option.name, default: []].append(position)
            if short != option.name { index[short, default: []].append(position) }
        }
        return index
    }()

    /// The option that a word names, in any case: `SO_REUSEADDR` or `reuseaddr`.
    ///
    /// - Parameters:
    ///   - spelling: the name; with a level given, a number too.
    ///   - level: the level preferred if several have an option with that name; otherwise socket, tcp, ip, ipv6 and the
    ///     others are tried in that order, so the caller compares levels if the learner gave one.
    public static func find(_ spelling: String, level: OptionLevel?) -> SocketOption? {
        if let number = Int32(spelling) {
            return level.flatMap { level in all.first { $0.level == level && $0.number == number } }
        }
        guard let positions = index[spelling.uppercased()] else { return nil }
        let position = positions.first { all[$0].level == level } ?? positions.first
        return position.map { all[$0] }
    }

    /// The option that a word names on such a socket. If several levels have it, one that applies to the socket before
    /// one that does not, then the nearest level, in the order of ``OptionLevel``.
    public static func find(
        _ spelling: String,
        family: AddressFamily,
        type: SocketType,
        protocol number: ProtocolNumber
    ) -> SocketOption? {
        guard let positions = index[spelling.uppercased()] else { return nil }
        guard positions.count > 1 else { return all[positions[0]] }
        let levels = OptionLevel.own(family: family, type: type, protocol: number)
        func distance(_ option: SocketOption) -> Int {
            let isElsewhere = !option.applies(family: family, type: type, protocol: number)
            let place = levels.firstIndex(of: option.level) ?? levels.count
            return (isElsewhere ? levels.count + 1 : 0) + place
        }
        return positions.map { all[$0] }.min { distance($0) < distance($1) }
    }

    /// An option with no name here, by its numbers: four bytes are read as a number, others are shown as they are.
    public static func unnamed(_ number: Int32, level: OptionLevel) -> SocketOption {
        SocketOption(
            String(number),
            level,
            number,
            .untyped,
            .readWrite,
            "not known here",
            source: "getsockopt(2)",
            scope: .any
        )
    }
}
