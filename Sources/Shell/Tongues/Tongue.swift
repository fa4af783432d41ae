import Language

/// A programming language that a learner may bring along: what differs here, and its phrases.
struct Tongue: Sendable {
    /// Its name.
    let name: String
    /// What it writes that is left out here.
    let without: String
    /// What only it has.
    let marks: Set<ForeignLine.Mark>
    /// What it writes as a statement.
    let statements: [Phrase]
    /// What it writes as a value in something else.
    let values: [Phrase]
}

extension Tongue {
    /// All of them; the first that fits names a line.
    static let all: [Tongue] = [.c, .others, .javaScript, .go, .python]

    /// Every statement of every language.
    static let statements = all.flatMap(\.statements)

    /// Every value of every language.
    static let values = all.flatMap(\.values)

    /// What is said of a line.
    static func headline(of lines: [ForeignLine]) -> String {
        let marks = lines.reduce(into: Set<ForeignLine.Mark>()) { $0.formUnion($1.marks) }
        let tongue = all.first { !$0.marks.isDisjoint(with: marks) }
        guard let tongue else {
            return lines.contains(where: \.isCall)
                ? "a command has no parentheses and no commas here: spaces separate its words"
                : "this is how other languages write it"
        }
        return "this is how \(tongue.name) writes it: here without \(tongue.without)"
    }
}

extension ForeignLine {
    /// Whether it is a call, perhaps with a name for its result.
    fileprivate var isCall: Bool { if case .value(_, _, .call) = kind { true } else { false } }
}

/// What other languages call the same value.
enum ForeignConstant {
    /// The word here for a constant; nil if it has the same name here, or none.
    static func word(_ name: String, as kind: ArgumentKind) -> String? {
        switch name {
        case "True", "true", "TRUE", "YES": kind == .onOff ? "on" : "1"
        case "False", "false", "FALSE", "NO": kind == .onOff ? "off" : "0"
        case "INADDR_ANY", "INADDR6_ANY": "0.0.0.0"
        case "in6addr_any": "::"
        case "INADDR_LOOPBACK": "127.0.0.1"
        case "in6addr_loopback": "::1"
        case "INADDR_BROADCAST": "255.255.255.255"
        case "SOMAXCONN": "4096"
        case "SD_SEND": "wr"
        case "SD_RECEIVE": "rd"
        case "SD_BOTH": "rdwr"
        case "BUFSIZ", "BUFSIZE", "BUFFER_SIZE", "BUF_SIZE", "MAXLINE": "1024"
        case "STDIN_FILENO": "0"
        default: nil
        }
    }

    /// Whether a name stands for nothing at all.
    static func isNothing(_ name: String) -> Bool {
        ["None", "null", "NULL", "nil", "nullptr", "undefined"].contains(name)
    }

    /// Whether a name is a constant of the socket calls, which has the same name here.
    static func isKept(_ name: String) -> Bool {
        let prefixes = [
            "AF_", "PF_", "SOCK_", "IPPROTO_", "SOL_", "SO_", "TCP_", "UDP_", "IP_", "IPV6_", "MSG_", "SHUT_", "AI_",
            "NI_", "POLL",
        ]
        return prefixes.contains(where: name.hasPrefix)
    }
}
