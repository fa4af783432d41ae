/// The syntax of a statement that begins with a keyword. The parser follows this description, and colours, Tab, hints,
/// indentation and help derive from it: a new statement is a row in ``all``, a case of ``Statement/Kind``, and its run
/// in `Shell`.
public final class StatementForm: Sendable {
    /// One thing that follows a keyword.
    enum Slot: Sendable {
        /// A name to assign.
        case name
        /// This word.
        case word(String)
        /// One value: its name in a form, and in a message if it is missing.
        case value(String, wanted: String)
        /// Any number of values.
        case values(String)
        /// A call or a value that is true or false.
        case condition
        /// Any number of error classes.
        case classes
        /// `{ … }`
        case block
        /// A block, or another statement of this keyword.
        case blockOrStatement(String)
    }

    /// What can follow a block, on the line of its `}`.
    struct Clause: Sendable {
        let keyword: String
        let slots: [Slot]
        /// Whether it may be repeated.
        let repeats: Bool
        /// Its name in a message if it is missing; nil if it is optional.
        let wanted: String?
    }

    /// The word that it begins with.
    public let keyword: String
    let slots: [Slot]
    let clauses: [Clause]
    /// What help shows instead of its form.
    private let about: String?
    /// What the interpreter runs.
    let build: @Sendable (FilledForm) -> Statement.Kind

    init(
        _ keyword: String,
        _ slots: [Slot],
        _ clauses: [Clause] = [],
        about: String? = nil,
        build: @escaping @Sendable (FilledForm) -> Statement.Kind
    ) {
        (self.keyword, self.slots, self.clauses, self.about, self.build) = (keyword, slots, clauses, about, build)
    }
}

extension StatementForm {
    /// Every statement that begins with a keyword.
    static let all: [StatementForm] = [
        StatementForm(
            "try",
            [.block],
            [Clause(keyword: "catch", slots: [.classes, .block], repeats: true, wanted: "catch, on the line of the }")]
        ) { form in
            .attempt(
                body: form.block,
                handlers: form.clauses.map { HandlerSyntax(classes: $0.classes, body: $0.block) }
            )
        },
        StatementForm("repeat", [.value("N", wanted: "how many times"), .block]) {
            .repeated(times: $0.value, body: $0.block)
        },
        StatementForm("while", [.condition, .block]) { .loop(condition: $0.condition, body: $0.block) },
        StatementForm("for", [.name, .word("in"), .values("VALUE"), .block]) {
            .forEach(name: $0.name.text, items: $0.values, body: $0.block)
        },
        StatementForm(
            "if",
            [.condition, .block],
            [Clause(keyword: "else", slots: [.blockOrStatement("if")], repeats: false, wanted: nil)]
        ) {
            .branch(condition: $0.condition, then: $0.block, otherwise: $0.clauses.first?.block ?? [])
        },
        StatementForm("break", [], about: "leave a loop") { _ in .leave },
        StatementForm("continue", [], about: "begin a loop's next round") { _ in .again },
    ]

    private static let names = all.map(\.keyword)
    /// The first letters of the names, as bits.
    private static let initials = names.reduce(UInt64(0)) { $0 | initial($1) }

    private static func initial(_ word: String) -> UInt64 { word.utf8.first.map { 1 &<< UInt64($0 & 63) } ?? 0 }

    /// The form of the statement that a word begins. Every statement's first word is looked up; few are keywords.
    static func beginning(with word: String) -> StatementForm? {
        guard initials & initial(word) != 0 else { return nil }
        return names.firstIndex(of: word).map { all[$0] }
    }

    /// The keywords that may be meant by the command of a statement with a block after it.
    static func near(_ statement: Statement) -> [String] {
        statement.call.map { Suggestion.nearest(to: $0.command.text, among: names) } ?? []
    }

    /// The words that begin a statement, and those that can follow a block, each with its form as help shows it.
    public static let keywords: [(name: String, form: String)] = all.flatMap { form in
        [(form.keyword, form.about ?? form.written.joined(separator: " "))]
            + form.clauses.map { ($0.keyword, $0.written.joined(separator: " ")) }
    }

    /// The words that begin a statement.
    public static var starters: [String] { names }

    /// Whether it has a block, and so can run in the background.
    var hasBlock: Bool { slots.contains { if case .block = $0 { true } else { false } } }

    private var written: [String] { [keyword] + rest(from: 0) }

    /// The form from a slot onwards.
    func rest(from slot: Int) -> [String] { slots[slot...].flatMap(\.written) + clauses.flatMap(\.written) }
}

extension StatementForm.Clause {
    /// The clause as help shows it.
    var written: [String] { [keyword] + slots.flatMap(\.written) }
}

extension StatementForm.Slot {
    /// What a form shows for it.
    var written: [String] {
        switch self {
        case .name: ["NAME"]
        case .word(let word): [word]
        case .value(let name, _): [name]
        case .values(let name): [name + "…"]
        case .condition: ["CONDITION"]
        case .classes: ["CLASS…"]
        case .block, .blockOrStatement: ["{", "…", "}"]
        }
    }
}

/// What filled the slots of a form.
struct FilledForm {
    var name = Name("", Span(0, 0))
    var values: [ArgumentSyntax] = []
    var test: Statement?
    var classes: [Name] = []
    var block: [Statement] = []
    var clauses: [FilledForm] = []

    /// The only value.
    var value: ArgumentSyntax { values.first ?? .missing(at: 0) }
    /// The only condition.
    var condition: Statement { test ?? .missing(at: 0) }
}
