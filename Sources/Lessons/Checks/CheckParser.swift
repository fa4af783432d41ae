import Journal
import Language
import Shell
import Sockets
import SystemPackage

/// Reads a check's lines.
///
///     [fatal] [eventually SECONDS] [not] PREDICATE [or [not] PREDICATE]…
///
///     socket [named NAME] [FAMILY] [TYPE] [STATE] [port N|bound|unbound] [limited] [peer N] [count N]
///     call NAME [ok|failed|ERRNO] [on SOCKET] [ARGUMENT VALUE]… [count N]
///     sent DATA [on SOCKET]        received DATA [on SOCKET]
///     peer NAME received DATA      order CALL CALL…
///     variable NAME [VALUE]        no leaks
///
/// An argument's VALUE may be a variable of the learner's session, `$path`, or the port of a socket, `$s.port`; that of a
/// variable may be another variable.
public enum CheckParser {
    /// The check in a fence's text, whose first line has the number `line`.
    public static func parse(_ text: String, line: Int) -> (check: Check, problems: [(line: Int, String)]) {
        var conditions: [Check.Condition] = []
        var problems: [(line: Int, String)] = []
        for (offset, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = String(content).trimmed
            if content.isEmpty || content.hasPrefix("#") { continue }
            do throws(Problem) {
                conditions.append(try condition(content, line + offset))
            } catch {
                problems.append((line + offset, error.sentence))
            }
        }
        return (Check(conditions: conditions), problems)
    }

    /// Why a line means nothing.
    struct Problem: Error {
        let sentence: String
    }

    private static func condition(_ text: String, _ line: Int) throws(Problem) -> Check.Condition {
        var words = try CheckWords(text)
        let isFatal = words.take("fatal")
        var within: Double?
        if words.take("eventually") {
            guard let seconds = words.next().flatMap({ Double($0.text) }), 0...60 ~= seconds else {
                throw Problem(sentence: "eventually is followed by seconds, at most 60")
            }
            within = seconds
        }
        var alternatives: [(Bool, Check.Predicate)] = []
        repeat {
            let isNegated = words.take("not")
            alternatives.append((isNegated, try predicate(&words)))
        } while words.take("or")
        if let rest = words.next() { throw Problem(sentence: "\(Quoting.word(rest.text)) is not understood here") }
        return Check.Condition(alternatives: alternatives, within: within, isFatal: isFatal, line: line)
    }

    private static func predicate(_ words: inout CheckWords) throws(Problem) -> Check.Predicate {
        guard let first = words.next() else { throw Problem(sentence: "a predicate is missing") }
        switch first.text {
        case "socket": return .socket(try socket(&words))
        case "call": return .call(try call(&words))
        case "sent":
            let data = try words.data("sent")
            return .sent(data, on: try words.name(after: "on"))
        case "received":
            let data = try words.data("received")
            return .received(data, on: try words.name(after: "on"))
        case "peer":
            guard let name = words.next(), words.take("received") else {
                throw Problem(sentence: "peer NAME received DATA")
            }
            return .peerReceived(peer: name.text, try words.data("received"))
        case "order":
            let calls = words.upToOr().map { CallTitle($0.text) }
            guard calls.count > 1 else { throw Problem(sentence: "order CALL CALL…") }
            return .order(calls)
        case "variable":
            guard let name = words.nextUnlessOr(), !name.isVariable else {
                throw Problem(sentence: "variable NAME [VALUE]")
            }
            let value = words.nextUnlessOr()
            if let value, value.isVariable { return .sameVariable(name.text, as: String(value.text.dropFirst())) }
            return .variable(name.text, value?.value)
        case "no":
            guard words.take("leaks") else { throw Problem(sentence: "no leaks") }
            return .noLeaks
        default:
            let known = ["socket", "call", "sent", "received", "peer", "order", "variable", "no"]
            let near = Suggestion.nearest(to: first.text, among: known).first.map { "; did you mean \($0)?" } ?? ""
            throw Problem(sentence: "\(Quoting.word(first.text)) is not a predicate\(near)")
        }
    }

    private static func socket(_ words: inout CheckWords) throws(Problem) -> SocketPattern {
        var pattern = SocketPattern()
        while let word = words.nextUnlessOr() {
            switch word.text {
            case "named": pattern.name = try words.required("named").text
            case "port": pattern.port = UInt32(try words.number("port"))
            case "peer": pattern.peerPort = UInt32(try words.number("peer"))
            case "count": pattern.count = try words.number("count")
            case "bound": pattern.isBound = true
            case "limited": pattern.isLimited = true
            case "unbound": pattern.isBound = false
            default:
                if let state = ConnectionState.allCases.first(where: { $0.description == word.text }) {
                    pattern.state = state
                } else if Int(word.text) == nil, let family = AddressFamily(spelling: word.text) {
                    pattern.family = family
                } else if Int(word.text) == nil, let type = SocketType(spelling: word.text) {
                    pattern.type = type
                } else {
                    throw Problem(sentence: "\(Quoting.word(word.text)) is not a family, type or state of a socket")
                }
            }
        }
        return pattern
    }

