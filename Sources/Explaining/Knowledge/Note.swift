/// What is written about one thing, before its name, number and place in the tables are put to it.
struct Note: Sendable {
    /// The name as C, the manual or an RFC has it.
    let name: String
    /// What it is, in one to four sentences.
    let text: String
    /// When one meets it.
    let met: String
    /// What to do.
    let advice: String
    /// Where it is described.
    let source: String
    /// Other things worth a look.
    let see: [String]
    /// One line, if no table has one.
    let title: String

    init(
        _ name: String,
        _ title: String = "",
        text: String,
        met: String,
        advice: String,
        source: String,
        see: String = ""
    ) {
        self.name = name
        self.title = title
        self.text = text
        self.met = met
        self.advice = advice
        self.source = source
        self.see = see.split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
}

/// The notes, family by family; each family is made when something of it is asked for first.
enum Notes {
    /// Notes by their names.
    static func indexed(_ notes: [Note]) -> [String: Note] {
        Dictionary(notes.map { ($0.name, $0) }) { first, _ in first }
    }
}
