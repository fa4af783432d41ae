import Language
import Shell

/// The hosts in what was entered before: the words that stood where a command takes a host.
enum PastHosts {
    /// So many of the newest entries are looked at.
    private static let entryLimit = 2000

    /// The hosts, newest first, each once.
    static func find(in entries: [String], _ registry: Registry) -> [String] {
        var seen: Set<String> = []
        return entries.suffix(entryLimit).reversed().flatMap { entry in
            hosts(in: entry, registry).filter { seen.insert($0).inserted }
        }
    }

    private static func hosts(in entry: String, _ registry: Registry) -> [String] {
        var call: [LineAnalysis.Word] = []
        var hosts: [String] = []
        for piece in LineAnalysis(entry, cursor: 0).pieces + [.separator(0..<0)] {
            if case .word(let word) = piece {
                call.append(word)
            } else {
                hosts += host(of: StatementShape(call).call, registry)
                call = []
            }
        }
        return hosts
    }

    /// The host that a call names, if its command takes one.
    private static func host(of call: ArraySlice<LineAnalysis.Word>, _ registry: Registry) -> [String] {
        guard let first = call.first, let command = registry[first.text.receiverAndCommand.command] else { return [] }
        let words = call.dropFirst().filter { !$0.text.hasPrefix("-") }
        return zip(command.parameters, words).compactMap { parameter, word in
            guard parameter.takesHost, !word.isQuoted, word.text.allSatisfy(isHostCharacter) else { return nil }
            return word.text
        }
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".:-%_".contains(character)
    }
}

extension AnyParameter {
    /// Whether its first word is a host, as its place in a signature says.
    fileprivate var takesHost: Bool { name == "host" || name == "address" }
}
