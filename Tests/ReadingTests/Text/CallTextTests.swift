import Journal
import Language
import Sockets
import SystemPackage
import Testing

@testable import Reading

@Suite struct CallTextTests {
    private static let loopback = SocketAddress.inet(.loopback, port: 80)

    private func text(
        _ name: String,
        _ arguments: [Argument],
        result: Int = 0,
        error: CallError? = nil,
        outputs: [Argument] = [],
        isInjected: Bool = false
    ) -> String {
        CallText(
            Call(
                CallTitle(name),
                arguments: arguments,
                result: result,
                error: error,
                outputs: outputs,
                start: 0,
                duration: 0,
                isInjected: isInjected
            )
        ).text
    }

    @Test func namesTheFileBehindItsDescriptor() {
        let arguments = [
            Argument("out_fd", .descriptor(3)), Argument("in_fd", .descriptor(4)),
            Argument("in_file", .text("/tmp/a\u{1b}b")), Argument("offset", .integer(0)),
            Argument("count", .integer(5)),
        ]
        let written = text("sendfile", arguments, result: 5, outputs: [Argument("offset", .integer(5))])
        #expect(written == #"sendfile(3, 4</tmp/a\x1bb>, [0] => [5], 5) = 5"#)
    }

    @Test func writesConnectAsStraceDoes() {
        let arguments = [
            Argument("sockfd", .descriptor(3)), Argument("addr", .address(Self.loopback)),
            Argument("addrlen", .integer(16)),
        ]
        let call = #"connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16)"#
        #expect(text("connect", arguments) == call + " = 0")
        let refused = text("connect", arguments, result: -1, error: .errno(.connectionRefused))
        #expect(refused == call + " = -1 ECONNREFUSED (connection refused)")
        let injected = text("connect", arguments, result: -1, error: .errno(.noMemory), isInjected: true)
        #expect(injected.hasSuffix(" [injected]"))
    }

