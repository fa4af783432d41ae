import Language
import Shell

extension Lesson {
    /// What the lesson's own statements may touch: its folder and the temporary one, addresses of this machine.
    public var confinement: Confinement {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return Confinement(
            own: file.hasPrefix("/") ? folder : nil,
            folders: isGranted ? head.files : [],
            networks: isGranted ? head.networks : [],
            isReachable: isOurs
        )
    }

    /// What it wants beyond what every lesson may, a sentence for each kind; empty if it wants nothing.
    public var demands: [String] {
        let others = head.networks.filter { !$0.isWildcard }
        let networks = others.map(\.description).joined(separator: ", ")
        let own = head.networks.filter(\.isWildcard).map(\.description).joined(separator: ", ")
        let files = head.files.map(Quoting.word).joined(separator: ", ")
        return (networks.isEmpty ? [] : [messages(.wantsNetworks, ["title": head.title, "networks": networks])])
            + (own.isEmpty ? [] : [messages(.wantsToBeReached, ["title": head.title, "addresses": own])])
            + (files.isEmpty ? [] : [messages(.wantsFiles, ["title": head.title, "files": files])])
    }

    /// Why the lesson cannot be played here; nil if it can.
    public var obstacle: String? {
        head.requires.compactMap(Requirement.init).first { !$0.isMet }.map { messages($0.explanation) }
    }
}
