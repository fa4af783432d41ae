import Language

/// How a session behaves towards the person at the prompt.
public struct Settings: Sendable {
    /// Whether the prompt has vi key bindings.
    public var usesViKeys = false
    /// Whether it reports what happens on sockets while a line is typed.
    public var showsNotices = true
    /// The colours that the prompt has.
    public var theme = Theme.neutral

    /// The arguments of `set -o`.
    public enum Mode: String, CaseIterable, Sendable {
        case vi, emacs, notices, nonotices

        /// One line about it.
        public var about: String {
            switch self {
            case .vi: "vi's keys"
            case .emacs: "the usual keys"
            case .notices: "tell what happens on sockets"
            case .nonotices: "do not"
            }
        }

        /// The mode that undoes it.
        public var opposite: Mode {
            switch self {
            case .vi: .emacs
            case .emacs: .vi
            case .notices: .nonotices
            case .nonotices: .notices
            }
        }
    }

    /// Sets a mode.
    public mutating func apply(_ mode: Mode) {
        switch mode {
        case .vi: usesViKeys = true
        case .emacs: usesViKeys = false
        case .notices: showsNotices = true
        case .nonotices: showsNotices = false
        }
    }

    /// The settings by name.
    public var value: Value {
        .record(
            Record(
                .card,
                [
                    Record.Field("keys", .text(usesViKeys ? "vi" : "emacs")),
                    Record.Field("notices", .text(showsNotices ? "on" : "off")),
                    Record.Field("theme", .text(theme.rawValue)),
                ]
            )
        )
    }
}
