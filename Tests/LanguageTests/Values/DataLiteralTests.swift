import Testing

@testable import Language

@Suite struct DataLiteralTests {
    @Test(
        arguments: [
            ("hello", .bytes(Array("hello".utf8))), ("", .bytes([])), ("0x48656c", .bytes([0x48, 0x65, 0x6c])),
            ("0Xff00", .bytes([0xff, 0])), ("0xAbCd", .bytes([0xab, 0xcd])), ("@file", .file("file")),
            ("@@x", .file("@x")),
            ("@/a b", .file("/a b")), ("fill:3", .fill(count: 3, pattern: [120])),
            ("fill:0", .fill(count: 0, pattern: [120])),
            ("fill:3:", .fill(count: 3, pattern: [120])), ("fill:3:ab", .fill(count: 3, pattern: [97, 98])),
            ("fill:3:a:b", .fill(count: 3, pattern: [97, 58, 98])),
            ("fill:3:0x00ff", .fill(count: 3, pattern: [0, 255])),
            ("fill:3:0X00ff", .fill(count: 3, pattern: [0, 255])), ("fill", .bytes(Array("fill".utf8))),
            ("Fill:3", .bytes(Array("Fill:3".utf8))), ("x0x41", .bytes(Array("x0x41".utf8))),
            ("é", .bytes([0xc3, 0xa9])),
            ("fill:9223372036854775807", .fill(count: .max, pattern: [120])),
            ("fill:2:é", .fill(count: 2, pattern: [0xc3, 0xa9])),
            ("a@b", .bytes(Array("a@b".utf8))), ("0", .bytes([48])), ("0x\u{301}4", .bytes(Array("0x\u{301}4".utf8))),
        ] as [(String, DataLiteral)]
    )
    func good(_ word: String, _ literal: DataLiteral) throws { #expect(try DataLiteral(word) == literal) }

    @Test(
        arguments: [
            ("0x", .hexadecimal), ("0x4", .hexadecimal), ("0x4g", .hexadecimal), ("0x+1", .hexadecimal),
            ("0x 1", .hexadecimal),
            ("0xé", .hexadecimal), ("@", .path), ("fill:", .fillCount("")),
            ("fill:x", .fillCount("x")),
            ("fill:-1", .fillCount("-1")), ("fill:1.5", .fillCount("1.5")),
            ("fill:9223372036854775808", .fillCount("9223372036854775808")),
            ("fill: 1", .fillCount(" 1")), ("fill::x", .fillCount("")), ("fill:1:0x", .hexadecimal),
            ("fill:1:0x1", .hexadecimal),
            ("fill:٣", .fillCount("٣")),
        ] as [(String, DataLiteral.Problem)]
    )
    func bad(_ word: String, _ problem: DataLiteral.Problem) {
        #expect(throws: problem) { try DataLiteral(word) }
    }

    @Test func aMebibyteOfDigits() throws {
        let count = 1 << 20
        #expect(
            try DataLiteral("0x" + String(repeating: "a", count: count))
                == .bytes([UInt8](repeating: 0xaa, count: count / 2))
        )
        #expect(throws: DataLiteral.Problem.hexadecimal) {
            try DataLiteral("0x" + String(repeating: "g", count: count))
        }
    }
}
