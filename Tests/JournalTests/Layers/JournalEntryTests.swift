import Testing

@testable import Journal

@Suite struct JournalEntryTests {
    /// The entries of a journal by kind and number, such as `c1 e1`.
    private func order(_ journal: Journal, from number: Int = 1) -> String {
        journal.entries(from: number).map { entry in
            switch entry {
            case .call(let call): "c\(call.number)"
            case .event(let event): "e\(event.number)"
            }
        }.joined(separator: " ")
    }

    @Test func entriesAreInTheOrderOfTime() {
        var journal = Journal()
        for start: UInt64 in [10, 20, 30] { journal.append(.at(start, for: 5)) }
        // All were recorded late, as in a capture.
        for time: UInt64 in [40, 5, 27, 15, 22] { journal.append(.seen(.packet, time: time)) }
        #expect(order(journal) == "e2 c1 e4 e5 c2 e3 c3 e1")
    }

    @Test func anEventIsNeverBeforeItsCall() {
        var journal = Journal()
        for start: UInt64 in [10, 20, 30] { journal.append(.at(start, for: 5)) }
        // A packet leaves before its call returns.
        journal.append(.seen(.packet, of: .call(2), time: 21))
        journal.append(.seen(.packet, of: .call(1), time: 11))
        #expect(order(journal) == "c1 e2 c2 e1 c3")
    }

    @Test func anEventIsNeverBeforeTheEventItBelongsTo() {
        var journal = Journal()
        journal.append(.at(0, for: 5))
        journal.append(.seen(.tls, of: .call(1), time: 20))
        journal.append(.seen(.conversation, of: .event(1), time: 10))
        journal.append(.seen(.packet, of: .call(1), time: 15))
        #expect(order(journal) == "c1 e3 e1 e2")
    }

    @Test func callsKeepTheirOrder() {
        var journal = Journal()
        journal.append(.at(0, for: 100))
        journal.append(.at(10, for: 5))
        journal.append(.seen(time: 50))
        #expect(order(journal) == "e1 c1 c2")
    }

    @Test func entriesFromANumberOn() {
        var journal = Journal()
        for start: UInt64 in [10, 20, 30] {
            let call = journal.append(.at(start, for: 5))
            journal.append(.seen(of: .call(call), time: start + 6))
        }
        #expect(order(journal, from: 2) == "c2 e2 c3 e3")
        #expect(order(journal, from: 4) == "")
    }

    @Test func anEntryHasASocketAndATime() {
        let call = JournalEntry.call(.at(10, for: 5, socket: 3))
        #expect(call.time == 15 && call.socket == 3)
        let event = JournalEntry.event(.seen(socket: 4, time: 7))
        #expect(event.time == 7 && event.socket == 4)
        #expect(JournalEntry.inOrder([], []).isEmpty)
    }
}
