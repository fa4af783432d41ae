/// How a piece of text looks: attributes, and colours by their numbers in xterm's table of 256, of which those from 16 on
/// are the same on all terminals.
struct Look: Equatable, Sendable {
    /// SGR's attributes (ECMA-48 §8.3.117), by their parameters.
    enum Attribute: Int, Sendable {
        case bold = 1
        case italic = 3
        case underlined = 4
        case reversed = 7
    }

    /// The attributes, in the order in which they are sent.
    let attributes: [Attribute]
    /// The text's colour; nil for the terminal's own.
    let ink: UInt8?
    /// The colour behind the text; nil for the terminal's own.
    let paper: UInt8?

    /// A look; a colour behind the text needs one for the text, as the terminal's own may not be readable on it.
    init(_ attributes: Attribute..., ink: UInt8? = nil) {
        (self.attributes, self.ink, paper) = (attributes, ink, nil)
    }

    /// A look that brings its own background.
    init(_ attributes: Attribute..., ink: UInt8, on paper: UInt8) {
        (self.attributes, self.ink, self.paper) = (attributes, ink, paper)
    }

    /// The parameters of the SGR sequence; empty for plain text.
    func codes(_ depth: ColourDepth) -> String {
        // Some terminals show bold text in the bright one of sixteen colours, which would be grey for black.
        let shown = depth == .sixteen && paper != nil ? attributes.filter { $0 != .bold } : attributes
        return (shown.map { String($0.rawValue) } + colours(depth)).joined(separator: ";")
    }

    private func colours(_ depth: ColourDepth) -> [String] {
        switch depth {
        // Each palette has other sixteen colours, and black on bright white is the only pair that all of them show
        // readably; a colour alone is left out.
        case .sixteen: paper == nil ? [] : ["30", "107"]
        case .indexed: (ink.map { ["38", "5", "\($0)"] } ?? []) + (paper.map { ["48", "5", "\($0)"] } ?? [])
        case .trueColour: Self.rgb("38", ink) + Self.rgb("48", paper)
        }
    }

    private static func rgb(_ layer: String, _ colour: UInt8?) -> [String] {
        guard let (red, green, blue) = colour.flatMap(components) else { return [] }
        return [layer, "2", "\(red)", "\(green)", "\(blue)"]
    }

    /// The red, green and blue of a colour from 16 on: a cube of six levels each, then 24 greys (XTerm Control Sequences,
    /// 256colres). Nil for the sixteen below, which are the palette's affair.
    static func components(of colour: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8)? {
        switch colour {
        case 0..<16: return nil
        case 232...: return ((colour - 232) * 10 + 8, (colour - 232) * 10 + 8, (colour - 232) * 10 + 8)
        default:
            let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
            let place = Int(colour) - 16
            return (levels[place / 36], levels[place / 6 % 6], levels[place % 6])
        }
    }
}

/// How many colours a terminal has.
public enum ColourDepth: Sendable, CaseIterable {
    /// The sixteen of its palette.
    case sixteen
    /// xterm's 256.
    case indexed
    /// Any, by red, green and blue.
    case trueColour

    /// What a terminal says of itself in `TERM` and `COLORTERM`, which are nil if unset.
    public init(terminal: String?, colours: String?) {
        let terminal = terminal ?? ""
        if ["truecolor", "24bit"].contains(colours) || terminal.hasSuffix("-direct") {
            self = .trueColour
        } else {
            self = terminal.hasSuffix("-256color") ? .indexed : .sixteen
        }
    }
}
