import TestSupport

/// The sixteen colours of a terminal, and the pairs of text and background that it is used with.
struct Palette: Sendable, CustomStringConvertible {
    let name: String
    let colours: [Colour]
    let grounds: [(text: Colour, back: Colour)]

    var description: String { name }

    private init(_ name: String, _ colours: String, _ grounds: String...) {
        self.name = name
        self.colours = colours.split(separator: " ").map(Colour.init)
        self.grounds = grounds.map { pair in
            let pair = pair.split(separator: " ").map(Colour.init)
            return (pair[0], pair[1])
        }
    }

    private static let solarized =
        "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"

    /// Those that come with the usual terminals.
    static let all = [
        Palette(
            "xterm",
            "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
            "000000 ffffff",
            "ffffff 000000"
        ),
        Palette(
            "VGA",
            "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
            "aaaaaa 000000"
        ),
        Palette("Solarized dark", solarized, "839496 002b36"),
        Palette("Solarized light", solarized, "657b83 fdf6e3"),
        Palette(
            "Tango",
            "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
            "d3d7cf 2e3436",
            "2e3436 eeeeec",
            "ffffff 300a24"
        ),
        Palette(
            "GNOME",
            "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff",
            "d0cfcc 171421",
            "171421 ffffff"
        ),
        Palette(
            "Windows Terminal Campbell",
            "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
            "cccccc 0c0c0c"
        ),
        Palette(
            "macOS Terminal",
            "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
            "000000 ffffff",
            "ffffff 1e1e1e",
            "f2f2f2 000000"
        ),
        Palette(
            "iTerm2",
            "000000 c91b00 00c200 c7c400 0225c7 ca30c7 00c5c7 c7c7c7 686868 ff6e67 5ffa68 fffc67 6871ff ff77ff 60fdff ffffff",
            "c7c7c7 000000",
            "000000 ffffff"
        ),
        Palette(
            "VS Code dark",
            "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5",
            "cccccc 1e1e1e"
        ),
        Palette(
            "VS Code light",
            "000000 cd3131 107c10 949800 0451a5 bc05bc 0598bc 555555 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5",
            "333333 ffffff"
        ),
    ]

    /// What a terminal with this palette makes of the parameters of an SGR sequence (ECMA-48 §8.3.117; xterm's 38 and 48):
    /// the colours that it sets, nil for its own.
    ///
    /// - Parameter isBoldBright: whether bold text has the bright one of the first eight colours, as on some.
    func colours(of codes: String, isBoldBright: Bool) -> (ink: Colour?, paper: Colour?, isReversed: Bool) {
        var codes = codes.split(separator: ";").compactMap { Int($0) }[...]
        let isBright = isBoldBright && codes.contains(1)
        var (ink, paper, isReversed): (Colour?, Colour?, Bool) = (nil, nil, false)
        while let code = codes.popFirst() {
            switch code {
            case 7: isReversed = true
            case 30...37: ink = colours[code - 30 + (isBright ? 8 : 0)]
            case 90...97: ink = colours[code - 90 + 8]
            case 40...47: paper = colours[code - 40]
            case 100...107: paper = colours[code - 100 + 8]
            case 38: ink = extended(&codes)
            case 48: paper = extended(&codes)
            default: break
            }
        }
        return (ink, paper, isReversed)
    }

    private func extended(_ codes: inout ArraySlice<Int>) -> Colour? {
        switch codes.popFirst() {
        case 5: return codes.popFirst().map(indexed)
        case 2:
            let parts = codes.prefix(3).map { UInt8($0) }
            codes = codes.dropFirst(3)
            return Colour(parts[0], parts[1], parts[2])
        default: return nil
        }
    }

    /// One of xterm's 256: those of the palette, a cube, and greys (XTerm's 256colres.pl).
    private func indexed(_ number: Int) -> Colour {
        if number < 16 { return colours[number] }
        if number >= 232 {
            let grey = UInt8(8 + 10 * (number - 232))
            return Colour(grey, grey, grey)
        }
        func level(_ place: Int) -> UInt8 { place == 0 ? 0 : UInt8(55 + 40 * place) }
        return Colour(level((number - 16) / 36), level((number - 16) / 6 % 6), level((number - 16) % 6))
    }
}
