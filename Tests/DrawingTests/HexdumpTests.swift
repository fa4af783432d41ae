import Testing

@testable import Drawing

@Suite struct HexdumpTests {
    @Test func showsOffsetHexAndASCII() {
        let bytes = Array("Hello, world: 16+".utf8) + [0, 0x1b, 0xff]
        #expect(
            Hexdump.lines(bytes) == [
                "00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 3a 20 31 36  |Hello, world: 16|",
                "00000010  2b 00 1b ff                                       |+...|",
            ]
        )
    }

    @Test func longDataIsClippedWithANote() {
        let lines = Hexdump.lines([UInt8](repeating: 0x41, count: 600))
        #expect(lines.count == 33)
        #expect(lines.last == "... 88 more of 600 bytes")
        #expect(Hexdump.lines([1], total: 70000).last == "... 69999 more of 70000 bytes")
    }

    @Test func nothingIsNothing() { #expect(Hexdump.lines([]).isEmpty) }

    @Test func everyByteIsSafe() {
        let text = Hexdump.lines(Array(0...255)).joined()
        #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
    }
}
