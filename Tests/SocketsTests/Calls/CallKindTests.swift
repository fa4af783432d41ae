import Testing

@testable import Sockets

@Suite struct CallKindTests {
    private static let rows: [CallRow] =
        CallRow.sockets + CallRow.transfer + CallRow.descriptors + CallRow.waiting + CallRow.processes + CallRow.names
        + CallRow.conversions

    @Test func everyKindHasOneRow() {
        let counts = Dictionary(grouping: Self.rows, by: \.kind).mapValues(\.count)
        for kind in CallKind.allCases { #expect(counts[kind] == 1, "rows of \(kind): \(counts[kind] ?? 0)") }
        #expect(CallRow.table.map(\.kind) == CallKind.allCases)
    }

    @Test func everyNameIsFound() {
        for row in Self.rows {
            #expect(row.name == "\(row.kind)")
            for name in [row.name] + row.spellings { #expect(CallKind(name: name) == row.kind, "\(name)") }
        }
        let names = Self.rows.flatMap { [$0.name] + $0.spellings }
        #expect(Set(names).count == names.count)
        #expect(CallKind(name: "mmap") == nil && CallKind(name: "") == nil)
    }

    @Test func theManualIsNamedByItsPage() {
        #expect(CallKind.accept4.row.manual == "accept(2)")
        #expect(CallKind.sockatmark.row.manual == "sockatmark(3)")
        #expect(Self.rows.allSatisfy { $0.section == 2 || $0.section == 3 })
    }

    @Test(arguments: CallKind.allCases) func traitsFitTogether(_ kind: CallKind) {
        let row = kind.row
        #expect(!kind.has(.accepts) || kind.has(.makesDescriptor) && row.waitsFor == .socket(.readable))
        #expect(!kind.has(.duplicates) || kind.has(.makesDescriptor))
        #expect(!kind.has(.resolves) || kind.has(.looksUp))
        #expect((kind.has(.sends) || kind.has(.receives)) == (row.returns == .count))
        #expect(kind.has(.watches) == (row.returns == .events))
        #expect(kind.has(.endsProcess) == (row.returns == .never))
        #expect(!kind.has(.asks) || kind.traits.isDisjoint(with: [.sends, .receives, .makesDescriptor, .isMilestone]))
        #expect(!(kind.has(.isOfSockets) && kind.has(.isOfDescriptors)))
    }
}
