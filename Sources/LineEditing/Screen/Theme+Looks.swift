import Language

// A test computes the contrast of all of these on the backgrounds of the usual terminals (WCAG 2.2, 1.4.3).
extension Theme {
    /// How a role looks.
    func look(of role: Role) -> Look {
        switch self {
        case .neutral: neutral(role)
        case .light: coloured(role, .onLight)
        case .dark: coloured(role, .onDark)
        case .highContrast: strong(role)
        case .projector: projected(role)
        }
    }

    /// No colour is readable on black, white and all that people choose between them, so a colour here has its own background.
    private func neutral(_ role: Role) -> Look {
        switch role {
        case .error, .wrong: Look(.bold, ink: 231, on: 124)
        case .done: Look(.bold, ink: 231, on: 22)
        case .notYet, .warning: Look(.bold, ink: 16, on: 214)
        case .task: Look(ink: 16, on: 254)
        case .match: Look(ink: 16, on: 221)
        default: uncoloured(role)
        }
    }

    private func strong(_ role: Role) -> Look {
        switch role {
        case .error, .wrong: Look(.bold, ink: 231, on: 88)
        case .done: Look(.bold, ink: 231, on: 22)
        case .notYet, .warning, .match: Look(.bold, ink: 16, on: 226)
        case .task: Look(.bold, ink: 16, on: 231)
        case .hint, .suggestion, .comment: Look(.underlined)
        case .hintCurrent: Look(.bold, .underlined)
        default: uncoloured(role)
        }
    }

    private func projected(_ role: Role) -> Look {
        switch role {
        case .hint, .suggestion, .comment, .stressed: Look(.bold, .italic)
        case .plain: Look()
        default: strong(role) == Look() ? Look(.bold) : strong(role)
        }
    }

    /// Attributes alone.
    private func uncoloured(_ role: Role) -> Look {
        switch role {
        case .promptName, .promptMark, .emphasis, .heading, .command, .code, .notice: Look(.bold)
        case .bracket: Look(.bold, .underlined)
        case .unknown: Look(.underlined)
        case .comment, .hint, .suggestion, .stressed, .quotation: Look(.italic)
        case .hintCurrent: Look(.bold, .italic)
        case .selected: Look(.reversed)
        default: Look()
        }
    }

    /// The colours for one kind of background.
    private struct Inks {
        let red, green, amber, blue, cyan, magenta, grey: UInt8
        let task: Look

        static let onLight = Inks(
            red: 124,
            green: 22,
            amber: 94,
            blue: 25,
            cyan: 23,
            magenta: 90,
            grey: 240,
            task: Look(ink: 16, on: 254)
        )
        static let onDark = Inks(
            red: 217,
            green: 114,
            amber: 221,
            blue: 117,
            cyan: 123,
            magenta: 183,
            grey: 250,
            task: Look(ink: 231, on: 237)
        )
    }

    private func coloured(_ role: Role, _ inks: Inks) -> Look {
        switch role {
        case .plain, .stressed, .emphasis, .bracket, .selected: uncoloured(role)
        case .promptName, .heading: Look(.bold, ink: inks.cyan)
        case .promptMark: Look(.bold)
        case .promptState, .name, .quotation: Look(ink: inks.cyan)
        case .command: Look(.bold, ink: inks.blue)
        case .code: Look(ink: inks.blue)
        case .unknown: Look(.underlined, ink: inks.red)
        case .error: Look(ink: inks.red)
        case .string: Look(ink: inks.green)
        case .number: Look(ink: inks.magenta)
        case .option, .warning, .notice: Look(ink: inks.amber)
        case .comment, .hint, .suggestion: Look(.italic, ink: inks.grey)
        case .hintCurrent: Look(.bold, .italic, ink: inks.grey)
        case .dim: Look(ink: inks.grey)
        case .task: inks.task
        case .done: Look(.bold, ink: inks.green)
        case .notYet: Look(.bold, ink: inks.amber)
        case .wrong: Look(.bold, ink: inks.red)
        case .match: Look(ink: 16, on: 221)
        }
    }
}
