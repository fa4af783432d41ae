import Testing

@testable import Journal

@Suite struct LayerEventTests {
    @Test func layersAndDirectionsHaveNames() {
        for layer in Layer.allCases { #expect(Layer(named: layer.name) == layer) }
        for direction in Direction.allCases { #expect(Direction(named: direction.name) == direction) }
        #expect(Layer(named: "TLS") == nil && Layer(named: "") == nil && Direction(named: "both") == nil)
    }

    @Test(arguments: ["", "C: EHLO", String(repeating: "x", count: LayerEvent.meaningLimit)])
    func aMeaningThatFitsIsKept(_ meaning: String) {
        #expect(LayerEvent(.tls, meaning: meaning, time: 0).meaning == meaning)
    }

    @Test func aMeaningIsCutBetweenScalars() {
        let long = String(repeating: "\u{20ac}", count: LayerEvent.meaningLimit)
        let meaning = LayerEvent(.conversation, meaning: long, time: 0).meaning
        #expect(meaning.utf8.count == LayerEvent.meaningLimit / 3 * 3 && meaning.allSatisfy { $0 == "\u{20ac}" })
    }
}
