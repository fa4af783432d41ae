import Testing

@testable import LineEditing

@Suite struct KillRingTests {
    @Test func cutsThatFollowEachOtherAreOne() {
        var ring = KillRing()
        ring.cut("three", .backward)
        ring.cut("two ", .backward, joins: true)
        ring.cut(" four", .forward, joins: true)
        #expect(ring.yank() == "two three four")
    }

    @Test func anOlderCutComesAfterTheNewestAndThenTheNewestAgain() {
        var ring = KillRing()
        for cut in ["one", "two", "three"] { ring.cut(cut, .forward) }
        #expect(ring.yank() == "three")
        #expect(ring.yankPop() == "two")
        #expect(ring.yankPop() == "one")
        #expect(ring.yankPop() == "three")
        #expect(ring.yank() == "three")
    }

    @Test func nothingWasCut() {
        var ring = KillRing()
        ring.cut("", .forward)
        #expect(ring.yank() == nil)
        #expect(ring.yankPop() == nil)
    }

    @Test func theOldestAreForgotten() {
        var ring = KillRing()
        for number in 0...KillRing.limit { ring.cut("\(number)", .forward) }
        #expect(ring.yank() == "\(KillRing.limit)")
        var last: String?
        for _ in 1..<KillRing.limit { last = ring.yankPop() }
        #expect(last == "1")
    }

    @Test func theNewestIsKeptHoweverLargeItIs() {
        var ring = KillRing()
        let large = String(repeating: "x", count: KillRing.sizeLimit + 1)
        ring.cut("small", .forward)
        ring.cut(large, .forward)
        #expect(ring.yank() == large)
        #expect(ring.yankPop() == "small")
        ring.cut("new", .forward)
        #expect(ring.yank() == "new")
        #expect(ring.yankPop() == "new")
    }
}
