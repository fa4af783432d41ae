import Language

/// Knows a listed mistake when it is typed: the same command with the same arguments, whatever the names, blanks and
/// spellings of constants, by itself or in a block.
struct MistakeMatcher {
    private let stage: Stage

    init(_ stage: Stage) { self.stage = stage }

    /// The step's mistake whose last call is one of those that were typed; nil where there is none.
    func mistake(typed: String) -> Mistake? {
        guard let step = stage.step else { return nil }
        let right = step.answer.steps.flatMap { TypedCall.all(in: stage.filled($0.input)) }
        let listed = step.mistakes.compactMap { mistake -> (mistake: Mistake, call: TypedCall)? in
            guard let last = mistake.transcript.steps.last else { return nil }
            return TypedCall.all(in: stage.filled(last.input)).last.map { (mistake, $0) }
        }
        for call in TypedCall.all(in: typed).reversed() {
            let alike = listed.filter { $0.call.shape == call.shape }
            // Where the right call is the same but for the socket or the block, these are the mistake.
            let isRightElsewhere = right.contains { $0.shape == call.shape }
            if let exact = alike.first(where: { $0.call.hasPlace(of: call) }) { return exact.mistake }
            if !isRightElsewhere, let first = alike.first { return first.mistake }
        }
        return nil
    }
}

/// A call in what was typed, as far as mistakes are told apart by it.
private struct TypedCall {
    /// The command and its arguments, in small letters, constants without their prefixes.
    let shape: [String]
    private let target: String?
    private let receiver: String?
    private let isTried: Bool

    /// Whether it is on the same socket, gives its reply the same name, and is tried where the other is.
    func hasPlace(of other: TypedCall) -> Bool {
        target == other.target && receiver == other.receiver && isTried == other.isTried
    }

    /// Every call in a text, in the order in which they are written.
    static func all(in text: String) -> [TypedCall] {
        if let statements = try? Parser.parse(Source(file: "", text: Array(text.utf8))) {
            return statements.flatMap { all(in: $0, isTried: false) }
        }
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        return words.isEmpty ? [] : [TypedCall(shape: words, target: nil, receiver: nil, isTried: false)]
    }

    private static func all(in statement: Statement, isTried: Bool) -> [TypedCall] {
        func inside(_ statements: [Statement], isTried: Bool) -> [TypedCall] {
            statements.flatMap { all(in: $0, isTried: isTried) }
        }
        switch statement.kind {
        case .call(let call):
            let shape = [call.command.text.lowercased()] + call.arguments.map { $0.parts.map(word).joined() }
            return [
                TypedCall(shape: shape, target: call.target?.text, receiver: call.receiver?.text, isTried: isTried)
            ]
        case .attempt(let body, let handlers):
            return inside(body, isTried: true) + handlers.flatMap { inside($0.body, isTried: isTried) }
        case .repeated(_, let body), .forEach(_, _, let body): return inside(body, isTried: isTried)
        case .loop(let condition, let body): return inside([condition] + body, isTried: isTried)
        case .branch(let condition, let then, let otherwise):
            return inside([condition] + then + otherwise, isTried: isTried)
        case .value, .leave, .again: return []
        }
    }

    private static func word(_ part: ArgumentSyntax.Part) -> String {
        switch part {
        case .word(let word):
            let upper = word.uppercased()
            for prefix in ["AF_", "SOCK_", "IPPROTO_", "SHUT_", "MSG_", "SO_"] where upper.hasPrefix(prefix) {
                return String(word.dropFirst(prefix.count)).lowercased()
            }
            return word.lowercased()
        case .quoted(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .variable(_, let fields): return "$" + fields.map { "." + $0 }.joined()
        }
    }
}
