import Shell
import Sockets
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FilesTests {
    @Test func theNameIsFreeAgain() throws {
        try TemporaryFolder.with { folder in
            let shell = TestSession()
            try shell.reply("s = socket unix stream; s.bind \(folder)/x; s.close; t = socket unix stream")
            try #expect(shell.errno("t.bind \(folder)/x") == "EADDRINUSE")
            let calls = try shell.calls("unlink \(folder)/x")
            #expect(calls.map(\.name) == ["unlink"])
            #expect(calls.first?.argument("pathname") == .text(folder + "/x"))
            try shell.reply("t.bind \(folder)/x; unlink \(folder)/x")
            #expect(access(folder + "/x", F_OK) != 0)
        }
    }

    @Test(arguments: [("/none", "ENOENT"), ("", "EISDIR"), ("/file/x", "ENOTDIR")])
    func whatCannotBeTakenAway(path: String, error: String) throws {
        try TemporaryFolder.with { folder in
            let shell = TestSession()
            try shell.reply("s = socket unix stream; s.bind \(folder)/file")
            defer { _ = unlink(folder + "/file") }
            try #expect(shell.errno("unlink \(folder)\(path)") == error)
        }
    }

    @Test func aLessonStaysInItsRoom() throws {
        let shell = TestSession()
        var rights = Confinement.Rights()
        rights.files = ["/tmp"]
        shell.confinement = Confinement(rights: rights)
        try #expect(shell.failure("unlink /etc/passwd").className == "Confined")
        try #expect(shell.failure("unlink /tmp/../etc/passwd").className == "Confined")
        try #expect(shell.errno("unlink /tmp/netshell-no-such-file") == "ENOENT")
    }

    @Test func aPathIsNeeded() throws {
        try #expect(TestSession().failure("unlink").className == "WrongArguments")
        try #expect(TestSession().failure("unlink \"\"").className == "UnsuitableValue")
    }
}
