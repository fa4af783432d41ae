import Language
import Sockets
import SystemPackage
import Testing

@testable import Journal

@Suite struct FailureTests {
    private static let refused = Call.failed("connect", .connectionRefused)
    private static let unresolved = Call.sample("getaddrinfo", error: .name(.resolver(.noName)))

    private static let every: [(Failure.Reason, String)] = [
        (.call(refused), "ConnectionRefused"), (.call(unresolved), "gaierror"),
        (.call(.sample("getservbyname", error: .name(.notFound(.system)))), "NotFound"),
        (.call(.sample("getaddrinfo", error: .name(.refused(.containsNUL)))), "UnsuitableValue"),
        (.call(.sample("getaddrinfo", error: .name(.system(.noMemory)))), "OutOfMemory"),
        (.call(.sample()), "error"), (.call(.failed("x", Errno(rawValue: 9999))), "E9999"),
        (.timeout(.failed("recv", .interrupted), seconds: 2), "timeout"), (.interrupted(nil), "Interrupted"),
        (.interrupted(.failed("recv", .interrupted)), "Interrupted"), (.syntax(.openQuote), "SyntaxError"),
        (.unknownCommand("x", near: ["y"]), "UnknownCommand"), (.unknownVariable("x", near: []), "UnknownVariable"),
        (.unknownField("x", of: "y", near: ["z"]), "UnknownVariable"), (.unknownSocket("x", near: []), "NoSuchSocket"),
        (.closedSocket("x"), "NoSuchSocket"), (.noSocket(command: "bind"), "NoSuchSocket"),
        (.notAMethod(command: "jobs", meant: "jobs"), "WrongArguments"),
        (.missingArgument("HOST", usage: "u"), "WrongArguments"),
        (.extraArgument("x", usage: "u"), "WrongArguments"), (.unknownFlag("-x", near: []), "WrongArguments"),
        (.unsuitable(word: "x", wanted: "a port"), "UnsuitableValue"),
        (.file(path: "x", .noSuchFileOrDirectory), "NoSuchFile"),
        (.other(.nameInUse, message: "m", advice: ["a"]), "NameInUse"),
    ]

    /// A reason with names that catch it, and names that do not.
    struct Group {
        let reason: Failure.Reason
        let caught: [String]
        let missed: [String]
        init(_ reason: Failure.Reason, _ caught: [String], not missed: [String]) {
            (self.reason, self.caught, self.missed) = (reason, caught, missed)
        }
    }

    private static let interruption = Call.failed("recv", .interrupted)
    private static let groups: [Group] = [
        Group(
            .call(refused),
            ["econnrefused", "ConnectionRefused", "OSError"],
            not: ["gaierror", "timeout", "EPIPE"]
        ),
        Group(.call(unresolved), ["EAI_NONAME", "gaierror"], not: ["oserror", "timeout", "NotFound"]),
        Group(.call(.sample(error: .name(.host(.notFound)))), ["HOST_NOT_FOUND", "gaierror"], not: ["oserror"]),
        Group(
            .call(.sample(error: .name(.system(.noMemory)))),
            ["ENOMEM", "oserror", "gaierror"],
            not: ["EAI_SYSTEM"]
        ),
        Group(.call(.failed("connect", .timedOut)), ["timeout", "ETIMEDOUT", "oserror"], not: ["Interrupted"]),
        Group(.timeout(interruption, seconds: 1), ["timeout", "oserror"], not: ["gaierror", "Interrupted"]),
        Group(.interrupted(interruption), ["Interrupted", "EINTR"], not: ["error", "oserror", "timeout"]),
        Group(.interrupted(nil), ["Interrupted"], not: ["error", "oserror", "EINTR"]),
        Group(.call(interruption), ["EINTR", "error", "oserror", "Interrupted"], not: ["timeout"]),
        Group(.file(path: "x", .noSuchFileOrDirectory), ["NoSuchFile"], not: ["gaierror", "timeout"]),
        Group(.syntax(.openBlock), ["SyntaxError"], not: ["oserror"]),
    ]

