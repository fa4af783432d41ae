/// How a terminal shows roles: what its person has chosen to read well.
public enum Theme: String, CaseIterable, Sendable {
    /// Readable whatever the background is: attributes, and colours that bring their own background.
    case neutral
    /// Colours for a light background, and for a dark one.
    case light, dark
    /// Few differences, each of them strong.
    case highContrast = "high-contrast"
    /// For a screen at the end of a room: bold, and no fine differences.
    case projector

    /// The names of all themes, for a sentence.
    public static let names = allCases.map(\.rawValue).joined(separator: ", ")

    /// One line about it.
    public var about: String {
        switch self {
        case .neutral: "readable on any background"
        case .light: "colours for a light background"
        case .dark: "colours for a dark background"
        case .highContrast: "strong differences only"
        case .projector: "bold, for the back of the room"
        }
    }
}
