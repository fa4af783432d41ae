import Journal
import JournalFiles
import TestSupport
import Testing

@testable import Drawing
@testable import Reading

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

    @Test(arguments: [
        ("SOCK_CLOEXEC", "accept4 cloexec"), ("SOCK_NONBLOCK|SOCK_CLOEXEC", "accept4 nonblock|cloexec"),
        ("0", "accept4"),
    ])
    func accept4HasItsFlagsOnly(_ flags: String, _ label: String) throws {
        let log = """
            accept4(3<TCP:[127.0.0.1:80]>, {sa_family=AF_INET, sin_port=htons(5), sin_addr=inet_addr("127.0.0.1")}, \
            [16 => 16], \(flags)) = 4<TCP:[127.0.0.1:80->127.0.0.1:5]>

            """
        var reader = StraceLogReader()
        reader.take(Array(log.utf8)[...])
        let call = try #require(try reader.finish().journal.newest(1).first)
        #expect(CallLabel(call, CallNote()) { _ in nil }.head.text == label)
    }
}
