import Testing

@testable import Sockets

@Suite("SocketOption: words to bytes and back")
struct SocketOptionEncodeTests {
    /// Words for every writable option, by its kind.
    private func samples(_ kind: SocketOption.Kind) -> [[String]] {
        switch kind {
        case .boolean: [["on"], ["off"]]
        case .integer: [["0"], ["-1"], ["2147483647"], ["-2147483648"]]
        case .unsigned: [["0"], ["4294967295"]]
        case .unsigned64: [["0"], ["9223372036854775807"], ["18446744073709551615"]]
        case .choice(let choices): [[choices.all[0].name], ["77"]]
        case .flags(let choices): [["0"], [choices.all[0].name], [choices.all[0].name + "|" + choices.all[1].name]]
        case .time: [["0"], ["2"], ["2.5"], ["0.000001"], ["0.05"], ["2147483647"]]
        case .linger: [["off"], ["on", "0"], ["on", "5"], ["off", "5"]]
        case .text: [[""], ["lo"], ["cubic"]]
        case .bytes, .congestionInfo, .untyped: [["0x"], ["0x00ff10"]]
        case .groups: [["1", "2"]]
        case .interface, .interfaceNetworkOrder: [["0"], [loopback], ["4000000000"]]
        case .multicastInterface: [["127.0.0.1"], [loopback]]
        case .membership:
            [["239.1.1.1", "127.0.0.1"], ["239.1.1.1", loopback], ["239.1.1.1", "127.0.0.1", loopback]]
        case .sourceMembership: [["232.1.1.1", "127.0.0.1", "127.0.0.2"]]
        case .sourceFilter: [["232.1.1.1", "127.0.0.1", "include", "127.0.0.2", "127.0.0.3"], filterOfNone]
        case .membership6: [["ff02::1"], ["ff02::1", loopback]]
        case .groupRequest: [["239.1.1.1"], ["239.1.1.1", loopback], ["ff02::1", loopback]]
        case .groupSourceRequest: [["232.1.1.1", loopback, "127.0.0.2"], ["ff32::1", loopback, "::1"]]
        case .structure(let layout): [[layout.members[0].name + "=" + zero(layout.members[0].form)]]
        case .error, .pointer, .socketAddress: []
        }
    }

    private var filterOfNone: [String] { ["232.1.1.1", "0.0.0.0", "exclude"] }
    private var loopback: String { Interface.all()?.first { $0.name.hasPrefix("lo") }?.name ?? "lo" }

    private func zero(_ form: StructureLayout.Form) -> String {
        switch form {
        case .ipv4: "127.0.0.1"
        case .ipv6: "::1"
        case .bytes(let size), .address(let size): Words.hexadecimal(of: [UInt8](repeating: 0, count: size))
        default: "0"
        }
    }

    @Test("what decode prints is what encode took, for every writable option")
    func roundTrip() throws {
        for option in SocketOption.all where option.access.isWritable {
            for words in samples(option.kind) {
                let bytes = try option.encode(words)
                let value = option.decode(bytes)
                if case .structure = option.kind {
                    #expect(value.words.first == words.first, "\(option.name)")
                } else {
                    #expect(value.words == words, "\(option.name)")
                }
                #expect(try option.encode(value.words) == bytes, "\(option.name) \(words)")
            }
        }
    }

