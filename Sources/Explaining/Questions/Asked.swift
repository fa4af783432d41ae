/// What beginners ask, by what answers it. The words are theirs, misspellings left out; a question is compared with each
/// of these, so one that nobody foresaw is found by the one it is most like.
enum Asked {
    /// The questions that something answers.
    static func phrases(for name: String, _ kind: Answerable.Kind) -> [String] {
        let key = kind == .command ? "help " + name : kind == .topic ? "help " + name : name
        return table[key] ?? []
    }

    /// The names that have questions.
    static var names: [String] { table.keys.sorted() }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for (name, phrases) in [ideas, networks, errors, commands].joined() {
            table[name, default: []] += phrases.split(separator: ";").map(String.init)
        }
        return table
    }()
}
