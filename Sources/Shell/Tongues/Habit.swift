import Language

/// Words that mean something in other shells and tools, and what is typed here.
enum Habit {
    /// What is said to a word in a command's place: the reason, and a line to type after a colon.
    static func advice(for word: String, _ isAlone: Bool, _ names: Names) -> String? {
        if let advice = table[word], isAlone || !alone.contains(word) { return advice }
        guard isAlone || word == "learn" || word == "lesson" else { return nil }
        if starters.contains(word) { return course(names.session.registry) }
        return keys.contains(word) ? "Ctrl-L clears the screen" : nil
    }

    /// Words that mean this only where nothing follows them.
    private static let alone: Set<String> = ["q", "read", "open", "select", "true"]

    /// Words that leave other shells and editors, and this one too.
    static let leaving: Set<String> = ["quit", "logout", "bye", ":q", ":q!", ":wq"]

    private static let starters: Set<String> = [
        "learn", "lesson", "lessons", "tutorial", "course", "start", "begin", "intro", "demo", "hello", "hi",
    ]

    private static let keys: Set<String> = ["clear", "cls", "reset"]

    /// The way to the lessons: at the prompt a command, elsewhere a way to start the shell.
    private static func course(_ registry: Registry) -> String {
        registry["learn"] == nil
            ? "the lessons begin with netshell learn, typed in the system's shell; what there is here: help"
            : "the lessons, from the first: learn"
    }

    private static let table: [String: String] = [
        "q": leave,
        "topics": "the commands and the topics: help", "commands": "the commands and the topics: help",
        "?": "the commands and the topics: help",
        "true": "a loop without end is: while 1 {", "loop": "a loop without end is: while 1 {",
        "read": "what has come on a socket is taken by: recv 1024",
        "open": "a socket is made by: socket inet stream",
        "select": "what has something to tell: poll", "epoll": "what has something to tell: poll",
        "gai": "the addresses of a name: getaddrinfo localhost",
        "function": functions, "def": functions, "import": imports, "from": imports, "include": imports,
    ]

    private static let leave = "the shell is left with: exit"
    private static let functions =
        "there are no functions; alias gives one statement a name: alias hello \"print hello\""
    private static let imports = "nothing has to be imported, every call is a command already: socket inet stream"
}

/// Names by which constants are known elsewhere.
enum Synonym {
    private static let table: [String: String] = [
        "tcp": "stream", "datagram": "dgram", "udp": "dgram", "sequential": "seqpacket",
        "ip": "inet", "ipv4": "inet", "ip4": "inet", "inet4": "inet", "tcpip": "inet", "ipv6": "inet6", "ip6": "inet6",
        "both": "rdwr", "read": "rd", "write": "wr",
    ]

    /// The names that may be meant, nearest first.
    static func near(_ text: String, among names: [String]) -> [String] {
        if let name = table[text.lowercased()], names.contains(name) { return [name] }
        return Suggestion.nearest(to: text, among: names)
    }
}
