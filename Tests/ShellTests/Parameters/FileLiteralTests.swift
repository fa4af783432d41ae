import Journal
import Language
import TestSupport
import Testing

@testable import Shell

/// `@FILE`: its meaning where data is wanted, where an address is wanted, and under a name.
@Suite struct FileLiteralTests {
    let shell = TestShell()
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write("a b", Array("inside".utf8))
        try shell.reply("socketpair", "dir = \"\(folder.path)\"")
    }

    @Test(arguments: [#"@"DIR/a b""#, "@'DIR/a b'", #"@DIR/"a b""#, #"@DIR"/a b""#, #"@$dir"/a b""#])
    func quotesStandBehindTheSign(_ literal: String) throws {
        let literal = literal.replacing("DIR", with: folder.path)
        try shell.reply("s1.send \(literal)")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("inside".utf8)))
        try shell.reply("x = \(literal)", "s1.sendall $x")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("inside".utf8)))
        try shell.reply("for y in \(literal) { s1.send $y }")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("inside".utf8)))
        try shell.reply("for y in \(literal) { s1.sendmsg $y \"!\" }")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("inside!".utf8)))
    }

    @Test(arguments: [#"@"no such""#, "@no-such", "@'no such'"])
    func theNameIsNeverSent(_ literal: String) throws {
        #expect(try shell.fails("s1.send \(literal)") == ["NoSuchFile", literal])
        try shell.reply("x = \(literal)")
        #expect(try shell.fails("s1.send $x") == ["NoSuchFile", "$x"])
        #expect(try shell.fails("length $x") == ["NoSuchFile", "$x"])
        #expect(try shell.fails("s1.send \"a\"$x") == ["UnsuitableValue", "\"a\"$x"])
        #expect(try shell.fails("y = $x + \"a\"").first == "UnsuitableValue")
        #expect(try shell.fails("s1.send $x\".bak\"").first == "NoSuchFile")
    }

    @Test(arguments: [#"@"""#, #"@"a\0b""#, #"@"\xff""#])
    func noPath(_ literal: String) throws {
        #expect(try shell.fails("s1.send \(literal)") == ["UnsuitableValue", literal])
    }

    @Test func inQuotesItIsData() throws {
        try shell.reply("s1.send \"@\"'\(folder.path)'")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("@\(folder.path)".utf8)))
    }

    @Test func asAnAddressItIsAName() throws {
        try shell.reply("x = @\"netshell \"$s1.fd\" \"$s2.fd", "s = socket unix dgram", "s.bind $x")
        try shell.reply("t = socket unix dgram", "t.sendto hello $x", "$s.local == $x")
        #expect(try shell.reply("s.recv 9") == .bytes(Array("hello".utf8)))
        try shell.reply("s.close", "s = socket unix dgram", "s.bind @\"netshell x\"-$s1.fd", "a = s.getsockname")
        try shell.reply("t.sendto again $a")
    }

    @Test(arguments: ["x", "a/b", "a b", "é", "a\"b", "$x", "{", "\u{1b}"])
    func itReadsAsItIsTyped(_ name: String) throws {
        try shell.reply("x = \(Value.file(Array(name.utf8)))")
        #expect(shell.session.locked { shell.session.variables["x"] } == .file(Array(name.utf8)))
    }

    /// A lesson cannot leave a name behind that makes the learner's input read a file.
    @Test func aConfinedStatementNamesOnlyWhatItMayRead() throws {
        let text = Source.of("x = @/etc/hostname; y = @/tmp/netshell-none")
        var rights = Confinement.Rights()
        rights.files = ["/tmp"]
        _ = Interpreter.run(text, on: shell.session, confinement: Confinement(rights: rights))
        try shell.reply("s1.send $x")
        #expect(try shell.reply("s2.recv 100") == .bytes(Array("@/etc/hostname".utf8)))
        #expect(try shell.fails("s1.send $y").first == "NoSuchFile")
    }
}
