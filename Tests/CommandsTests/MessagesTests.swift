import Journal
import Language
import Shell
import Sockets
import Testing

@Suite(.timeLimit(.minutes(5))) struct MessagesTests {
    private func pair(_ type: String = "stream") throws -> TestSession {
        let shell = TestSession()
        try shell.reply("s = socketpair unix \(type)")
        try shell.reply("s.settimeout 5")
        try shell.reply("s2.settimeout 5")
        return shell
    }

    private func datagram(_ family: String, _ host: String) throws -> TestSession {
        let shell = TestSession()
        try shell.type("u = socket \(family) dgram")
        try shell.reply("bind \(host) 0")
        try shell.reply("settimeout 5")
        return shell
    }

    @Test(arguments: ["stream", "dgram", "seqpacket"]) func aSocketIsPassed(_ type: String) throws {
        let shell = try pair(type)
        try shell.reply("l = socket inet stream")
        try shell.reply("bind 127.0.0.1 0")
        try #expect(shell.reply("s.sendmsg take it -rights l,s") == .integer(6))
        try #expect(shell.reply("m = s2.recvmsg").isTrue)
        try #expect(shell.reply("$m.ancillary.0.sockets") == .list([.socket("r1"), .socket("r2")]))
        try #expect(shell.reply("$r1.port == $l.port") == .boolean(true))
        try #expect(shell.reply("$m.data") == .bytes(Array("takeit".utf8)))
        #expect(shell.session.sockets["r1"]?.family == .inet)
        #expect(shell.session.sockets["r2"]?.family == .unix)
    }

    @Test func aDescriptorThatIsNoSocketIsClosed() throws {
        let shell = try pair()
        try shell.reply("s.sendmsg x -rights 0")
        let record = try shell.type("m = s2.recvmsg")
        let close = try shell.lastCall()
        #expect(close.name == "close" && close.error == nil)
        try #expect(shell.reply("$m.ancillary.0.sockets") == .list([]))
        #expect(record.notes.count == 1)
    }

    /// Descriptors of processes (Linux 6.5) cannot be used by any command, so that they would leak.
    @Test(arguments: ["m = s2.recvmsg 10 100", "m = s2.getsockopt peerpidfd"])
    func aDescriptorOfAProcessIsClosed(line: String) throws {
        let shell = try pair()
        guard try shell.type("s2.setsockopt passpidfd on").failure == nil else { return }
        try shell.reply("s.send q")
        let record = try shell.type(line)
        let close = try shell.lastCall()
        #expect(close.name == "close" && close.error == nil)
        #expect(record.notes.count == 1 && record.notes[0].contains("\(close.descriptor ?? -1) stood for a process"))
        if line.contains("recvmsg") {
            try #expect(shell.reply("$m.ancillary.SCM_PIDFD.pidfd") == .integer(Int(close.descriptor ?? -1)))
        }
    }

    @Test func aCallWithoutRoomLeavesNoDescriptor() throws {
        let shell = try pair()
        try shell.reply("s.sendmsg x -rights s,s2")
        try #expect(shell.reply("m = s2.recvmsg 10 0").isTrue)
        try #expect(shell.reply("$m.flags") == .text("MSG_CTRUNC"))
        #expect(shell.session.sockets.count == 2)
    }

    @Test func aMessageIsFoundByItsName() throws {
        let shell = try pair()
        try shell.reply("s2.setsockopt passcred on")
        try shell.reply("s.sendmsg x -credentials -rights s")
        try shell.reply("m = s2.recvmsg")
        try #expect(shell.reply("$m.ancillary.SCM_CREDENTIALS.pid") == .integer(Int(getpid())))
        try #expect(shell.reply("$m.ancillary.SCM_CREDENTIALS.uid") == .integer(Int(getuid())))
        try #expect(shell.reply("$m.ancillary.SCM_CREDENTIALS.gid") == .integer(Int(getgid())))
        try #expect(shell.reply("$m.ancillary.SCM_RIGHTS.sockets") == .list([.socket("r1")]))
        try #expect(shell.failure("$m.ancillary.SCM_PIDFD").className == "UnknownVariable")
    }

    #if os(Linux)
        @Test func timesOfTheKernelHaveFields() throws {
            let shell = try datagram("inet", "127.0.0.1")
            let flags = "SOF_TIMESTAMPING_RX_SOFTWARE|SOF_TIMESTAMPING_SOFTWARE"
            try shell.reply("setsockopt SO_TIMESTAMPING \(flags)")
            // The kernel begins to timestamp a moment after the first socket asks for it.
            for _ in 0..<20_000 {
                try shell.reply("sendto x 127.0.0.1 $u.port")
                try shell.reply("m = recvmsg")
                if case .integer(1...) = try shell.reply("$m.ancillary.count") { break }
            }
            guard case .integer(let seconds) = try shell.reply("$m.ancillary.SCM_TIMESTAMPING.software_seconds") else {
                Issue.record("no number")
                return
            }
            #expect(seconds > 1_700_000_000)
            try #expect(shell.reply("$m.ancillary.SCM_TIMESTAMPING.hardware_seconds") == .integer(0))
        }

        @Test func theOriginalDestinationIsAnAddress() throws {
            let shell = try datagram("inet", "127.0.0.1")
            try shell.reply("setsockopt recvorigdstaddr on")
            try shell.reply("sendto x 127.0.0.1 $u.port")
            try shell.reply("m = recvmsg")
            try #expect(shell.reply("$m.ancillary.IP_ORIGDSTADDR.host") == .text("127.0.0.1"))
            try #expect(shell.reply("$m.ancillary.IP_ORIGDSTADDR.port == $u.port") == .boolean(true))
        }
    #endif

    @Test func credentialsArrive() throws {
        let shell = try pair()
        try shell.reply("s2.setsockopt passcred on")
        try shell.reply("s.sendmsg x -credentials")
        try shell.reply("m = s2.recvmsg")
        try #expect(shell.reply("$m.ancillary.0.type") == .text("SCM_CREDENTIALS"))
        try #expect(shell.reply("$m.ancillary.0.pid") == .integer(Int(getpid())))
        try #expect(shell.reply("$m.ancillary.0.uid") == .integer(Int(getuid())))
    }

    @Test(.enabled(if: geteuid() != 0, "root may claim any credentials")) func credentialsAreChecked() throws {
        try #expect(pair().errno("s.sendmsg x -credentials 1,0,0") == "EPERM")
    }

    @Test(arguments: [
        (
            "inet", "127.0.0.1", ["recvttl", "recvtos", "pktinfo"], "-ttl 9 -tos 8 -pktinfo 127.0.0.1",
            ["IP_PKTINFO", "IP_TTL", "IP_TOS"]
        ),
        (
            "inet6", "::1", ["recvhoplimit", "recvtclass", "IPV6_RECVPKTINFO"], "-hoplimit 9 -tos 8 -pktinfo ::1%lo",
            ["IPV6_PKTINFO", "IPV6_HOPLIMIT", "IPV6_TCLASS"]
        ),
    ])
    func whatWasSentBesideTheDataArrives(
        _ family: String,
        _ host: String,
        _ options: [String],
        _ flags: String,
        _ kinds: [String]
    ) throws {
        let shell = try datagram(family, host)
        for option in options { try shell.reply("setsockopt \(option) on") }
        try shell.reply("sendmsg hello -to \(host) $u.port \(flags)")
        guard case .record(let message) = try shell.reply("recvmsg"), case .list(let ancillary)? = message["ancillary"]
        else {
            Issue.record("no message")
            return
        }
        let types = ancillary.map { value -> Value? in if case .record(let row) = value { row["type"] } else { nil } }
        #expect(types == kinds.map { .text($0) })
        #expect(ancillary.map(\.description).contains { $0.hasSuffix(" 9") })
        #expect(ancillary.map(\.description).contains { $0.hasSuffix(" 8") })
    }

    @Test func timestampsArrive() throws {
        let shell = try datagram("inet", "127.0.0.1")
        for (option, kind) in [("SO_TIMESTAMP", "SCM_TIMESTAMP"), ("SO_TIMESTAMPNS", "SCM_TIMESTAMPNS")] {
            try shell.reply("setsockopt \(option) on")
            try shell.reply("sendmsg x -to 127.0.0.1 $u.port")
            try shell.reply("m = recvmsg")
            try #expect(shell.reply("$m.ancillary.0.type") == .text(kind))
            try #expect(shell.reply("$m.ancillary.0.seconds > 1700000000") == .boolean(true))
        }
    }

    @Test func aLongDatagramIsCutAndSaysSo() throws {
        let shell = try datagram("inet", "127.0.0.1")
        try shell.reply("sendmsg 0123456789 -to 127.0.0.1 $u.port")
        try shell.reply("m = recvmsg 4 0 trunc")
        try #expect(shell.reply("$m.data") == .bytes(Array("0123".utf8)))
        try #expect(shell.reply("$m.flags") == .text("MSG_TRUNC"))
        try #expect(shell.reply("$m.length") == .integer(10))
    }

    @Test func theCallIsRecordedAsItWasMade() throws {
        let shell = try pair()
        try shell.reply("s.sendmsg a bc -rights s -flags nosignal")
        let call = try shell.lastCall()
        #expect(call.arguments.map(\.name) == ["sockfd", "msg_name", "msg_iov", "msg_control", "flags"])
        #expect(call.argument("msg_iov") == .list([.data(Clip([97])), .data(Clip([98, 99]))]))
        #expect(call.argument("msg_name") == .null)
        let descriptor = try #require(shell.session.sockets["s"]?.descriptor)
        #expect(call.argument("msg_control") == .ancillary([.rights([descriptor])]))
    }

    @Test func aFileIsSentPieceByPiece() throws {
        let shell = try pair()
        let path = "/proc/self/../../etc/protocols"
        try shell.reply("n = s.sendfile \(path) 2 10")
        try #expect(shell.reply("s2.recv 100") == .bytes(Array(wholeFile(path).dropFirst(2).prefix(10))))
        try #expect(shell.reply("s.sendfile \(path) 99999999") == .integer(0))
        let call = try shell.lastCall()
        #expect(call.arguments.map(\.name) == ["out_fd", "in_fd", "in_file", "offset", "count"])
    }

    private func wholeFile(_ path: String) -> [UInt8] {
        guard let file = try? File.open(path, at: Span(0, 0)) else { return [] }
        defer { file.close() }
        return (try? file.read(1 << 16)) ?? []
    }

    @Test func theKernelHasTheLastWord() throws {
        let shell = try pair()
        try #expect(shell.errno("s.sendmsg x -rights 999999") == "EBADF")
        try #expect(shell.errno("s2.recvmsg 10 10 dontwait") == "EAGAIN")
        try shell.reply("u = socket inet dgram")
        try #expect(shell.errno("sendmsg x") == "EDESTADDRREQ")
        try #expect(shell.errno("sendmsg x -to 127.0.0.1 9 -ttl 999") == "EINVAL")
        try #expect(shell.errno("sendfile /etc/protocols") == "EDESTADDRREQ")
        try shell.reply("t = socket inet stream")
        try #expect(shell.errno("sendmsg x -flags nosignal") == "EPIPE")
        try #expect(shell.errno("recvmsg") == "ENOTCONN")
        try shell.reply("s2.close")
        try #expect(shell.errno("s.sendmsg x -flags nosignal") == "EPIPE")
        try #expect(shell.errno("s.sendfile /etc/protocols") == "EPIPE")
    }

    @Test(arguments: [
        ("s.sendmsg x -rights nobody", "NoSuchSocket"), ("s.sendmsg x -rights s,", "NoSuchSocket"),
        ("s.sendmsg x -rights s -rights s", "WrongArguments"), ("s.sendmsg x -rights", "WrongArguments"),
        ("s.sendmsg x -pktinfo nolo", "UnsuitableValue"), ("s.sendmsg x -pktinfo 127.0.0.1%nolo", "UnsuitableValue"),
        ("s.sendmsg x -ttl 99999999999", "UnsuitableValue"), ("s.sendmsg x -segment -1", "UnsuitableValue"),
        ("s.sendmsg x -flags pek", "UnsuitableValue"), ("s.sendmsg x -nope", "WrongArguments"),
        ("s.sendmsg @/no/such/file", "NoSuchFile"), ("s.recvmsg -1", "UnsuitableValue"),
        ("s.recvmsg 99999999999", "UnsuitableValue"), ("s.recvmsg 1 1 1 x", "UnsuitableValue"),
        ("s.sendfile", "WrongArguments"), ("s.sendfile /no/such/file", "NoSuchFile"),
        ("s.sendfile /etc", "IsADirectory"),
        ("s.sendfile /etc/protocols -5", "UnsuitableValue"), ("s.sendfile \"a\\0b\"", "UnsuitableValue"),
        ("s.sendmsg fill:99999999999", "UnsuitableValue"),
    ])
    func hostileInputIsRefusedWithoutACall(_ line: String, _ className: String) throws {
        let shell = try pair()
        let before = shell.session.journal.count
        try #expect(shell.failure(line).className == className)
        #expect(shell.session.journal.count == before)
    }

    @Test func aFaultIsReported() throws {
        let shell = try pair()
        for call in ["sendmsg", "recvmsg", "sendfile"] {
            try shell.type("inject \(call) ENOBUFS")
            try #expect(shell.errno("s.\(call) \(call == "recvmsg" ? "1" : "/etc/protocols")") == "ENOBUFS")
        }
    }
}
