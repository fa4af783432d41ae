/// What the manual says that no declaration does.
enum ManualText {
    /// The grammar, line by line.
    static let grammar = [
        "statement = [ NAME \"=\" ] call [ \"&\" ] | [ NAME \"=\" ] value | block",
        "call      = [ NAME \".\" ] COMMAND { argument }",
        "argument  = word | \"text with escapes\" | 'text as it is' | $NAME | $NAME.field | -flag [value]",
        "value     = argument [ operator argument ]",
        "block     = try { ... } catch CLASS { ... } | repeat N { ... } | while call { ... }",
        "          | for NAME in ... { ... } | if ... { ... } else { ... }",
    ]

    /// The files that it reads and writes.
    static let files = [
        (
            "$XDG_CONFIG_HOME/netshell/init",
            "Statements that the prompt runs when it begins; ~/.config if the variable is unset."
        ),
        ("$XDG_STATE_HOME/netshell/history", "What was entered; ~/.local/state if the variable is unset."),
        ("$XDG_STATE_HOME/netshell/progress", "What is done of the lessons."),
        ("~/.editrc", "Key bindings, as editrc(5) has them; lines for netshell: only begin with that word."),
        (
            "/etc/hosts, /etc/services, /etc/protocols",
            "Which names are known; if one is missing, NetShell has a table of its own."
        ),
    ]

    /// The variables that it honours.
    static let environment = [
        ("NO_COLOR", "Set to anything, it asks for plain output, as --plain does."),
        ("TERM", "Unset or dumb, it asks for plain output."),
        ("HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "Where files are; relative paths are ignored."),
        (
            "LC_ALL, LC_CTYPE, LC_MESSAGES, LANG",
            "The characters that drawings are made of: ASCII if they do not name UTF-8; and the language of lessons."
        ),
        ("TMPDIR", "Where calls go that the journal no longer has in memory; /tmp if it is unset."),
    ]
}
