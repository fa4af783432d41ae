import Testing

@testable import Sockets

@Suite("SocketOption: the tables")
struct SocketOptionTests {
    @Test("no two options of a level have one name, and only synonyms share a number")
    func namesAreUnique() {
        var names: Set<String> = []
        var numbers: [String: SocketOption] = [:]
        for option in SocketOption.all {
            #expect(names.insert("\(option.level) \(option.name)").inserted, "\(option.name)")
            let key = "\(option.level) \(option.number)"
            if let first = numbers[key] {
                let synonym = option.synonym.flatMap { SocketOption.find($0, level: option.level) }
                #expect(synonym?.number == first.number, "\(option.name) and \(first.name)")
            } else {
                numbers[key] = option
            }
        }
    }

    @Test("every option says what it is, in one line")
    func everyOptionSaysWhatItIs() {
        for option in SocketOption.all {
            #expect(!option.about.isEmpty && option.about.utf8.count <= 100, "\(option.name)")
            #expect(!option.about.contains("\n") && !option.source.isEmpty, "\(option.name)")
            #expect(!option.valueHint.isEmpty, "\(option.name)")
            #expect(option.level.name != nil, "\(option.name)")
        }
    }

    @Test("every option is found by each of its spellings at its level")
    func everyOptionIsFound() {
        for option in SocketOption.all {
            for spelling in [option.name, option.name.lowercased(), option.shortName, option.shortName.uppercased()] {
                let found = SocketOption.find(spelling, level: option.level)
                #expect(found?.level == option.level, "\(spelling)")
                #expect(found?.number == option.number, "\(spelling)")
            }
        }
    }

    @Test(
        "a short name of several levels goes to the level given, else to the first",
        arguments: [
            ("reuseaddr", nil, "SO_REUSEADDR"), ("SO_LINGER", nil, "SO_LINGER"), ("nodelay", nil, "TCP_NODELAY"),
            ("ttl", nil, "IP_TTL"), ("multicast_loop", nil, "IP_MULTICAST_LOOP"),
            ("multicast_loop", OptionLevel.ipv6, "IPV6_MULTICAST_LOOP"), ("Join_Group", nil, "IPV6_JOIN_GROUP"),
            ("reuseaddr", OptionLevel.tcp, "SO_REUSEADDR"), ("2", OptionLevel.socket, nil),
            ("999", OptionLevel.tcp, nil),
            ("1", nil, nil), ("", nil, nil), ("so_", nil, nil), ("nonsense", nil, nil),
        ] as [(String, OptionLevel?, String?)]
    )
    func find(spelling: String, level: OptionLevel?, name: String?) {
        #if os(Linux)
            let name = spelling == "2" ? "SO_REUSEADDR" : name
        #endif
        #expect(SocketOption.find(spelling, level: level)?.name == name)
    }

    #if os(Linux)
        @Test(
            "a short name of several levels is the socket's own: its protocol's, its family's, the socket's",
            arguments: [
                ("checksum", .inet6, .datagram, "IPV6_CHECKSUM"), ("checksum", .inet, .datagram, "IP_CHECKSUM"),
                ("passsec", .inet, .stream, "IP_PASSSEC"), ("passsec", .unix, .stream, "SO_PASSSEC"),
                ("passsec", .inet6, .stream, "SO_PASSSEC"), ("cork", .inet, .datagram, "UDP_CORK"),
                ("cork", .inet6, .stream, "TCP_CORK"), ("mtu", .inet6, .stream, "IPV6_MTU"),
                ("pktinfo", .netlink, .raw, "NETLINK_PKTINFO"), ("pktinfo", .inet6, .datagram, "IPV6_PKTINFO"),
                ("timestamp", .packet, .raw, "PACKET_TIMESTAMP"), ("timestamp", .inet, .datagram, "SO_TIMESTAMP"),
                ("inq", .unix, .stream, "SO_INQ"), ("protocol", .inet, .stream, "SO_PROTOCOL"),
                ("ttl", .inet6, .datagram, "IP_TTL"), ("add_membership", .packet, .raw, "PACKET_ADD_MEMBERSHIP"),
                ("v6only", .inet, .stream, "IPV6_V6ONLY"), ("nonsense", .inet, .stream, nil),
            ] as [(String, AddressFamily, SocketType, String?)]
        )
        func ofSocket(spelling: String, family: AddressFamily, type: SocketType, name: String?) {
            let found = SocketOption.find(spelling, family: family, type: type, protocol: .automatic)
            #expect(found?.name == name)
        }
    #endif

    @Test("an option without a name is a number of four bytes, or bytes")
    func unnamed() throws {
        let option = SocketOption.unnamed(4711, level: .tcp)
        #expect(option.number == 4711 && option.name == "4711")
        #expect(option.decode([1, 0, 0, 0]) == .integer(1))
        #expect(option.decode([1, 2]) == .bytes([1, 2]))
        #expect(try option.encode(["1"]) == [1, 0, 0, 0])
        #expect(try option.encode(["0x0102"]) == [1, 2])
    }

