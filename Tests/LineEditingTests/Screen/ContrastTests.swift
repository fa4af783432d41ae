import Language
import TestSupport
import Testing

@testable import LineEditing

@Suite struct ContrastTests {
    /// The least contrast that text may have (WCAG 2.2, 1.4.3 and 1.4.6).
    private func wanted(_ theme: Theme) -> Double { theme == .highContrast || theme == .projector ? 7 : 4.5 }

    /// Whether a theme is made for a background.
    private func fits(_ theme: Theme, _ back: Colour) -> Bool {
        switch theme {
        case .light: !back.isDark
        case .dark: back.isDark
        case .neutral, .highContrast, .projector: true
        }
    }

    @Test(arguments: Theme.allCases, ColourDepth.allCases)
    func everyRoleIsReadableOnEveryPalette(theme: Theme, depth: ColourDepth) {
        for role in Role.allCases {
            let codes = theme.look(of: role).codes(depth)
            for palette in Palette.all {
                for ground in palette.grounds where fits(theme, ground.back) {
                    for isBoldBright in [false, true] {
                        let (ink, paper, _) = palette.colours(of: codes, isBoldBright: isBoldBright)
                        // The terminal's own pair is its person's choice; reversed it is the same pair.
                        if ink == nil, paper == nil { continue }
                        let contrast = (ink ?? ground.text).contrast(with: paper ?? ground.back)
                        #expect(
                            contrast >= wanted(theme),
                            "\(theme) \(depth) \(role) in \(palette) on \(ground.back): \(contrast)"
                        )
                    }
                }
            }
        }
    }

    @Test func theSignsOfATaskHaveColoursOfTheirOwn() {
        for theme in Theme.allCases {
            let looks = [Role.done, .notYet, .wrong, .task, .plain].map { theme.look(of: $0).codes(.indexed) }
            #expect(Set(looks).count == looks.count, "\(theme)")
        }
    }

    @Test func whatIsTypedIsToldFromWhatIsOffered() {
        for theme in Theme.allCases {
            for depth in ColourDepth.allCases {
                let codes = [Role.plain, .string].map { theme.look(of: $0).codes(depth) }
                for offered in [Role.hint, .suggestion] {
                    #expect(!codes.contains(theme.look(of: offered).codes(depth)))
                }
                #expect(theme.look(of: .hint).codes(depth) != theme.look(of: .hintCurrent).codes(depth), "\(theme)")
            }
        }
    }

    @Test func contrastIsThatOfTheStandard() {
        let (black, white) = (Colour("000000"), Colour("ffffff"))
        #expect(abs(black.contrast(with: white) - 21) < 1e-9 && white.contrast(with: white) == 1)
        #expect(abs(Colour("767676").contrast(with: white) - 4.54) < 0.01)
    }
}
