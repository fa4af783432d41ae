/// An expression of another language, as far as a line of a socket program has them.
public indirect enum ForeignExpression: Hashable, Sendable {
    /// A variable, a constant, a function or a module.
    case name(String)
    /// A number, or an address of numbers and dots.
    case number(String)
    /// Text, its escapes resolved; an f-string or a template literal has several parts.
    case text([Part])
    /// `OBJECT.NAME`, `OBJECT->NAME`, `MODULE::NAME`
    case member(ForeignExpression, String)
    /// `FUNCTION(ARGUMENT, …)`
    case call(ForeignExpression, [Argument])
    /// `LIST[INDEX]`
    case index(ForeignExpression, ForeignExpression)
    /// A tuple, a list, or the values in braces.
    case group([ForeignExpression])
    /// `-x`, `!x`, `not x`
    case unary(String, ForeignExpression)
    /// `x + 1`, `a == b`
    case binary(ForeignExpression, String, ForeignExpression)
    /// `x = y` inside an expression, as C has it.
    case assignment(ForeignExpression, ForeignExpression)
    /// A function without a name, or an object's literal.
    case closure([Argument])

    /// A piece of a text.
    public enum Part: Hashable, Sendable {
        /// These bytes.
        case bytes([UInt8])
        /// What is substituted.
        case value(ForeignExpression)
    }

    /// An argument; the label is Python's `timeout=` or an object's `port:`.
    public struct Argument: Hashable, Sendable {
        /// The name before it.
        public let label: String?
        /// Its value.
        public let value: ForeignExpression

        init(label: String? = nil, _ value: ForeignExpression) {
            self.label = label
            self.value = value
        }
    }
}

extension ForeignExpression {
    /// The names of a chain such as `socket.AF_INET`, outermost first; nil for anything else.
    public var path: [String]? {
        switch self {
        case .name(let name): [name]
        case .member(let object, let name): object.path.map { $0 + [name] }
        default: nil
        }
    }
}

/// A line of another language: what it assigns, or the head of a block.
public struct ForeignLine: Hashable, Sendable {
    /// What a line is.
    public enum Kind: Hashable, Sendable {
        /// An expression, with the targets to which it is assigned and the operator of `+=`.
        case value(targets: [ForeignExpression], operation: String?, ForeignExpression)
        /// A variable that is declared without a value.
        case declaration(type: String, name: String)
        /// `while CONDITION:`, `for (…) {`, `else`, `def f():`, `return x`, `import socket`: its keyword, its words
        /// as expressions, and what follows the colon or the brace on the same line.
        case keyword(String, [ForeignExpression], body: [ForeignLine])
    }

    /// What it is.
    public let kind: Kind
    /// What is seen in it that only some languages have.
    public let marks: Set<Mark>

    /// A sign of a language.
    public enum Mark: Hashable, Sendable {
        /// A type before a name, or C's `&`, `->`, casts and `sizeof`.
        case typed
        /// A class before a name.
        case classed
        /// `const`, `let`, `=>`, `new`, `function`, `===`.
        case script
        /// `:=`, `func`, `package`.
        case short
        /// A colon at the end, `b""`, `def`, `None`.
        case indented
        /// A semicolon at the end.
        case semicolon
        /// Several names at the left of an assignment.
        case unpacked
    }
}

extension ForeignExpression {
    /// A text read as one expression, or as several with commas between them, which become a group; nil if it is none.
    public init?(_ text: some Sequence<UInt8>) {
        guard let tokens = ForeignLexer.tokens(of: text), !tokens.isEmpty else { return nil }
        var parser = ForeignParser(tokens)
        guard let expression = parser.list(), parser.isAtEnd else { return nil }
        self = expression
    }
}