    #if os(Linux)
        @Test("numbers are those of the C library's headers, where Swift sees them")
        func numbersAreC() {
            let numbers: [(String, Int32)] = [
                ("SO_DEBUG", SO_DEBUG), ("SO_REUSEADDR", SO_REUSEADDR), ("SO_TYPE", SO_TYPE), ("SO_ERROR", SO_ERROR),
                ("SO_DONTROUTE", SO_DONTROUTE), ("SO_BROADCAST", SO_BROADCAST), ("SO_SNDBUF", SO_SNDBUF),
                ("SO_RCVBUF", SO_RCVBUF), ("SO_KEEPALIVE", SO_KEEPALIVE), ("SO_OOBINLINE", SO_OOBINLINE),
                ("SO_PRIORITY", SO_PRIORITY), ("SO_LINGER", SO_LINGER), ("SO_REUSEPORT", SO_REUSEPORT),
                ("SO_PASSCRED", SO_PASSCRED), ("SO_PEERCRED", SO_PEERCRED), ("SO_RCVLOWAT", SO_RCVLOWAT),
                ("SO_SNDLOWAT", SO_SNDLOWAT), ("SO_BINDTODEVICE", SO_BINDTODEVICE), ("SO_ACCEPTCONN", SO_ACCEPTCONN),
                ("SO_MARK", SO_MARK), ("SO_PROTOCOL", SO_PROTOCOL), ("SO_DOMAIN", SO_DOMAIN),
                ("TCP_NODELAY", TCP_NODELAY), ("TCP_MAXSEG", TCP_MAXSEG), ("TCP_CORK", TCP_CORK),
                ("TCP_KEEPIDLE", TCP_KEEPIDLE), ("TCP_INFO", TCP_INFO), ("TCP_QUICKACK", TCP_QUICKACK),
                ("TCP_CONGESTION", TCP_CONGESTION), ("TCP_USER_TIMEOUT", TCP_USER_TIMEOUT),
                ("TCP_FASTOPEN", TCP_FASTOPEN), ("IP_TOS", IP_TOS), ("IP_TTL", IP_TTL), ("IP_HDRINCL", IP_HDRINCL),
                ("IP_OPTIONS", IP_OPTIONS), ("IP_PKTINFO", IP_PKTINFO), ("IP_MTU", IP_MTU),
                ("IP_MTU_DISCOVER", IP_MTU_DISCOVER), ("IP_MULTICAST_IF", IP_MULTICAST_IF),
                ("IP_ADD_MEMBERSHIP", IP_ADD_MEMBERSHIP), ("IP_MSFILTER", IP_MSFILTER),
                ("IPV6_V6ONLY", IPV6_V6ONLY), ("IPV6_UNICAST_HOPS", IPV6_UNICAST_HOPS),
                ("IPV6_JOIN_GROUP", IPV6_JOIN_GROUP), ("IPV6_TCLASS", IPV6_TCLASS), ("IPV6_PKTINFO", IPV6_PKTINFO),
            ]
            for (name, number) in numbers {
                #expect(SocketOption.find(name, level: nil)?.number == number, "\(name)")
            }
        }

        @Test("sizes are those of C's structures")
        func sizesAreC() {
            #expect(SocketOption.find("SO_PEERCRED", level: nil)?.capacity == 12)
            #expect(SocketOption.find("IPV6_PKTINFO", level: nil)?.capacity == MemoryLayout<in6_addr>.size + 4)
            #expect(SocketOption.find("PACKET_STATISTICS", level: nil)?.capacity == 8)
            #expect(SocketOption.find("PACKET_ADD_MEMBERSHIP", level: nil)?.capacity == 16)
            #expect(SocketOption.find("SO_RCVTIMEO", level: nil)?.capacity == MemoryLayout<timeval>.size)
            #expect(SocketOption.find("IPV6_PATHMTU", level: nil)?.capacity == 32)
        }
    #endif

    @Test("applies tells which sockets an option is for")
    func applies() throws {
        let noDelay = try #require(SocketOption.find("TCP_NODELAY", level: nil))
        #expect(noDelay.applies(family: .inet, type: .stream, protocol: .automatic))
        #expect(noDelay.applies(family: .inet6, type: .stream, protocol: .tcp))
        #expect(!noDelay.applies(family: .inet, type: .datagram, protocol: .automatic))
        #expect(!noDelay.applies(family: .unix, type: .stream, protocol: .automatic))
        #if os(Linux)
            let nonBlocking = SocketType(rawValue: SocketType.stream.rawValue | SocketFlag.nonBlocking.rawValue)
            #expect(noDelay.applies(family: .inet, type: nonBlocking, protocol: .tcp))
            let credentials = try #require(SocketOption.find("SO_PEERCRED", level: nil))
            #expect(credentials.applies(family: .unix, type: .stream, protocol: .automatic))
            #expect(!credentials.applies(family: .inet, type: .stream, protocol: .automatic))
        #endif
    }
}
