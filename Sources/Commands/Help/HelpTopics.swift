import Journal
import Shell

extension HelpTopic {
    /// The language and the prompt, in the order of help.
    static let all: [HelpTopic] = [
        lessons, questions, prompt, statements, names, values, data, constants, errors, conditions, loops, background,
        keys, scripts, netshell,
    ]

    private static let statements = HelpTopic(
        "statements",
        "what a line is made of",
        about: [
            """
            A newline or ; ends a statement, # begins a comment. A block or a quote that is open at the end of a line \
            goes on in the next, and so does a line that ends with a backslash.
            """,
            """
            What a reply prints can be typed back: an address as it is, what was received as a text in quotes.
            """,
        ],
        table: [
            ("COMMAND ARGUMENT…", "a call, on the current socket if it needs one"),
            ("SOCKET.COMMAND …", "a call on that socket"),
            ("NAME = …", "a name for the reply"),
            ("COMMAND … &", "a call in the background"),
            ("{ … } &", "a block in the background; loops, if and try take an & as well"),
            ("-FLAG VALUE", "a flag of a command, anywhere after its name"),
        ],
        examples: [Example("two statements in a line", "> print one; print two # and no third\none\ntwo")],
        seeAlso: ["names", "values", "data", "background"]
    )

    private static let names = HelpTopic(
        "names",
        "how sockets are named, and which one is current",
        about: [
            """
            s = socket … names the socket. Those without a name get s1, s2, …; accepted ones c1, c2, …. The newest one \
            that was made by hand is the current one, which commands use if no name comes before them: the \
            prompt shows it, use NAME changes it, and NAME. before a command names another for that command.
            """
        ],
        examples: [
            Example(
                "two sockets",
                "> s = socket inet stream\n> c = socket inet dgram\n> s.bind 127.0.0.1 0\n> use s\n> listen\n> $s.state\nLISTEN"
            )
        ],
        seeAlso: ["use", "sockets", "values"]
    )

    private static let values = HelpTopic(
        "values",
        "variables, fields and what can be done with them",
        about: [
            "Values are numbers, data, addresses, lists and sockets. Any reply can be given a name and used again."
        ],
        table: [
            ("$NAME", "the value; a list becomes several arguments"),
            ("$NAME.FIELD", "a part of it: $s.port, $s.peer, $s.state, $error.name; Tab lists them"),
            ("$reply", "the last reply"),
            ("$error", "the last error, with class, name, errno, call and message"),
            ("$1 $2 …, $0", "the arguments of a script, and its name"),
            ("== != < <= > >=", "comparisons, as a statement or as a condition"),
            ("contains", "whether data has other data in it, or a list a value"),
            ("+ - * /", "arithmetic; + also joins data"),
        ],
        examples: [
            Example("a port", "> port = getservbyname http tcp\n> $port + 8000\n8080"),
            Example("joined", "> who = \"world\"\n> \"hello, \" + $who\n\"hello, world\""),
        ],
        seeAlso: ["variables", "data", "conditions"]
    )

    private static let data = HelpTopic(
        "data",
        "how bytes are written",
        about: [
            "Data is bytes: NUL and what is no UTF-8 pass. Where data is wanted, any of these will do.",
            """
            @ before quotes is still a file: its name is in the quotes, and may have blanks. NAME = @FILE \
            keeps the file's name, and the call that sends $NAME reads it; where an address is wanted, @NAME is a name in \
            the abstract namespace of unix sockets instead. Within quotes, @ is a character like others.
            """,
        ],
        table: [
            ("word", "the bytes of the word, in UTF-8"),
            ("\"text\"", "with the escapes \\r \\n \\t \\0 \\xHH \\u{…} \\\\ \\\""),
            ("'text'", "as it is, without escapes; $ means nothing in quotes of either kind"),
            ("0x48656c6c6f", "bytes in hexadecimal"),
            ("@FILE, @\"FILE\"", "what the file holds"),
            ("fill:1000", "1000 times x; fill:1000:ab repeats ab, and fill:$n:$what goes as well"),
        ],
        examples: [
            Example(
                "lengths",
                "> length \"GET / HTTP/1.0\\r\\n\\r\\n\"\n18\n> length 0x48656c6c6f\n5\n> length fill:1000\n1000"
            )
        ],
        seeAlso: ["send", "hexdump", "length", "values"]
    )

