import Explaining
import Journal
import Language
import Shell

extension Registry.Family {
    /// Finding out.
    static let help = Self("Help and settings", [.help, .ask, .apropos, .alias, .unalias, .set])
}

private let subject = Parameter("name", HelpSubject())
private let word = Parameter("word", Text("WORD", about: "a word to look for"))
private let newAlias = Parameter("alias", AliasDefinition())
private let oldAlias = Parameter("name", AliasName())
private let setting = Parameter("setting", SettingName())
private let mode = Flag(
    "o",
    ModeName(),
    about: "how the prompt behaves: vi, emacs, notices, nonotices"
)

extension Command {
    static let help = Command(
        "help",
        "what there is, and how a command is used",
        about: """
            Without a name it lists the commands, family by family, and the topics of the language. With one it shows the \
            command's or the topic's page, made from its own declaration; a word that explain knows, an error or an \
            option, is explained. F1, and ? if no text is typed, show it at the prompt.
            """,
        parameters: [subject],
        replies: "a page",
        style: .page,
        examples: [
            Example("one command", "> help listen\nNAME\n    listen - let peers connect to a socket\n..."),
            Example("a word of the language", "> help while\nNAME\n    loops - doing something several times\n..."),
        ],
        seeAlso: ["ask", "apropos", "explain"]
    ) { invocation throws(Failure) in
        let session = invocation.session
        let context = Context(session: session, socket: session.sockets.current)
        switch invocation[subject] {
        case .command(let command): return .picture(HelpPage(command, context).picture)
        case .topic(let topic): return .picture(HelpPage(topic).picture)
        case .alias(let name, let alias): return .picture(HelpPage(name, alias, context).picture)
        case .explained(let topic): return .text(topic.text() + "\n")
        case nil: return .picture(HelpPage(overviewOf: session.registry).picture)
        }
    }

    static let apropos = Command(
        "apropos",
        "find out by a word where to read on",
        about: """
            Lists what has the word in its name or in what is said about it: commands and topics of help, and the errors, \
            options, states, flags and ideas that explain knows, and lessons. What to type to read on comes first.
            """,
        parameters: [word],
        replies: "what to type, and a line about it",
        style: .line,
        examples: [
            Example("who waits", "> apropos timeout\n...\nhelp settimeout[..]\n..."),
            Example("an error", "> apropos ECONNREFUSED\n...\nexplain ECONNREFUSED[..]\n..."),
        ],
        seeAlso: ["help", "ask", "explain"]
    ) { invocation throws(Failure) in
        let apropos = Apropos(invocation[word], in: invocation.session)
        let found = apropos.found
        if found.isEmpty {
            let near = apropos.near
            let meant = near.isEmpty ? "" : "did you mean \(near.joined(separator: ", "))? "
            invocation.note("nothing here has to do with that: \(meant)help lists what there is")
        }
        return .picture(
            Picture(value: { .list(HelpPage.wrapped(found, width: .max).map(Value.text)) }) { canvas in
                HelpPage.wrapped(found, width: canvas.width ?? .max).map { $0 + "\n" }.joined()
            }
        )
    }

    static let alias = Command(
        "alias",
        "give a statement a name",
        about: """
            alias NAME "STATEMENT" makes NAME a command: what is typed after it is put after the statement. \
            alias NAME=STATEMENT, as in other shells, does the same. With a name alone it shows the alias, without it \
            shows all. The init file is the place for those to keep.
            """,
        parameters: [newAlias],
        replies: "the aliases that were asked for",
        style: .line,
        examples: [Example("a short name", "> alias tcp \"socket inet stream\"\n> t = tcp\n> $t.type\nSOCK_STREAM")],
        seeAlso: ["unalias"]
    ) { invocation throws(Failure) in
        let session = invocation.session
        switch invocation[newAlias] {
        case .all:
            let all = session.aliases.sorted { $0.key < $1.key }
            return .list(all.map { .text("alias \($0.key) \(Quoting.quote($0.value.text.utf8))") })
        case .shown(let name, let alias): return .text("alias \(name) \(Quoting.quote(alias.text.utf8))")
        case .made(let name, let text, let span):
            session.aliases[name] = try Alias(text, at: span, confinement: invocation.confinement)
            return .none
        }
    }

    static let unalias = Command(
        "unalias",
        "remove an alias",
        about: "The name is free again.",
        parameters: [oldAlias],
        examples: [Example("made and taken away", "> alias tcp \"socket inet stream\"\n> unalias tcp\n> alias")],
        seeAlso: ["alias"]
    ) { invocation throws(Failure) in
        invocation.session.aliases[invocation[oldAlias].name] = nil
        return .none
    }

    static let set = Command(
        "set",
        "change how the prompt behaves",
        about: """
            -o vi gives the prompt vi's keys, -o emacs the usual ones back. -o nonotices keeps quiet about what \
            happens on sockets while a line is typed, -o notices tells it again. +o is the opposite, as in other shells. \
            theme dark, light, high-contrast or projector chooses colours that are readable there; neutral, as at \
            first, is readable on any background. A theme that is chosen at the prompt is kept for the next time.
            """,
        parameters: [setting],
        flags: [mode],
        replies: "the settings, if none is changed",
        style: .line,
        examples: [
            Example("vi's keys", "> set -o vi\n> set\nkeys     vi\nnotices  on\ntheme    neutral"),
            Example("colours for a dark background", "> set theme dark"),
        ]
    ) { invocation throws(Failure) in
        guard invocation[mode] != nil || invocation[setting] != nil else { return invocation.session.settings.value }
        if let wanted = invocation[mode] { invocation.session.settings.apply(wanted) }
        switch invocation[setting] {
        case .unset(let mode): invocation.session.settings.apply(mode.opposite)
        case .theme(let theme): invocation.session.settings.theme = theme
        case nil: break
        }
        return .none
    }
}

/// What help is asked for; nil if it is asked for everything.
private struct HelpSubject: ParameterType {
    enum Subject: Sendable {
        case command(Command)
        case topic(HelpTopic)
        case alias(String, Alias)
        case explained(Topic)
    }

    let about = "a command, a word of the language, or a topic; everything if none is given"
    let isOptional = true

    func hint(_ context: Context) -> String { "[NAME]" }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Subject? {
        guard !words.isEmpty else { return nil }
        let (text, span) = try words.takeText("NAME", wanted: "a command or a topic")
        let registry = context.session.registry
        if let command = registry[text] { return .command(command) }
        if let topic = registry.topic(text) { return .topic(topic) }
        if let alias = context.session.aliases[text] { return .alias(text, alias) }
        if let topic = Knowledge.topic(text) { return .explained(topic) }
        let near = Suggestion.nearest(
            to: text,
            among: registry.names + registry.topics.map(\.name) + context.session.aliases.keys
        )
        throw Failure(.unsuitable(word: text, wanted: "a command or a topic", near: near), at: span)
    }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        let registry = context.session.registry
        return registry.commands.map { Candidate($0.name, $0.summary) }
            + registry.topics.map { Candidate($0.name, $0.summary) }
            + StatementForm.keywords.map { Candidate($0.name, $0.form) }
            + context.session.aliases.map { Candidate($0.key, $0.value.text) }
    }
}
