import Testing

@testable import Sockets

@Suite("OptionLevel")
struct OptionLevelTests {
    @Test(
        "each spelling of a level",
        arguments: [
            ("socket", OptionLevel.socket), ("SOL_SOCKET", .socket), ("sol_socket", .socket), ("tcp", .tcp),
            ("TCP", .tcp), ("IPPROTO_TCP", .tcp), ("SOL_TCP", .tcp), ("6", .tcp), ("ip", .ip), ("IPPROTO_IP", .ip),
            ("SOL_IP", .ip), ("0", .ip), ("ipv6", .ipv6), ("SOL_IPV6", .ipv6), ("udp", .udp), ("raw", .raw),
            ("icmpv6", .icmpv6), ("4711", OptionLevel(rawValue: 4711)),
        ]
    )
    func spellings(word: String, level: OptionLevel) {
        #expect(OptionLevel(spelling: word) == level)
    }

    @Test("no level is in these", arguments: ["", "SOL_", "-1", "99999999999", "tcp ", "proto_tcp", "oto_tcp"])
    func refused(word: String) {
        #expect(OptionLevel(spelling: word) == nil)
    }

    @Test("the portable name is shown, and each short name is a spelling")
    func names() {
        #expect(OptionLevel.tcp.description == "IPPROTO_TCP")
        #expect(OptionLevel.socket.description == "SOL_SOCKET")
        #expect(OptionLevel(rawValue: 4711).description == "4711")
        #expect(Set(OptionLevel.shortNames).count == OptionLevel.shortNames.count)
        for name in OptionLevel.shortNames { #expect(OptionLevel(spelling: name) != nil, "\(name)") }
    }
}
