import Journal
import Sockets
import SystemPackage
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct SessionEndingTests {
    let shell = TestShell()

    @Test(arguments: [true, false]) func relativeNamesAreTakenAwayIfThatIsWanted(_ isWanted: Bool) throws {
        let name = "netshell-ending-\(getpid())-\(isWanted).sock"
        defer { unlink(name) }
        try shell.reply("socket unix dgram", "bind \(name)")
        shell.session.locked { shell.session.endAll(takesRelativeNames: isWanted) }
        #expect(Folder.isSocket(name) != isWanted && shell.session.sockets.count == 0)
    }

    /// Injected faults do not hinder the session's end.
    @Test func faultsDoNotMatter() throws {
        let path = "/tmp/netshell-ending-\(getpid())-faults.sock"
        defer { unlink(path) }
        try shell.reply("s = socket unix dgram", "bind \(path)")
        let descriptor = try #require(shell.session.sockets["s"]?.descriptor)
        for call in [CallKind.close, .unlink] { shell.session.kernel.inject(Fault(call: call, errno: .ioError)) }
        shell.session.locked { shell.session.endAll() }
        #expect(!Folder.isSocket(path))
        // The number may be another test's by now, but not a bound socket of that name.
        #expect(Observation.localAddress(of: descriptor) != .unix(.path(Array(path.utf8))))
    }

    @Test func connectionsAreReset() throws {
        let other = TestShell()
        try shell.reply("s = socket inet stream", "bind 127.0.0.1 0", "listen")
        let port = try shell.reply("$s.port").description
        try other.reply("c = socket inet stream", "connect 127.0.0.1 \(port)")
        try shell.reply("accept")
        shell.session.locked {
            shell.session.resetConnectionsOnClose()
            shell.session.endAll()
        }
        #expect(try other.failure("c.recv 1").call?.errno == .connectionReset)
    }
}
