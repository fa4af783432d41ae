import Sockets
import Testing

@testable import Shell

@Suite struct NetworkTests {
    @Test(arguments: [
        ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false), ("192.0.2.7", "192.0.2.7", true),
        ("192.0.2.7", "192.0.2.6", false), ("192.0.2.128/25", "192.0.2.127", false), ("0.0.0.0/0", "8.8.8.8", true),
        ("192.0.2.0/23", "192.0.3.9", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::1", false),
        ("192.0.2.0/24", "::ffff:192.0.2.9", true), ("192.0.2.0/24", "::fffe:192.0.2.9", false),
    ])
    func contains(network: String, host: String, isInside: Bool) throws {
        let network = try #require(Network(network))
        let address: SocketAddress
        if let short = IPv4Address(host) {
            address = .inet(short, port: 80)
        } else {
            address = .inet6(try #require(IPv6Address(host)), port: 80)
        }
        #expect(network.contains(address) == isInside)
    }

    @Test(arguments: [
        "", "/", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:x", "[::1]", "[::1]80", "[::1:80", "127.0.0.1:70000",
        "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", "192.0.2/24", "::/129", "1.2.3.4/8/8", "localhost",
    ])
    func whatIsNoNetwork(text: String) { #expect(Network(text) == nil) }

    @Test(arguments: [("127.0.0.1:80", "127.0.0.1", 80), ("[::1]:80", "::1", 80), ("192.0.2.0/24:80", "192.0.2.9", 80)])
    func onePort(network: String, host: String, port: UInt16) throws {
        let network = try #require(Network(network))
        func address(_ port: UInt16) -> SocketAddress? {
            IPv4Address(host).map { .inet($0, port: port) } ?? IPv6Address(host).map { .inet6($0, port: port) }
        }
        let (right, wrong) = (try #require(address(port)), try #require(address(port + 1)))
        #expect(network.contains(right))
        #expect(!network.contains(wrong))
        #expect(network.covers(wrong))
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.0.0.0/8", true), ("127.0.0.0/7", false), ("0.0.0.0/0", false), ("::1", true),
        ("::/0", false), ("192.0.2.1", false),
    ])
    func isLocal(network: String, isLocal: Bool) throws { #expect(try #require(Network(network)).isLocal == isLocal) }

    @Test func otherFamiliesAreInNone() throws {
        #expect(try #require(Network("0.0.0.0/0")).contains(.unix(.unnamed)) == false)
    }
}
