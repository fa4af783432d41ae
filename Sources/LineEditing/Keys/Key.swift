/// One key, as a terminal sends it.
enum Key: Equatable {
    case character(Unicode.Scalar)
    /// Escape by itself.
    case escape
    /// What begins with ESC and belongs together: a control sequence, or Alt plus a character.
    case sequence(String)

    /// What the terminal sends for it.
    var text: String {
        switch self {
        case .character(let scalar): String(scalar)
        case .escape: "\u{1b}"
        case .sequence(let text): text
        }
    }
}
