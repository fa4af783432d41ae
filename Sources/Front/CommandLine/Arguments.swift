/// The words of the command line, as the argument parser should get them.
struct Arguments {
    /// The words after the program's name; a `--plain` before `learn` is moved after it.
    let words: [String]
    private let subcommands: () -> [String]

    /// The words after the program's name; `subcommands` are those that begin a subcommand.
    init(_ words: [String], subcommands: @autoclosure @escaping () -> [String]) {
        let isPlainLearn = words.count > 1 && words[0] == "--plain" && words[1] == "learn"
        self.words = isPlainLearn ? words.dropFirst() + ["--plain"] : words
        self.subcommands = subcommands
    }

    /// The run that is meant if no option but `-c` is typed: nothing, a script, or statements. The argument parser
    /// would say the same, but takes longer than all the rest of a start; the tests compare the two.
    var plainRun: Run? {
        guard let first = words.first else { return Self.run(nil, []) }
        if first == "-c" {
            guard words.count > 1 else { return nil }
            let rest = words.count > 2 ? Array(words[2...]) : []
            return rest.first == "--" ? nil : Self.run(words[1], rest)
        }
        return first.hasPrefix("-") || subcommands().contains(first) ? nil : Self.run(nil, words)
    }

    private static func run(_ statements: String?, _ script: [String]) -> Run {
        Run(statements: statements, script: script, isJSON: false, keepsGoing: false, isPlain: false)
    }

    /// Whether the word after the option is its value, not a script.
    private static func takesValue(_ option: String) -> Bool {
        ["-c", "--record", "--cast-version", "--generate-completion-script"].contains(option)
    }

    /// The words with `--` before the script: what follows it is the script's, whatever it looks like. What precedes it
    /// and begins with `-` must be an option of ours; a lone `-` is no option.
    var terminated: [String] {
        // The shells' completion scripts ask with three hyphens.
        if let first = words.first, subcommands().contains(first) || first.hasPrefix("---") { return words }
        var place = words.startIndex
        while place < words.endIndex, words[place].hasPrefix("-"), words[place] != "-" {
            if words[place] == "--" { return words }
            place += Self.takesValue(words[place]) ? 2 : 1
        }
        guard place < words.endIndex else { return words }
        return words[..<place] + ["--"] + words[place...]
    }
}