    private static func call(_ words: inout CheckWords) throws(Problem) -> CallPattern {
        var pattern = CallPattern(CallTitle(try words.required("call").text))
        while let word = words.nextUnlessOr() {
            switch word.text {
            case "ok": pattern.outcome = .success
            case "failed": pattern.outcome = .failure("")
            case "on": pattern.socket = try words.required("on").text
            case "count": pattern.count = try words.number("count")
            default:
                if let error = word.text.error {
                    pattern.outcome = .failure(error)
                } else if word.text.contains(where: \.isUppercase) {
                    throw Problem(sentence: "\(Quoting.word(word.text)) is not an error")
                } else {
                    pattern.arguments[word.text] = try words.argument(word.text)
                }
            }
        }
        return pattern
    }
}

/// The words of a line of a check, as NetShell's own lexer cuts them.
struct CheckWords {
    struct Word {
        let text: String
        let value: Value
        let isQuoted: Bool
        var isVariable = false
    }

    private var words: ArraySlice<Word>

    init(_ text: String) throws(CheckParser.Problem) {
        // The parser of the language reads the words; a word before them makes any line a command with arguments.
        let statements: [Statement]
        do {
            statements = try Parser.parse(Source(file: "check", text: Array(("check " + text).utf8)))
        } catch {
            throw CheckParser.Problem(sentence: error.problem.description)
        }
        guard statements.count == 1, case .call(let call) = statements[0].kind else {
            throw CheckParser.Problem(sentence: "one condition per line")
        }
        var words: [Word] = []
        for argument in call.arguments {
            switch argument.parts[0] {
            case .word(let word) where argument.parts.count == 1:
                words.append(Word(text: word, value: Int(word).map { .integer($0) } ?? .text(word), isQuoted: false))
            case .quoted(let bytes) where argument.parts.count == 1:
                words.append(Word(text: String(decoding: bytes, as: UTF8.self), value: .bytes(bytes), isQuoted: true))
            case .variable(let name, ["port"]) where argument.parts.count == 1:
                words.append(Word(text: "$\(name).port", value: .none, isQuoted: false, isVariable: true))
            case .variable(let name, []) where argument.parts.count == 1:
                words.append(Word(text: "$" + name, value: .none, isQuoted: false, isVariable: true))
            default: throw CheckParser.Problem(sentence: "a word of a check is a word, a quoted text or $NAME")
            }
        }
        self.words = words[...]
    }

    mutating func take(_ word: String) -> Bool {
        guard let first = words.first, !first.isQuoted, first.text == word else { return false }
        words = words.dropFirst()
        return true
    }

    mutating func next() -> Word? { words.popFirst() }

    mutating func nextUnlessOr() -> Word? {
        if let first = words.first, !first.isQuoted, first.text == "or" { return nil }
        return words.popFirst()
    }

    mutating func upToOr() -> [Word] {
        var taken: [Word] = []
        while let word = nextUnlessOr() { taken.append(word) }
        return taken
    }

    mutating func required(_ behind: String) throws(CheckParser.Problem) -> Word {
        guard words.first?.isVariable != true else {
            throw CheckParser.Problem(sentence: "a variable can only be an argument of a call")
        }
        guard let word = words.popFirst() else {
            throw CheckParser.Problem(sentence: "\(behind) needs a word after it")
        }
        return word
    }

    /// The value of a call's argument, which may be a variable's.
    mutating func argument(_ name: String) throws(CheckParser.Problem) -> String {
        guard let first = words.first, first.isVariable else { return try required(name).text }
        words = words.dropFirst()
        return first.text
    }

    mutating func number(_ behind: String) throws(CheckParser.Problem) -> Int {
        let word = try required(behind)
        guard let number = Int(word.text), 0...65535 ~= number else {
            throw CheckParser.Problem(sentence: "\(behind) needs a number after it, not \(Quoting.word(word.text))")
        }
        return number
    }

    mutating func data(_ behind: String) throws(CheckParser.Problem) -> [UInt8] {
        let data = try required(behind).value.data ?? []
        // Everything moves no bytes.
        if data.isEmpty { throw CheckParser.Problem(sentence: "\(behind) needs some data after it") }
        return data
    }

    mutating func name(after word: String) throws(CheckParser.Problem) -> String? {
        take(word) ? try required(word).text : nil
    }
}
