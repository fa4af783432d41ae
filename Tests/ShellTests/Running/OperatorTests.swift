import Language
import Testing

@testable import Shell

@Suite struct OperatorTests {
    private func apply(_ left: Value, _ operation: Operator, _ right: Value) -> Value? {
        try? operation.apply(left, right, at: Span(0, 1))
    }

    private func data(_ text: String) -> Value { .bytes(Array(text.utf8)) }

    @Test(
        arguments: [
            (Int.max, .plus, 1), (Int.min, .minus, 1), (Int.max, .times, 2), (Int.min, .dividedBy, -1),
            (5, .dividedBy, 0),
            (Int.min, .times, -1), (0, .dividedBy, 0),
        ] as [(Int, Operator, Int)]
    )
    func outOfBounds(_ left: Int, _ operation: Operator, _ right: Int) {
        #expect(apply(.integer(left), operation, .integer(right)) == nil)
    }

    @Test(
        arguments: [
            (7, .plus, 2, 9), (7, .minus, 9, -2), (7, .times, -2, -14), (7, .dividedBy, 2, 3), (-7, .dividedBy, 2, -3),
            (Int.max, .plus, 0, Int.max), (Int.min, .dividedBy, 1, Int.min),
        ] as [(Int, Operator, Int, Int)]
    )
    func wholeNumbers(_ left: Int, _ operation: Operator, _ right: Int, _ result: Int) {
        #expect(apply(.integer(left), operation, .integer(right)) == .integer(result))
    }

    @Test func joinedDataHasALimit() {
        let half = Value.bytes([UInt8](repeating: 0, count: Payload.singleCallLimit / 2))
        #expect(apply(half, .plus, half)?.data?.count == Payload.singleCallLimit)
        #expect(apply(apply(half, .plus, half) ?? .none, .plus, data("x")) == nil)
    }

    @Test func fractions() {
        #expect(
            apply(.real(0.5), .plus, .integer(1)) == .real(1.5)
                && apply(.integer(1), .dividedBy, .real(4)) == .real(0.25)
        )
        #expect(apply(.real(1), .dividedBy, .real(0)) == nil && apply(.real(1), .dividedBy, .integer(0)) == nil)
        #expect(apply(.real(1e308), .times, .integer(10)) == nil && apply(.real(-1e308), .minus, .real(1e308)) == nil)
        #expect(
            apply(.real(0.5), .less, .integer(1)) == .boolean(true)
                && apply(.integer(1), .greaterOrEqual, .real(1)) == .boolean(true)
        )
    }

    @Test(arguments: [
        (1, 2, [true, true, false, false, false, true]), (2, 2, [false, true, false, true, true, false]),
        (3, 2, [false, false, true, true, false, true]),
        (Int.max, Int.max - 1, [false, false, true, true, false, true]),
    ])
    func comparisons(_ left: Int, _ right: Int, _ expected: [Bool]) {
        let operations: [Operator] = [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal]
        #expect(operations.map { apply(.integer(left), $0, .integer(right)) } == expected.map { .boolean($0) })
        #expect(operations.map { apply(data("\(left)"), $0, .integer(right)) } == expected.map { .boolean($0) })
    }

    @Test func dataIsComparedByteByByte() {
        for (left, right) in [
            ("1", "1.0"), ("007", "7"), ("1e3", "1000"), ("0x10", "16"), ("+5", "5"), ("inf", "infinity"),
        ] {
            #expect(apply(data(left), .equal, data(right)) == .boolean(false))
            #expect(apply(data(left), .unequal, data(right)) == .boolean(true))
        }
        for text in ["nan", "NaN", "", "\0", "x"] { #expect(apply(data(text), .equal, data(text)) == .boolean(true)) }
        #expect(
            apply(.text("x"), .equal, data("x")) == .boolean(true)
                && apply(.text("nan"), .equal, .text("nan")) == .boolean(true)
        )
        #expect(
            apply(data("80"), .equal, .integer(80)) == .boolean(true)
                && apply(.text("80"), .equal, .integer(80)) == .boolean(true)
        )
        #expect(apply(data("0x10"), .equal, .integer(16)) == .boolean(false))
    }

    @Test func dataIsJoined() {
        #expect(apply(data("12"), .plus, data("34")) == data("1234"), "received digits are not added")
        #expect(apply(data(""), .plus, data("34")) == data("34") && apply(data("a"), .plus, .integer(5)) == data("a5"))
        #expect(
            apply(data("5"), .plus, .integer(5)) == .integer(10) && apply(.text("5"), .plus, .integer(1)) == .integer(6)
        )
        #expect(apply(.list([]), .plus, data("x")) == nil)
    }

    @Test func whatIsNoNumberIsRefused() {
        for operation in [Operator.minus, .times, .dividedBy, .less, .greater] {
            #expect(apply(data("x"), operation, .integer(1)) == nil && apply(.integer(1), operation, data("x")) == nil)
            #expect(apply(data("nan"), operation, .integer(1)) == nil && apply(.none, operation, .integer(1)) == nil)
            #expect(apply(.list([]), operation, .list([])) == nil && apply(data("0x10"), operation, .integer(1)) == nil)
        }
    }

    @Test func contents() {
        #expect(
            apply(data("hello"), .contains, data("ell")) == .boolean(true)
                && apply(data("hello"), .contains, data("x")) == .boolean(false)
        )
        #expect(
            apply(data("hello"), .contains, data("")) == .boolean(true)
                && apply(data(""), .contains, data("x")) == .boolean(false)
        )
        #expect(apply(.list([.integer(80), data("x")]), .contains, data("x")) == .boolean(true))
        #expect(
            apply(.list([.integer(80)]), .contains, data("80")) == .boolean(true)
                && apply(.list([]), .contains, .none) == .boolean(false)
        )
        #expect(apply(data("x"), .contains, .list([])) == nil)
    }

    @Test func otherValuesAreEqualToThemselves() {
        let list = Value.list([.integer(1)])
        #expect(apply(list, .equal, list) == .boolean(true) && apply(list, .equal, .integer(1)) == .boolean(false))
        #expect(
            apply(.none, .equal, .none) == .boolean(true)
                && apply(.boolean(true), .equal, .text("yes")) == .boolean(true)
        )
        let close: [Int] = [9_007_199_254_740_992, 9_007_199_254_740_993]
        #expect(apply(.integer(close[0]), .equal, .integer(close[1])) == .boolean(false))
    }
}