    private func option(_ name: String) throws -> SocketOption { try #require(SocketOption.find(name, level: nil)) }

    @Test(
        "other spellings of the same value",
        arguments: [
            ("SO_REUSEADDR", ["true"], "on"), ("SO_REUSEADDR", ["0"], "off"), ("SO_REUSEADDR", ["YES"], "on"),
            ("SO_RCVTIMEO", ["2.5s"], "2.5"), ("SO_RCVTIMEO", ["500ms"], "0.5"), ("SO_RCVTIMEO", ["20us"], "0.00002"),
            ("SO_RCVTIMEO", [".5"], "0.5"), ("SO_LINGER", ["1", "5"], "on 5"), ("SO_LINGER", ["0"], "off"),
            ("SO_RCVBUF", ["0x10"], "16"), ("IP_MULTICAST_IF", ["0.0.0.0"], "0.0.0.0"),
            ("IP_ADD_MEMBERSHIP", ["239.1.1.1"], "239.1.1.1 0.0.0.0"),
        ]
    )
    func spellings(name: String, words: [String], printed: String) throws {
        let option = try option(name)
        #expect(option.decode(try option.encode(words)).description == printed)
    }

    @Test(
        "what only the kernel can judge, and 0x as bytes whatever the kind",
        arguments: [
            ("SO_REUSEADDR", ["2"], "02000000"), ("SO_RCVBUF", ["2147483648"], "00000080"),
            ("SO_RCVBUF", ["-1"], "ffffffff"), ("SO_RCVBUF", ["0x00200000"], "00200000"),
            ("SO_RCVBUF", ["0x2000"], "00200000"), ("SO_RCVBUF", ["0x0020000001"], "0020000001"),
            ("SO_RCVTIMEO", ["-1"], "ffffffffffffffff0000000000000000"),
            ("SO_RCVTIMEO", ["-0.25"], "ffffffffffffffffb0710b0000000000"), ("SO_RCVTIMEO", ["0x0102"], "0102"),
            ("SO_LINGER", ["0x01000000"], "01000000"), ("SO_LINGER", ["2", "-1"], "02000000ffffffff"),
            ("IP_ADD_MEMBERSHIP", ["0xef0101017f000001"], "ef0101017f000001"),
            ("IPV6_JOIN_GROUP", ["0xff02"], "ff02"), ("IP_MULTICAST_IF", ["0x7f000001"], "7f000001"),
            ("MCAST_JOIN_GROUP", ["0x00"], "00"), ("IP_MULTICAST_IF", ["0x"], ""),
        ]
    )
    func leftToTheKernel(name: String, words: [String], bytes: String) throws {
        #expect(Words.hexadecimal(of: try option(name).encode(words)) == "0x" + bytes)
    }

    @Test(
        "words that have no bytes",
        arguments: [
            ("SO_REUSEADDR", ["maybe"], OptionError.notOnOff("maybe")),
            ("SO_REUSEADDR", [], .wrongWordCount(expected: "on|off", given: 0)),
            ("SO_REUSEADDR", ["on", "on"], .wrongWordCount(expected: "on|off", given: 2)),
            ("SO_LINGER", ["on"], .lingerWithoutSeconds),
            ("SO_LINGER", ["on", "x"], .notANumber("x")),
            ("SO_LINGER", ["on", "5", "5"], .wrongWordCount(expected: "on|off [SECONDS]", given: 3)),
            ("SO_RCVBUF", ["many"], .notANumber("many")), ("SO_RCVBUF", [""], .notANumber("")),
            ("SO_RCVBUF", ["4294967296"], .outOfRange("4294967296", Int(Int32.min)...Int(UInt32.max))),
            (
                "SO_RCVBUF", ["99999999999999999999"],
                .outOfRange("99999999999999999999", Int(Int32.min)...Int(UInt32.max))
            ),
            ("SO_RCVBUF", ["-"], .notANumber("-")), ("SO_RCVBUF", ["0x"], .notANumber("0x")),
            ("SO_RCVTIMEO", ["nan"], .notATime("nan")), ("SO_RCVTIMEO", ["inf"], .notATime("inf")),
            ("SO_RCVTIMEO", ["--1"], .notATime("--1")), ("SO_RCVTIMEO", ["1e9"], .notATime("1e9")),
            ("SO_RCVTIMEO", ["s"], .notATime("s")), ("SO_RCVTIMEO", ["."], .notATime(".")),
            ("SO_RCVTIMEO", ["1.2.3"], .notATime("1.2.3")),
            (
                "SO_RCVTIMEO", ["99999999999999999999"],
                .outOfRange("99999999999999999999", -9_000_000_000...9_000_000_000)
            ),
            ("IP_ADD_MEMBERSHIP", ["::1"], .notAnAddress("::1")),
            ("IP_ADD_MEMBERSHIP", ["239.1.1.1", "nosuch0"], .unknownInterface("nosuch0")),
            ("IPV6_JOIN_GROUP", ["ff02::1%nosuch0"], .unknownInterface("nosuch0")),
            ("SO_ERROR", ["never"], .readOnly("SO_ERROR")),
        ] as [(String, [String], OptionError)]
    )
    func refused(name: String, words: [String], error: OptionError) throws {
        let option = try option(name)
        #expect(throws: error) { try option.encode(words) }
        #expect(!error.description.isEmpty)
    }

    #if os(Linux)
        @Test(
            "words that have no bytes, of options that only Linux has",
            arguments: [
                ("SO_BINDTODEVICE", ["l\0"], OptionError.holdsNul("l\0")),
                ("IP_XFRM_POLICY", ["0x1"], .notHexadecimal("0x1")), ("IP_XFRM_POLICY", ["12"], .notHexadecimal("12")),
                ("IP_XFRM_POLICY", ["0x+1"], .notHexadecimal("0x+1")),
                (
                    "IP_ADD_SOURCE_MEMBERSHIP", ["232.1.1.1"],
                    .wrongWordCount(expected: "GROUP INTERFACE SOURCE", given: 1)
                ),
                ("MCAST_JOIN_GROUP", ["nowhere"], .notAnAddress("nowhere")),
                ("SO_ATTACH_FILTER", ["0x00"], .holdsPointer("SO_ATTACH_FILTER")),
                ("SO_TXTIME", ["clock=1"], .unknownField("clock", ["clockid", "flags"])),
                ("SO_TXTIME", ["1", "2", "3"], .wrongWordCount(expected: "clockid flags", given: 3)),
            ] as [(String, [String], OptionError)]
        )
        func refusedOnLinux(name: String, words: [String], error: OptionError) throws {
            let option = try option(name)
            #expect(throws: error) { try option.encode(words) }
        }

        @Test("names of a choice, long, short and as a number, and an unknown one")
        func choice() throws {
            let option = try option("IP_MTU_DISCOVER")
            for word in ["IP_PMTUDISC_DO", "do", "2"] { #expect(try option.encode([word]) == [2, 0, 0, 0]) }
            #expect(option.valueHint.hasPrefix("IP_PMTUDISC_DONT|IP_PMTUDISC_WANT"))
            #expect(throws: OptionError.self) { try option.encode(["dunno"]) }
        }

        @Test("bytes are laid out as C lays them out")
        func layouts() throws {
            let index = try #require(Interface.index(ofName: "lo"))
            #expect(try option("SO_LINGER").encode(["on", "5"]) == [1, 0, 0, 0, 5, 0, 0, 0])
            #expect(try option("SO_RCVTIMEO").encode(["2.5"]) == native(2) + native(500_000))
            #expect(
                try option("IP_ADD_MEMBERSHIP").encode(["239.1.1.1", "127.0.0.1"]) == [239, 1, 1, 1, 127, 0, 0, 1]
            )
            #expect(
                try option("IP_ADD_MEMBERSHIP").encode(["239.1.1.1", "lo"]) == [239, 1, 1, 1, 0, 0, 0, 0]
                    + native(index)
            )
            #expect(
                try option("IP_ADD_SOURCE_MEMBERSHIP").encode(["232.1.1.1", "lo", "127.0.0.2"])
                    == [232, 1, 1, 1, 127, 0, 0, 1, 127, 0, 0, 2]
            )
            #expect(try option("MCAST_JOIN_GROUP").encode(["239.1.1.1", "lo"]).count == MemoryLayout<group_req>.size)
            #expect(
                try option("MCAST_JOIN_SOURCE_GROUP").encode(["232.1.1.1", "lo", "127.0.0.2"]).count
                    == MemoryLayout<group_source_req>.size
            )
            #expect(
                try option("IP_LOCAL_PORT_RANGE").encode(["low=1024", "high=2048"])
                    == native(2048 << 16 | 1024 as UInt32)
            )
        }
    #endif

    @Test("no words crash encode")
    func hostileWords() {
        let hostile = [
            "", " ", "0", "-1", "on", "nan", "inf", "-0", "0x", "0xzz", "1e400", "9223372036854775808",
            "-9223372036854775809", "99999999999999999999999999", "\u{0}", "ÿ", "=", "a=b", "|", "||", "%", "ff02::1%",
            "%lo", "255.255.255.255", "::", "\u{1F600}", String(repeating: "9", count: 5000),
            "0x" + String(repeating: "f", count: 9000),
        ]
        for option in SocketOption.all {
            for word in hostile {
                for words in [[word], [word, word], [word, word, word], Array(repeating: word, count: 100)] {
                    if let bytes = try? option.encode(words) { _ = option.decode(bytes).description }
                }
            }
            _ = try? option.encode([])
        }
    }
}
