import Language
import Shell

/// The hosts in past entries: the words where a command takes a host.
enum PastHosts {
    /// How many of the newest entries are searched.
    private static let entryLimit = 2000

    /// The hosts, newest first, each once.
    static func find(in entries: [String], _ registry: Registry) -> [String] {
        var seen: Set<String> = []
        return entries.suffix(entryLimit).reversed().flatMap { entry in
            hosts(in: entry, registry).filter { seen.insert($0).inserted }
        }
    }

    private static func hosts(in entry: String, _ registry: Registry) -> [String] {
        let tree = Parser.tree(of: Source(file: "", text: Array(entry.utf8)))
        var (command, arguments, hosts): (Command?, [String], [String]) = (nil, [], [])
        for word in tree.words {
            let text = tree.source.text(of: word.span)
            switch word.role {
            case .argument: if !text.hasPrefix("-") { arguments.append(text) }
            case .command: (command, arguments) = (registry[text.receiverAndCommand.command], [])
            default:
                hosts += command.map { host(in: arguments, of: $0) } ?? []
                command = nil
            }
        }
        return hosts + (command.map { host(in: arguments, of: $0) } ?? [])
    }

    /// The host among a command's words, if it takes one.
    private static func host(in words: [String], of command: Command) -> [String] {
        zip(command.parameters, words).compactMap { parameter, word in
            parameter.denotes == .host && word.allSatisfy(isHostCharacter) ? word : nil
        }
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".:-%_".contains(character)
    }
}
