import Testing

@testable import LineEditing

@Suite struct KeyMapTests {
    @Test func keysThatBeginLongerOnesWait() {
        var map = KeyMap()
        map.bind("jk", to: .function("ns-vi-command"))
        map.bind("x", to: .text("print "))
        #expect(map.meaning(of: "j") == .begun)
        #expect(map.meaning(of: "jk") == .bound(.function("ns-vi-command")))
        #expect(map.meaning(of: "ja") == .nothing)
        #expect(map.meaning(of: "x") == .bound(.text("print ")))
        #expect(map.meaning(of: "") == .nothing)
    }

    @Test func aLongerBindingHidesAShorterOneUntilItIsGone() {
        var map = KeyMap()
        map.bind("\u{1b}[1", to: .function("ns-up"))
        map.bind("\u{1b}[1~", to: .function("ns-begin"))
        map.bind("\u{1b}[1~", to: .function("ns-end"))
        #expect(map.meaning(of: "\u{1b}[1") == .begun)
        #expect(map.binding(of: "\u{1b}[1") == .function("ns-up"))
        map.unbind("\u{1b}[1~")
        map.unbind("never bound")
        #expect(map.meaning(of: "\u{1b}[1") == .bound(.function("ns-up")))
        #expect(map.meaning(of: "\u{1b}[1~") == .nothing)
        #expect(map.meaning(of: "\u{1b}") == .begun)
    }
}
