import Journal
import Language
import Shell

/// One of the modes that `set -o` takes.
struct ModeName: ParameterType {
    private let choice = Choice("MODE", Settings.Mode.allCases.map { ($0.rawValue, $0.about) })

    var about: String { choice.about }

    func hint(_ context: Context) -> String { choice.hint(context) }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Settings.Mode {
        let start = words.next?.span ?? Span(0, 0)
        let name = try choice.parse(&words, context)
        guard let mode = Settings.Mode(rawValue: name) else {
            throw Failure(.unsuitable(word: name, wanted: "one of \(about)"), at: start)
        }
        return mode
    }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] { choice.complete(prefix, context) }
}

/// What `set` changes without a flag: `+o MODE`, which other shells have for the opposite of `-o MODE`, or `theme NAME`.
enum SettingChange: Sendable {
    case unset(Settings.Mode)
    case theme(Theme)
}

/// The change that `set` is asked for; nil if none is typed.
struct SettingName: ParameterType {
    private let themes = Choice("NAME", Theme.allCases.map { ($0.rawValue, $0.about) })
    let about = "+o MODE is the opposite of -o; theme NAME chooses colours: \(Theme.names)"
    let isOptional = true

    func hint(_ context: Context) -> String { context.position == 0 ? "[+o MODE] [theme NAME]" : "NAME" }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> SettingChange? {
        guard let next = words.next else { return nil }
        guard !next.isQuoted, next.text == "+o" || next.text == "theme" else { throw Self.refused(next) }
        _ = words.take()
        if next.text == "+o" { return .unset(try ModeName().parse(&words, context)) }
        let start = words.next?.span ?? next.span
        let name = try themes.parse(&words, context)
        guard let theme = Theme(rawValue: name) else {
            throw Failure(.unsuitable(word: name, wanted: "one of \(themes.about)"), at: start)
        }
        return .theme(theme)
    }

    private static func refused(_ word: Word) -> Failure {
        let text = word.text ?? ""
        let advice: String =
            if Settings.Mode(rawValue: text) != nil {
                "set -o \(text)"
            } else {
                "set theme \(Theme(rawValue: text) ?? .dark)"
            }
        return Failure(.unsuitable(word: word.shown, wanted: "-o, +o or theme", advice: [advice]), at: word.span)
    }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        switch context.words.first?.text {
        case nil: [Candidate("theme", "colours to read well")]
        case "theme": themes.complete(prefix, context)
        default: ModeName().complete(prefix, context)
        }
    }
}
