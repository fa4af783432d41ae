#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The command line as the argument parser knows it: the part of its tool information that the manual needs.
struct ToolInfo: Decodable {
    /// A command with its options and its subcommands.
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?

        /// What is documented: all but what every command has.
        var shown: [Argument] {
            (arguments ?? []).filter { $0.shouldDisplay && !["--help", "--version"].contains($0.usage) }
        }
    }

    /// An option, a flag or an argument.
    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let valueName: String
        let abstract: String?
        let defaultValue: String?
        let isRepeating: Bool
        let shouldDisplay: Bool

        /// How it is typed: `-c STATEMENTS`, `--json`, `FILE ...`.
        var usage: String {
            let value = valueName.uppercased() + (isRepeating ? " ..." : "")
            guard kind != "positional" else { return value }
            let spellings = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }.joined(separator: ", ")
            return kind == "flag" ? spellings : spellings + " " + value
        }
    }

    let command: Command

    /// What the argument parser reports about a command.
    init?(json: String) {
        guard let info = try? JSONDecoder().decode(ToolInfo.self, from: Data(json.utf8)) else { return nil }
        self = info
    }
}
