import Journal
import Language
import TestSupport
import Testing

@testable import Shell

@Suite struct ValueAccountTests {
    @Test func onlyWhatIsHeavyIsCounted() {
        var account = ValueAccount()
        account.note("light", ValueAccount.lightest - 1)
        #expect(account.total == 0 && account.heaviest == nil)
        account.note("a", 10_000)
        account.note("b", 20_000)
        account.note("a", 30_000)
        #expect(account.total == 50_000 && account.heaviest == "a" && account.weight(of: "b") == 20_000)
        account.note("a", 1)
        account.note("b", 0)
        #expect(account.total == 0)
    }

    @Test func theLimitIsNearOnce() {
        var account = ValueAccount()
        account.limit = 1000
        #expect(!account.shouldWarn(700) && account.shouldWarn(801) && !account.shouldWarn(900))
        #expect(!account.shouldWarn(10) && account.shouldWarn(999))
    }

    @Test func whatValuesWeigh() {
        let record = Record(.row, [Record.Field("a", .bytes([1, 2, 3])), Record.Field("b", .text("é"))])
        #expect(Value.record(record).weight == 5)
        #expect(Value.list([.bytes([1]), .integer(7)]).weight == 1 + 2 * MemoryLayout<Value>.stride)
        #expect(Value.file([1, 2]).weight == 2 && Value.none.weight == 0 && Value.boolean(true).weight == 0)
    }

    @Test func theStandardLimitFitsTheMachine() {
        #expect((8 << 20)...(1 << 30) ~= ValueAccount.standardLimit)
    }
}
