import Journal
import Language
import Shell
import Sockets
import Testing

@Suite(.timeLimit(.minutes(5))) struct MulticastTests {
    @Test(arguments: [
        ("inet", "join 239.1.2.3 127.0.0.1", "IP_ADD_MEMBERSHIP"), ("inet", "join 239.1.2.3", "IP_ADD_MEMBERSHIP"),
        ("inet", "join 239.1.2.3 lo", "IP_ADD_MEMBERSHIP"), ("inet", "join 239.1.2.3 1", "IP_ADD_MEMBERSHIP"),
        ("inet", "join 232.1.2.3 127.0.0.1 -source 127.0.0.1", "IP_ADD_SOURCE_MEMBERSHIP"),
        ("inet6", "join ff01::5 lo", "IPV6_JOIN_GROUP"), ("inet6", "join ff01::5%lo", "IPV6_JOIN_GROUP"),
        ("inet6", "join ff01::5 lo -source ::1", "MCAST_JOIN_SOURCE_GROUP"),
        ("inet6", "join ff01::5%lo -source ::1", "MCAST_JOIN_SOURCE_GROUP"),
    ])
    func eachIsOneCall(_ family: String, _ line: String, _ option: String) throws {
        let shell = TestSession()
        try shell.type("s = socket \(family) dgram")
        // Without an interface the routing table chooses one, and there may be none.
        let calls = try shell.calls(line)
        #expect(calls.map(\.name) == ["setsockopt"])
        guard case .constant(let name, _)? = calls.first?.argument("optname") else {
            Issue.record("no option")
            return
        }
        #expect(name == option)
        guard calls.first?.error == nil else {
            try #expect(shell.errno(line) == "ENODEV")
            return
        }
        try shell.reply(line.replacing("join", with: "leave"))
        let again = try shell.errno(line.replacing("join", with: "leave"))
        #expect(["EADDRNOTAVAIL", "EINVAL"].contains(again))
    }

    @Test(.enabled(if: MulticastTests.interface6 != nil, "no interface has a route for IPv6 multicast"))
    func version6Arrives() throws {
        let interface = try #require(Self.interface6)
        let shell = TestSession()
        try shell.type("r = socket inet6 dgram")
        try shell.reply("bind \"\" 0")
        try shell.reply("join ff12::4e:5348 \(interface)")
        try shell.reply("settimeout 5")
        try shell.type("s = socket inet6 dgram")
        try shell.reply("setsockopt multicast_if \(interface)")
        try shell.reply("setsockopt multicast_hops 0")
        try shell.reply("sendto hello ff12::4e:5348 $r.port")
        try #expect(shell.reply("r.recv 100") == .bytes(Array("hello".utf8)))
    }

    /// An interface through which an IPv6 multicast datagram can be sent.
    private static let interface6: String? = (Interface.all() ?? []).map(\.name).first { name in
        let shell = TestSession()
        return [
            "s = socket inet6 dgram", "setsockopt multicast_if \(name)", "setsockopt multicast_hops 0",
            "sendto x ff12::4e:5348 9",
        ]
        .allSatisfy { (try? shell.type($0))?.failure == nil }
    }

    @Test(arguments: [
        ("join", "WrongArguments"), ("join nonsense", "UnsuitableValue"), ("join 239.1.1.1 nolo", "UnsuitableValue"),
        ("join 239.1.1.1 lo -source x", "UnsuitableValue"), ("join 239.1.1.1 lo more", "WrongArguments"),
        ("join 239.1.1.1 -sorce 127.0.0.1", "WrongArguments"), ("join \"239.1.1.1\\0\"", "UnsuitableValue"),
        ("join 239.1.1.999", "UnsuitableValue"), ("join ff01::1%nolo", "UnsuitableValue"),
        ("join 239.1.1.1 --1", "UnsuitableValue"), ("join ff01::1 99999999999", "UnsuitableValue"),
        ("leave", "WrongArguments"),
        ("join 239.1.1.1 lo -source", "WrongArguments"), ("join ff01::1 lo -source 127.0.0.999", "UnsuitableValue"),
    ])
    func hostileInputIsRefusedWithoutACall(_ line: String, _ className: String) throws {
        let shell = TestSession()
        try shell.type("s = socket inet dgram")
        let before = shell.session.journal.count
        try #expect(shell.failure(line).className == className)
        #expect(shell.session.journal.count == before)
    }

    @Test func theKernelHasTheLastWord() throws {
        let shell = TestSession()
        try shell.type("s = socket inet dgram")
        try #expect(shell.errno("join 127.0.0.1 127.0.0.1") == "EINVAL")
        try #expect(shell.errno("join ff01::1 lo") == "ENOPROTOOPT")
        try #expect(shell.errno("leave 239.9.9.9 127.0.0.1") == "EADDRNOTAVAIL")
        try shell.reply("join 239.9.9.9 127.0.0.1")
        try #expect(shell.errno("join 239.9.9.9 127.0.0.1") == "EADDRINUSE")
        try shell.type("u = socket unix dgram")
        try #expect(shell.errno("join 239.9.9.9") == "EOPNOTSUPP")
    }
}
