import Journal
import Language
import Shell
import Sockets
import Testing

@Suite(.timeLimit(.minutes(5))) struct NamesTests {
    @Test(arguments: [
        ("gethostbyname 127.0.0.1", Value.text("127.0.0.1")), ("getservbyname http tcp", .integer(80)),
        ("getservbyname domain udp", .integer(53)), ("getservbyport 25 tcp", .text("smtp")),
        ("getprotobyname udp", .integer(17)), ("getprotobynumber 6", .text("tcp")),
        ("inet_pton inet 1.2.3.4", .bytes([1, 2, 3, 4])), ("inet_ntop inet 0x01020304", .text("1.2.3.4")),
        ("inet_pton inet6 ::1", .bytes([UInt8](repeating: 0, count: 15) + [1])),
        ("inet_aton 0x7f000001", .bytes([127, 0, 0, 1])), ("inet_ntoa 0xffffffff", .text("255.255.255.255")),
        ("htons 0x1234", .integer(Int(UInt16(0x1234).bigEndian))),
        ("ntohs 0x1234", .integer(Int(UInt16(0x1234).bigEndian))),
        ("htonl 1", .integer(Int(UInt32(1).bigEndian))), ("ntohl 1", .integer(Int(UInt32(1).bigEndian))),
        ("if_nametoindex lo", .integer(1)), ("if_indextoname 1", .text("lo")),
    ])
    func theReplyIsTyped(_ line: String, _ value: Value) throws {
        let shell = TestSession()
        try #expect(shell.reply(line) == value)
        let call = try shell.lastCall()
        #expect(line.hasPrefix(call.name))
    }

    @Test(arguments: [
        ("gethostbyname 1.2.3.4.5", "HOST_NOT_FOUND"),
        ("getaddrinfo 127.0.0.1 no-such-service", "EAI_SERVICE"), ("getaddrinfo \"\"", "EAI_NONAME"),
        ("getaddrinfo localhost -flags numerichost", "EAI_NONAME"),
        ("getaddrinfo 127.0.0.1 -family 99", "EAI_FAMILY"), ("getaddrinfo 127.0.0.1 -type 99", "EAI_SOCKTYPE"),
        ("getaddrinfo \"\" 80 -flags canonname", "EAI_BADFLAGS"), ("getaddrinfo ::1 -family inet", "EAI_ADDRFAMILY"),
        ("inet_pton unix x", "EAFNOSUPPORT"), ("inet_ntop unix 0x00", "EAFNOSUPPORT"),
        ("inet_ntop inet 0x00", "EINVAL"),
        ("if_nametoindex no-such-if", "ENODEV"), ("if_indextoname 4294967295", "ENXIO"), ("if_indextoname 0", "ENXIO"),
    ])
    func theLibraryHasTheLastWord(_ line: String, _ name: String) throws {
        // No name server is queried: the names are numeric, or the flags and hints do not go together.
        try #expect(TestSession().errno(line) == name)
    }

    @Test(arguments: [
        ("getservbyname no-such-service", "NotFound"), ("getservbyport 64999", "NotFound"),
        ("getservbyname http icmp", "NotFound"),
        ("getprotobyname no-such", "NotFound"), ("getprotobynumber 2147483647", "NotFound"),
        ("gethostbyname 1.2.3.4.5", "gaierror"),
    ])
    func whatIsNotThereIsSaidSo(_ line: String, _ className: String) throws {
        try #expect(TestSession().failure(line).className == className)
    }

    @Test(arguments: [
        ("gethostbyname", "WrongArguments"), ("gethostbyname a b", "WrongArguments"),
        ("gethostbyname \"a\\0b\"", "UnsuitableValue"),
        ("getaddrinfo", "WrongArguments"), ("getaddrinfo a b c", "WrongArguments"),
        ("getaddrinfo a -family nope", "UnsuitableValue"),
        ("getaddrinfo a -flags nope", "UnsuitableValue"), ("getaddrinfo a -nope", "WrongArguments"),
        ("getaddrinfo a -flags", "WrongArguments"), ("getnameinfo localhost 80", "UnsuitableValue"),
        ("getnameinfo 127.0.0.1 65536", "UnsuitableValue"), ("getnameinfo 127.0.0.1 -1", "UnsuitableValue"),
        ("getservbyport 99999", "UnsuitableValue"), ("getservbyport http", "UnsuitableValue"),
        ("getprotobynumber -1", "UnsuitableValue"), ("htons 65536", "UnsuitableValue"), ("htons -1", "UnsuitableValue"),
        ("htonl 4294967296", "UnsuitableValue"), ("inet_ntoa 0x01", "UnsuitableValue"),
        ("inet_pton inet 1.2.3", "UnsuitableValue"), ("inet_aton x", "UnsuitableValue"),
        ("if_indextoname -1", "UnsuitableValue"),
        ("if_nametoindex \"l\\0o\"", "UnsuitableValue"), ("getprotobyname fill:2000", "NotFound"),
    ])
    func hostileInputIsRefused(_ line: String, _ className: String) throws {
        try #expect(TestSession().failure(line).className == className)
    }

    @Test func aNameThatIsTooLongIsRefused() throws {
        let name = String(repeating: "x", count: 5000)
        try #expect(TestSession().failure("gethostbyname \(name)").className == "UnsuitableValue")
        try #expect(TestSession().failure("getservbyname \(name)").className == "UnsuitableValue")
    }

    @Test func theFullNameIsFoundStepByStep() throws {
        let shell = TestSession()
        // Injected, so that no name server is queried, here and below.
        try shell.type("inject getaddrinfo EAI_NONAME")
        try #expect(shell.calls("getfqdn").map(\.name) == ["gethostname", "getaddrinfo"])
        try #expect(shell.calls("getfqdn localhost").map(\.name) == ["getaddrinfo", "gethostbyaddr"])
        try #expect(shell.calls("getfqdn 127.0.0.1").map(\.name) == ["gethostbyaddr"])
        try shell.type("inject getaddrinfo EAI_NONAME")
        try #expect(shell.reply("getfqdn no-such-host.invalid") == .text("no-such-host.invalid"))
    }

    @Test func addressesAreRecords() throws {
        let shell = TestSession()
        try #expect(
            shell.reply("getaddrinfo 127.0.0.1 80 -type stream -flags canonname")
                == .list([
                    .record(
                        Record(
                            .row,
                            [
                                Record.Field("family", .text("AF_INET")), Record.Field("type", .text("SOCK_STREAM")),
                                Record.Field("protocol", .text("IPPROTO_TCP")),
                                Record.Field("name", .text("127.0.0.1")),
                                Record.Field("address", .address(.inet(.loopback, port: 80))),
                            ]
                        )
                    )
                ])
        )
        try #expect(shell.reply("getnameinfo ::1 80 -flags numerichost|numericserv").description == "::1 80")
        try #expect(shell.reply("getaddrinfo 127.0.0.1 -type dgram -protocol udp").description.contains("IPPROTO_UDP"))
    }

    @Test func aFaultIsReported() throws {
        let shell = TestSession()
        try shell.type("inject getaddrinfo EAI_AGAIN")
        try #expect(shell.errno("getaddrinfo localhost") == "EAI_AGAIN")
        try shell.type("inject gethostname ENOMEM")
        try #expect(shell.errno("gethostname") == "ENOMEM")
        try shell.type("inject htons ENOMEM")
        try #expect(shell.errno("htons 1") == "ENOMEM")
    }

    @Test func whereNetShellAnsweredTheReplySaysSo() throws {
        let record = try TestSession().type("getservbyname http tcp")
        let said = ["from NetShell's own table: this system has no /etc/services"]
        #expect(record.notes == (NameDatabases.system.hasServices ? [] : said))
        #expect(record.reply == .integer(80))
    }
}
