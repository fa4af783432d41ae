/// A manual page in the man macros of roff (groff_man(7)), built line by line.
struct Roff {
    /// The page's source.
    private(set) var text: String

    /// An empty page: no hyphenation, no adjustment.
    init(title: String, section: Int, source: String, manual: String) {
        text = ".TH \(title) \(section) \"\" \"\(Self.escaped(source))\" \"\(Self.escaped(manual))\"\n.nh\n.ad l\n"
    }

    /// Begins a section.
    mutating func section(_ heading: String) { macro("SH", heading) }

    /// Begins a subsection.
    mutating func subsection(_ heading: String) { macro("SS", heading) }

    /// A paragraph.
    mutating func paragraph(_ words: String) {
        text += ".PP\n"
        lines(words)
    }

    /// A label and what it means beside it.
    mutating func item(_ label: String, _ meaning: String) {
        text += ".TP\n.B "
        lines(label)
        lines(meaning.isEmpty ? " " : meaning)
    }

    /// Lines that stay as they are.
    mutating func verbatim(_ content: [String]) {
        text += ".PP\n.RS 4\n.nf\n"
        content.forEach { lines($0) }
        text += ".fi\n.RE\n"
    }

    /// A heading within a subsection.
    mutating func heading(_ words: String) {
        text += ".PP\n.B "
        lines(words)
    }

    /// What follows is indented further, until ``outdent()``.
    mutating func indent() { text += ".RS 4\n" }

    /// Ends ``indent()``.
    mutating func outdent() { text += ".RE\n" }

    private mutating func macro(_ name: String, _ words: String) {
        text += ".\(name) \"\(Self.escaped(words))\"\n"
    }

    private mutating func lines(_ words: String) {
        for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
            let escaped = Self.escaped(line)
            // A leading full stop or apostrophe would make it a request.
            text += (escaped.first == "." || escaped.first == "'" ? "\\&" : "") + escaped + "\n"
        }
    }

    private static func escaped(_ words: some StringProtocol) -> String {
        words.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\(rs"
            case "-": text += "\\-"
            case "\"": text += "\\(dq"
            case "'": text += "\\(aq"
            case "`": text += "\\(ga"
            case "^": text += "\\(ha"
            case "~": text += "\\(ti"
            default: text.append(character)
            }
        }
    }
}
