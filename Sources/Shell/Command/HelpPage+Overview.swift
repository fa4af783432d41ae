extension HelpPage {
    /// Where to begin, what the first hour needs, every command by family, and the topics. In a lesson its own commands
    /// come first.
    public init(overviewOf registry: Registry) {
        let added = registry.added.filter { $0.commands.count > 1 }
        let families = registry.families.filter { family in !added.contains { $0.title == family.title } }
        self.init(
            sections: added.map(Self.section) + [Self.beginning(registry), Self.firstHour(registry)]
                + families.map(Self.section)
                + [Section("The language and the prompt", labelled: registry.topics.map { ($0.name, $0.summary) })]
        )
    }

    private static func section(_ family: Registry.Family) -> Section {
        Section(family.title, labelled: family.commands.map { ($0.name, $0.summary) })
    }

    /// How to learn, ask, look up, and leave.
    private static func beginning(_ registry: Registry) -> Section {
        let learn = registry["learn"] == nil ? "netshell learn" : "learn"
        return Section(
            "To begin with",
            labelled: [
                (learn, "goes through the lessons, from the first socket on"),
                ("what is a socket?", "a question in plain words is answered"),
                ("help NAME", "all about one command or topic: help connect"),
                ("apropos WORD", "what has to do with it, and how to read on"),
                ("Tab", "completes what is typed; F1 or ? tells about it"),
                ("Ctrl-C", "ends a call that waits"),
                ("exit", "leaves the shell; Ctrl-D does too"),
            ]
        )
    }

    /// The commands with which everything begins, in the order in which they are met.
    private static func firstHour(_ registry: Registry) -> Section {
        let names = ["socket", "bind", "listen", "accept", "connect", "send", "recv", "close", "sockets", "explain"]
        return Section("The first hour", labelled: names.compactMap { registry[$0] }.map { ($0.name, $0.summary) })
    }
}
