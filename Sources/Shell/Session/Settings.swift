import Language

/// How a session behaves towards the person at the prompt.
public struct Settings: Sendable {
    /// Whether the prompt has vi's keys.
    public var usesViKeys = false
    /// Whether it tells what happens on sockets while a line is typed.
    public var showsNotices = true

    /// What `set -o` takes.
    public static let modes: [(name: String, about: String)] = [
        ("vi", "vi's keys"), ("emacs", "the usual keys"), ("notices", "tell what happens on sockets"),
        ("nonotices", "do not"),
    ]

    /// The mode that undoes one of ``modes``.
    public static func opposite(of mode: String) -> String {
        switch mode {
        case "vi": "emacs"
        case "emacs": "vi"
        case "notices": "nonotices"
        default: "notices"
        }
    }

    /// Makes one of ``modes`` so.
    public mutating func apply(_ mode: String) {
        switch mode {
        case "vi": usesViKeys = true
        case "emacs": usesViKeys = false
        case "notices": showsNotices = true
        default: showsNotices = false
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
                ]
            )
        )
    }
}
