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
        "", "/", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", "192.0.2/24", "::/129", "1.2.3.4/8/8", "localhost",
    ])
    func whatIsNoNetwork(text: String) { #expect(Network(text) == nil) }

    @Test func otherFamiliesAreInNone() throws {
        #expect(try #require(Network("0.0.0.0/0")).contains(.unix(.unnamed)) == false)
    }
}
