/// A parsed entry, complete or not: the basis of the prompt's colours, hints and completion.
public struct SyntaxTree: Sendable {
    /// The text.
    public let source: Source
    /// Its statements; ``ArgumentSyntax/isMissing`` marks what is missing.
    public let statements: [Statement]
    /// What is wrong, in the order found. Running it throws the first.
    public let faults: [SyntaxError]
    /// Its words, separators and comments in order, each with its role. `x=5` is three words.
    public let words: [PlacedWord]
    /// What can come next at its end.
    public let next: NextWord
}

extension ArgumentSyntax {
    /// An argument missing at a place.
    static func missing(at place: Int) -> ArgumentSyntax {
        ArgumentSyntax(parts: [.word("")], span: Span(place, place))
    }

    /// Whether it is missing. No typed word is empty.
    public var isMissing: Bool { parts == [.word("")] }
}

extension Statement {
    /// A statement missing at a place.
    static func missing(at place: Int) -> Statement {
        Statement(kind: .missing(at: place), span: Span(place, place))
    }

    /// Whether it is missing.
    public var isMissing: Bool {
        if case .value(let value) = kind { value.left.isMissing } else { false }
    }
}

extension Statement.Kind {
    /// A value missing at a place, with or without a name to assign.
    static func missing(_ target: Name? = nil, at place: Int) -> Statement.Kind {
        .value(ValueSyntax(target: target, left: .missing(at: place), operation: nil))
    }
}
