import Foundation
import Journal
import Sockets
import SystemPackage
import TestSupport
import Testing

@testable import Explaining
@testable import Exporting

@Suite struct ExportTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    /// NETSHELL_GOLDEN=write rewrites the files. They end with .golden so that no formatter takes them for sources.
    @Test(arguments: ProgramLanguage.allCases, ["server", "client"])
    func article(_ language: ProgramLanguage, _ end: String) throws {
        let text = try Program(end == "server" ? Article.server : Article.client).text(in: language)
        let file = Self.golden.appending(path: "article-\(end)\(language.suffix).golden")
        if ProcessInfo.processInfo.environment["NETSHELL_GOLDEN"] == "write" {
            try Data(text.utf8).write(to: file)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }

    @Test func nothingToExport() {
        #expect(throws: ExportProblem.self) { try Program([]) }
        #expect(throws: ExportProblem.self) { try Program(Article.client, since: 4) }
    }

    @Test func socketFromBefore() throws {
        let problem = #expect(throws: ExportProblem.self) { try Program(Article.client, since: 2) }
        #expect(problem?.call == 2)
    }

    @Test func clippedData() {
        var noise: UInt32 = 1
        let bytes = (0..<100_000).map { _ -> UInt8 in
            noise = noise &* 1_664_525 &+ 1_013_904_223
            return UInt8(noise >> 24)
        }
        let send = Article.call("send", "s", 3, Article.buffer(.data(Clip(bytes)), bytes.count), result: bytes.count)
        #expect(throws: ExportProblem.self) { try Program(Article.numbered([Article.socket(3), send])) }
    }

    private func sendfile(_ arguments: [Argument], error: CallError? = nil) throws -> Program {
        let call = Call(
            .known(.sendfile),
            socketName: "s",
            arguments: [Argument("out_fd", .descriptor(3)), Argument("in_fd", .descriptor(4))] + arguments,
            result: error == nil ? 5 : -1,
            error: error,
            start: 0,
            duration: 50_000_000
        )
        return try Program(Article.numbered([Article.socket(3), call]))
    }

    @Test(arguments: ProgramLanguage.allCases)
    func aFileWithoutAPathAndAnUnknownCallAreComments(_ language: ProgramLanguage) throws {
        let numbers = [Argument("offset", .integer(0)), Argument("count", .integer(5))]
        for program in [try sendfile(numbers), try sendfile([Argument("in_file", .text("x"))])] {
            #expect(try program.text(in: language).contains("Here the session called sendfile("))
        }
        var strange = Article.call("mmap\n", "s", 3, [])
        strange.number = 2
        let text = try Program([Article.numbered([Article.socket(3)])[0], strange]).text(in: language)
        #expect(text.contains("Here the session called mmap") && !text.contains("mmap\n("))
    }

    @Test func fileIsSentByItsPath() throws {
        let numbers = [Argument("offset", .integer(0)), Argument("count", .integer(5))]
        let path = Argument("in_file", .text("a\"\n"))
        let whole = try sendfile(numbers + [path])
        #expect(try whole.text(in: .python).contains(#"open("a\"\x0a", "rb")"#))
        // Python's sockets know timeouts, os.sendfile does not.
        let late = try sendfile(numbers + [path], error: .errno(.interrupted))
        #expect(try late.text(in: .python).contains("s.sendfile(file, 0, 5)"))
        #expect(try late.text(in: .c).contains("SO_SNDTIMEO"))
    }

    @Test func unspecifiedAddressInPython() throws {
        let address = Argument("addr", .address(.unspecified))
        let program = try Program(Article.numbered([Article.socket(3), Article.call("connect", "s", 3, [address])]))
        #expect(throws: ExportProblem.self) { try program.text(in: .python) }
        for language in [ProgramLanguage.c, .swift, .netshell] { _ = try program.text(in: language) }
    }

    @Test func commentsEndNowhere() throws {
        let option = [
            Argument("level", .constant("SOL_SOCKET", 1)), Argument("optname", .constant("*/ x(); /* \u{2028}??/", 2)),
            Argument("optval", .option(.integer(1), raw: [1, 0, 0, 0])),
        ]
        let calls = Article.numbered([Article.socket(3), Article.call("setsockopt", "s", 3, option)])
        let program = try Program(calls) { CallReason($0, kind: $1, closing: $2).sentence }
        let comment = try #require(program.steps[1].comment)
        #expect(comment.contains("holds for this socket") && !comment.contains { "*\\?{}\u{2028}".contains($0) })
    }

    @Test func newConstantsAreNumbers() {
        let constant = Program.Constant("TCP_RTO_MIN_US", 45)
        #expect(CLiteral.constant(constant) == "45 /* TCP_RTO_MIN_US */")
        #expect(SwiftText.constant(constant) == "45 /* TCP_RTO_MIN_US */")
        #expect(CLiteral.constant(Program.Constant("", 7)) == "7")
    }

    @Test func patternsBecomeFills() {
        let bytes = Array("abc".utf8)
        let clip = Clip((0..<100_000).map { bytes[$0 % 3] })
        #expect(Program.Payload(clip) == .fill(count: 100_000, pattern: bytes))
        #expect(Program.Payload(Clip(bytes)) == .bytes(bytes))
        #expect(Program.Payload(Clip([])) == .bytes([]))
    }

    @Test(arguments: ["", "1", "_", "é", "int", "print", "a b", "x\"); exit(9) //", "SELF", "s\u{0}\n"])
    func identifiers(_ wanted: String) {
        var identifiers = Identifiers()
        let names = (0..<3).map { _ in identifiers.name(wanted, otherwise: "s") }
        #expect(Set(names).count == 3)
        for name in names {
            #expect(name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil)
            #expect(name != wanted || wanted == "SELF")
        }
    }

    @Test func constantsAreNoCode() {
        #expect(Program.Constant("system(\"x\")", 7).names.isEmpty)
        #expect(Program.Constant("MSG_PEEK|exit", 7).names.isEmpty)
        #expect(Program.Constant("MSG_PEEK|MSG_OOB", 3).names == ["MSG_PEEK", "MSG_OOB"])
    }

    @Test func literals() {
        let hostile = Array("\"\\\n??/*/#{x}\\(y)\u{0}1".utf8) + [0xff, 0x37]
        #expect(PythonText.bytes(hostile) == #"b"\"\\\n??/*/#{x}\\(y)\x001\xff7""#)
        #expect(CLiteral.string(hostile) == #""\"\\\n\?\?/*/#{x}\\(y)\0001\3777""#)
        #expect(SwiftText.bytes([0xff, 0x37]) == "[0xff, 0x37] as [UInt8]")
        #expect(SwiftText.string("\\(x)\"\u{0}\u{202e}") == #""\\(x)\"\u{0}\u{202e}""#)
    }

    @Test func hintsAreKept() throws {
        func constant(_ name: String, _ constant: String, _ number: Int) -> Argument {
            Argument(name, .constant(constant, number))
        }
        func export(_ name: String, _ arguments: [Argument]) throws -> String {
            let call = Call(CallTitle(name), arguments: arguments, result: 0, start: 0, duration: 1)
            return try Program(Article.numbered([call])).text(in: .netshell)
        }
        let node = [Argument("node", .text("localhost")), Argument("service", .text("80"))]
        let hints = [
            constant("ai_family", "AF_INET6", 10), constant("ai_socktype", "SOCK_STREAM", 1),
            constant("ai_protocol", "IPPROTO_TCP", 6), constant("ai_flags", "AI_PASSIVE|AI_NUMERICHOST", 5),
        ]
        let words = "-family AF_INET6 -type SOCK_STREAM -protocol IPPROTO_TCP -flags AI_PASSIVE|AI_NUMERICHOST"
        #expect(try export("getaddrinfo", node + hints).contains("getaddrinfo localhost 80 \(words)\n"))
        let none = hints.map { constant($0.name, "0", 0) }
        #expect(try export("getaddrinfo", node + none).contains("getaddrinfo localhost 80\n"))
        let place = Argument("addr", .address(.inet(.loopback, port: 80)))
        let digits = constant("flags", "NI_NUMERICHOST|NI_NUMERICSERV", 3)
        let line = "getnameinfo 127.0.0.1 80 -flags NI_NUMERICHOST|NI_NUMERICSERV\n"
        #expect(try export("getnameinfo", [place, digits]).contains(line))
    }

    /// Four times the calls take about four times as long; if each call searched all others, sixteen times. The
    /// thread's own CPU time is measured, which other threads and programs do not lengthen.
    @Test func manyCalls() throws {
        func seconds(_ cycles: Int) throws -> Double {
            let calls = Self.session(cycles: cycles)
            let start = Self.ownTime
            #expect(try Program(calls).text(in: .python).contains("s_\(cycles).close()"))
            return Self.ownTime - start
        }
        let short = try (0..<3).map { _ in try seconds(500) }.min() ?? 0
        #expect(try seconds(2000) < 8 * short)
    }

    /// The thread's CPU time, in seconds.
    private static var ownTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A client that repeatedly connects, sends, receives and closes.
    private static func session(cycles: Int) -> [Call] {
        var calls: [Call] = []
        func add(_ name: String, _ arguments: [Argument], result: Int = 0, local: SocketAddress? = nil) {
            let start = UInt64(calls.count * 10)
            calls.append(
                Call(CallTitle(name), arguments: arguments, result: result, start: start, duration: 5, local: local)
            )
        }
        func own(_ name: String, _ descriptor: Int32) -> Argument { Argument(name, .descriptor(descriptor)) }
        let receive = [own("sockfd", 4)] + Article.buffer(.room(9), 9)
        let anywhere = Argument("addr", .address(.inet(.loopback, port: 0)))
        add("socket", Article.socket(3).arguments, result: 3)
        add("bind", [own("sockfd", 3), anywhere], local: Article.place)
        for _ in 0..<cycles {
            add("socket", Article.socket(4).arguments, result: 4)
            add("connect", [own("sockfd", 4), Argument("addr", .address(Article.place))])
            add("send", [own("sockfd", 4)] + Article.buffer(.data(Clip([0x61])), 1), result: 1)
            for _ in 0..<2 { add("recv", receive, result: 1) }
            add("close", [own("fd", 4)])
        }
        return Article.numbered(calls)
    }

    @Test func timeoutsAreRounded() {
        #expect(typedSeconds(0.2003) == 0.2)
        #expect(abs(typedSeconds(2.5001) - 2.5) < 1e-9)
        #expect(typedSeconds(0) == 0.001)
        #expect(typedSeconds(123.4) == 123)
        for hundredths in 10..<1000 {
            let text = "\(typedSeconds(Double(hundredths) / 100 + 0.0001))"
            #expect(text.count <= 4, "\(text)")
        }
        #expect("\(typedSeconds(0.350142))" == "0.35")
    }
}