    @Test func advice() {
        #expect(Failure(.unknownCommand("x", near: ["bind", "send"])).advice == ["did you mean bind, send ?"])
        #expect(Failure(.call(Self.refused)).advice.isEmpty)
        let unknown = Failure(.unknownCommand("x", near: [])).advice
        #expect(unknown == ["help lists the commands, apropos finds those that have to do with a word"])
        let socket = Failure(.valueAsCommand("s", isSocket: true))
        #expect(socket.message == "s is a socket, not a command" && socket.className == "UnknownCommand")
        #expect(socket.advice == ["call something on it: s.getsockname", "make it current: use s"])
        let variable = Failure(.valueAsCommand("x", isSocket: false))
        #expect(variable.message == "x is a variable, not a command" && variable.advice == ["see its value: $x"])
        let both = Failure(.unsuitable(word: "x", wanted: "y", near: ["a"], advice: ["b"]))
        #expect(both.advice == ["did you mean a ?", "b"])
        #expect(Failure(.missingArgument("HOST", usage: "connect HOST")).advice == ["usage: connect HOST"])
        #expect(
            Failure(.notAMethod(command: "state", meant: "state s")).advice.last?.hasSuffix("command: state s") == true
        )
    }

    @Test(arguments: [(2.0, "2 s"), (0.25, "0.25 s"), (1e9, "1000000000.0 s"), (.infinity, "inf s"), (.nan, "nan s")])
    func timeouts(_ seconds: Double, _ end: String) {
        let message = Failure(.timeout(.failed("recv", .interrupted), seconds: seconds)).message
        #expect(message == "recv did not finish within " + end)
    }

    @Test func hostileWordsAreQuoted() {
        let escape = "\u{1b}[2J\n"
        let reasons: [Failure.Reason] = [
            .unknownCommand(escape, near: []), .unknownSocket(escape, near: []), .unknownFlag(escape, near: []),
            .unsuitable(word: escape, wanted: "a port"), .extraArgument(escape, usage: ""),
            .unknownField(escape, of: "x", near: []),
            .file(path: escape, .ioError),
        ]
        for reason in reasons {
            let message = Failure(reason).message
            #expect(!message.contains("\u{1b}") && !message.contains("\n") && message.contains("\\x1b"))
        }
    }

    @Test func theCallBehind() {
        #expect(Failure(.call(Self.refused)).call?.name == "connect")
        #expect(Failure(.interrupted(nil)).call == nil && Failure(.syntax(.openQuote)).call == nil)
        #expect(Self.refused.errno == .connectionRefused && Self.unresolved.errno == nil)
        #expect(Call.sample(error: .name(.system(.ioError))).errno == .ioError && Call.sample().errno == nil)
    }

    @Test(
        arguments: [
            (.errno(.connectionRefused), 111, "ECONNREFUSED"), (.name(.resolver(.noName)), -2, "EAI_NONAME"),
            (.name(.system(.noMemory)), 12, "ENOMEM"), (.name(.notFound(.embedded)), 0, "NotFound"),
            (.name(.refused(.tooLong)), 0, "UnsuitableValue"),
        ] as [(CallError, Int, String)]
    )
    func errors(_ error: CallError, _ number: Int, _ name: String) {
        #if os(Linux)
            #expect(error.number == number)
        #endif
        #expect(error.name == name && !error.sentence.isEmpty)
    }

    @Test func argumentsByName() {
        let call = Call.sample(
            arguments: [Argument("sockfd", .descriptor(3)), Argument("addr", .address(.inet(.loopback, port: 80)))],
            outputs: [Argument("buf", .data(Clip([1])))]
        )
        #expect(call.argument("sockfd") == .descriptor(3) && call.argument("buf") == nil)
        #expect(call.output("buf") == .data(Clip([1])) && call.output("sockfd") == nil)
        #expect(call.address == .inet(.loopback, port: 80) && Call.sample().address == nil)
    }
}
