import Explaining
import Testing

@Suite("The errno table", .timeLimit(.minutes(5)))
struct ErrnoTableTests {
    static let all: [Provocation] =
        Provocation.creation + Provocation.binding + Provocation.connecting + Provocation.accepting
        + Provocation.sending + Provocation.receiving + Provocation.asking + Provocation.ending + Provocation.unlinking
        + Provocation.names + DescriptorErrnos.notSockets

    @Test("provokes the error and names its cause", arguments: all)
    func provoked(provocation: Provocation) throws { try provocation.run() }

    @Test("covers every error of the manual pages", arguments: ManualPages.errors.keys.sorted())
    func covered(call: String) {
        let closed = Set(DescriptorErrnos.lines.map(\.call)).contains(call) ? ["EBADF"] : []
        let options = OptionErrnos.pairs.filter { $0.call == call }.map(\.error)
        let tested = Set(Self.all.filter { $0.call == call }.map(\.error) + closed + options)
        let missing = Set(ManualPages.errors[call] ?? []).subtracting(tested)
        #expect(missing.isEmpty)
    }

    @Test("at least forty pairs have an explanation of their own that is tested")
    func explained() {
        let own = Set(Diagnosis.explained.map { "\($0.call) \($0.error)" })
        let tested = Set(
            Self.all.map { "\($0.call) \($0.error)" } + OptionErrnos.pairs.map { "\($0.call) \($0.error)" }
        )
        #expect(own.intersection(tested).count >= 120)
    }

    @Test("no two rules have one name, and no rule is without a test")
    func names() {
        #expect(Set(Diagnosis.rules).count == Diagnosis.rules.count)
        let tested = Set(Self.all.map(\.rule) + OptionErrnos.pairs.map(\.rule)).union(Self.elsewhere)
        #expect(Set(Diagnosis.rules).subtracting(tested) == [])
    }

    /// Rules whose tests are in ``WaitingTests``, ``LookupTests``, ``CauseTests`` and ``StateCauseTests``.
    private static let elsewhere = WaitingTests.rules.union(["descriptor.closed"]).union(LookupTests.rules)
        .union(CauseTests.rules).union(StateCauseTests.rules)
}
