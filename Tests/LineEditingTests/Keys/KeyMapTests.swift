import Testing

@testable import LineEditing

@Suite struct KeyMapTests {
    @Test func keysThatBeginLongerOnesWait() throws {
        let map = try #require(KeyMap())
        #expect(map.bind("jk", to: .function("ns-vi-command")))
        #expect(map.bind("x", to: .text("print ")))
        #expect(map.meaning(of: "j") == .begun)
        #expect(map.meaning(of: "jk") == .bound(.function("ns-vi-command")))
        #expect(map.meaning(of: "ja") == .nothing)
        #expect(map.meaning(of: "x") == .bound(.text("print ")))
        for keys in ["", "xx", "a", "\u{0}", "é", "日", "日x"] { #expect(map.meaning(of: keys) == .nothing) }
    }

    @Test func aLongerBindingReplacesTheOneItBeginsWith() throws {
        let map = try #require(KeyMap())
        map.bind("\\e[1", to: .function("ns-up"))
        map.bind("\\e[1~", to: .function("ns-begin"))
        map.bind("\\e[1~", to: .function("ns-end"))
        #expect(map.meaning(of: "\u{1b}[1") == .begun)
        #expect(map.meaning(of: "\u{1b}[1~") == .bound(.function("ns-end")))
        #expect(map.meaning(of: "\u{1b}[1x") == .nothing)
        map.unbind("\\e[1~")
        map.unbind("never bound")
        #expect(map.meaning(of: "\u{1b}[1~") == .nothing)
    }

    /// libedit itself would follow a null pointer then.
    @Test func nothingIsLeft() throws {
        let map = try #require(KeyMap())
        map.bind("\\e[A", to: .function("ns-up"))
        map.unbind("\\e")
        map.unbind("")
        #expect(map.meaning(of: "\u{1b}[A") == .nothing)
    }

    @Test(arguments: ["", "^", "\\U+1F600", String(repeating: "x", count: 2000)])
    func cannotBeBound(notation: String) throws {
        #expect(try !#require(KeyMap()).bind(notation, to: .function("ns-up")))
    }

    @Test func hasAnEndOfFunctions() throws {
        let map = try #require(KeyMap())
        let bound = (0..<200).prefix { map.bind("x", to: .text("text \($0)")) }
        #expect(bound.count == 128)
        #expect(map.meaning(of: "x") == .bound(.text("text 127")))
    }
}
