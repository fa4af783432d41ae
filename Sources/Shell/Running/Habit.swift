import Journal
import Language

/// Habits from other shells and languages, and the equivalents here.
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

    /// Names by which the constants are known elsewhere.
    private static let synonyms: [String: String] = [
        "tcp": "stream", "datagram": "dgram", "udp": "dgram", "sequential": "seqpacket",
        "ip": "inet", "ipv4": "inet", "ip4": "inet", "inet4": "inet", "tcpip": "inet", "ipv6": "inet6", "ip6": "inet6",
        "both": "rdwr", "read": "rd", "write": "wr",
    ]

    /// The names that may be meant, nearest first.
    static func near(_ text: String, among names: [String]) -> [String] {
        if let name = synonyms[text.lowercased()], names.contains(name) { return [name] }
        return Suggestion.nearest(to: text, among: names)
    }

    /// The failure for a command known from elsewhere; nil if it is not.
    static func failure(_ call: CallSyntax, _ session: Session) -> Failure? {
        guard let advice = answer(call, session) else { return nil }
        let message = "there is no command \(Quoting.word(call.command.text))"
        return Failure(.other(.unknownCommand, message: message, advice: [advice]), at: call.command.span)
    }

    private static func answer(_ call: CallSyntax, _ session: Session) -> String? {
        let name = call.command.text
        if let receiver = call.receiver { return field(name, of: receiver.text, session) }
        if let word = call.arguments.first?.word, Operator(rawValue: word) != nil, name.isName {
            return "a variable has a dollar before it: $\(name) \(word) …"
        }
        if name.hasSuffix(","), name.dropLast().description.isName {
            return "one name takes the whole reply: \(name.dropLast()) = …"
        }
        if name.hasSuffix(":"), ["try", "else", "finally", "except"].contains(name.dropLast()) {
            return "blocks go in braces: try { … } catch error { … }"
        }
        return advice[name.lowercased()]
    }

    /// `s.port`, which is a value, not a call.
    private static func field(_ name: String, of socket: String, _ session: Session) -> String? {
        guard let socket = session.sockets[socket], let value = socket.record[name] else { return nil }
        let shown = value == .none ? "" : ", now \(value.description)"
        return "this is a value, not a call: $\(socket.name).\(name)\(shown)"
    }
}
