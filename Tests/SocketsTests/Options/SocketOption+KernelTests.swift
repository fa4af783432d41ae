import Testing

@testable import Sockets

@Suite("SocketOption: on real sockets", .timeLimit(.minutes(5)))
struct SocketOptionKernelTests {
    private let kernel = Kernel()

    private func with(
        _ family: AddressFamily,
        _ type: SocketType,
        _ number: ProtocolNumber = .automatic,
        _ body: (Int32) throws -> Void
    ) throws {
        let made = kernel.socket(family, type: type.rawValue, protocol: number)
        guard made.errno == nil else { return }  // A raw or packet socket takes a privilege.
        defer { _ = kernel.close(Int32(made.result)) }
        try body(Int32(made.result))
    }

    private func get(_ descriptor: Int32, _ name: String) throws -> OptionValue {
        let option = try #require(SocketOption.find(name, level: nil))
        let returned = kernel.getsockopt(
            descriptor,
            level: option.level.rawValue,
            option: option.number,
            capacity: option.capacity
        )
        #expect(returned.errno == nil, "\(name)")
        return option.decode(returned.output)
    }

    private func set(_ descriptor: Int32, _ name: String, _ words: String...) throws {
        let option = try #require(SocketOption.find(name, level: nil))
        let value = try option.encode(words)
        let returned = kernel.setsockopt(
            descriptor,
            level: option.level.rawValue,
            option: option.number,
            value: value
        )
        #expect(returned.errno == nil, "\(name) \(words)")
    }

    /// Every readable option that applies: the kernel may lack it, but what it returns has a meaning.
    private func readAll(_ descriptor: Int32, _ family: AddressFamily, _ type: SocketType, _ number: ProtocolNumber)
        -> Int
    {
        var count = 0
        for option in SocketOption.all where option.access.isReadable && !option.readHasSideEffect {
            guard option.applies(family: family, type: type, protocol: number) else { continue }
            let returned = kernel.getsockopt(
                descriptor,
                level: option.level.rawValue,
                option: option.number,
                capacity: option.capacity
            )
            guard returned.errno == nil else { continue }
            count += 1
            let value = option.decode(returned.output)
            if case .bytes = option.kind { continue }
            if case .bytes = value { Issue.record("\(option.name): \(value)") }
            if option.access.isWritable, case .structure = value { continue }
            if option.access.isWritable, !returned.output.isEmpty {
                #expect(throws: Never.self, "\(option.name) \(value)") { try option.encode(value.words) }
            }
        }
        return count
    }

