import Journal
import Language
import Sockets
import SystemPackage
import TestSupport
import Testing

@testable import Shell

@Suite(.timeLimit(.minutes(5))) struct FileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func create(_ name: String) throws -> File { try File.create(folder.path + "/" + name, at: Span(3, 5)) }

    private func failure(_ body: () throws -> Void) -> Errno? {
        do {
            try body()
        } catch let failure as Failure {
            if case .file(_, let errno) = failure.reason, failure.span == Span(3, 5) { return errno }
        } catch {}
        return nil
    }

    @Test func writesBesideAndRenames() throws {
        _ = try folder.write("a", [1])
        let file = try create("a")
        try file.write([2, 3])
        try file.write([])
        #expect(folder.names == ["a", "a.\(getpid()).part"])
        #expect(try folder.read("a") == [1])
        try file.finish()
        #expect(folder.names == ["a"])
        #expect(try folder.read("a") == [2, 3])
    }

    @Test func abandoningLeavesTheOldFile() throws {
        _ = try folder.write("a", [1])
        let file = try create("a")
        try file.write([2, 3])
        file.abandon()
        #expect(folder.names == ["a"])
        #expect(try folder.read("a") == [1])
        try create("new").abandon()
        #expect(folder.names == ["a"])
    }

    @Test func aBodyThatFailsLeavesTheOldFile() throws {
        let path = try folder.write("a", [1])
        let broken = Failure(.file(path: path, .ioError), at: Span(3, 5))
        let problem = failure {
            try File.write(path, at: Span(3, 5)) { (file) throws(Failure) in
                try file.write([2])
                throw broken
            }
        }
        #expect(problem == .ioError && folder.names == ["a"])
        #expect(try folder.read("a") == [1])
        try File.save("two", as: path, at: Span(3, 5))
        #expect(try folder.read("a") == Array("two".utf8) && folder.names == ["a"])
    }

    /// A process that was killed holds no lock any more; one that still writes does.
    @Test func whatAKilledProcessLeftIsRemoved() throws {
        for name in ["a.1.part", "a.999999.2.part", "a.x.part", "a.1.2.3.part", "b.1.part"] {
            _ = try folder.write(name, [9])
        }
        let live = try create("a")
        _ = try create("a")
        #expect(
            folder.names
                == [
                    "a.1.2.3.part", "a.\(getpid()).1.part", "a.\(getpid()).part", "a.x.part", "b.1.part",
                ].sorted()
        )
        try live.finish()
        #expect(folder.names.contains("a"))
    }

    @Test func somebodysPartFileIsLeftAlone() throws {
        _ = try folder.write("a.part", [9])
        let (first, second) = (try create("a"), try create("a"))
        try first.write([1])
        try second.write([2])
        try first.finish()
        try second.finish()
        #expect(folder.names == ["a", "a.part"])
        #expect(try folder.read("a.part") == [9])
        #expect(try folder.read("a") == [2])
    }

    @Test func aLinkThatLiesInWaitIsNotFollowed() throws {
        let victim = try folder.write("victim", [7])
        try #require(symlink(victim, folder.path + "/a.\(getpid()).part") == 0)
        let file = try create("a")
        try file.write([1])
        try file.finish()
        #expect(try folder.read("victim") == [7])
    }

    @Test func foldersAreRefusedAtOnce() {
        #expect(failure { _ = try File.create(folder.path, at: Span(3, 5)) } == .isDirectory)
        #expect(failure { _ = try File.open(folder.path, at: Span(3, 5)) } == .isDirectory)
        #expect(folder.names.isEmpty)
    }

    @Test func whatIsMissing() {
        #expect(failure { _ = try File.open(folder.path + "/none", at: Span(3, 5)) } == .noSuchFileOrDirectory)
        #expect(failure { _ = try create("none/a") } == .noSuchFileOrDirectory)
        #expect(failure { _ = try File.open("", at: Span(3, 5)) } == .noSuchFileOrDirectory)
        let long = String(repeating: "x", count: 10_000)
        #expect(failure { _ = try create(long) } == .fileNameTooLong)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere")) func aFolderWithoutPermission() throws {
        try #require(chmod(folder.path, 0o500) == 0)
        defer { chmod(folder.path, 0o700) }
        #expect(failure { _ = try create("a") } == .permissionDenied)
    }

    @Test func finishingThatFailsCanBeAbandoned() throws {
        let file = try create("a")
        try file.write([1])
        try #require(mkdir(folder.path + "/a", 0o700) == 0)
        #expect(failure { try file.finish() } == .isDirectory)
        file.abandon()
        #expect(folder.names == ["a"])
        rmdir(folder.path + "/a")
    }

    @Test func devicesAreWrittenInPlace() throws {
        let null = try File.create("/dev/null", at: Span(3, 5))
        try null.write([1, 2, 3])
        try null.finish()
        let full = try File.create("/dev/full", at: Span(3, 5))
        #expect(failure { try full.write([1]) } == .noSpace)
        full.abandon()
        let zero = try File.open("/dev/zero", at: Span(3, 5))
        #expect(try zero.read(4) == [0, 0, 0, 0])
        zero.close()
    }

    @Test func readsToTheEnd() throws {
        let file = try File.open(try folder.write("a", [1, 2, 3]), at: Span(3, 5))
        defer { file.close() }
        #expect(try file.read(2) == [1, 2])
        #expect(try file.read(2) == [3])
        #expect(try file.read(2) == [])
        #expect(try file.read(0) == [])
    }

    @Test func receivedDataGoesThroughIt() throws {
        let shell = TestShell()
        try shell.reply("socketpair", "s1.send hello", "s2.recv 10 -to \"\(folder.path)/a\"")
        #expect(try folder.read("a") == Array("hello".utf8))
        try shell.reply("s1.send more")
        #expect(try shell.failure("s2.recv 10 -to \"\(folder.path)\"").className == "IsADirectory")
        #expect(
            try shell.reply("s2.recv 10") == .bytes(Array("more".utf8)),
            "nothing was taken before the folder was refused"
        )
    }

    @Test func dataKnowsItsLength() throws {
        let shell = TestShell()
        #expect(try shell.reply("length fill:9223372036854775807") == .integer(.max))
        #expect(try shell.reply("hexdump fill:9223372036854775807").description.contains("|xxxxxxxxxxxxxxxx|"))
        #expect(try shell.reply("length fill:0") == .integer(0))
    }

    @Test(arguments: ["length @/dev/zero", "hexdump @/dev/zero"]) func dataWithoutEndIsCancelled(_ line: String) throws
    {
        let shell = TestShell()
        try shell.reply("\(line) &", "cancel 1", "socket inet dgram")
    }

    @Test(arguments: [
        "s1.send @[F]", "s1.sendall @[F]", "s1.sendfile [F]", "s2.recvall -to [F]", "length @[F]", "journal save [F]",
    ])
    func aPipeWithoutOtherEndIsCancelled(_ line: String) throws {
        let shell = TestShell()
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        try shell.reply("socketpair")
        try shell.reply(line.replacing("[F]", with: pipe) + " &")
        let session = shell.session
        session.locked {
            while session.interrupter.waitingCount == 0 { session.changed.wait(session.lock, milliseconds: 5) }
        }
        try shell.reply("cancel 1", "s1.send x", "s2.recv 1")
    }

    @Test func aPipeIsReadToItsEnd() throws {
        let shell = TestShell()
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        try shell.reply("socketpair", "s1.send hello; s1.close", "length @\(pipe) &", "s2.recvall -to \(pipe)")
        #expect(try shell.reply("wait") == .integer(5))
    }
}
