import Journal
import Language
import Shell
import Sockets
import Testing

@Suite(.timeLimit(.minutes(5))) struct OptionsTests {
    private func stream() throws -> TestSession {
        let shell = TestSession()
        try shell.type("s = socket inet stream")
        return shell
    }

    @Test(arguments: ["reuseaddr", "SO_REUSEADDR", "socket reuseaddr", "SOL_SOCKET SO_REUSEADDR", "1 2", "1 reuseaddr"])
    func everySpellingIsTheSameOption(_ spelling: String) throws {
        let shell = try stream()
        try #expect(shell.reply("getsockopt \(spelling)") == .boolean(false))
        for on in ["on", "yes", "1", "true"] {
            try shell.reply("setsockopt \(spelling) \(on)")
            try #expect(shell.reply("getsockopt \(spelling)") == .boolean(true))
            try shell.reply("setsockopt \(spelling) off")
        }
        try #expect(shell.reply("getsockopt \(spelling)") == .boolean(false))
    }

    @Test func theCallIsRecordedAsItWasMade() throws {
        let shell = try stream()
        try shell.reply("setsockopt tcp nodelay on")
        let call = try shell.lastCall()
        #expect(call.name == "setsockopt")
        #expect(call.arguments.map(\.name) == ["sockfd", "level", "optname", "optval", "optlen"])
        #expect(call.arguments[1].value == .constant("IPPROTO_TCP", 6))
        #expect(call.arguments[2].value == .constant("TCP_NODELAY", 1))
        #expect(call.arguments[3].value == .option(.boolean(true), raw: [1, 0, 0, 0]))
        #expect(call.arguments[4].value == .integer(4))
        try shell.reply("getsockopt tcp nodelay")
        let read = try shell.lastCall()
        #expect(read.arguments[3].value == .room(4))
        #expect(read.output("optval") == .option(.boolean(true), raw: [1, 0, 0, 0]))
        #expect(read.output("optlen") == .integer(4))
    }

    @Test(arguments: [
        (
            "linger", "on 5",
            Value.record(Record(.row, [Record.Field("on", .boolean(true)), Record.Field("seconds", .integer(5))]))
        ),
        ("rcvtimeo", "2.5", .real(2.5)),
        ("SO_PRIORITY", "3", .integer(3)),
        ("keepidle", "77", .integer(77)),
        ("ttl", "9", .integer(9)),
        ("mtu_discover", "do", .text("IP_PMTUDISC_DO")),
        ("bindtodevice", "lo", .text("lo")),
        ("IP_MTU_DISCOVER", "IP_PMTUDISC_DONT", .text("IP_PMTUDISC_DONT")),
    ])
    func whatIsReadCanBeTypedBack(_ name: String, _ typed: String, _ value: Value) throws {
        let shell = try stream()
        try shell.reply("setsockopt \(name) \(typed)")
        try #expect(shell.reply("x = getsockopt \(name)") == value)
        try shell.reply("setsockopt \(name) $x")
        try #expect(shell.reply("getsockopt \(name)") == value)
    }

    @Test func whatTheCongestionControlTellsHasFields() throws {
        let shell = try stream()
        guard try shell.type("setsockopt congestion bbr").failure == nil else { return }
        try shell.reply("i = getsockopt TCP_CC_INFO")
        try #expect(shell.reply("$i.bbr_bw_hi") == .integer(0))
        try shell.reply("setsockopt congestion reno")
        try #expect(shell.reply("getsockopt TCP_CC_INFO") == .bytes([]))
    }

    @Test func lingerOnSaysWhatItNeeds() throws {
        for typed in ["on", "1"] {
            let failure = try stream().failure("setsockopt linger \(typed)")
            #expect(failure.advice.first == "setsockopt SO_LINGER \(typed) 5")
        }
    }

    @Test func aStructureHasNamedFields() throws {
        let shell = try stream()
        guard case .record(let record) = try shell.reply("getsockopt IPPROTO_TCP TCP_INFO") else {
            Issue.record("no record")
            return
        }
        #expect(record.kind == .card)
        #expect(record["tcpi_state"] == .text("CLOSE"))
        #expect(record.fields.allSatisfy { !$0.about.isEmpty })
    }

    @Test(arguments: ["inet stream", "inet dgram", "inet6 stream", "inet6 dgram", "unix stream", "unix dgram"])
    func theListHasEveryReadableOptionAndNoError(_ kind: String) throws {
        let shell = TestSession()
        try shell.type("s = socket \(kind)")
        guard case .record(let record) = try shell.reply("getsockopt") else {
            Issue.record("no record")
            return
        }
        #expect(record["SO_TYPE"] != nil)
        #expect(record["SO_ERROR"] == nil)
        #expect(
            (record["TCP_INFO"] != nil) == kind.hasPrefix("inet") && kind.hasSuffix("stream")
                || record["TCP_INFO"] == nil
        )
        #expect((record["IPV6_V6ONLY"] != nil) == kind.hasPrefix("inet6"))
        #expect(record.fields.allSatisfy { !$0.about.isEmpty })
    }

    @Test func aLevelAloneListsIt() throws {
        let shell = try stream()
        guard case .record(let record) = try shell.reply("getsockopt tcp") else {
            Issue.record("no record")
            return
        }
        #expect(record.fields.allSatisfy { $0.name.hasPrefix("TCP_") })
        try #expect(shell.failure("getsockopt packet").className == "UnsuitableValue")
    }

    @Test func theFamilyChoosesAmongOptionsOfOneName() throws {
        let shell = TestSession()
        try shell.type("s = socket inet6 dgram")
        try shell.reply("setsockopt multicast_loop off")
        try #expect(shell.lastCall().arguments[1].value == .constant("IPPROTO_IPV6", 41))
        try shell.type("t = socket inet dgram")
        try shell.reply("setsockopt multicast_loop off")
        try #expect(shell.lastCall().arguments[1].value == .constant("IPPROTO_IP", 0))
    }

    @Test func theKernelHasTheLastWord() throws {
        let shell = try stream()
        try #expect(shell.errno("getsockopt 6 9999") == "ENOPROTOOPT")
        try #expect(shell.errno("getsockopt 1 -2") == "ENOPROTOOPT")
        try #expect(shell.errno("getsockopt 9999 1") == "EOPNOTSUPP")
        try #expect(shell.errno("setsockopt congestion nosuch") == "ENOENT")
        try #expect(shell.errno("setsockopt ttl 999") == "EINVAL")
        try #expect(shell.errno("setsockopt tcp keepcnt -1") == "EINVAL")
        try shell.type("u = socket unix dgram")
        try #expect(shell.errno("setsockopt tcp nodelay on") == "EOPNOTSUPP")
    }

    @Test(arguments: ["tcp info 1", "acceptconn on", "SO_TYPE stream", "SO_ERROR 0", "domain inet", "mtu 1500"])
    func whatCanOnlyBeReadIsTheKernelsToRefuse(_ line: String) throws {
        let shell = try stream()
        try #expect(shell.errno("setsockopt \(line)") == "ENOPROTOOPT")
    }

    @Test func whatCannotBeTypedForAnOptionThatIsReadSaysThat() throws {
        try #expect(stream().failure("setsockopt acceptconn maybe").message.hasSuffix("SO_ACCEPTCONN can only be read"))
    }

    @Test(arguments: [
        ("setsockopt tcp user_timeout -1", "EINVAL"), ("setsockopt rcvtimeo 0x0102", "EINVAL"),
        ("setsockopt bindtodevice averyveryverylongname", "ENODEV"), ("setsockopt ip add_membership 0xef01", "EPROTO"),
        ("setsockopt tcp congestion 0x6e6f6e65", "ENOENT"), ("setsockopt type 1", "ENOPROTOOPT"),
    ])
    func whatTheKernelJudgesIsLeftToIt(_ line: String, _ errno: String) throws {
        try #expect(stream().errno(line) == errno)
    }

    @Test func bytesOfANumberAreToldApartFromIt() throws {
        let shell = try stream()
        let notes = try shell.type("setsockopt rcvbuf 0x00200000").notes
        #expect(notes == ["these are the bytes as they lie in memory, the number 8192; for 0x200000 type 2097152"])
        for plain in ["0x2000", "8192", "0x01010101"] {
            #expect(try shell.type("setsockopt rcvbuf \(plain)").notes == [])
        }
    }

    @Test func aNumberForABooleanIsPassedAsItIs() throws {
        let shell = try stream()
        try shell.reply("setsockopt 1 2 5")
        guard case .option(_, let raw) = try shell.lastCall().arguments[3].value else {
            Issue.record("no option")
            return
        }
        #expect(raw == [5, 0, 0, 0])
    }

    @Test(arguments: [
        ("setsockopt reuseadr on", "UnsuitableValue"), ("setsockopt", "WrongArguments"),
        ("setsockopt tcp", "WrongArguments"), ("setsockopt reuseaddr", "WrongArguments"),
        ("setsockopt reuseaddr maybe", "UnsuitableValue"), ("setsockopt reuseaddr on on", "UnsuitableValue"),
        ("setsockopt rcvbuf 99999999999999999999", "UnsuitableValue"), ("setsockopt rcvbuf ten", "UnsuitableValue"),
        ("setsockopt rcvtimeo --1", "UnsuitableValue"), ("setsockopt rcvtimeo nan", "UnsuitableValue"),
        ("setsockopt linger on", "UnsuitableValue"), ("setsockopt acceptconn maybe", "UnsuitableValue"),
        ("setsockopt ip SO_REUSEADDR 1", "UnsuitableValue"),
        ("setsockopt bindtodevice \"l\\0o\"", "UnsuitableValue"), ("getsockopt \"reuse\\0addr\"", "UnsuitableValue"),
        ("getsockopt -1 2", "UnsuitableValue"),
        ("getsockopt 99999999999 1", "UnsuitableValue"), ("getsockopt tcp nodelay extra", "WrongArguments"),
        ("getsockopt \"\"", "UnsuitableValue"), ("setsockopt 1 2 0xzz", "UnsuitableValue"),
        ("setsockopt add_membership", "WrongArguments"), ("setsockopt attach_filter 1", "UnsuitableValue"),
    ])
    func hostileInputIsRefusedWithoutACall(_ line: String, _ className: String) throws {
        let shell = try stream()
        let before = shell.session.journal.count
        try #expect(shell.failure(line).className == className)
        #expect(shell.session.journal.count == before)
        try #expect(shell.reply("getsockopt reuseaddr") == .boolean(false))
    }

    @Test func anErrorTeaches() throws {
        let shell = try stream()
        try #expect(shell.failure("setsockopt reuseadr on").advice.first == "did you mean reuseaddr ?")
        try #expect(
            shell.failure("setsockopt SO_REUSEADR on").advice.first?.hasPrefix("did you mean SO_REUSEADDR") == true
        )
        try #expect(shell.failure("setsockopt ip SO_REUSEADDR 1").advice == ["SO_REUSEADDR belongs to SOL_SOCKET"])
        try #expect(shell.failure("setsockopt reuseaddr").advice == ["usage: setsockopt SO_REUSEADDR on|off"])
        let span = try #require(try shell.failure("setsockopt rcvbuf ten").span)
        #expect(span.start == 18)
    }

    @Test func withoutASocketItSaysSo() throws {
        try #expect(TestSession().failure("getsockopt reuseaddr").className == "NoSuchSocket")
    }

    @Test func aFaultIsReported() throws {
        let shell = try stream()
        try shell.type("inject getsockopt ENOBUFS")
        try #expect(shell.errno("getsockopt reuseaddr") == "ENOBUFS")
    }

    @Test func completionOffersWhatApplies() throws {
        let shell = try stream()
        let context = Context(session: shell.session, socket: shell.session.sockets.current)
        let names = OptionName().complete("", context).map(\.text)
        #expect(names.contains("nodelay") && names.contains("tcp") && !names.contains("v6only"))
        #expect(OptionName().complete("SO_", context).map(\.text).contains("SO_REUSEADDR"))
        var behindLevel = context
        behindLevel.words = [Word(.text("tcp"), Span(0, 3))]
        behindLevel.position = 1
        let ofLevel = OptionName().complete("", behindLevel).map(\.text)
        #expect(ofLevel.contains("nodelay") && !ofLevel.contains("tcp") && !ofLevel.contains("reuseaddr"))
    }
}
