import Language
import Sockets
import Testing

@testable import Drawing

@Suite struct StateDrawingTests {
    @Test(arguments: ConnectionState.allCases)
    func everyStateStandsInAFrameOnce(state: ConnectionState) {
        for alphabet in [Alphabet.unicode, .ascii] {
            let lines = StateDrawing.lines(current: state, steps: [.closed, state], alphabet: alphabet)
            #expect(lines.allSatisfy { $0.count <= StateDrawing.width })
            let mark: Character = alphabet == .unicode ? "║" : "#"
            #expect(lines.filter { $0.contains(mark) && $0.contains("2 ") }.count == 1)
        }
    }

    @Test func asciiIsASCII() {
        let lines = StateDrawing.lines(
            current: .established,
            steps: [.closed, .synSent, .established],
            alphabet: .ascii
        )
        #expect(lines.joined().utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
        #expect(
            lines[9...11].map { $0.dropFirst(30).prefix(18) } == [
                "#================#", "# 3 ESTABLISHED  #", "#================#",
            ]
        )
    }

    @Test func aSocketThatIsGoneHasNoPresentState() {
        #expect(!StateDrawing.lines(current: nil, steps: []).joined().contains("║"))
    }

    @Test func manySteps() {
        let steps = [ConnectionState](repeating: .closed, count: 5000)
        #expect(StateDrawing.lines(current: .closed, steps: steps).allSatisfy { $0.count <= 80 })
    }
}