    private static let constants = HelpTopic(
        "constants",
        "the names of families, types, options and flags",
        about: [
            """
            Every constant goes by C's name and by a short one without the prefix, in small letters: AF_INET and inet, \
            SOCK_STREAM and stream, SO_REUSEADDR and reuseaddr, MSG_PEEK and peek. Several flags are joined with |. \
            A number always works too. explain NAME tells about one.
            """
        ],
        examples: [
            Example(
                "both spellings",
                "> s = socket AF_INET SOCK_STREAM\n> s.setsockopt SOL_SOCKET SO_REUSEADDR 1\n> s.getsockopt reuseaddr\n[..]"
            )
        ],
        seeAlso: ["explain", "socket", "getsockopt"]
    )

    private static let errors = HelpTopic(
        "errors",
        "what an error says, and how a script goes on after one",
        keywords: ["try", "catch"],
        about: [
            """
            An error says which call failed, its errno by name and number, why it came to that, and what to try. A \
            script ends with the first error that nothing catches; at the prompt only the line does.
            """,
            """
            try { … } catch CLASS… { … } goes on in the first block whose class fits. There may be several classes and \
            several blocks; one without a class takes every error, but not Ctrl-C. In the block $error is the error.
            """,
        ],
        table: [("ECONNREFUSED", "an errno by its name, or its class: ConnectionRefused")]
            + FailureClass.allCases.map { ($0.rawValue, $0.about) },
        examples: [
            Example(
                "nobody listens",
                "> s = socket inet stream\n> try { s.connect 127.0.0.1 1 } catch ECONNREFUSED { print $error.name }\nECONNREFUSED"
            )
        ],
        seeAlso: ["explain", "inject", "values"]
    )

    private static let conditions = HelpTopic(
        "conditions",
        "doing something only if a condition holds",
        keywords: ["if", "else"],
        about: [
            """
            if CONDITION { … } else { … }. A condition is a comparison, a value, or a call whose reply counts: no reply, \
            zero and what is empty are false. else if goes on with another one.
            """
        ],
        examples: [
            Example(
                "what came",
                "> a = 5\n> if $a > 3 { print much } else { print little }\nmuch\n> if \"200 OK\" contains OK { print fine }\nfine"
            )
        ],
        seeAlso: ["values", "loops"]
    )

    private static let loops = HelpTopic(
        "loops",
        "doing something several times",
        keywords: ["while", "repeat", "for", "break", "continue"],
        about: [
            """
            while goes on as long as its condition holds, which is looked at before each round; a name can be given \
            to the reply there. break leaves the loop, continue begins its next round. Ctrl-C ends any of them.
            """
        ],
        table: [
            ("while CONDITION { … }", "as long as it holds; while 1 { … } goes on until break"),
            ("repeat N { … }", "N times"),
            ("for NAME in VALUE… { … }", "once for each value"),
        ],
        examples: [
            Example(
                "until the end of the stream",
                "> socketpair\ns1 s2\n> s1.sendall one\n> s1.close\n> while part = s2.recv 2 { print $part }\non\ne"
            ),
            Example("each of several", "> for name in http ssh { getservbyname $name tcp }\n80\n22"),
        ],
        seeAlso: ["conditions", "recvall"]
    )

