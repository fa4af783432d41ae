import Explaining
import Journal
import TestSupport
import Testing

@Suite struct ExplanationLayersTests {
    @Test func explainSaysWhatLayersSay() {
        let text = Explanation.text(LayerEvents.journal().calls(from: 2), history: LayerEvents.journal())
        let lines = text.split(separator: "\n").map(String.init)
        let send = lines.firstIndex { $0.hasPrefix("#2 send(") }
        let recv = lines.firstIndex { $0.hasPrefix("#3 recv(") }
        #expect(send != nil && recv != nil)
        guard let send, let recv else { return }
        let below = lines[send..<recv].filter {
            $0.hasPrefix("   tls") || $0.hasPrefix("   conv") || $0.hasPrefix("   pack")
        }
        #expect(below.count == 3 && below[0] == "   tls sent 27 bytes: Application Data")
        #expect(!lines[recv...].contains { $0.contains("PSH") || $0.contains("keep-alive") })
        #expect(!text.contains("\u{1b}"))
    }

    @Test func aCallWithoutEventsIsExplainedAsBefore() {
        let journal = LayerEvents.journal()
        let calls = journal.calls(from: 1)
        var plain = Journal()
        for call in calls { plain.append(call) }
        let kept = Explanation.text(calls, history: plain).split(separator: "\n")
        let all = Explanation.text(calls, history: journal).split(separator: "\n")
        #expect(all.count == kept.count + 3 && kept.allSatisfy(all.contains))
    }
}
