import Commands
import Journal
import Language
import Sockets
import TestSupport
import Testing

@testable import Shell

/// What a lesson's statements may do; the attack from outside is in Tests/Python/test_stranger.py.
@Suite struct ConfinementTests {
    private let shell = TestShell()

    /// Types statements as a lesson's own; returns the last one's failure.
    private func confined(_ text: String, _ confinement: Confinement = Confinement()) -> Failure? {
        Interpreter.run(Source.of(text), on: shell.session, confinement: confinement).failure
    }

    @Test func everyCommandIsDecidedUpon() {
        // These are the learner's: settings, and what waits for keys.
        let learners: Set = ["set", "watch"]
        let unknown = Set(Registry.all.names).subtracting(Confinement.commands).subtracting(learners)
        #expect(unknown.isEmpty, "a new command is added to Confinement.commands, or to the learner's here")
        #expect(confined("set -o vi")?.className == "Confined")
    }

    @Test func everyOptionOfTheListExists() {
        for name in Confinement.settableOptions where SocketOption.find(name, level: nil) == nil {
            #expect(Self.elsewhere.contains(name), "\(name)")
        }
    }

    /// Options of other systems.
    private static let elsewhere: Set = ["SO_NOSIGPIPE", "TCP_KEEPALIVE", "TCP_NOPUSH", "IP_RECVDSTADDR"]

    @Test(arguments: Allowance.allCases) func whatIsUsedUpIsRefused(_ allowance: Allowance) throws {
        let room = Room()
        try room.check(allowance, allowance.limit, at: Span(0, 0))
        #expect(throws: Failure.self) { try room.check(allowance, allowance.limit + 1, at: Span(0, 0)) }
        try room.take(allowance, allowance.limit, at: Span(0, 0))
        #expect(throws: Failure.self) { try room.take(allowance, at: Span(0, 0)) }
        room.clear()
        try room.take(allowance, at: Span(0, 0))
    }

    @Test func aVariableCountsOnce() throws {
        let room = Room()
        let most = Allowance.values.limit
        for _ in 0..<3 { try room.hold(most, in: "x", of: shell.session, at: Span(0, 0)) }
        #expect(throws: Failure.self) { try room.hold(1, in: "y", of: shell.session, at: Span(0, 0)) }
        try room.hold(0, in: "x", of: shell.session, at: Span(0, 0))
        try room.hold(1, in: "y", of: shell.session, at: Span(0, 0))
    }

    @Test(arguments: [
        ("/", true), ("/tmp", true), ("/home", true), ("/usr", true), ("/var/tmp", true),
    ])
    func sharedFolders(_ folder: String, _ isShared: Bool) {
        #expect(Confinement.isShared(folder) == isShared)
    }

    @Test func homeAndWhatEverybodyHasThereAreShared() throws {
        let home = try #require(getenv("HOME").map { String(cString: $0) })
        for folder in [home, home + "/Downloads", home + "/.config"] { #expect(Confinement.isShared(folder)) }
    }

    @Test func aDescriptorOfSomebodyElse() throws {
        #expect(confined("fromfd 1 unix stream")?.className == "Confined")
        #expect(confined("s = socketpair; s.sendmsg x -rights 0")?.className == "Confined")
        #expect(confined("t = fromfd $s.fd; t.send hello; s2.recv 5") == nil)
        #expect(confined("fromfd 99999")?.className == "BadDescriptor")
        // One that the learner took in stays the learner's, under whatever number.
        _ = Interpreter.run(Source.of("x = fromfd 0 unix stream"), on: shell.session)
        for statement in ["x.send hello", "x.dup", "fd = $x.fd; fromfd $fd", "x.setblocking off", "x.close"] {
            #expect(confined(statement)?.className == "Confined", "\(statement)")
        }
        _ = Interpreter.run(Source.of("y = x.dup; fd = y.detach"), on: shell.session)
        #expect(confined("fromfd $fd")?.className == "Confined")
    }

    @Test func whatItMadeIsGoneWithIt() throws {
        let confinement = Confinement()
        let path = "/tmp/netshell-room-\(getpid())"
        #expect(confined("journal save \(path); u = socket unix stream; u.bind \(path).sock", confinement) == nil)
        #expect(Confinement.isTaken(path) && Folder.isSocket(path + ".sock"))
        // Something else with that name by now is not its own.
        _ = Interpreter.run(Source.of("unlink \(path).sock; journal save \(path).sock"), on: shell.session)
        confinement.room.clear()
        #expect(!Confinement.isTaken(path) && Confinement.isTaken(path + ".sock"))
        _ = Interpreter.run(Source.of("unlink \(path).sock"), on: shell.session)
    }

    @Test func aPortOfItsOwn() throws {
        let room = Confinement()
        let statements = "l = socket inet stream; l.bind 127.0.0.1 0; l.listen; c = socket inet stream; "
        #expect(confined(statements + "c.connect 127.0.0.1 $l.port", room) == nil)
        #expect(confined("d = socket inet stream; d.connect 127.0.0.2 $l.port", room)?.className == "Confined")
        // What was open before the lesson began is not the lesson's.
        #expect(confined("d.connect 127.0.0.1 $l.port", Confinement())?.className == "Confined")
        // After it is closed nobody has it, and the kernel says so.
        let late = "port = $l.port; l.close; e = socket inet stream; e.connect 127.0.0.1 $port"
        #expect(confined(late, room)?.className == "ConnectionRefused")
    }

    @Test func aPortOfTheHead() throws {
        let confinement = Confinement()
        let text = "s = socket inet stream; s.bind 127.0.0.1 9"
        #expect(confined(text, confinement)?.className == "Confined")
        confinement.room.ports = [9]
        #expect(confined("s.connect 127.0.0.1 9", confinement)?.className != "Confined")
    }
}
