import Testing

@testable import Sockets

@Suite("Protocols that their family names")
struct ProtocolNumberFamilyTests {
    #if os(Linux)
        @Test(
            arguments: [
                ("NETLINK_ROUTE", nil, 0), ("NETLINK_GENERIC", nil, 16), ("netlink_audit", nil, 9),
                ("route", .netlink, 0), ("sock_diag", .netlink, 4), ("route", nil, nil), ("route", .inet, nil),
                ("ETH_P_ALL", nil, 0x0300), ("ETH_P_IP", .packet, 0x0008), ("all", .packet, 0x0300),
                ("all", .netlink, nil),
            ] as [(String, AddressFamily?, Int32?)]
        )
        func number(name: String, family: AddressFamily?, number: Int32?) {
            #expect(ProtocolNumber(familyName: name, family: family)?.rawValue == number)
        }

        @Test(arguments: [
            (AddressFamily.netlink, Int32(0), "NETLINK_ROUTE"), (.netlink, 4, "NETLINK_SOCK_DIAG"),
            (.netlink, 77, "77"),
            (.packet, 0, "0"), (.packet, 0x0300, "ETH_P_ALL"), (.packet, 3, "3"), (.inet, 0, "0"),
            (.inet, 6, "IPPROTO_TCP"),
        ])
        func described(family: AddressFamily, number: Int32, name: String) {
            #expect(ProtocolNumber(rawValue: number).description(in: family) == name)
        }
    #endif

    @Test("a protocol family is its address family", arguments: ["PF_INET", "pf_inet", "AF_INET", "inet"])
    func spelling(word: String) { #expect(AddressFamily(spelling: word) == .inet) }
}
