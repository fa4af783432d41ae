import Journal
import Sockets
import Testing

@testable import Drawing
@testable import Explaining
@testable import JournalFiles
@testable import Reading

/// The calls of a log, and what was not understood.
private func read(_ text: String) throws -> (calls: [Call], summary: StraceSummary) {
    var reader = StraceLogReader()
    reader.take(Array(text.utf8)[...])
    let (journal, summary) = try reader.finish()
    return (journal.calls(from: 1), summary)
}

@Suite struct StraceLogTests {
    @Test(
        arguments: [
            "", "[pid   123] ", "123 ", "08:23:30 ", "08:23:30.517867 ", "1795422210.532044 ", "     0.000036 ",
            "123 08:23:30.517867 ", "[pid 7] 1795422210.532044 (+     0.000036) ", "08:23:30.517867 (+     0.000036) ",
        ]
    )
    func prefixes(_ prefix: String) throws {
        let (calls, summary) = try read(
            prefix + "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 3<TCP:[7]> <0.000123>\n"
        )
        #expect(summary.unknown == 0)
        #expect(calls.count == 1)
        #expect(calls.first?.result == 3)
        #expect(calls.first?.duration == 123_000)
        #expect(calls.first?.made.first?.descriptor == 3)
    }

    @Test(
        arguments: [
            (#"{sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}"#, "127.0.0.1 80"),
            (
                #"{sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}"#,
                "::1 80"
            ),
            (#"{sa_family=AF_UNIX, sun_path="/x y"}"#, "/x y"), (#"{sa_family=AF_UNIX, sun_path=@"ab"}"#, "@ab"),
            (#"{sa_family=AF_NETLINK, nl_pid=5, nl_groups=00000010}"#, "5 16"), ("{sa_family=AF_UNSPEC}", "unspec"),
        ]
    )
    func addresses(_ text: String, _ words: String) throws {
        let (calls, _) = try read("connect(3<socket:[1]>, \(text), 16) = -1 ECONNREFUSED (Connection refused)\n")
        #expect(calls.first?.address?.description == words)
        #expect(calls.first?.errno == .connectionRefused)
    }

    @Test func sendAndRecvAreNamedAsInC() throws {
        let (calls, summary) = try read(
            #"""
            1 sendto(3<TCP:[127.0.0.1:4->127.0.0.1:80]>, "a\r\n\0\33\x41\"b"..., 100, MSG_NOSIGNAL, NULL, 0) = 100
            1 recvfrom(3<TCP:[127.0.0.1:4->127.0.0.1:80]>, "", 10, 0, NULL, NULL) = 0
            """# + "\n"
        )
        #expect(summary.unknown == 0)
        #expect(calls.map(\.name) == ["send", "recv"])
        #expect(calls.first?.payload?.bytes == Array("a\r\n\0\u{1b}A\"b".utf8))
        #expect(calls.first?.payload?.count == 100)
        #expect(calls.last?.after == nil || calls.last?.after == .closeWait)
    }

    @Test func unfinishedCallsAreJoinedByProcess() throws {
        let (calls, summary) = try read(
            """
            1 1.0 accept(3<TCP:[127.0.0.1:80]>,  <unfinished ...>
            2 2.0 recvfrom(9<TCP:[127.0.0.1:5->127.0.0.1:80]>, <unfinished ...>
            1 3.0 <... accept resumed>{sa_family=AF_INET, sin_port=htons(5), sin_addr=inet_addr("127.0.0.1")}, [16]) = 4<TCP:[127.0.0.1:80->127.0.0.1:5]>
            2 4.0 <... recvfrom resumed>"hi", 10, 0, NULL, NULL) = 2
            2 5.0 poll([{fd=9<TCP:[127.0.0.1:5->127.0.0.1:80]>, events=POLLIN}], 1, -1 <unfinished ...>
            2 6.0 +++ killed by SIGKILL +++
            1 7.0 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_KILLED, si_pid=2} ---

            """
        )
        #expect(summary.unknown == 0)
        #expect(summary.endless == 1)
        #expect(calls.map(\.name) == ["accept", "recv", "poll"])
        #expect(calls.first?.writtenAddress?.description == "127.0.0.1 5")
        #expect(calls.first?.local?.description == "127.0.0.1 80")
        #expect(calls.last?.errno == .interrupted)
    }

    @Test(arguments: [("", false), ("7 ", false), ("1.5 ", true), ("08:23:30 ", true)])
    func onlyWrittenTimesAreTimes(_ prefix: String, _ isTimed: Bool) throws {
        var reader = StraceLogReader()
        reader.take(Array((prefix + "socket(AF_INET, SOCK_STREAM, 0) = 3\n").utf8)[...])
        #expect(try reader.finish().journal.isTimed == isTimed)
    }

    @Test func callsOfAnotherThreadAreMissed() throws {
        let listener = """
            socket(AF_INET, SOCK_STREAM, 0) = 3
            listen(3, 5) = 0

            """
        #expect(try read(listener).summary.notes.isEmpty)
        for stray in ["recvfrom(4, \"hi\", 10, 0, NULL, NULL) = 2\n", "read(3, \"hi\", 10) = 2\n"] {
            let (_, summary) = try read(listener + stray)
            #expect(summary.notes.count == 1)
            #expect(summary.notes.first?.contains("strace -f") == true)
            let followed = (listener + stray).split(separator: "\n").map { "7 \($0)\n" }.joined()
            #expect(try read(followed).summary.notes.isEmpty)
        }
        #expect(try read("write(2<UNIX-STREAM:[7]>, \"x\", 1) = 1\n").summary.notes.isEmpty)
    }

    @Test func otherDescriptorsAreIgnored() throws {
        let (calls, summary) = try read(
            """
            openat(AT_FDCWD</tmp>, "/etc/hosts", O_RDONLY) = 3</etc/hosts>
            read(3</etc/a\\76->, "x", 10) = 1
            close(3</etc/hosts>(deleted)) = 0
            read(0<pipe:[5]>, "x", 1) = 1
            ioctl(1</dev/null<char 1:3>>, TCGETS, 0x7ffd8c37b320) = -1 ENOTTY (Inappropriate ioctl for device)
            exit_group(0)                     = ?
            +++ exited with 0 +++

            """
        )
        #expect(calls.isEmpty)
        #expect(summary.unknown == 0)
        #expect(summary.notes.count == 1)
    }

    @Test func aLaterLineTellsTheAddress() throws {
        let peer = #"{sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}"#
        let (calls, _) = try read(
            """
            socket(AF_INET, SOCK_STREAM, 0) = 3<TCP:[1]>
            connect(3<TCP:[1]>, \(peer), 16) = -1 EINPROGRESS (Operation now in progress)
            poll([{fd=3<TCP:[127.0.0.1:4000->127.0.0.1:80]>, events=POLLOUT}], 1, 5) = 1 ([{fd=3, revents=POLLOUT}])
            getsockopt(3<TCP:[127.0.0.1:4000->127.0.0.1:80]>, SOL_SOCKET, SO_ERROR, [0], [4]) = 0
            close(3<TCP:[127.0.0.1:4000->127.0.0.1:80]>) = 0

            """
        )
        #expect(calls.map(\.socketName) == [nil, "s3", nil, "s3", "s3"])
        #expect(calls[1].local?.description == "127.0.0.1 4000")
        #expect(calls.map(\.after) == [.closed, .synSent, nil, .established, nil])
    }

    @Test func aForkedServerKeepsItsConnection() throws {
        let end = "4<TCP:[127.0.0.1:80->127.0.0.1:5]>"
        let (calls, _) = try read(
            """
            1 accept(3<TCP:[127.0.0.1:80]>, NULL, NULL) = \(end)
            1 close(\(end)) = 0
            2 recvfrom(\(end), "hi", 9, 0, NULL, NULL) = 2
            2 close(\(end)) = 0
            2 +++ exited with 0 +++

            """
        )
        #expect(Set(calls.dropFirst().map(\.socket)).count == 1)
        #expect(calls[1].after == .established)
        #expect(calls[3].after == nil)
    }
}

@Suite struct HostileStraceLogTests {
    @Test(
        arguments: [
            "\u{1b}[31mhello", "socket(", "socket(AF_INET", "socket() = ", "recvfrom(3, \"abc", "<... resumed>",
            "[pid ",
            "poll([{fd=3<TCP:[", "sendto(3<TCP:[1]>, \"x\", 99999999999999999999, 0, NULL, 0) = x",
            String(repeating: "[", count: 10000), "recvmsg(3, " + String(repeating: "{a=", count: 5000), "\0\0\0",
            "connect(3, {sa_family=AF_INET, sin_port=htons(99999), sin_addr=inet_addr(\"x\")}, -5) = 0",
            "read(3<TCP:[1]>, \"x\", -9223372036854775808) = 9223372036854775807",
            "readv(3<TCP:[1]>, [{iov_base=\"x\", iov_len=-1}, {iov_base=\"y\", iov_len=9223372036854775807}], 2) = 9",
            "setsockopt(3<TCP:[1]>, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=99999999999}, 99) = 0",
            "99999999999999999999 socket(AF_INET, SOCK_STREAM, 0) = 3", "99:99:99.9 socket(1, 2, 3) = 4",
            "writev(3<TCP:[1]>, [{iov_base=\"y\", iov_len=9223372036854775807}, {iov_base=\"y\", iov_len=9223372036854775807}], 2) = 9",
        ]
    )
    func nothingCrashes(_ line: String) {
        for text in [line, line + "\n", line + "\nsocket(AF_INET, SOCK_STREAM, 0) = 3\n" + line + "\n"] {
            guard let (calls, _) = try? read(text) else { continue }
            var journal = Journal()
            for call in calls { journal.append(call) }
            let shown = Explanation.text(journal.calls(from: 1), history: journal)
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            _ = SequenceDiagram(journal.calls(from: 1), SequenceDiagram.Selection(sockets: [], since: nil))
        }
    }

    @Test func everyPrefixOfALogIsRead() {
        let line =
            #"1 1.5 recvmsg(3<TCP:[[::1]:1->[::1]:2]>, {msg_name=NULL, msg_namelen=110 => 0, msg_iov=[{iov_base="\1x"..., iov_len=10}], msg_control=[{cmsg_len=20, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[7<UDP:[1]>]}], msg_flags=MSG_TRUNC}, 0) = 10 (x) <0.1>"#
        for count in 0...line.utf8.count { _ = try? read(String(decoding: line.utf8.prefix(count), as: UTF8.self)) }
    }

    @Test func linesThatAreNotStracesAreCounted() throws {
        let (calls, summary) = try read("Serving HTTP\nsocket(AF_INET, SOCK_STREAM, 0) = 3\nsocket(AF_IN")
        #expect(calls.count == 1)
        #expect(summary.unknown == 1)
        #expect(summary.isCutOff)
    }

    @Test func aFileOfSomethingElseIsRefused() {
        #expect(throws: StraceLogProblem.notALog) { try read("hello\nworld\n") }
        #expect(throws: StraceLogProblem.empty) { try read("") }
        #expect(!StraceLogReader.recognises(Array("{\"format\":1}\n".utf8), path: "x"))
        #expect(StraceLogReader.recognises(Array("socket(AF_INET, SOCK_STREAM, 0) = 3\n".utf8), path: "x"))
        #expect(StraceLogReader.recognises([UInt8](), path: "a.strace"))
    }

    @Test func aLongLineIsSkipped() throws {
        var reader = StraceLogReader()
        let piece = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<6 { reader.take(piece[...]) }
        reader.take(Array("\nsocket(AF_INET, SOCK_STREAM, 0) = 3\n".utf8)[...])
        let (journal, summary) = try reader.finish()
        #expect(journal.count == 1)
        #expect(summary.unknown == 1)
    }

    /// Two processes have different sockets under the same number.
    @Test func aDescriptorIsItsProcesssOwn() throws {
        let (calls, _) = try read(
            """
            1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3<TCP:[1]>
            1 clone(child_stack=NULL, flags=SIGCHLD) = 2
            2 close(3<TCP:[1]>) = 0
            2 socket(AF_UNIX, SOCK_DGRAM, 0) = 3<UNIX:[2]>
            1 poll([{fd=3<TCP:[1]>, events=POLLIN}], 1, -1) = 1 ([{fd=3, revents=POLLIN}])
            2 poll([{fd=3<UNIX:[2]>, events=POLLIN}], 1, -1) = 1 ([{fd=3, revents=POLLIN}])
            1 connect(3<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
            2 connect(3<UNIX:[2]>, {sa_family=AF_UNIX, sun_path="/x"}, 5) = 0
            """ + "\n"
        )
        #expect(calls.map(\.name) == ["socket", "close", "socket", "poll", "poll", "connect", "connect"])
        let made = [calls[0], calls[2]].compactMap { $0.made.first }
        #expect(made.count == 2 && made[0].id != made[1].id)
        #expect(calls[3].mentions == [made[0]] && calls[4].mentions == [made[1]])
        #expect(calls[5].socket == made[0].id && calls[6].socket == made[1].id)
        var journal = Journal()
        for call in calls { journal.append(call) }
        let text = Explanation.text(journal.calls(from: 6), history: journal)
        #expect(text.contains("The peer's kernel answered the SYN") && text.contains("Nothing was sent"))
    }

    /// A thread shares its process's descriptors; what it closes is closed.
    @Test func threadsShareTheirDescriptors() throws {
        let (calls, _) = try read(
            """
            1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3<TCP:[1]>
            1 clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_THREAD, exit_signal=0}, 88) = 2
            2 close(3<TCP:[1]>) = 0
            1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3<TCP:[2]>
            2 listen(3<TCP:[2]>, 5) = 0
            """ + "\n"
        )
        #expect(calls.count == 4)
        #expect(calls[1].after == nil && calls[1].socket == calls[0].made.first?.id)
        #expect(calls[3].socket == calls[2].made.first?.id)
    }

    /// The parent closes the connection before the log reports the child that was forked for it.
    @Test func aChildHoldsWhatItsParentClosed() throws {
        let (calls, _) = try read(
            (0..<3).map { round in
                let socket = "4<TCP:[127.0.0.1:80->127.0.0.1:500\(round)]>"
                return """
                    1 accept4(3<TCP:[127.0.0.1:80]>, NULL, NULL, 0) = \(socket)
                    1 close(\(socket)) = 0
                    \(round + 2) recvfrom(\(socket), "x", 1, 0, NULL, NULL) = 1
                    \(round + 2) close(\(socket)) = 0

                    """
            }.joined()
        )
        for round in 0..<3 {
            let made = calls[4 * round].made.first?.id
            #expect(calls[4 * round + 1].after != nil)
            #expect(calls[4 * round + 2].socket == made && calls[4 * round + 3].socket == made)
            #expect(calls[4 * round + 3].after == nil)
        }
    }

    /// The child of a forking server closes its listener and gets the number again, for a socket of its own.
    @Test func aChildsSocketIsNotItsParentsListener() throws {
        let (calls, _) = try read(
            """
            1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3<TCP:[1]>
            1 bind(3<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
            1 listen(3<TCP:[127.0.0.1:80]>, 5) = 0
            1 accept4(3<TCP:[127.0.0.1:80]>, NULL, NULL, 0) = 4<TCP:[127.0.0.1:80->127.0.0.1:5000]>
            2 close(3<TCP:[127.0.0.1:80]>) = 0
            2 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3<TCP:[9]>
            2 connect(3<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(81), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
            1 accept4(3<TCP:[127.0.0.1:80]>, NULL, NULL, 0) = 5<TCP:[127.0.0.1:80->127.0.0.1:5001]>
            2 sendto(3<TCP:[127.0.0.1:6000->127.0.0.1:81]>, "x", 1, 0, NULL, 0) = 1
            2 close(3<TCP:[127.0.0.1:6000->127.0.0.1:81]>) = 0
            1 accept4(3<TCP:[127.0.0.1:80]>, NULL, NULL, 0) = 5<TCP:[127.0.0.1:80->127.0.0.1:5002]>
            """ + "\n"
        )
        let (listener, own) = (calls[0].made.first?.id, calls[5].made.first?.id)
        #expect(calls[3].socket == listener && calls[7].socket == listener && calls[10].socket == listener)
        #expect(calls[6].socket == own && calls[8].socket == own && calls[9].socket == own && own != listener)
        #expect(calls[4].after != nil && calls[7].before == .listen && calls[9].after == nil)
    }

    /// What C programs use besides the calls that only sockets have.
    @Test func plainReadsWritesAndEpollAreExplained() throws {
        let (calls, _) = try read(
            """
            socketpair(AF_UNIX, SOCK_STREAM, 0, [3<UNIX:[1->2]>, 4<UNIX:[2->1]>]) = 0
            fcntl(3<UNIX:[1->2]>, F_SETFL, O_RDWR|O_NONBLOCK) = 0
            read(3<UNIX:[1->2]>, 0x7ffd, 10) = -1 EAGAIN (Resource temporarily unavailable)
            epoll_ctl(5<anon_inode:[eventpoll]>, EPOLL_CTL_ADD, 3<UNIX:[1->2]>, {events=EPOLLIN, data={u32=3, u64=3}}) = 0
            write(4<UNIX:[2->1]>, "hi", 2) = 2
            epoll_wait(5<anon_inode:[eventpoll]>, [{events=EPOLLIN, data={u32=3, u64=3}}], 1, -1) = 1
            read(3<UNIX:[1->2]>, "hi", 10) = 2
            """ + "\n"
        )
        var journal = Journal()
        for call in calls { journal.append(call) }
        var kinds = SocketKinds()
        let reasons = Explanation.all(journal.calls(from: 1), history: journal, kinds: &kinds).map { $0.reason ?? "" }
        let wanted = [
            "each other's peer", "EAGAIN from now on", "Nothing has come", "was changed", "has the bytes",
            "not have to wait", "had arrived",
        ]
        for (reason, part) in zip(reasons, wanted) { #expect(reason.contains(part), "\(reason)") }
        #expect(reasons.count == wanted.count)
    }
}
