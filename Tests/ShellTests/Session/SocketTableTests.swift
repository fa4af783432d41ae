import Sockets
import Testing

@testable import Shell

@Suite struct SocketTableTests {
    private func add(_ name: String, to table: inout SocketTable) -> Socket {
        table.add(name: name, descriptor: -1, family: .inet, type: .stream, protocolNumber: .automatic)
    }

    @Test func freeNamesCountUp() {
        var table = SocketTable()
        #expect(table.freeName(prefix: "s") == "s1" && table.freeName(prefix: "s") == "s2")
        #expect(table.freeName(prefix: "c") == "c1")
        _ = add("s3", to: &table)
        #expect(table.freeName(prefix: "s") == "s4")
    }

    @Test func theNewestIsCurrent() {
        var table = SocketTable()
        #expect(table.current == nil && table.count == 0 && table.all.isEmpty)
        let (first, second, third) = (add("a", to: &table), add("b", to: &table), add("c", to: &table))
        #expect(table.current === third && table.all.map(\.name) == ["a", "b", "c"])
        table.remove(third)
        #expect(table.current === second)
        table.use(first)
        table.remove(second)
        #expect(table.current === first && table.all.map(\.name) == ["a"])
        table.remove(first)
        #expect(table.current == nil && table.count == 0)
    }

    @Test func removingTheMiddleKeepsTheOrder() {
        var table = SocketTable()
        let all = (0..<500).map { add("s\($0)", to: &table) }
        for socket in all where socket.id % 3 != 0 { table.remove(socket) }
        #expect(table.all.map(\.id) == all.map(\.id).filter { $0 % 3 == 0 })
        let newest = add("new", to: &table)
        #expect(table.all.last === newest && table["new"] === newest && table["s3"] == nil)
    }

    @Test func theNamesThatNobodyChoseCanBeginAnew() {
        var table = SocketTable()
        table.remove(add(table.freeName(prefix: "r"), to: &table))
        #expect(table.freeName(prefix: "r") == "r2")
        table.restartNames()
        #expect(table.freeName(prefix: "r") == "r1")
    }

    @Test func removingTwiceDoesNothing() {
        var table = SocketTable()
        let old = add("s", to: &table)
        table.remove(old)
        let new = add("s", to: &table)
        table.remove(old)
        #expect(table["s"] === new && table.count == 1 && table.current === new)
        #expect(old.id != new.id)
    }

    @Test func closedNamesAreKnown() {
        var table = SocketTable()
        let socket = add("s", to: &table)
        #expect(!table.wasClosed("s"))
        table.remove(socket)
        #expect(table.wasClosed("s") && !table.wasClosed("t"))
        _ = add("s", to: &table)
        #expect(!table.wasClosed("s"))
    }

    @Test func aHundredThousandComeAndGo() {
        var table = SocketTable()
        let kept = add("kept", to: &table)
        for number in 0..<100_000 { table.remove(add("s\(number)", to: &table)) }
        #expect(table.count == 1 && table.all.map(\.name) == ["kept"] && table.current === kept)
        #expect(table.wasClosed("s99999") && !table.wasClosed("s0"))
        #expect(size(of: table) < 5000)
    }

    @Test func aHundredThousandOfOneName() {
        var table = SocketTable()
        _ = add("kept", to: &table)
        for _ in 0..<100_000 { table.remove(add("s", to: &table)) }
        #expect(table.wasClosed("s") && size(of: table) < 200)
    }

    @Test func manyAtOnceThenFew() {
        var table = SocketTable()
        let all = (0..<20_000).map { add("s\($0)", to: &table) }
        for socket in all.dropLast() { table.remove(socket) }
        #expect(table.all.count == 1 && table.current === all.last)
        #expect(size(of: table) < 5000)
    }

    /// How many elements all collections in the table hold.
    private func size(of value: Any, depth: Int = 0) -> Int {
        guard depth < 3 else { return 0 }
        let mirror = Mirror(reflecting: value)
        let own = [.collection, .dictionary, .set].contains(mirror.displayStyle) ? mirror.children.count : 0
        return mirror.children.prefix(16).reduce(own) { $0 + size(of: $1.value, depth: depth + 1) }
    }
}
