import Sockets
import Synchronization
import SystemPackage
import Testing

@testable import Journal

@Suite struct JournalEventsTests {
    /// A journal of this many calls on three sockets in turn, each with a record and a line of a conversation.
    private func journal(_ calls: Int, capacity: Int = 16384) -> Journal {
        var journal = Journal(capacity: capacity)
        for index in 0..<calls {
            let call = journal.append(.at(UInt64(index * 10), for: 5, socket: index % 3, statement: index + 1))
            let record = journal.append(.seen(.tls, socket: index % 3, of: .call(call), time: UInt64(index * 10 + 6)))
            journal.append(.seen(.conversation, socket: index % 3, of: .event(record), time: UInt64(index * 10 + 7)))
        }
        return journal
    }

    @Test func aJournalWithoutEventsHasNone() {
        var journal = Journal()
        journal.append(.sample())
        #expect(!journal.hasEvents && journal.eventCount == 0 && journal.event(1) == nil && journal.event(0) == nil)
        #expect(
            journal.events(of: 1).isEmpty && journal.events(of: journal.calls(from: 1)).isEmpty
                && journal.events(on: 1).isEmpty
        )
        #expect(journal.entries() == [.call(journal.newest(1)[0])])
        #expect(recorded(journal) == ["call 1"])
        #expect(journal.takeEventTrouble() == nil)
    }

    @Test func numbersOfCallsStayAsTheyAre() {
        let journal = journal(3)
        #expect(journal.count == 3 && journal.eventCount == 6 && journal.calls(from: 1).map(\.number) == [1, 2, 3])
        #expect(journal.newestEvents().map(\.number) == Array(1...6))
        #expect(recorded(journal).prefix(4) == ["call 1", "event 1", "event 2", "call 2"])
    }

    @Test func anEventKnowsItsCallAndItsStatement() throws {
        let journal = journal(3)
        let line = try #require(journal.event(4))
        #expect(line.of == .event(3) && line.call == 2 && line.statement == 2 && line.after == 2)
        #expect(journal.events(of: 2).map(\.number) == [3, 4])
        #expect(journal.events(of: journal.calls(from: 2)).mapValues { $0.map(\.number) } == [2: [3, 4], 3: [5, 6]])
        #expect(journal.events(on: 1).map(\.number) == [3, 4])
        #expect(journal.events(ofStatements: [1, 3], from: 1).map(\.number) == [1, 2, 5, 6])
        #expect(journal.events(ofStatements: [1, 3], from: 5).map(\.number) == [5, 6])
        #expect(journal.events(of: 4).isEmpty && journal.events(of: 0).isEmpty && journal.events(on: 9).isEmpty)
    }

    @Test(
        arguments: [.call(0), .call(2), .call(-1), .call(.max), .event(1), .event(0), .event(.min)]
            as [LayerEvent.Origin]
    )
    func whatIsNotThereCausesNothing(_ origin: LayerEvent.Origin) {
        var journal = Journal()
        journal.append(.sample())
        #expect(!journal.has(origin))
        journal.append(.seen(of: origin))
        #expect(journal.event(1)?.of == nil && journal.event(1)?.call == nil && journal.event(1)?.after == 1)
    }

    @Test func anEventBeforeTheFirstCallBelongsToTheBeginning() {
        var journal = Journal()
        journal.append(.seen(.packet, time: 3))
        journal.append(.sample())
        #expect(journal.event(1)?.after == 0)
        #expect(recorded(journal) == ["event 1", "call 1"])
        #expect(journal.entries().count == 2 && journal.entries(from: 1).count == 2 && journal.entries(from: 2).isEmpty)
    }

    @Test func aCopyKeepsWhatItHad() {
        var one = journal(3)
        let copy = one
        one.append(.seen(.packet, of: .call(1), time: 0))
        #expect(copy.eventCount == 6 && copy.event(7) == nil && copy.events(of: 1).count == 2)
        #expect(one.eventCount == 7 && one.events(of: 1).count == 3)
    }

    @Test func eventsThatAreNotInMemoryAreFound() {
        let journal = journal(6000, capacity: 1)
        #expect(journal.first == 1 && journal.eventCount == 12_000)
        for call in [1, 511, 512, 513, 3000, 6000] {
            #expect(journal.events(of: call).map(\.number).last == 2 * call)
            #expect(journal.event(2 * call)?.call == call)
        }
        #expect(journal.event(1)?.layer == .tls && journal.event(12_001) == nil)
        let all = recorded(journal)
        #expect(all.count == 18_000 && all[0] == "call 1" && all[17_999] == "event 12000" && all[8999] == "event 6000")
        #expect(journal.events(on: 7).isEmpty)
    }

    @Test func aBlockOfEventsThatCannotBeReadIsPassedOver() throws {
        var journal = Journal(capacity: 1)
        let files = Mutex<[Int32]>([])
        journal.layers = [
            Log(
                capacity: 1,
                dataCapacity: 1 << 20,
                archive: Archive { () throws(Errno) in
                    let file = try SpillFile<LayerEvent>.make(capacity: 1 << 20)
                    files.withLock { $0.append(file.descriptor.rawValue) }
                    return file
                }
            )
        ]
        let call = journal.append(.sample())
        for _ in 0..<3000 { journal.append(.seen(of: .call(call))) }
        let descriptor = try #require(files.withLock { $0.first })
        #expect(ftruncate(descriptor, 1) == 0)
        #expect(journal.event(1) == nil && journal.event(3000) != nil)
        #expect(recorded(journal).count < 3001 && recorded(journal).last == "event 3000")
    }

    @Test func whereThereIsNoFileTheOldestEventsAreForgottenAndItIsSaidOnce() {
        var journal = Journal(capacity: 1)
        journal.layers = [
            Log(
                capacity: 1,
                dataCapacity: 1 << 20,
                archive: Archive { () throws(Errno) in throw .permissionDenied }
            )
        ]
        for _ in 0..<3000 { journal.append(.seen()) }
        journal.append(.seen(.tls, of: .event(1)))
        #expect(journal.event(1) == nil && journal.event(3001)?.of == .event(1) && journal.event(3001)?.call == nil)
        #expect(journal.takeEventTrouble() == .permissionDenied && journal.takeEventTrouble() == nil)
        #expect(journal.takeTrouble() == nil)
    }

    @Test func dataOfEventsWeighs() {
        var journal = Journal(capacity: 65536, dataCapacity: 1 << 20)
        for index in 0..<200 { journal.append(.seen(bytes: [UInt8](repeating: UInt8(index), count: 40_000))) }
        // What is in memory has a clip's full length, what was in the file its beginning.
        #expect(journal.event(1)?.bytes.bytes.count == Clip.beginningLimit && journal.event(1)?.bytes.count == 40_000)
        #expect(journal.event(200)?.bytes.isWhole == true)
        #expect(journal.newestEvents().count < 200)
    }

    @Test func eventsOfForgottenCallsAreForgottenWithThem() {
        var journal = Journal(capacity: 1, archive: .none)
        for _ in 0..<3000 {
            let call = journal.append(.sample())
            journal.append(.seen(of: .call(call)))
        }
        #expect(
            journal.first > 1 && recorded(journal).prefix(2) == ["call \(journal.first)", "event \(journal.first)"]
        )
        #expect(journal.event(1) != nil)
        #expect(journal.entries().first?.time == 0)
        #expect(
            !journal.entries().contains {
                if case .event(let event) = $0 { event.number < journal.first } else { false }
            }
        )
    }

    @Test func savedEventsKeepTheirNumbers() {
        var journal = Journal(startingAt: 5)
        journal.beginEvents(at: 9)
        journal.append(.sample())
        #expect(journal.append(.seen(of: .call(5))) == 9)
        journal.beginEvents(at: 100)
        #expect(journal.append(.seen(of: .event(3))) == 10)
        // What is older than the file is forgotten, and is known to have been there.
        #expect(journal.event(10)?.of == .event(3) && journal.event(10)?.call == nil && journal.event(8) == nil)
    }
}

/// A journal's content, in the order in which it was recorded.
private func recorded(_ journal: Journal) -> [String] {
    var names: [String] = []
    journal.forwardEntries { entry in
        switch entry {
        case .call(let call): names.append("call \(call.number)")
        case .event(let event): names.append("event \(event.number)")
        }
        return true
    }
    return names
}
