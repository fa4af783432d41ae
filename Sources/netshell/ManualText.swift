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

    /// What goes with it.
    static let language = [
        """
        A newline or ; ends a statement, # begins a comment. A block or quote that is open at the end of a line goes on \
        in the next.
        """,
        """
        s = socket ... names the socket. Those without a name get s1, s2, ...; accepted ones c1, c2, .... use NAME makes one \
        current; NAME. in front of a command addresses one without that.
        """,
        """
        Values are numbers, bytes, addresses, lists and sockets. $reply is the last reply, $error the last error. What a \
        reply prints can be typed back.
        """,
        """
        Data is written as text in quotes with \\r \\n \\t \\0 \\xHH \\u{...} \\\\ \\", as 0x48656c6c6f, as @FILE, or as \
        fill:COUNT:PATTERN.
        """,
        """
        Constants go by C's names and by short ones: AF_INET and inet, SOCK_STREAM and stream, SO_REUSEADDR and reuseaddr.
        """,
        """
        A blocking call blocks; Ctrl-C ends that call and nothing else; settimeout bounds it; & makes it a job, whose end \
        is told.
        """,
        """
        At the prompt: Tab completes, the arrow up finds what was entered before and begins alike, Ctrl-R searches, the \
        arrow right takes the grey suggestion, F1 or ? shows help on the word under the cursor.
        """,
    ]

    /// The files that it reads and writes.
    static let files = [
        (
            "$XDG_CONFIG_HOME/netshell/init",
            "Statements that the prompt runs when it begins; ~/.config where the variable is unset."
        ),
        ("$XDG_STATE_HOME/netshell/history", "What was entered; ~/.local/state where the variable is unset."),
        ("$XDG_STATE_HOME/netshell/progress", "What is done of the lessons."),
        ("~/.editrc", "Key bindings, as editrc(5) has them; lines for netshell: only begin with that word."),
        (
            "/etc/hosts, /etc/services, /etc/protocols",
            "What names are known; where one is missing, NetShell has a table of its own."
        ),
    ]

    /// The variables that it heeds.
    static let environment = [
        ("NO_COLOR", "Set to anything, it asks for plain output, as --plain does."),
        ("TERM", "Unset or dumb, it asks for plain output."),
        ("HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "Where files are; relative paths are ignored."),
        ("LANG, LC_ALL", "Ignored: the terminal is taken to speak UTF-8."),
    ]
}