    private static let background = HelpTopic(
        "background",
        "calls and blocks that run while you go on",
        about: [
            """
            A call that has to wait blocks, as in a program; Ctrl-C ends it, settimeout limits it. With & after it the \
            call is a job: the prompt comes back at once, and its end is told. A name before it gets the reply then.
            """,
            """
            A block in braces with & after it is a job as well, and so are loops, if and try: a server can run in the \
            background while you type its clients. What it prints is shown; what calls in it reply is not. wait fails \
            as the block did, cancel ends it, between two calls or in one.
            """,
            """
            A block begins with the variables and the current socket as they are when you start it. What it sets, you \
            see too, but it does not see what you or another block set later, and its use is its own. So one block for \
            each client works: while 1 { accept; { while d = recv 100 { sendall $d }; close } & }.
            """,
        ],
        examples: [
            Example(
                "both ends in one shell",
                """
                > s = socket inet stream
                > bind 127.0.0.1 0
                > listen
                > k = s.accept &
                job 1
                > c = socket inet stream
                > c.connect 127.0.0.1 $s.port
                > wait
                k 127.0.0.1 [..]
                """
            ),
            Example(
                "a server in the background",
                """
                > s = socket inet stream
                > bind 127.0.0.1 0
                > listen
                > { c = s.accept; while d = c.recv 100 { c.sendall $d }; c.close } &
                job 1
                > k = socket inet stream
                > k.connect 127.0.0.1 $s.port
                > k.send hello
                5
                > k.recv 100
                "hello"
                > k.close
                > wait
                """
            ),
        ],
        seeAlso: ["jobs", "wait", "cancel", "settimeout", "poll"]
    )

    private static let keys = HelpTopic(
        "keys",
        "the keys of the prompt",
        about: [
            """
            set -o vi takes vi's keys instead, and ~/.editrc binds any key, as editrc(5) says.
            """,
            """
            vi's command mode, which [N] before the prompt shows (“command mode:” with --plain), has counts, the \
            motions h l w b e W B E 0 ^ $ % f F t T ; and comma, the operators d c y with them, with lines (dd) and with \
            text objects (iw aw, i and a with quotes and brackets), x X D C s S Y p P r R ~ J i a I A o O u Ctrl-R and \
            the dot, j k, and / n N in what was entered. It has one register only, no marks, no visual mode and no :.
            """,
            """
            Between { and } lines begin indented, and a } goes out again. A bracket at the cursor and its partner are \
            underlined.
            """,
        ],
        table: [
            ("Tab, Shift-Tab", "completes; a second time, goes through the list, on or back"),
            ("PgUp, PgDn", "turn the list's pages"),
            ("Esc, Ctrl-G", "close the list and take the choice back; close the help"),
            ("→", "at the end of the line, takes the grey suggestion"),
            ("↑ ↓", "finds what was entered before and begins with what is typed"),
            ("Ctrl-R", "searches in what was entered; case matters only if the text has a capital"),
            ("while searching: Ctrl-R, Ctrl-S", "go to older and to newer entries"),
            ("while searching: Esc, Ctrl-G", "end the search: with what was found, with what was typed before"),
            ("F1, ?", "help on the word under the cursor"),
            ("Alt-Enter", "one more line in this entry"),
            ("Ctrl-A, Ctrl-E", "to the beginning and the end of the line; Home and End do too"),
            ("Ctrl-Home, Ctrl-End", "to the beginning and the end of the entry"),
            ("Ctrl-← →, Alt-B, Alt-F", "a word on or back; words are letters and digits"),
            ("Ctrl-K, Ctrl-U", "cut to the end or the beginning of the line; once there, the line's end itself"),
            ("Ctrl-W", "cuts back to a blank"),
            ("Alt-D, Alt-Backspace", "cut a word on or back; Ctrl-Delete and Ctrl-Backspace do too"),
            ("Ctrl-Y, Alt-Y", "put back what was cut; in its place, an older cut"),
            ("Alt-.", "puts in the last word of the entry before; again, of older ones"),
            ("Ctrl-_, Alt-/", "undoes, redoes"),
            ("Ctrl-L", "clears the screen"),
            ("h, in a long text", "tells the keys there: / searches, n and N go on, q leaves"),
            ("Ctrl-C", "clears the line, or ends the call that waits, as Ctrl-\\ does"),
            ("Ctrl-Z", "suspends the shell; fg in the shell below brings it back"),
            ("Ctrl-D", "in an empty line, leaves"),
        ],
        seeAlso: ["help", "set", "alias"]
    )
}
