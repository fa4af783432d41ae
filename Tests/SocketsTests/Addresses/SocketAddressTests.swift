import Testing

@testable import Sockets

@Suite(.timeLimit(.minutes(5))) struct SocketAddressTests {
    static let all: [SocketAddress] = {
        var all: [SocketAddress] = [
            .inet(.loopback, port: 8088), .inet(.broadcast, port: 65535), .inet(.any, port: 0),
            .inet6(.loopback, port: 443), .inet6(.any, port: 1, flowInfo: 0xabcde, scope: 7),
            .unix(.unnamed), .unix(.path(Array("/tmp/s".utf8))), .unix(.path([0xff, 0xfe])),
            .vsock(context: 2, port: 1024), .unspecified, .other(AddressFamily(rawValue: 77), [1, 2, 3]),
        ]
        #if os(Linux)
            all += [
                .unix(.abstract(Array("name".utf8))), .unix(.abstract([0, 1, 0])), .unix(.abstract([])),
                .netlink(port: 5, groups: 0x8000_0001),
                .packet(LinkAddress(interface: 1, etherType: 0x0800, address: [1, 2, 3, 4, 5, 6])),
                .packet(LinkAddress(interface: 9, etherType: 3, hardware: 772, packetType: 4)),
            ]
        #endif
        return all
    }()

    @Test(arguments: all) func comesBackAsItWent(address: SocketAddress) {
        #expect(SocketAddress(raw: address.raw) == address)
        #expect(SocketAddress(raw: address.raw)?.family == address.family)
    }

    @Test func fieldsHaveNames() {
        func names(_ address: SocketAddress) -> [String] { address.fields.map(\.name) }
        #expect(names(.inet(.loopback, port: 80)) == ["host", "port"])
        #expect(names(.unix(.unnamed)) == ["path"] && SocketAddress.unix(.unnamed).words.isEmpty)
        #expect(SocketAddress.unix(.path(Array("/s".utf8))).fields[0].value == .name(Array("/s".utf8), prefix: ""))
        #expect(names(.vsock(context: 2, port: 1024)) == ["cid", "port"])
        #expect(SocketAddress.vsock(context: 2, port: 1024).words == ["2", "1024"])
        #expect(names(.unspecified) == ["word"] && SocketAddress.unspecified.words == ["unspec"])
    }

    /// A kernel that returned fewer bytes than the family has must not make a decoder read past them.
    @Test(arguments: all) func shortBytesAreSurvived(address: SocketAddress) {
        let raw = address.raw
        for length in 0..<raw.count {
            let short = SocketAddress(raw: Array(raw.prefix(length)))
            #expect((short == nil) == (length < 2))
            _ = short?.description
        }
    }

    @Test func anyBytesAreSurvived() {
        for family: UInt8 in [0, 1, 2, 10, 16, 17, 40, 255] {
            for count in 0...140 {
                let raw = [family, 0] + (0..<count).map { _ in UInt8.random(in: 0...255) }
                let address = SocketAddress(raw: raw)
                #expect(address?.family.rawValue == Int32(family))
                #expect(address?.words.isEmpty == false || family <= 1)
            }
        }
    }

    @Test func portsAreInNetworkOrder() {
        #expect(Array(SocketAddress.inet(.loopback, port: 0x1234).raw[2...7]) == [0x12, 0x34, 127, 0, 0, 1])
    }

    @Test func packetAddressesAreCut() {
        let link = LinkAddress(interface: 1, etherType: 3, address: [UInt8](repeating: 1, count: 300))
        #expect(link.address.count == 8)
    }

    @Test func overlongPathsAreTheKernelsToRefuse() {
        let kernel = Kernel()
        let descriptor = Int32(kernel.socket(.unix, type: SocketType.stream.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(descriptor) }
        for count in [UnixName.capacity + 1, 5000] {
            let address = SocketAddress.unix(.path([UInt8](repeating: 0x61, count: count)))
            #expect(kernel.connect(descriptor, to: address).errno == .invalidArgument)
        }
    }

    @Test func wordsCanBeTypedBack() {
        #expect(SocketAddress.inet(.loopback, port: 8088).description == "127.0.0.1 8088")
        #expect(SocketAddress.inet6(.loopback, port: 8088).description == "::1 8088")
        #expect(SocketAddress.unix(.path(Array("/tmp/s".utf8))).description == "/tmp/s")
        #expect(SocketAddress.unix(.abstract(Array("n".utf8))).description == "@n")
        #expect(SocketAddress.inet6(.loopback, port: 1, scope: 99999).host == "::1%99999")
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.4\0", " 1.2.3.4", "0x7f.1", "::1", "١.2.3.4"])
    func whatIsNoVersion4Address(text: String) { #expect(IPv4Address(text) == nil) }

    @Test(arguments: ["", ":", ":::", "1::2::3", "::1%lo", "::1\0", "12345::", "1.2.3.4", "g::"])
    func whatIsNoVersion6Address(text: String) { #expect(IPv6Address(text) == nil) }

    @Test func addressTextsComeBack() {
        for text in ["::", "::1", "2001:db8::1", "fe80::1", "::ffff:192.0.2.1"] {
            #expect(IPv6Address(text)?.description == text)
        }
        for text in ["0.0.0.0", "192.0.2.1", "255.255.255.255"] { #expect(IPv4Address(text)?.description == text) }
        #expect(IPv4Address(octets: [1, 2, 3]) == nil && IPv6Address(octets: []) == nil)
        #expect(IPv6Address("fe80::1")?.isLinkLocal == true && IPv6Address.loopback.isLinkLocal == false)
    }

    @Test(
        arguments: [
            ("127.1", "127.0.0.1"), ("0177.0.0.1", "127.0.0.1"), ("127.0.0.01", "127.0.0.1"), ("0x7f.1", "127.0.0.1"),
            ("1.2.3", "1.2.0.3"), ("2130706433", "127.0.0.1"), ("256.1", nil), ("1.2.3.4.5", nil), ("x", nil),
            ("1\u{0}", nil),
        ] as [(String, String?)]
    )
    func oldFormsAreReadAsTheResolverDoes(_ text: String, _ address: String?) {
        #expect(IPv4Address(asInetAton: text)?.description == address)
    }

    @Test func groupsAreToldFromHosts() {
        #expect(IPv6Address("ff02::1")?.isMulticast == true && IPv6Address("fe80::1")?.isMulticast == false)
    }
}