    @Test(arguments: [
        (
            SocketAddress.inet6(.loopback, port: 1, flowInfo: 2, scope: 0),
            #"{sa_family=AF_INET6, sin6_port=htons(1), sin6_flowinfo=htonl(2), "#
                + #"inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}"#
        ), (.unix(.path(Array("/tmp/s".utf8))), #"{sa_family=AF_UNIX, sun_path="/tmp/s"}"#),
        (.unix(.abstract(Array("a".utf8))), #"{sa_family=AF_UNIX, sun_path=@"a"}"#),
        (.unix(.unnamed), "{sa_family=AF_UNIX}"), (.unspecified, "{sa_family=AF_UNSPEC}"),
        (.netlink(port: 7, groups: 16), "{sa_family=AF_NETLINK, nl_pid=7, nl_groups=0x10}"),
        (.vsock(context: 2, port: 9), "{sa_family=AF_VSOCK, svm_cid=VMADDR_CID_HOST, svm_port=9}"),
        (
            .packet(LinkAddress(interface: 0, etherType: 3, hardware: 772, address: [1, 255])),
            "{sa_family=AF_PACKET, sll_protocol=htons(ETH_P_ALL), sll_ifindex=0, sll_hatype=ARPHRD_LOOPBACK, "
                + "sll_pkttype=PACKET_HOST, sll_halen=2, sll_addr=[0x1, 0xff]}"
        ),
    ])
    func writesAddressesOfEveryFamily(address: SocketAddress, expected: String) {
        #expect(CText.address(address) == expected)
    }

    @Test func aLengthThatTheCallChangesStandsWithBoth() {
        let arguments = [
            Argument("sockfd", .descriptor(3)), Argument("addr", .room(128)), Argument("addrlen", .integer(128)),
        ]
        let outputs = [Argument("addr", .address(Self.loopback)), Argument("addrlen", .integer(16))]
        let accepted = text("accept", arguments, result: 5, outputs: outputs)
        #expect(accepted.hasSuffix("[128 => 16]) = 5 (a new descriptor)"))
        let failed = text("accept", arguments, result: -1, error: .errno(.wouldBlock))
        #expect(failed.hasPrefix("accept(3, &addr, [128]) = -1 EAGAIN ("))
    }

    @Test func writesOptionsByTheirStructures() {
        func option(_ value: OptionValue, _ raw: [UInt8] = []) -> String { CText.option(value, raw: raw) }
        #expect(option(.boolean(true), [1, 0, 0, 0]) == "[1]")
        #expect(option(.boolean(true), [4, 0, 0, 0]) == "[4]")
        #expect(option(.linger(on: true, seconds: 5)) == "{l_onoff=1, l_linger=5}")
        #expect(option(.seconds(2.5)) == "{tv_sec=2, tv_usec=500000}")
        #expect(option(.choice("SOCK_STREAM", 1)) == "[SOCK_STREAM]")
        #expect(option(.text("lo")) == #""lo""#)
        let group: [UInt8] = [224, 0, 0, 5, 127, 0, 0, 1]
        #expect(
            CText.option(.list(["224.0.0.5", "127.0.0.1"]), raw: group, name: "IP_ADD_MEMBERSHIP")
                == #"{imr_multiaddr=inet_addr("224.0.0.5"), imr_interface=inet_addr("127.0.0.1")}"#
        )
        #expect(CText.option(.list(["1", "2"]), raw: [1, 0, 0, 0, 2, 0, 0, 0], name: "SO_PEERGROUPS") == "[1, 2]")
        let fields = (0..<40).map { OptionValue.Field(name: "f\($0)", value: .integer($0), about: "") }
        let structure = option(.structure(fields))
        #expect(structure.hasPrefix("{f1=1, f2=2, ") && structure.hasSuffix("... /* 40 fields */}"))
    }

    @Test func writesPollAndPairs() {
        let entries = [PollEntry(descriptor: 4, events: .readable), PollEntry(descriptor: 5, events: .writable)]
        let told = [entries[0], PollEntry(descriptor: 5, events: .writable, returned: .writable)]
        let arguments = [
            Argument("fds", .poll(entries)), Argument("nfds", .integer(2)), Argument("timeout", .integer(-1)),
        ]
        #expect(
            text("poll", arguments, result: 1, outputs: [Argument("fds", .poll(told))])
                == "poll([{fd=4, events=POLLIN}, {fd=5, events=POLLOUT}], 2, -1) = 1 ([{fd=5, revents=POLLOUT}])"
        )
        let pair = Argument("sv", .list([.descriptor(3), .descriptor(4)]))
        #expect(
            text("socketpair", [Argument("domain", .constant("AF_UNIX", 1))], outputs: [pair])
                == "socketpair(AF_UNIX, [3, 4]) = 0"
        )
    }

    @Test func writesNamesAndMessages() {
        let name = [Argument("name", .text("http")), Argument("proto", .text("tcp"))]
        let port = [Argument("s_port", .integer(80))]
        #expect(text("getservbyname", name, outputs: port) == #"getservbyname("http", "tcp") = {s_port=htons(80)}"#)
        let missing = text("getservbyname", name, result: -1, error: .name(.notFound(.system)))
        #expect(missing.hasPrefix(#"getservbyname("http", "tcp") = NULL (no such entry"#))
        let hints = [
            Argument("node", .text("x")), Argument("service", .null), Argument("ai_family", .constant("AF_INET", 2)),
            Argument("ai_flags", .constant("0", 0)),
        ]
        #expect(
            text("getaddrinfo", hints, result: -2, error: .name(.resolver(.noName)))
                == #"getaddrinfo("x", NULL, {ai_family=AF_INET, ai_flags=0}, &res) = -2 EAI_NONAME "#
                + "(no such host or service)"
        )
        #expect(
            CText.ancillary([.rights([4, 5]), .credentials(pid: 1, uid: 2, gid: 3)])
                == "[{cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[4, 5]}, "
                + "{cmsg_level=SOL_SOCKET, cmsg_type=SCM_CREDENTIALS, cmsg_data={pid=1, uid=2, gid=3}}]"
        )
    }

    @Test func aMessageIsOneStructure() {
        let arguments = [
            Argument("sockfd", .descriptor(3)), Argument("msg_name", .room(128)),
            Argument("msg_iov", .list([.room(10)])), Argument("msg_control", .room(64)),
            Argument("flags", .constant("0", 0)),
        ]
        let outputs = [
            Argument("msg_name", .null), Argument("msg_iov", .list([.data(Clip(Array("hi".utf8)))])),
            Argument("msg_control", .ancillary([])), Argument("msg_flags", .constant("MSG_TRUNC", 32)),
        ]
        #expect(
            text("recvmsg", arguments, result: 2, outputs: outputs)
                == #"recvmsg(3, {msg_name=NULL, msg_iov=[{iov_base="hi", iov_len=10}], msg_control=[], "#
                + "msg_flags=MSG_TRUNC}, 0) = 2"
        )
    }

    @Test func anUnknownCallIsWrittenFromItsArguments() {
        #expect(text("frobnicate", [Argument("x", .integer(1)), Argument("y", .null)]) == "frobnicate(1, NULL) = 0")
        let outputs = [Argument("z", .text("a"))]
        #expect(text("frobnicate", [], result: 7, outputs: outputs) == #"frobnicate() = 7 ({z="a"})"#)
    }

    @Test func longDataIsClippedWithItsLength() {
        let literal = CText.literal([UInt8](repeating: 0x61, count: 33))
        #expect(literal == "\"" + String(repeating: "a", count: 32) + "\"... /* 33 bytes */")
        #expect(CText.literal([UInt8](repeating: 0x61, count: 32)).hasSuffix("a\""))
        #expect(CText.literal([0x61], count: 1000) == #""a"... /* 1000 bytes */"#)
    }

    @Test(
        arguments: [
            ([0x1b, 0x5b], #""\33[""#), ([0, 0x31], #""\0001""#), ([0, 0x41], #""\0A""#), ([0x22, 0x5c], #""\"\\""#),
            ([0x0d, 0x0a, 0x09], #""\r\n\t""#), ([0xff, 0xc3], #""\377\303""#), (Array("é".utf8), #""é""#),
            (Array("\u{202e}".utf8), #""\342\200\256""#), (Array("\u{9b}".utf8), #""\302\233""#), ([0x7f], #""\177""#),
        ] as [([UInt8], String)]
    )
    func hostileBytesAreEscaped(bytes: [UInt8], expected: String) { #expect(CText.literal(bytes) == expected) }

    @Test func nothingHostileReachesTheTerminal() {
        let nasty = "\u{1b}[2J\u{7}\n\r\u{202e}\u{9b}\0"
        let bytes = Array(nasty.utf8) + [0xff, 0x9b]
        let contents: [Argument.Content] = [
            .data(Clip(bytes)), .text(nasty), .address(.unix(.path(bytes))), .address(.unix(.abstract(bytes))),
            .constant(nasty, 1), .option(.text(nasty), raw: bytes), .option(.bytes(bytes), raw: bytes),
            .option(.list([nasty]), raw: []), .option(.choice(nasty, 1), raw: []), .list([.text(nasty)]),
            .ancillary([.other(level: 1, type: 99, bytes)]), .address(.other(AddressFamily(rawValue: 99), bytes)),
        ]
        for content in contents {
            let text = text(nasty, [Argument(nasty, content)], outputs: [Argument("o" + nasty, content)])
            #expect(text.unicodeScalars.allSatisfy(Quoting.isVisible), "\(text.debugDescription)")
        }
    }
}
