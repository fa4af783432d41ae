import Testing

@testable import LineEditing

@Suite struct KeyInputTests {
    private func all(_ input: inout KeyInput) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = input.next() { text.append(scalar) }
        return String(text)
    }

    @Test func waitsForTheRestOfACharacter() {
        var input = KeyInput()
        let bytes = Array("é日😀".utf8)
        var text = ""
        for byte in bytes {
            input.append([byte])
            text += all(&input)
        }
        #expect(text == "é日😀")
    }

    @Test(
        arguments: [
            ([0xFF, 0x61], "\u{FFFD}a"), ([0xC3, 0x61], "\u{FFFD}a"), ([0x80], "\u{FFFD}"), ([0xC2, 0x9B], "\u{FFFD}"),
            ([0x00], "\u{FFFD}"),
            ([0xE2, 0x82, 0x61], "\u{FFFD}a"), ([0xED, 0xA0, 0x80, 0x61], "\u{FFFD}a"),
        ] as [([UInt8], String)]
    )
    func badBytesAreReplaced(bytes: [UInt8], text: String) {
        var input = KeyInput()
        input.append(bytes)
        let got = all(&input)
        #expect(got.hasSuffix(text) && got.allSatisfy { $0 == "\u{FFFD}" || $0 == "a" })
    }

    @Test func putsBack() {
        var input = KeyInput()
        input.append(Array("abc".utf8))
        _ = input.next()
        input.putBack("xé")
        #expect(all(&input) == "xébc")
    }
}
