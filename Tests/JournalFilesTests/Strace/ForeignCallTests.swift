import Journal
import Sockets
import Testing

@testable import Drawing
@testable import Explaining
@testable import JournalFiles
@testable import Reading

/// Calls that other programs make and the shell does not, as in an strace log.
@Suite struct ForeignCallTests {
    private static let socket = "1 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3<TCP:[7]>\n"

    private func calls(_ text: String) throws -> [Call] {
        var reader = StraceLogReader()
        reader.take(Array(text.utf8)[...])
        return try reader.finish().0.calls(from: 1)
    }

    private func diagram(_ calls: [Call]) -> String {
        DiagramText.text(SequenceDiagram(calls), width: 100, isASCII: true)
    }

    private static let resolver = """
        1 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 3<UDP:[1]>
        1 connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
        1 sendmmsg(3, [{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="query A", iov_len=7}], \
        msg_iovlen=1, msg_controllen=0, msg_flags=0}, msg_len=7}, {msg_hdr={msg_name=NULL, msg_namelen=0, \
        msg_iov=[{iov_base="query AAAA", iov_len=10}], msg_iovlen=1, msg_controllen=0, msg_flags=0}, msg_len=10}], 2, 0) = 2
        1 recvmmsg(3, [{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="one", iov_len=9}], msg_iovlen=1, \
        msg_controllen=0, msg_flags=0}, msg_len=3}, {msg_hdr={msg_name=NULL, msg_namelen=0, \
        msg_iov=[{iov_base="three", iov_len=9}], msg_iovlen=1, msg_controllen=0, msg_flags=0}, msg_len=5}], 2, 0, NULL) = 2

        """

    @Test func severalMessagesOfOneCallAreDrawnEachByItself() throws {
        let calls = try calls(Self.resolver)
        #expect(calls[2].messages.map(\.count) == [7, 10] && calls[2].movedBytes == 17)
        #expect(calls[3].messages.map { $0.clip?.bytes } == [Array("one".utf8), Array("three".utf8)])
        let text = diagram(calls)
        for part in [#"7 bytes "query A""#, #"10 bytes "query AAAA""#, #"3 bytes "one""#, "2 messages, 8 bytes (3 5)"] {
            #expect(text.contains(part), "\(part) is not in\n\(text)")
        }
        let rulers = Ruler.rulers(calls, socket: nil)
        #expect(rulers.map { $0.sent.map(\.size) } == [[7, 10], []])
        #expect(rulers.map { $0.received.map(\.size) } == [[], [3, 5]])
        #expect(CallText(calls[2]).text.contains(#"msg_iov=[{iov_base="query AAAA", iov_len=10}]}, msg_len=10}]"#))
        #expect(CallText(calls[3]).text.hasSuffix(", 2, 0, NULL) = 2"))
    }

    @Test func messagesBetweenTwoSocketsOfALogFindEachOther() throws {
        let header = "msg_iovlen=1, msg_controllen=0, msg_flags=0}"
        let calls = try calls(
            """
            1 socketpair(AF_UNIX, SOCK_DGRAM, 0, [3, 4]) = 0
            1 sendmmsg(3, [{msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="ab", iov_len=2}], \(header), \
            msg_len=2}, {msg_hdr={msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="cde", iov_len=3}], \(header), \
            msg_len=3}], 2, 0) = 2
            1 read(4, "ab", 9) = 2
            1 read(4, "cde", 9) = 3

            """
        )
        let rulers = Ruler.rulers(calls, socket: "s3")
        #expect(rulers.first?.sent.map(\.start) == [0, 2] && rulers.first?.received.map(\.start) == [0, 2])
    }

    @Test func selectTellsItsSocketsByName() throws {
        let calls = try calls(
            Self.socket + "1 pselect6(3, [], NULL, NULL, {tv_sec=1, tv_nsec=0}, NULL) = 0 (Timeout)\n"
                + "1 pselect6(4, [3], [3], NULL, {tv_sec=5, tv_nsec=0}, NULL) = 1 (in [3], left {tv_sec=4, tv_nsec=2})\n"
        )
        #expect(calls.count == 3)
        let text = diagram(calls)
        #expect(text.contains("pselect6 no socket = nothing") && text.contains("pselect6 s3 = s3 readable"), "\(text)")
        #expect(CallText(calls[2]).text.hasSuffix("= 1 (in [3])"))
        #expect(CallText(calls[1]).text.hasSuffix("= 0 (Timeout)"))
    }

    @Test func epollTellsTheSocketsBehindItsData() throws {
        let calls = try calls(
            Self.socket + "1 epoll_ctl(5, EPOLL_CTL_ADD, 3, {events=EPOLLIN, data={u32=9, u64=9}}) = 0\n"
                + "1 epoll_wait(5, [{events=EPOLLIN|EPOLLHUP, data={u32=9, u64=9}}], 8, 10) = 1\n"
                + "1 epoll_wait(5, [], 8, 10) = 0\n"
        )
        #expect(calls[2].mentions.map(\.name) == ["s3"])
        let text = diagram(calls)
        #expect(text.contains("epoll_ctl add s3 EPOLLIN") && text.contains("= s3 EPOLLIN|EPOLLHUP"), "\(text)")
        #expect(text.contains("epoll_wait = nothing"))
        #expect(CallText(calls[2]).text.contains("data={u32=9, u64=9}"))
    }

    @Test func spliceGoesTheWayOfItsSocket() throws {
        let calls = try calls(
            Self.socket
                + "1 splice(3, NULL, 9<pipe:[1]>, NULL, 5, 0) = 5\n1 splice(8<pipe:[1]>, NULL, 3, NULL, 5, 0) = 5\n"
        )
        #expect(calls[1].isReceive && !calls[1].isSend && calls[2].isSend && !calls[2].isReceive)
        #expect(CallText(calls[1]).text == "splice(3, NULL, 9, NULL, 5, 0) = 5")
    }

    @Test func theEndOfAProcessEndsItsSockets() throws {
        let calls = try calls(
            Self.socket
                + #"1 connect(3, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"#
                + "\n1 exit_group(3) = ?\n1 +++ exited with 3 +++\n"
        )
        #expect(calls[2].error == nil && calls[2].mentions.map(\.name) == ["s3"])
        #expect(diagram(calls).contains("exit_group 3 ends s3") && diagram(calls).contains("FIN"))
        #expect(CallText(calls[2]).text == "exit_group(3) = ?")
    }

    @Test func execveEndsWhatIsCloseOnExec() throws {
        let log = """
            1 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3<TCP:[7]>
            1 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<TCP:[8]>
            1 fcntl(4, F_SETFD, FD_CLOEXEC) = 0
            1 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 5<TCP:[9]>
            1 execve("/bin/true", ["true"], 0x7ffd0 /* 20 vars */) = 0
            1 close(5) = 0

            """
        let calls = try calls(log)
        #expect(calls[4].mentions.map(\.name) == ["s3", "s4"])
        #expect(CallText(calls[4]).text == #"execve("/bin/true", ["true"], 0x7ffd0) = 0"#)
        #expect(calls[5].socketName == "s5" && calls[5].after == nil)
    }

    @Test func closeRangeAndDup2CloseWhatTheyMeet() throws {
        let calls = try calls(
            Self.socket + "1 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<TCP:[8]>\n1 dup2(3, 4) = 4\n"
                + "1 close_range(3, 4294967295, 0) = 0\n"
        )
        #expect(calls[2].made.map(\.descriptor) == [4] && calls[2].mentions.map(\.name) == ["s4"])
        #expect(calls[3].mentions.map(\.descriptor) == [3, 4])
    }
}
