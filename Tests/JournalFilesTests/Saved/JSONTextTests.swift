import Testing

@testable import JournalFiles

@Suite struct JSONTextTests {
    @Test(
        arguments: [
            "", "{", "}", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "{\"a\":1}x", "nul", "truely", "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"a", "\"a\nb\"", "+1", "-", "1e999", ".5", "[[", "\"\\",
        ]
    )
    func isMalformed(text: String) {
        #expect(throws: JSONNode.Malformed.self) { try JSONNode(Array(text.utf8)) }
    }

    @Test func bytesThatAreNoText() {
        #expect(throws: JSONNode.Malformed.self) { try JSONNode([0x22, 0xFF, 0x22]) }
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONNode.Malformed.self) { try JSONNode(Array(deep.utf8)) }
    }

    @Test func everyKindOfValue() throws {
        let text =
            #" { "a" : [ 1 , -2, 18446744073709551615, 0.5 ] , "b":null,"c":true, "d":"\u00e9\ud83d\ude00\n\"\\\/" } "#
        let members = try JSONNode(Array(text.utf8)).members
        #expect(members.map(\.key) == ["a", "b", "c", "d"])
        let numbers = try members[0].value.elements { (node) throws(JSONNode.Malformed) in try node.real }
        #expect(numbers == [1, -2, 18_446_744_073_709_551_616, 0.5])
        #expect(try members[2].value.boolean && members[3].value.text == "é😀\n\"\\/")
        #expect(throws: JSONNode.Malformed.self) { try members[2].value.whole(Int.self) }
        #expect(throws: JSONNode.Malformed.self) { try members[3].value.data }
        #expect(throws: JSONNode.Malformed.self) { try members[3].value.members }
        #expect(throws: JSONNode.Malformed.self) { try members[0].value.text }
        #expect(throws: JSONNode.Malformed.self) { try members[0].value.boolean }
    }

    @Test(arguments: ["", "a", "ab", "abc", "abcd", "\0\u{7f}~"])
    func base64ThereAndBack(text: String) {
        var encoded: [UInt8] = []
        Base64.append(Array(text.utf8), to: &encoded)
        #expect(encoded.count % 4 == 0)
        #expect(Base64.data(String(decoding: encoded, as: UTF8.self).utf8) == Array(text.utf8))
    }

    @Test(arguments: ["a", "ab=", "====", "a===", "ab=c", "a b=", "é==", "YWJj\n"])
    func isNoBase64(text: String) { #expect(Base64.data(text.utf8) == nil) }

    @Test func whatIsWrittenIsRead() throws {
        var line = JSONLine()
        line.object { line in
            line.member("text", "\u{0}\u{8}\t\n\u{c}\r\u{1f}\"\\/é😀")
            line.member("least", Int.min)
            line.member("most", UInt64.max)
            line.member("none", Int?.none)
            line.member("data", data: [0, 255])
            line.array("numbers", [[1, 2], []]) { $0.numbers($1) }
            line.someArray("empty", [Int]()) { $0.number($1) }
            line.object("inner") { $0.member("real", real: 0.25) }
        }
        let members = try JSONNode(line.bytes).members
        #expect(members.map(\.key) == ["text", "least", "most", "data", "numbers", "inner"])
        #expect(try members[0].value.text == "\u{0}\u{8}\t\n\u{c}\r\u{1f}\"\\/é😀")
        #expect(try members[1].value.whole(Int.self) == .min && members[2].value.whole(UInt64.self) == .max)
        #expect(try members[3].value.data == [0, 255] && members[5].value.members[0].value.real == 0.25)
    }
}
