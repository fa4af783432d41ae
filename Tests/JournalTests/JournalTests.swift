import Sockets
import SystemPackage
import Testing

@testable import Journal

@Suite struct JournalTests {
    private func journal(_ calls: Int, capacity: Int = 65536, archive: Archive<Call> = .none) -> Journal {
        var journal = Journal(capacity: capacity, archive: archive)
        for number in 0..<calls { journal.append(.sample("call\(number + 1)", socket: number % 3)) }
        return journal
    }

    @Test func emptyOne() {
        let journal = Journal()
        #expect(journal.count == 0 && journal.first == 1)
        #expect(journal[0] == nil && journal[1] == nil && journal[-1] == nil && journal[.max] == nil)
        #expect(journal.calls(from: 1).isEmpty && journal.calls(from: -5).isEmpty)
        journal.backwards { _ in
            Issue.record("there is no call")
            return true
        }
    }

    @Test func numbersAreGivenInOrder() {
        var journal = Journal()
        #expect(journal.append(.sample()) == 1)
        var second = Call.sample()
        second.number = 99
        #expect(journal.append(second) == 2)
        #expect(journal.count == 2 && journal[2]?.number == 2)
    }

    @Test(arguments: [1, 1023, 1024, 1025, 2048, 5000]) func everyNumberFindsItsCall(_ count: Int) {
        let journal = journal(count)
        #expect(journal.count == count && journal.first == 1)
        for number in 1...count {
            #expect(journal[number]?.number == number && journal[number]?.name == "call\(number)")
        }
        #expect(journal[count + 1] == nil && journal[0] == nil)
        #expect(journal.calls(from: count).map(\.number) == [count])
        #expect(journal.calls(from: count + 1).isEmpty)
        #expect(journal.calls(from: -5).count == count)
        #expect(journal.calls(from: max(count - 1500, 1)).map(\.number) == Array(max(count - 1500, 1)...count))
    }

    @Test(arguments: [0, 1, 100, 1024, 1500, 4096]) func forgetsTheOldestCalls(_ capacity: Int) {
        let journal = journal(20_000, capacity: capacity)
        #expect(journal.count == 20_000)
        let kept = journal.count - journal.first + 1
        // Give or take a block, as documented.
        #expect(kept > capacity - 1024 && kept <= max(capacity, 1) + 2 * 1024)
        #expect(journal[journal.first - 1] == nil && journal[journal.first]?.number == journal.first)
        #expect(journal.calls(from: 1).count == min(max(capacity, 1), kept))
        var numbers: [Int] = []
        journal.forward(from: 1) { call in
            numbers.append(call.number)
            return true
        }
        #expect(numbers.first == journal.first && numbers.last == 20_000 && numbers.count == kept)
    }

    @Test func forgetsByWeight() {
        var journal = Journal(capacity: 65536, dataCapacity: 1 << 20, archive: .none)
        let clip = Clip([UInt8](repeating: 1, count: Clip.limit))
        for _ in 0..<1000 { journal.append(.sample(outputs: [Argument("buf", .data(clip))])) }
        let kept = journal.count - journal.first + 1
        #expect(kept * Clip.limit <= 3 << 20 && kept >= 1)
        #expect(journal[1000]?.number == 1000)
    }

    @Test(
        arguments: [
            .data(Clip([UInt8](repeating: 0, count: 40_000))), .text(String(repeating: "x", count: 40_000)),
            .option(.bytes([]), raw: [UInt8](repeating: 0, count: 40_000)),
            .poll((0..<10_000).map { PollEntry(descriptor: $0, events: .readable) }),
            .list((0..<10_000).map { .integer($0) }), .list([.list((0..<10_000).map { .integer($0) })]),
            .ancillary((0..<10_000).map { .timeToLive($0) }),
        ] as [Argument.Content]
    )
    func whateverIsBigWeighs(_ content: Argument.Content) {
        #expect(Call.sample(arguments: [Argument("a", content)]).weight >= 40_000)
        #expect(Call.sample(outputs: [Argument("a", content)]).weight >= 40_000)
        var journal = Journal(capacity: 65536, dataCapacity: 1 << 20, archive: .none)
        for _ in 0..<200 { journal.append(.sample(arguments: [Argument("a", content)])) }
        #expect(journal.first > 1)
    }

    @Test(arguments: [.descriptor(3), .integer(.max), .room(1 << 30), .null] as [Argument.Content])
    func whatIsSmallDoesNot(_ content: Argument.Content) {
        #expect(Call.sample(arguments: [Argument("a", content)]).weight == 0)
    }

    @Test func historyOfOneSocket() {
        let journal = journal(3000)
        var numbers: [Int] = []
        journal.history(of: 2) { call in
            numbers.append(call.number)
            return numbers.count < 3
        }
        #expect(numbers == [3000, 2997, 2994])
        journal.history(of: 7) { _ in
            Issue.record("it made no call")
            return true
        }
    }

    @Test func backwardsUntilEnough() {
        let journal = journal(2500)
        var numbers: [Int] = []
        journal.backwards { call in
            numbers.append(call.number)
            return true
        }
        #expect(numbers == Array((1...2500).reversed()))
        numbers = []
        journal.backwards { call in
            numbers.append(call.number)
            return false
        }
        #expect(numbers == [2500])
    }

    @Test(arguments: [0, 1, Clip.limit - 1, Clip.limit, Clip.limit + 1, 1 << 20]) func clips(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let clip = Clip(bytes)
        #expect(clip.count == count && clip.bytes == Array(bytes.prefix(Clip.limit)))
        #expect(clip.isWhole == (count <= Clip.limit))
        #expect(bytes.withUnsafeBytes { Clip($0) } == clip)
    }
}
