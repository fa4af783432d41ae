import Testing

@testable import Language

@Suite struct ValueTests {
    /// What is parsed when a value's description is typed.
    private func typedBack(_ value: Value) throws -> [ArgumentSyntax.Part] {
        let arguments = try call("print " + value.description).arguments
        return arguments.flatMap(\.parts)
    }

    @Test(
        arguments: [
            (.integer(-5), [.word("-5")]), (.integer(.max), [.word("9223372036854775807")]),
            (.real(0.5), [.word("0.5")]),
            (.text("inet"), [.word("inet")]), (.text("a b"), [.quoted(Array("a b".utf8))]), (.text(""), [.quoted([])]),
            (.bytes([0, 255, 34]), [.quoted([0, 255, 34])]), (.boolean(true), [.word("yes")]),
            (.socket("s1"), [.word("s1")]), (.none, []),
            (.list([.integer(1), .text("x y")]), [.word("1"), .quoted(Array("x y".utf8))]), (.list([]), []),
            (.text("\u{1b}[m"), [.quoted(Array("\u{1b}[m".utf8))]),
        ] as [(Value, [ArgumentSyntax.Part])]
    )
    func descriptionsTypeBack(_ value: Value, _ parts: [ArgumentSyntax.Part]) throws {
        #expect(try typedBack(value) == parts)
    }

    @Test func addressesTypeBack() throws {
        let address = Value.record(
            Record(.address, [Record.Field("host", .text("fe80::1%lo")), Record.Field("port", .integer(80))])
        )
        #expect(try typedBack(address) == [.word("fe80::1%lo"), .word("80")])
        let row = Value.record(
            Record(
                .row,
                [Record.Field("data", .bytes([10])), Record.Field("none", .none), Record.Field("address", address)]
            )
        )
        #expect(row.description == #""\n" fe80::1%lo 80"#)
    }

    @Test func cards() {
        let card = Record(.card, [Record.Field("a", .integer(1), about: "one"), Record.Field("long", .text("x y"))])
        #expect(card.description == "a     1      # one\nlong  \"x y\"")
        #expect(card["a"] == .integer(1) && card["b"] == nil)
        #expect(Record(.card, []).description.isEmpty)
    }

    @Test func listsOfRecordsTakeLines() {
        let row = Value.record(Record(.row, [Record.Field("a", .integer(1)), Record.Field("b", .integer(2))]))
        #expect(Value.list([row, row]).description == "1 2\n1 2")
        #expect(Value.list([.integer(1), .list([.integer(2)])]).description == "1\n2")
    }

    @Test(
        arguments: [
            (.none, false, "nothing", []), (.boolean(false), false, "yes or no", Array("no".utf8)),
            (.integer(0), false, "a number", [48]),
            (.integer(1), true, "a number", [49]), (.real(0), false, "a number", Array("0.0".utf8)),
            (.real(.nan), true, "a number", Array("nan".utf8)),
            (.text(""), false, "a word", []), (.text("x"), true, "a word", [120]), (.bytes([]), false, "bytes", []),
            (.bytes([0]), true, "bytes", [0]),
            (.list([]), false, "a list", nil), (.list([.none]), true, "a list", nil),
            (.socket("s"), true, "a socket", [115]),
            (.record(Record(.row, [])), true, "a record", nil),
            (.record(Record(.address, [])), true, "an address", nil),
        ] as [(Value, Bool, String, [UInt8]?)]
    )
    func facts(_ value: Value, _ isTrue: Bool, _ kind: String, _ data: [UInt8]?) {
        #expect(value.isTrue == isTrue && value.kind == kind && value.data == data)
    }
}
