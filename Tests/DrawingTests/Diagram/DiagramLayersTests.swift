import Journal
import TestSupport
import Testing

@testable import Drawing

@Suite struct DiagramLayersTests {
    private static var diagram: SequenceDiagram {
        let journal = LayerEvents.journal()
        let calls = journal.calls(from: 1)
        return SequenceDiagram(calls, layers: journal.events(of: calls))
    }

    /// The items from the send on, up to the next call.
    private static var texts: [String] {
        diagram.items.compactMap { if case .layer(_, let text) = $0 { text } else { nil } }
    }

    @Test func layersStandBelowTheirCallAndItsArrow() throws {
        #expect(Self.texts.count == 3 && Self.texts[0] == "tls sent 27 bytes: Application Data")
        let items = Self.diagram.items
        let first = try #require(items.firstIndex { if case .layer = $0 { true } else { false } })
        let send = try #require(items.firstIndex { if case .call(2, _, _, _) = $0 { true } else { false } })
        let arrow = try #require(items.firstIndex { if case .arrow = $0 { true } else { false } })
        let recv = try #require(items.firstIndex { if case .call(3, _, _, _) = $0 { true } else { false } })
        #expect(send < arrow && arrow < first && first < recv)
    }

    @Test func withoutEventsNothingChanges() {
        let calls = LayerEvents.journal().calls(from: 1)
        let plain = SequenceDiagram(calls)
        #expect(plain.items == Self.diagram.items.filter { if case .layer = $0 { false } else { true } })
    }

    @Test(arguments: [30, 40, 80, 200]) func textFitsItsWidth(_ width: Int) {
        for isASCII in [false, true] {
            let text = DiagramText.text(Self.diagram, width: width, isASCII: isASCII)
            let lines = text.split(separator: "\n")
            #expect(lines.allSatisfy { $0.count <= width })
            #expect(
                !text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || (0x7f...0x9f).contains($0.value)) }
            )
            #expect(!isASCII || text.unicodeScalars.allSatisfy(\.isASCII))
            #expect(lines.contains { $0.contains("tls sent") })
        }
    }

    @Test func textShowsALineForEach() {
        let lines = DiagramText.text(Self.diagram, width: 120).split(separator: "\n").map(String.init)
        let tls = lines.firstIndex { $0.contains("tls sent 27 bytes: Application") }
        #expect(tls != nil)
        guard let tls else { return }
        #expect(lines[tls + 1].contains("conversation sent 5 bytes: S: 250"))
        #expect(lines[tls + 2].contains("packet sent 99 bytes: PSH ACK"))
    }

    @Test func svgAndMermaidEscapeThem() {
        let svg = DiagramSVG.text(Self.diagram)
        #expect(svg.contains("tls sent 27 bytes: Applicat") && !svg.contains("\u{1b}") && !svg.contains("<b>"))
        let mermaid = DiagramMermaid.text(Self.diagram)
        #expect(mermaid.contains("Note over L0: tls sent 27 bytes: Application Data\n"))
        #expect(!mermaid.contains("<b>") && !mermaid.contains("\u{1b}"))
        // Each statement has a line of its own, whatever is in it.
        #expect(mermaid.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("    ") })
    }

    @Test func manyEventsAreCutWithTheirCount() {
        var journal = LayerEvents.journal()
        for _ in 0..<50 { journal.append(LayerEvent(.packet, meaning: "ACK", of: .call(3), time: .max)) }
        let calls = journal.calls(from: 1)
        let diagram = SequenceDiagram(calls, layers: journal.events(of: calls))
        let texts = diagram.items.compactMap { item -> String? in
            if case .layer(_, let text) = item { text } else { nil }
        }
        #expect(texts.suffix(4) == ["packet: ACK", "packet: ACK", "packet: ACK", "47 more events of layers"])
    }

    @Test func aCallOnNoSocketHasThemToo() {
        var journal = Journal()
        for call in Sessions.run("getservbyname http tcp\np = socketpair") { journal.append(call) }
        journal.append(LayerEvent(.conversation, meaning: "asks the table", of: .call(1), time: .max))
        let calls = journal.calls(from: 1)
        let diagram = SequenceDiagram(calls, layers: journal.events(of: calls))
        #expect(diagram.items.contains(.layer(lane: nil, "conversation: asks the table")))
        #expect(DiagramText.text(diagram, width: 80).contains("    conversation: asks the table"))
        #expect(DiagramMermaid.text(diagram).contains("Note over L0,L1: conversation: asks the table"))
        #expect(DiagramSVG.text(diagram).contains("conversation: asks the table"))
        // Without a lane there is nothing to put a note over.
        let alone = SequenceDiagram(Array(calls.prefix(1)), layers: journal.events(of: calls))
        #expect(DiagramMermaid.text(alone) == "sequenceDiagram\n")
        #expect(DiagramText.text(alone, width: 40).contains("asks the table"))
    }

    @Test func aLaneThatIsLeftOutTakesItsEventsAlong() {
        let kept = Self.diagram.keeping([1])
        #expect(!kept.items.contains { if case .layer = $0 { true } else { false } })
        #expect(Self.diagram.keeping([0]).items.contains { if case .layer(0, _) = $0 { true } else { false } })
    }
}