    @Test(
        "every readable option of a socket decodes",
        arguments: [
            (.inet, .stream, .automatic), (.inet6, .stream, .automatic), (.inet, .datagram, .automatic),
            (.inet6, .datagram, .automatic), (.unix, .stream, .automatic), (.unix, .datagram, .automatic),
            (.inet, .raw, .icmp), (.inet6, .raw, .icmpv6), (.inet, .raw, .raw),
        ] as [(AddressFamily, SocketType, ProtocolNumber)]
    )
    func readable(family: AddressFamily, type: SocketType, number: ProtocolNumber) throws {
        try with(family, type, number) { #expect(readAll($0, family, type, number) > 15) }
    }

    @Test("setting an option and reading it back")
    func setAndGet() throws {
        try with(.inet, .stream) { descriptor in
            try set(descriptor, "SO_REUSEADDR", "on")
            #expect(try get(descriptor, "SO_REUSEADDR") == .boolean(true))
            try set(descriptor, "SO_LINGER", "on", "5")
            #expect(try get(descriptor, "SO_LINGER") == .linger(on: true, seconds: 5))
            try set(descriptor, "SO_RCVTIMEO", "2.5")
            #expect(try get(descriptor, "SO_RCVTIMEO") == .seconds(2.5))
            try set(descriptor, "TCP_NODELAY", "on")
            #expect(try get(descriptor, "TCP_NODELAY") == .boolean(true))
            try set(descriptor, "IP_TTL", "42")
            #expect(try get(descriptor, "IP_TTL") == .integer(42))
            #expect(try get(descriptor, "SO_TYPE") == .choice("SOCK_STREAM", 1))
            #expect(try get(descriptor, "SO_ERROR") == .choice(nil, 0))
        }
    }

    #if os(Linux)
        @Test("options that only Linux has")
        func linux() throws {
            try with(.inet, .stream) { descriptor in
                #expect(try get(descriptor, "SO_DOMAIN") == .choice("AF_INET", 2))
                #expect(try get(descriptor, "SO_PROTOCOL") == .choice("IPPROTO_TCP", 6))
                #expect(try get(descriptor, "TCP_INFO")[field: "tcpi_state"] == .choice("CLOSE", 7))
                #expect(try get(descriptor, "SO_MEMINFO")[field: "drops"] == .integer(0))
                try set(descriptor, "TCP_CONGESTION", "reno")
                #expect(try get(descriptor, "TCP_CONGESTION") == .text("reno"))
                try set(descriptor, "IP_MTU_DISCOVER", "do")
                #expect(try get(descriptor, "IP_MTU_DISCOVER") == .choice("IP_PMTUDISC_DO", 2))
                try set(descriptor, "TCP_USER_TIMEOUT", "1500")
                #expect(try get(descriptor, "TCP_USER_TIMEOUT") == .integer(1500))
                try set(descriptor, "IP_UNICAST_IF", "lo")
                #expect(try get(descriptor, "IP_UNICAST_IF") == .text("lo"))
            }
        }

        @Test("what the kernel knows of a connection over loopback")
        func connection() throws {
            try with(.inet, .stream) { listener in
                #expect(kernel.bind(listener, to: .inet(.loopback, port: 0)).errno == nil)
                #expect(kernel.listen(listener, backlog: 7).errno == nil)
                let address = try #require(kernel.getsockname(listener).output)
                #expect(try get(listener, "SO_ACCEPTCONN") == .boolean(true))
                let listening = try get(listener, "TCP_INFO")
                #expect(listening[field: "tcpi_state"] == .choice("LISTEN", 10))
                #expect(listening[field: "tcpi_sacked"] == .integer(7))
                try with(.inet, .stream) { client in
                    #expect(kernel.connect(client, to: address).errno == nil)
                    let info = try get(client, "TCP_INFO")
                    #expect(info[field: "tcpi_state"] == .choice("ESTABLISHED", 1))
                    #expect((info[field: "tcpi_rtt"]?.number ?? 0) > 0)
                    #expect(info[field: "tcpi_pmtu"]?.number == (try get(client, "IP_MTU").number))
                    let port = try #require(address.port)
                    #expect(try get(client, "SO_PEERNAME") == .address("127.0.0.1 \(port)"))
                    #expect(readAll(client, .inet, .stream, .tcp) > 60)
                }
            }
        }

        @Test("who is at the other end of a pair")
        func credentials() throws {
            let pair = kernel.socketpair(.unix, type: SocketType.stream.rawValue, protocol: .automatic)
            try #require(pair.errno == nil)
            defer { _ = (kernel.close(pair.output.0), kernel.close(pair.output.1)) }
            let peer = try get(pair.output.0, "SO_PEERCRED")
            #expect(peer[field: "pid"] == .integer(Int(getpid())))
            #expect(peer[field: "uid"] == .integer(Int(getuid())))
        }

        @Test("membership of groups on the loopback interface")
        func memberships() throws {
            try with(.inet, .datagram) { descriptor in
                try set(descriptor, "IP_ADD_MEMBERSHIP", "239.1.1.1", "127.0.0.1")
                try set(descriptor, "IP_DROP_MEMBERSHIP", "239.1.1.1", "lo")
                try set(descriptor, "IP_ADD_SOURCE_MEMBERSHIP", "232.1.1.1", "127.0.0.1", "127.0.0.2")
                try set(descriptor, "IP_DROP_SOURCE_MEMBERSHIP", "232.1.1.1", "lo", "127.0.0.2")
                try set(descriptor, "MCAST_JOIN_GROUP", "239.1.1.2", "lo")
                try set(descriptor, "IP_BLOCK_SOURCE", "239.1.1.2", "lo", "127.0.0.3")
                try set(descriptor, "IP_MSFILTER", "239.1.1.2", "lo", "include", "127.0.0.4")
                try set(descriptor, "MCAST_LEAVE_GROUP", "239.1.1.2", "lo")
                try set(descriptor, "MCAST_JOIN_SOURCE_GROUP", "232.1.1.2", "127.0.0.1", "127.0.0.2")
                try set(descriptor, "IP_MULTICAST_IF", "127.0.0.1")
                #expect(try get(descriptor, "IP_MULTICAST_IF") == .address("127.0.0.1"))
            }
            try with(.inet6, .datagram) { descriptor in
                try set(descriptor, "IPV6_JOIN_GROUP", "ff02::1234%lo")
                try set(descriptor, "IPV6_LEAVE_GROUP", "ff02::1234", "lo")
                try set(descriptor, "IPV6_MULTICAST_IF", "lo")
                #expect(try get(descriptor, "IPV6_MULTICAST_IF") == .text("lo"))
            }
        }
    #endif
}
