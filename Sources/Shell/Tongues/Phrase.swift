import Language
import Sockets

/// How something is written in another language, and here.
///
/// In a pattern a name that begins with `_` stands for anything, and says what it is (``ArgumentKind``); `_rest` and
/// `_values` stand for all arguments that follow. In the rendition the same names are what was found, and `_it` is the
/// name that the result is assigned to.
struct Phrase: Sendable {
    /// The pattern, in the other language.
    let there: String
    /// The rendition here; empty if nothing has to be done.
    let here: String
    /// What has to be known besides.
    let note: String?

    init(_ there: String, _ here: String, _ note: String? = nil) {
        (self.there, self.here, self.note) = (there, here, note)
    }
}

extension Phrase {
    /// What the names of a pattern stand for.
    typealias Captures = [String: [ForeignExpression]]

    /// What the names stand for in an expression; nil if the pattern does not fit it.
    func captures(in expression: ForeignExpression) -> Captures? {
        guard let pattern = ForeignExpression(there.utf8) else { return nil }
        var captures: Captures = [:]
        return Self.fits(pattern, expression, &captures) ? captures : nil
    }

    private static func fits(
        _ pattern: ForeignExpression,
        _ expression: ForeignExpression,
        _ captures: inout Captures
    ) -> Bool {
        switch (pattern, expression) {
        case (.name(let name), _) where name.hasPrefix("_"):
            guard ArgumentKind(capture: name).admits(expression) else { return false }
            captures[name] = [expression]
            return true
        case (.member(let left, let name), .member(let right, let other)):
            return name == other && fits(left, right, &captures)
        case (.call(let left, let wanted), .call(let right, let given)):
            return fits(left, right, &captures) && fits(wanted.map(\.value), given.map(\.value), &captures)
        case (.index(let left, let wanted), .index(let right, let given)):
            return wanted == given && fits(left, right, &captures)
        case (.group(let wanted), .group(let given)): return fits(wanted, given, &captures)
        case (.binary(let left, let operation, let right), .binary(let first, let other, let second)):
            return operation == other && fits(left, first, &captures) && fits(right, second, &captures)
        default: return pattern == expression
        }
    }

    private static func fits(
        _ patterns: [ForeignExpression],
        _ expressions: [ForeignExpression],
        _ captures: inout Captures
    ) -> Bool {
        var left = expressions[...]
        for pattern in patterns {
            if case .name(let name) = pattern, name == "_rest" || name == "_values" {
                captures[name] = Array(left)
                return true
            }
            guard let next = left.popFirst(), fits(pattern, next, &captures) else { return false }
        }
        return left.isEmpty
    }
}

/// What an argument is, which decides how it is written and what stands in for one that the session does not know.
enum ArgumentKind: Hashable, Sendable {
    case host, port, highPort, address, data, size, seconds, onOff, socket, object, number, family, type, constant, any

    /// The kind that the name of a pattern's capture says.
    init(capture: String) {
        switch capture.dropFirst() {
        case "host": self = .host
        case "port": self = .port
        case "highport": self = .highPort
        case "address": self = .address
        case "data": self = .data
        case "size": self = .size
        case "seconds": self = .seconds
        case "socket": self = .socket
        case "object": self = .object
        case "number": self = .number
        default: self = .any
        }
    }

    /// The kinds of the words that a parameter's hint names, `HOST PORT` for instance.
    static func all(hint: String) -> [ArgumentKind] {
        hint.split(separator: " ").map { word in
            switch word.filter({ !"[]…".contains($0) }) {
            case "HOST", "ADDRESS": .host
            case "PORT", "SERVICE": .port
            case "DATA", "DELIMITER", "TEXT": .data
            case "SIZE", "COUNT": .size
            case "SECONDS": .seconds
            case "on|off": .onOff
            case "SOCKET", "SOCKET:EVENTS": .socket
            case "FAMILY": .family
            case "TYPE": .type
            case "FLAG", "HOW", "LEVEL", "OPTION", "PROTOCOL", "VALUE": .constant
            default: .any
            }
        }
    }

    /// The kinds of a command's arguments, in order.
    static func all(of command: Command, receiver: Socket?, _ names: Names) -> [ArgumentKind] {
        let context = Context(session: names.session, scope: names.scope, socket: receiver, confinement: nil)
        return command.parameters.flatMap { all(hint: $0.hint(context)) }
    }

    /// What is typed where nothing better is known; nil if nothing would make sense.
    var sample: String? {
        switch self {
        case .host: "127.0.0.1"
        case .port, .highPort: "8080"
        case .address: "127.0.0.1 8080"
        case .data: "\"hello\""
        case .size: "1024"
        case .seconds: "1"
        case .onOff: "off"
        case .family: "inet"
        case .type: "stream"
        case .socket, .object, .number, .constant, .any: nil
        }
    }

    /// Whether an expression can be this in a pattern.
    func admits(_ expression: ForeignExpression) -> Bool {
        switch self {
        case .socket: expression.path != nil
        case .object: if case .closure = expression { true } else { false }
        case .number: if case .number = expression { true } else { false }
        case .highPort: if case .number(let text) = expression, let port = UInt16(text) { port >= 1024 } else { false }
        default: if case .closure = expression { self == .any } else { true }
        }
    }

    /// Whether a word is certainly one of this kind.
    func suits(_ word: String) -> Bool {
        switch self {
        case .host: IPv4Address(word) != nil || IPv6Address(word) != nil || word == "localhost" || word == "\"\""
        case .port, .highPort: UInt16(word) != nil || word.hasPrefix("$") && word.hasSuffix("port")
        case .size, .seconds: Double(word) != nil
        case .family: AddressFamily(spelling: word) != nil && Int(word) == nil
        case .type: SocketType(spelling: word) != nil && Int(word) == nil
        case .onOff: ["on", "off", "0", "1"].contains(word)
        case .data: word.hasPrefix("\"") || word.hasPrefix("'")
        case .constant:
            SocketOption.find(word, level: nil) != nil || OptionLevel(spelling: word) != nil
                || MessageFlags(spelling: word) != nil && Int(word) == nil
        case .address, .socket, .object, .number, .any: false
        }
    }
}
