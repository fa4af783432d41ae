import Language
import Testing

@testable import LineEditing

@Suite struct StyleTests {
    private let text = StyledText("x", .wrong) + StyledText("y", .code) + StyledText("z")

    @Test func aPlainStyleHasNoSequences() { #expect(Style(.plain).rendered(text) == "xyz") }

    @Test(arguments: [
        (ColourDepth.sixteen, "\u{1b}[30;107mx"), (.indexed, "\u{1b}[1;38;5;231;48;5;124mx"),
        (.trueColour, "\u{1b}[1;38;2;255;255;255;48;2;175;0;0mx"),
    ]) func aRoleHasTheColoursThatThereAre(depth: ColourDepth, first: String) {
        #expect(Style(.full, depth: depth).rendered(text) == first + "\u{1b}[0m\u{1b}[1my\u{1b}[0mz")
    }

    @Test func aNewThemeHoldsForAllCopies() {
        let style = Style(.full)
        let copy = style
        copy.theme = .dark
        #expect(style.theme == .dark && style.rendered(text).hasPrefix("\u{1b}[1;38;5;217mx"))
    }

    @Test(
        arguments: [
            ("xterm-256color", nil, ColourDepth.indexed), ("xterm", nil, .sixteen), ("linux", nil, .sixteen),
            ("xterm", "truecolor", .trueColour), ("xterm-256color", "24bit", .trueColour),
            ("xterm-direct", nil, .trueColour),
            ("tmux-256color", "", .indexed), (nil, nil, .sixteen),
        ] as [(String?, String?, ColourDepth)]
    )
    func theTerminalSaysHowManyColoursItHas(terminal: String?, colours: String?, depth: ColourDepth) {
        #expect(ColourDepth(terminal: terminal, colours: colours) == depth)
    }
}
