import Language

/// What a word of a statement is for: where it stands among the block keywords, the names, the values and the commands.
enum StatementPlace: Equatable {
    /// A command, a value, a block keyword, or the name in front of `=`.
    case command
    /// A command or a value, behind `while` and `if`.
    case condition
    /// What follows a value: an operator.
    case operation
    /// What follows an operator.
    case value
    /// The name behind `for`, then `in`, then each value.
    case loopName, loopWord, loopItem
    /// What follows `repeat`.
    case times
    /// Each word behind `catch`.
    case errorClass
    /// Where a block begins, or nothing more.
    case end
    /// What follows a command.
    case argument

    /// Whether a command can stand here.
    var isCommand: Bool { self == .command || self == .condition }

    /// The place of the word behind one that stands here; `next` is that word's text.
    func behind(_ word: LineAnalysis.Word, next: String?) -> StatementPlace {
        switch self {
        case .command, .condition: behindCommand(word, next: next)
        case .operation: Operator(rawValue: word.text) == nil ? .end : .value
        case .value, .times, .end: .end
        case .loopName: .loopWord
        case .loopWord, .loopItem: .loopItem
        case .errorClass: .errorClass
        case .argument: .argument
        }
    }

    private func behindCommand(_ word: LineAnalysis.Word, next: String?) -> StatementPlace {
        if word.text == "=" || next == "=" && word.text.isName { return self }
        switch word.text {
        case "while" where self == .command, "if" where self == .command: return .condition
        case "repeat" where self == .command: return .times
        case "for" where self == .command: return .loopName
        case "catch" where self == .command: return .errorClass
        case "else" where self == .command: return .command
        case "try" where self == .command, "break" where self == .command, "continue" where self == .command:
            return .end
        default: return word.isValue ? .operation : .argument
        }
    }
}

/// The words of a statement, each with its place.
struct StatementShape {
    private(set) var words: [(word: LineAnalysis.Word, place: StatementPlace)] = []
    /// The place of the word that would come next.
    private(set) var next = StatementPlace.command

    /// The shape of a statement's words.
    init(_ words: [LineAnalysis.Word]) {
        for (index, word) in words.enumerated() {
            self.words.append((word, next))
            next = next.behind(word, next: index + 1 < words.count ? words[index + 1].text : nil)
        }
    }

    /// The command's word with its arguments; none where the statement has no command.
    var call: ArraySlice<LineAnalysis.Word> {
        guard next == .argument, let command = words.lastIndex(where: { $0.place != .argument }) else { return [] }
        return words[command...].map(\.word)[...]
    }

    /// The block keyword that the statement begins with, with the words behind it; nil where it begins with none.
    var block: (keyword: String, count: Int)? {
        guard let first = words.lastIndex(where: { $0.place == .command }), !words[first].word.isQuoted else {
            return nil
        }
        let keyword = words[first].word.text
        switch keyword {
        case "try", "while", "for", "if", "else", "repeat", "catch": return (keyword, words.count - first - 1)
        default: return nil
        }
    }
}

extension LineAnalysis.Word {
    /// Whether it is a value where a command could stand: quoted, a variable, a number, data by its prefix.
    var isValue: Bool { isQuoted || text.hasPrefix("$") || text.isValueWord }
}
