import Language
import Testing

@testable import Commands

/// What is laid out in lines is laid out by whatever shows it.
@Suite struct PicturesTests {
    private func picture(_ text: String, in shell: TestSession) throws -> Picture {
        guard case .picture(let picture) = try shell.reply(text) else { throw NoPicture(text: text) }
        return picture
    }

    private struct NoPicture: Error { let text: String }

    private func shell() throws -> TestSession {
        let shell = TestSession()
        for line in ["socketpair", "s1.send hello", "s2.recv 100", "s = socket inet stream", "s.listen"] {
            try shell.reply(line)
        }
        return shell
    }

    @Test(arguments: ["diagram", "ruler s1", "state s", "explain all", "help connect", "help", "apropos timeout"])
    func fitsWhatShowsIt(_ text: String) throws {
        let picture = try picture(text, in: try shell())
        for width in [60, 80, 120, 200] {
            let drawn = picture.text(on: Canvas(width: width, alphabet: .unicode))
            #expect(drawn.hasSuffix("\n"))
            for line in drawn.split(separator: "\n") {
                #expect(DisplayWidth.of(String(line)) <= width, "\(text): \(line)")
            }
        }
    }

    @Test(arguments: ["diagram", "ruler s1", "state s"])
    func usesTheCharactersOfWhatShowsIt(_ text: String) throws {
        let shell = try shell()
        let picture = try picture(text, in: shell)
        #expect(picture.text(on: Canvas(width: 80, alphabet: .ascii)).utf8.allSatisfy { $0 < 0x80 })
        #expect(picture.text(on: .unlimited).utf8.contains { $0 >= 0x80 })
        let flagged = try self.picture(text + " -ascii", in: shell)
        #expect(flagged.text(on: .unlimited).utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func aWidthThatWasAskedForHolds() throws {
        let shell = try shell()
        let wide = try picture("diagram -width 120", in: shell).text(on: Canvas(width: 40, alphabet: .unicode))
        #expect(try wide == picture("diagram", in: shell).text(on: Canvas(width: 120, alphabet: .unicode)))
    }

    @Test func isTextInAVariableAndAPictureWhenPrinted() throws {
        let shell = try shell()
        let drawn = try picture("diagram", in: shell)
        try shell.reply("d = diagram")
        #expect(try shell.reply("length $d") == .integer(drawn.text(on: .unlimited).utf8.count))
        #expect(try shell.reply("$d contains hello") == .boolean(true))
        let printed = try picture("print $d", in: shell)
        let canvas = Canvas(width: 50, alphabet: .ascii)
        #expect(printed.text(on: canvas) == drawn.text(on: canvas) + "\n")
        #expect(printed.value == .bytes(Array(drawn.text(on: .unlimited).utf8)))
        #expect(try shell.reply("e = $d; print $e").settled == printed.value)
    }

    @Test func whatAproposFindsIsAListToAProgram() throws {
        guard case .list(let lines) = try picture("apropos timeout", in: try shell()).value else {
            Issue.record("no list")
            return
        }
        #expect(lines.count > 3)
    }
}
