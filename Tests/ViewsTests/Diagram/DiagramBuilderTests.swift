import Journal
import Testing

@testable import Views

@Suite struct DiagramBuilderTests {
    @Test func aStateFoundAtACloseStandsInFrontOfIt() throws {
        let calls = Sessions.run(
            """
            s = socket inet stream ; s.bind 127.0.0.1 0 ; s.listen
            c = socket inet stream ; c.connect 127.0.0.1 $s.port ; k = s.accept
            c.close
            poll k -timeout 5
            k.close
            """
        )
        let close = try #require(calls.last { $0.name == "close" })
        #expect(close.before == .closeWait)
        let items = SequenceDiagram(calls).items
        let place = try #require(
            items.firstIndex { item in
                if case .call(close.number, _, _, _) = item { true } else { false }
            }
        )
        let state = [SequenceDiagram.Piece(.state, "CLOSE_WAIT")]
        guard case .result(_, _, state, ends: false) = items[place - 1] else {
            Issue.record("nothing stands in front of the close")
            return
        }
        for case .call(close.number, _, let pieces, _) in items { #expect(pieces.allSatisfy { $0.role != .state }) }
    }
}
