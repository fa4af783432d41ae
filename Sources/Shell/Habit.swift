import Journal
import Language

/// What people type who know another shell or language, and what it is here.
enum Habit {
    private static let advice: [String: String] = [
        "quit": "exit leaves the shell", "q": "exit leaves the shell", "bye": "exit leaves the shell",
        "logout": "exit leaves the shell",
        "history": "↑ and Ctrl-R find what was entered before; journal lists the calls",
        "clear": "Ctrl-L clears the screen", "cls": "Ctrl-L clears the screen",
        "ls": "sockets lists the sockets, variables the variables", "netstat": "sockets lists the sockets",
        "ss": "sockets lists the sockets", "man": "help NAME tells about a command",
        "info": "help NAME tells about a command",
        "topics": "help lists commands and topics", "commands": "help lists commands and topics",
        "hello": "help tells what there is", "hi": "help tells what there is",
        "import": "nothing has to be imported: every call is a command",
        "learn": "lessons are at the prompt of a terminal: netshell learn",
        "true": "for a loop without end: while 1 { … }", "loop": "while 1 { … } goes on until break",
        "def": "there are no functions; alias gives a statement a name",
        "echo": "print shows values", "puts": "print shows values", "printf": "print shows values",
        "read": "recv receives from a socket",
        "open": "socket makes a socket; data from a file is @FILE",
        "nc": "socket, connect, send and recv, one at a time",
        "telnet": "socket, connect, send and recv, one at a time",
        "select": "poll waits for several sockets", "epoll": "poll waits for several sockets",
        "gai": "getaddrinfo looks names up", "dig": "getaddrinfo looks names up",
        "nslookup": "getaddrinfo looks names up",
    ]

    /// The failure of a command that is known from elsewhere; nil where it is not.
    static func failure(_ name: Name) -> Failure? {
        guard let advice = advice[name.text.lowercased()] else { return nil }
        return Failure(
            .other(className: "UnknownCommand", message: "there is no command \(name.text)", advice: [advice]),
            at: name.span
        )
    }
}
