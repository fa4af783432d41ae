/// One statement of the language, as the parser understood it.
public struct Statement: Sendable {
    /// What it is.
    public let kind: Kind
    /// Where it is.
    public let span: Span

    /// A statement at a place.
    public init(kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }

    /// The call, in the background or not; nil for any other statement.
    public var call: CallSyntax? {
        switch kind {
        case .call(let call): call
        case .job(let statement): statement.call
        default: nil
        }
    }

    /// The statements in it, in source order: a condition, bodies, handlers.
    public var children: [Statement] {
        switch kind {
        case .call, .value, .leave, .again: []
        case .attempt(let body, let handlers): body + handlers.flatMap(\.body)
        case .repeated(_, let body), .forEach(_, _, let body), .block(let body): body
        case .loop(let condition, let body): [condition] + body
        case .branch(let condition, let then, let otherwise): [condition] + then + otherwise
        case .job(let statement): [statement]
        }
    }

    /// The kinds of statement.
    public indirect enum Kind: Sendable {
        /// `[NAME =] [SOCKET.]COMMAND ARGUMENT…`
        case call(CallSyntax)
        /// `[NAME =] VALUE [OPERATOR VALUE]`
        case value(ValueSyntax)
        /// `try { … } catch CLASS… { … }`
        case attempt(body: [Statement], handlers: [HandlerSyntax])
        /// `repeat N { … }`
        case repeated(times: ArgumentSyntax, body: [Statement])
        /// `while STATEMENT { … }`
        case loop(condition: Statement, body: [Statement])
        /// `for NAME in ARGUMENT… { … }`
        case forEach(name: String, items: [ArgumentSyntax], body: [Statement])
        /// `if STATEMENT { … } else { … }`
        case branch(condition: Statement, then: [Statement], otherwise: [Statement])
        /// `{ … }`
        case block([Statement])
        /// `STATEMENT &`: a call or a block in the background.
        case job(Statement)
        /// `break`
        case leave
        /// `continue`
        case again
    }
}

/// A command with its arguments.
public struct CallSyntax: Sendable {
    /// The name assigned the reply.
    public let target: Name?
    /// The socket before the dot.
    public let receiver: Name?
    /// The command's name as typed.
    public let command: Name
    /// Its arguments.
    public let arguments: [ArgumentSyntax]

    /// A command with everything that belongs to it.
    public init(target: Name?, receiver: Name?, command: Name, arguments: [ArgumentSyntax]) {
        self.target = target
        self.receiver = receiver
        self.command = command
        self.arguments = arguments
    }
}

/// A value, or two with an operator between them.
public struct ValueSyntax: Sendable {
    /// The name assigned the value.
    public let target: Name?
    /// The value, or the left operand.
    public let left: ArgumentSyntax
    /// The operator and the right operand.
    public let operation: (name: Operator, right: ArgumentSyntax)?
}

/// An operator between two values.
public enum Operator: String, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
}

/// `catch CLASS… { … }`
public struct HandlerSyntax: Sendable {
    /// The error classes it handles; none for any.
    public let classes: [Name]
    /// What it does.
    public let body: [Statement]
}

/// A word with its place.
public struct Name: Sendable, Hashable {
    /// The word.
    public let text: String
    /// Where it is.
    public let span: Span

    /// A word at a place.
    public init(_ text: String, _ span: Span) {
        self.text = text
        self.span = span
    }
}

/// An argument: its parts follow one another without a space (`$name"\r\n"`).
public struct ArgumentSyntax: Sendable {
    /// The parts, at least one.
    public let parts: [Part]
    /// Where it is.
    public let span: Span

    /// Parts at a place.
    public init(parts: [Part], span: Span) {
        self.parts = parts
        self.span = span
    }

    /// One part of an argument.
    public enum Part: Sendable, Hashable {
        /// Characters as typed.
        case word(String)
        /// The content of quotes, escapes resolved.
        case quoted([UInt8])
        /// `$NAME.field.field`
        case variable(name: String, fields: [String])
    }

    /// The word, if the argument is nothing else.
    public var word: String? {
        if parts.count == 1, case .word(let word) = parts[0] { return word }
        return nil
    }
}
