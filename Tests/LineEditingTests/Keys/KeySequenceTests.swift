import Testing

@testable import LineEditing

@Suite struct KeySequenceTests {
    private func keys(_ pieces: [String], vi: Bool = false) -> [Key] {
        var input = KeyInput()
        var keys: [Key] = []
        for piece in pieces {
            input.append(Array(piece.utf8))
            while let key = input.nextKey(escapeAlone: vi, isAll: false) { keys.append(key) }
        }
        while let key = input.nextKey(escapeAlone: vi, isAll: true) { keys.append(key) }
        return keys
    }

    private func bytes(_ text: String) -> [String] { text.unicodeScalars.map { String($0) } }

    @Test(arguments: [
        "\u{1b}[A", "\u{1b}OP", "\u{1b}[1;6C", "\u{1b}[3;3~", "\u{1b}[?1;2c", "\u{1b}[<0;10;10M", "\u{1b}[97;5u",
        "\u{1b}[32~", "\u{1b}[[A", "\u{1b}[3$", "\u{1b}[3^", "\u{1b}[?2026;2$y", "\u{1b}O5C", "\u{1b}\u{1b}[D",
        "\u{1b}\u{1b}OA", "\u{1b}f", "\u{1b}é", "\u{1b}\r", "\u{1b}[99;3R", "\u{1b}[200~",
    ])
    func isOneKeyAndNoByteMore(sequence: String) {
        #expect(keys([sequence + "x"]) == [.sequence(sequence), .character("x")])
        #expect(keys(bytes(sequence + "x")) == [.sequence(sequence), .character("x")])
    }

    @Test(arguments: [
        "\u{1b}]0;title\u{7}", "\u{1b}]11;rgb:0/0/0\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\",
        "\u{1b}[M !!", "\u{1b}[Mabc",
    ])
    func isNoKey(sequence: String) {
        #expect(keys([sequence + "x"]) == [.character("x")])
        #expect(keys(bytes(sequence + "x")) == [.character("x")])
    }

    @Test func bytesOfTheMouseNeedNotBeCharacters() {
        var input = KeyInput()
        input.append(Array("\u{1b}[M".utf8) + [0x20, 0xFF, 0x9B] + Array("x".utf8))
        #expect(input.nextKey(escapeAlone: false, isAll: false) == .character("x"))
    }

    @Test(arguments: [
        ("\u{1b}[1;\u{1}x", "\u{1}x"), ("\u{1b}[1;éx", "éx"), ("\u{1b}[1\u{1b}[A", "\u{1b}[A"),
        ("\u{1b}]0;a\rx", "\rx"), ("\u{1b}]0;a\u{1b}[A", "\u{1b}[A"), ("\u{1b}[1 \u{7f}", "\u{7f}"),
    ])
    func whatIsBrokenEndsWhereItBreaks(text: String, rest: String) {
        #expect(keys([text]).map(\.text).joined() == rest)
        #expect(keys(bytes(text)).map(\.text).joined() == rest)
    }

    @Test(arguments: ["\u{1b}[", "\u{1b}[1;", "\u{1b}]0;abc", "\u{1b}[M !", "\u{1b}P", "\u{1b}O"])
    func whatNeverEndsIsDroppedInTime(text: String) {
        let got = keys([text])
        #expect(got.allSatisfy { $0.text == text } && (got.isEmpty || text.count == 2))
    }

    @Test(arguments: ["[", "]", "P", "[?"])
    func whatIsEndlessIsNotKept(kind: String) {
        var input = KeyInput()
        input.append(Array(("\u{1b}" + kind).utf8))
        for _ in 0..<1000 {
            input.append(Array(repeating: UInt8(ascii: "3"), count: 1000))
            #expect(input.nextKey(escapeAlone: false, isAll: false) == nil)
            #expect(input.count <= 1300)
        }
        input.append(Array(kind.hasPrefix("[") ? "~x".utf8 : "\u{7}x".utf8))
        let keys = [input.nextKey(escapeAlone: false, isAll: false), input.nextKey(escapeAlone: false, isAll: false)]
        #expect(keys.contains(.character("x")) && !keys.contains(.sequence("\u{1b}[3~")))
    }

    @Test func escapeByItself() {
        #expect(keys(["\u{1b}"]) == [.escape])
        #expect(keys(["\u{1b}\u{1b}"]) == [.escape, .escape])
        #expect(keys(["\u{1b}\u{1b}f"]) == [.escape, .sequence("\u{1b}f")])
    }

    @Test(arguments: ["x", "Pp\r", "]x", "X", "_", "^", "\r", "\u{1b}", "O", "["])
    func escapeIsAKeyOfVis(rest: String) {
        #expect(keys(["\u{1b}" + rest], vi: true).map(\.text).joined() == "\u{1b}" + rest)
        #expect(keys(["\u{1b}" + rest], vi: true).first == .escape)
    }

    @Test func visArrowsAndAnswers() {
        let sent = ["\u{1b}[A\u{1b}]0;a\u{7}\u{1b}P0\u{1b}\\\u{1b}[?1;2c\u{1b}\u{1b}[A"]
        #expect(
            keys(sent, vi: true) == [.sequence("\u{1b}[A"), .sequence("\u{1b}[?1;2c"), .escape, .sequence("\u{1b}[A")]
        )
    }

    @Test func saysHowLongToWait() {
        var input = KeyInput()
        #expect(input.patience(escapeAlone: false) == nil)
        input.append([0x61])
        #expect(input.patience(escapeAlone: false) == nil)
        _ = input.next()
        input.append([0x1B])
        let alone = input.patience(escapeAlone: false) ?? 0
        input.append(Array("[1".utf8))
        let begun = input.patience(escapeAlone: false) ?? 0
        #expect(alone > 0 && begun > alone)
    }

    /// Whatever comes, in whatever pieces: nothing traps, nothing stays for ever, and text after it is text again.
    @Test func anyBytesInAnyPieces() {
        var generator = SystemRandomNumberGenerator()
        let alphabet: [UInt8] = [
            0x1B, 0x1B, 0x5B, 0x4F, 0x5D, 0x50, 0x5C, 0x07, 0x31, 0x3B, 0x24, 0x4D, 0x7E, 0xC3, 0xA9, 0xFF, 0x00,
        ]
        for _ in 0..<2000 {
            var input = KeyInput()
            let vi = Bool.random(using: &generator)
            for _ in 0..<Int.random(in: 1..<30, using: &generator) {
                input.append((0..<Int.random(in: 1..<5, using: &generator)).map { _ in alphabet.randomElement() ?? 0 })
                while let key = input.nextKey(escapeAlone: vi, isAll: false) { _ = KeyEquivalents.of(key) }
            }
            while let key = input.nextKey(escapeAlone: vi, isAll: true) { _ = KeyEquivalents.of(key) }
            // At most the beginning of a character.
            #expect(input.count <= 3)
            input.append(Array("x".utf8))
            var last: Key?
            while let key = input.nextKey(escapeAlone: vi, isAll: true) { last = key }
            #expect(last == .character("x"))
        }
    }
}
