import Journal
import Language
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct EvaluationTests {
    let shell = TestShell()

    /// The value of an expression.
    private func value(_ text: String) throws -> Value {
        try shell.reply("value_of_it = " + text)
        return try #require(shell.session.locked { shell.session.variables["value_of_it"] })
    }

    @Test func variables() throws {
        try shell.reply("a = 5", "b = \"x y\"", "c = $a", "d = 0x4142")
        #expect(try value("$a") == .integer(5) && value("$c") == .integer(5))
        #expect(try value("$b") == .bytes(Array("x y".utf8)))
        #expect(try value("$d") == .bytes([0x41, 0x42]))
    }

    @Test(
        arguments: [
            ("5", .integer(5)), ("-5", .integer(-5)), ("0.5", .real(0.5)), ("1e3", .real(1000)),
            ("0x48656c6c6f", .bytes(Array("Hello".utf8))),
            ("0X00ff", .bytes([0, 255])), ("0x1", .text("0x1")), ("0x1p3", .text("0x1p3")), ("\"5\"", .bytes([53])),
            ("5x", .text("5x")),
            ("9223372036854775808", .real(9223372036854775808)), ("1e999", .text("1e999")), ("@f", .file([102])),
            ("@\"f g\"", .file(Array("f g".utf8))),
            ("\"\"", .bytes([])),
        ] as [(String, Value)]
    )
    func literals(_ text: String, _ expected: Value) throws { #expect(try value(text) == expected) }

    @Test func partsAreJoinedAsData() throws {
        try shell.reply("n = 80", "t = \"a\"")
        #expect(try value(#""p="$n"#) == .bytes(Array("p=80".utf8)))
        #expect(try value(#"$t"-"$n"\r\n""#) == .bytes(Array("a-80\r\n".utf8)))
    }

    @Test func addressesAreNoData() throws {
        try shell.reply("s = socket inet dgram", "bind 127.0.0.1 0", "a = getsockname")
        #expect(try shell.fails("x = \"to \"$a") == ["UnsuitableValue", "\"to \"$a"])
    }

    @Test func fieldsOfASocket() throws {
        try shell.reply("s = socket inet stream", "bind 127.0.0.1 0", "listen")
        #expect(try value("$s") == .socket("s"))
        let port = try #require(shell.session.locked { shell.session.sockets["s"].flatMap { $0.record["port"] } })
        #expect(try value("$s.port") == port && port != .integer(0))
        #expect(try value("$s.local.port") == port && value("$s.local.host") == .text("127.0.0.1"))
        #expect(try value("$s.state") == .text("LISTEN") && value("$s.timeout") == .none)
        #expect(try shell.fails("$s.prt") == ["UnknownVariable", "$s.prt"])
        #expect(try shell.fails("$s.port.x") == ["UnknownVariable", "$s.port.x"])
        try shell.reply("s.close")
        #expect(try shell.fails("$s.port") == ["NoSuchSocket", "$s.port"])
        #expect(try shell.fails("$s") == ["NoSuchSocket", "$s"])
    }

    @Test func anotherNameForASocket() throws {
        try shell.reply("s = socket inet stream", "t = $s", "t.bind 127.0.0.1 0", "$t.port == $s.port")
        #expect(shell.shown.last == "yes")
        try shell.reply("s.close")
        #expect(try shell.fails("$t.port") == ["NoSuchSocket", "$t.port"])
        #expect(try shell.fails("t.getsockname").first == "NoSuchSocket")
    }

    @Test func theLastReplyAndError() throws {
        #expect(try value("$reply") == .none && value("$error") == .none)
        try shell.reply("socketpair", "s1.send hello")
        #expect(try value("$reply") == .integer(5))
        _ = try shell.failure("s1.connect @nobody-listens-here-at-all")
        #expect(
            try value("$error.class") == .text("ConnectionRefused") && value("$error.name") == .text("ECONNREFUSED")
        )
        #expect(try value("$error.call") == .text("connect"))
        _ = try shell.failure("nothing")
        #expect(try value("$error.class") == .text("UnknownCommand"))
        #expect(try shell.fails("$error.errno") == ["UnknownVariable", "$error.errno"])
    }

    @Test func scriptArguments() throws {
        shell.session.locked { shell.session.scriptArguments = ["me.ns", "@file", "-x", "5"].map { .text($0) } }
        #expect(
            try value("$0") == .text("me.ns") && value("$1") == .text("@file")
                && value("$arguments.count") == .integer(3)
        )
        #expect(try value("$3 + 1") == .integer(6))
        #expect(try shell.fails("$4") == ["UnknownVariable", "$4"])
        #expect(try shell.fails("$99999999999999999999") == ["UnknownVariable", "$99999999999999999999"])
        // An argument is data, whatever it looks like.
        try shell.reply("socketpair", "s1.send $1", "s1.send $2")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("@file-x".utf8)))
    }

    @Test func listsAndBytes() throws {
        shell.session.locked { shell.session.variables["l"] = .list([.integer(7), .text("x")]) }
        try shell.reply("b = \"abc\"")
        #expect(try value("$l.0") == .integer(7) && value("$l.1") == .text("x") && value("$l.count") == .integer(2))
        #expect(try value("$b.count") == .integer(3))
        for text in ["$l.2", "$l.x", "$b.0", "$l.99999999999999999999", "$b.count.x"] {
            #expect(try shell.fails(text) == ["UnknownVariable", text])
        }
    }

    @Test func listsAndAddressesSpread() throws {
        shell.session.locked { shell.session.variables["l"] = .list([.text("inet"), .text("stream")]) }
        try shell.reply(
            "s = socket $l",
            "bind 127.0.0.1 0",
            "listen",
            "a = getsockname",
            "c = socket inet stream",
            "c.connect $a"
        )
        #expect(try value("$c.state") == .text("ESTABLISHED"))
        try shell.reply(
            "c.close",
            "s.close",
            "u = socket inet dgram",
            "u.bind 127.0.0.1 0",
            "u.sendto x $u.local",
            "g = u.recvfrom 10"
        )
        try shell.reply("u.sendto y $g.address")
        #expect(try shell.reply("u.recv 10") == .bytes([UInt8(ascii: "y")]))
    }

    /// What a peer chose is never a flag or a file's name.
    @Test func partsOfValuesAreData() throws {
        let hostile = Value.record(Record(.address, [Record.Field("path", .text("-to"))]))
        shell.session.locked {
            shell.session.variables["a"] = hostile
            shell.session.variables["l"] = .list([.text("@/etc/hostname")])
        }
        try shell.reply("socketpair", "s1.send $l")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("@/etc/hostname".utf8)))
        #expect(try shell.failure("s2.recv $a").className == "UnsuitableValue")
    }

    @Test func unknownNamesHaveNeighbours() throws {
        try shell.reply("port = 80")
        let failure = try shell.failure("print $prot")
        guard case .unknownVariable("prot", let near) = failure.reason else { throw failure }
        #expect(near == ["port"] && failure.span == Span(6, 11))
    }
}
