import Shell

extension HelpTopic {
    static let lessons = HelpTopic(
        "lessons",
        "the course: where to begin, and how a lesson goes",
        keywords: ["lesson", "course", "tutorial", "start", "begin", "learning"],
        about: [
            """
            The course goes from the first socket to raw packets, a quarter of an hour a lesson. Each step says what to \
            do, looks at what the kernel made of it, and helps. What is done is kept; you may leave at any time and go on \
            later.
            """,
            """
            A lesson has commands of its own. exit or Ctrl-D leaves it.
            """,
        ],
        table: [
            ("learn", "the lessons, what is done of each, and where you stopped; from a shell: netshell learn"),
            ("learn 1", "the first; learn server is the one of that name"),
            ("hint", "in a lesson: a hint, the next time a plainer one"),
            ("where", "in a lesson: says the step again"),
            ("back, reset, skip", "in a lesson: a step back, begin the step again, see it done and go on"),
            ("play, resume", "in a lesson: try things, and go on"),
        ],
        seeAlso: ["questions", "prompt", "help"]
    )

    static let questions = HelpTopic(
        "questions",
        "what can be asked in plain words",
        keywords: ["question", "hello", "hi"],
        about: [
            """
            A line that begins with why, what, how, is, can, does, which, when, i get or the like, or ends with a question \
            mark, and is no command, is a question. It is looked up in everything that is known here; the best answer \
            is printed, with where to read on and the lesson that shows it. ask QUESTION does the same.
            """,
            """
            It is a look-up, not a conversation: the words count, few are enough, and misspelt ones are mostly recognised. \
            Nothing is sent anywhere.
            """,
        ],
        table: [
            ("what is a backlog", "an idea, an error, an option, a state"),
            ("how do i send a file", "what to type"),
            ("i get connection refused", "an error, by its name or its message"),
            ("tcp or udp?", "what is different"),
        ],
        seeAlso: ["ask", "explain", "apropos", "lessons"]
    )

    static let prompt = HelpTopic(
        "prompt",
        "what the prompt shows",
        about: [
            """
            Without a socket the prompt is netshell>. With one it shows the current socket, on which commands without a \
            name before them act: its name, the state of its connection as the kernel has it, and its own address, or the \
            peer's after an arrow. The text is made anew before each line.
            """
        ],
        table: [
            ("netshell>", "there is no socket yet, or none is current"),
            ("s LISTEN 0.0.0.0 8088>", "s is current; it listens on port 8088 of every address"),
            ("(2 jobs)", "so many jobs run in the background: jobs lists them"),
            ("…", "the line is not complete: a quote or a block is open; close it, or Ctrl-C drops the line"),
            ("[N]", "vi's command mode, after set -o vi"),
        ],
        seeAlso: ["names", "use", "sockets", "keys"]
    )

    static let scripts = HelpTopic(
        "scripts",
        "statements from a file, a pipe or the command line",
        about: [
            """
            A script has the lines that you would type. It stops at the first error that nothing catches, says where, and \
            the exit code is 1; --keep-going runs the rest too. export netshell writes the session so far as a script.
            """
        ],
        table: [
            ("netshell FILE ARGUMENT…", "runs a file; its arguments are $1, $2, …"),
            ("netshell -c 'LINE; LINE'", "runs these statements"),
            ("COMMAND | netshell", "runs what comes from a pipe"),
            ("netshell --json FILE", "prints one JSON object for each statement"),
        ],
        seeAlso: ["export", "errors", "values"]
    )

    static let netshell = HelpTopic(
        "netshell",
        "what this program is",
        about: [
            """
            A shell in which every call of the socket interface is a command. What you type is what the kernel does, on \
            real sockets: nothing is simulated, and strace would show the same calls. Around it there are words that \
            explain what happened, drawings, lessons, and programs made from a session.
            """,
            """
            It can do what any program of yours can do with the network, and no more. On 127.0.0.1, which the lessons use, \
            nothing leaves this machine. Its sockets are closed when it ends.
            """,
        ],
        seeAlso: ["lessons", "questions", "explain", "diagram", "export"]
    )
}
