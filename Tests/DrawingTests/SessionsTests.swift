import Journal
import TestSupport
import Testing

/// The normal form of calls, which must be the same on a busy machine.
@Suite struct SessionsTests {
    private func form(gaps milliseconds: [UInt64], sleeps: Bool) -> [UInt64] {
        var moment: UInt64 = 5
        let calls = milliseconds.map { gap -> Call in
            moment += gap * 1_000_000
            return Call(.known(.listen), arguments: [], result: 0, start: moment, duration: 0)
        }
        let starts = Normal.form(of: calls, sleeps: sleeps).map(\.start)
        return zip(starts.dropFirst(), starts).map { $0 - $1 }
    }

    @Test func pausesAreTheSame() {
        #expect(
            form(gaps: [0, 1, 300, 349, 360, 1200], sleeps: true) == [1000] + [UInt64](repeating: 300_000_000, count: 4)
        )
        #expect(form(gaps: [0, 1, 149, 200, 1200], sleeps: false) == [UInt64](repeating: 1000, count: 4))
    }
}
