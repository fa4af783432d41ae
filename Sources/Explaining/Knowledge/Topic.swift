import Language

/// Something that can be explained: an error, an option, a state, a flag, a kind, an idea.
public struct Topic: Sendable, Hashable {
    /// The name as C, the manual or an RFC has it.
    public let name: String
    /// One line: its number if it has one, and what it stands for.
    public let title: String
    /// What it is, in one to four sentences.
    public let text: String
    /// When one meets it.
    public let met: String
    /// What to do.
    public let advice: String
    /// Where it is described.
    public let source: String
    /// Other topics, or commands, worth a look.
    public let seeAlso: [String]

    /// A topic with what is written about it; what a note leaves out comes from the tables.
    init(
        _ name: String,
        title: String,
        note: Note?,
        text: String = "",
        met: String = "",
        advice: String = "",
        source: String,
        see: [String] = []
    ) {
        self.name = name
        self.title = title
        self.text = note?.text ?? text
        self.met = Self.chosen(note?.met, met)
        self.advice = Self.chosen(note?.advice, advice)
        self.source = Self.chosen(note?.source, source)
        seeAlso = note?.see ?? see
    }

    private static func chosen(_ written: String?, _ other: String) -> String {
        written.flatMap { $0.isEmpty ? nil : $0 } ?? other
    }

    /// The topic as lines of at most `width` columns.
    public func lines(width: Int = 80) -> [String] {
        let headline = name + (title.isEmpty ? "" : title.hasPrefix("(") ? " " : ": ") + title
        var lines = headline.wrapped(width: width)
        if !text.isEmpty { lines += text.wrapped(width: width, behind: "  ") }
        let parts = [
            ("met", met), ("try", advice), ("source", source), ("see", seeAlso.joined(separator: ", ")),
        ]
        for (label, words) in parts where !words.isEmpty {
            lines += words.wrapped(width: width, behind: "  " + label + String(repeating: " ", count: 8 - label.count))
        }
        return lines
    }

    /// The topic as text.
    public func text(width: Int = 80) -> String { lines(width: width).joined(separator: "\n") }
}
