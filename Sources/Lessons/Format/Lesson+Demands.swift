import Language
import Shell

extension Lesson {
    /// What the lesson's own statements may do: with a room of its own for each time it is played.
    public var confinement: Confinement {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return Confinement(own: file.hasPrefix("/") ? folder : nil, rights: rights)
    }

    private var rights: Confinement.Rights {
        var rights = Confinement.Rights()
        rights.hasAllPorts = isOurs
        rights.hasRawSockets = isOurs || isGranted && head.wantsRawSockets
        guard isGranted else { return rights }
        rights.files = head.files
        rights.networks = head.networks
        rights.names = Set(head.names)
        return rights
    }

    /// What it wants beyond what every lesson may, a sentence for each kind, the gravest first; empty if it wants
    /// nothing. The head's limits keep all of it on a screen.
    public var demands: [String] {
        let title = head.title.count > 60 ? head.title.prefix(59) + "…" : head.title
        func sentence(_ message: Message, _ name: String, _ words: [String]) -> [String] {
            words.isEmpty ? [] : [messages(message, ["title": title, name: words.joined(separator: ", ")])]
        }
        // The larger a network, and the shorter a path, the more is in it.
        let networks = head.networks.sorted { $0.size > $1.size }
        let files = head.files.sorted { $0.utf8.count < $1.utf8.count }
        let here = networks.filter(\.isLocal).map(\.description)
        let others = networks.filter { !$0.isWildcard && !$0.isLocal }.map(\.description)
        return sentence(.wantsFiles, "files", files.map(Quoting.word))
            + (head.wantsRawSockets && !isOurs ? [messages(.wantsRaw, ["title": title])] : [])
            + sentence(.wantsPrograms, "networks", here)
            + sentence(.wantsToBeReached, "addresses", networks.filter(\.isWildcard).map(\.description))
            + sentence(.wantsNetworks, "networks", others)
            + sentence(.wantsNames, "names", head.names)
    }

    /// Why the lesson cannot be played here; nil if it can.
    public var obstacle: String? {
        head.requires.compactMap(Requirement.init).first { !$0.isMet }.map { messages($0.explanation) }
    }
}
