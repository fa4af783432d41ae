/// An entry as it was read, complete or not: what the prompt's colours, hints and completion are made of.
public struct SyntaxTree: Sendable {
    /// The text.
    public let source: Source
    /// Its statements; ``ArgumentSyntax/isMissing`` marks what is missing.
    public let statements: [Statement]
    /// What is wrong, in the order in which it is found. The first is the one that running it throws.
    public let faults: [SyntaxError]
    /// Its words, separators and comments in order, each with its role. `x=5` is three words.
    public let words: [PlacedWord]
    /// What can come next at its end.
    public let next: NextWord
}

extension ArgumentSyntax {
    /// An argument that should be at a place.
    static func missing(at place: Int) -> ArgumentSyntax {
        ArgumentSyntax(parts: [.word("")], span: Span(place, place))
    }

    /// Whether it should be here and is not. No word that is typed is empty.
    public var isMissing: Bool { parts == [.word("")] }
}

extension Statement {
    /// A statement that should be at a place.
    static func missing(at place: Int) -> Statement {
        Statement(kind: .missing(at: place), span: Span(place, place))
    }

    /// Whether it should be here and is not.
    public var isMissing: Bool {
        if case .value(let value) = kind { value.left.isMissing } else { false }
    }
}

extension Statement.Kind {
    /// A value that should be at a place, for a name or for none.
    static func missing(_ target: Name? = nil, at place: Int) -> Statement.Kind {
        .value(ValueSyntax(target: target, left: .missing(at: place), operation: nil))
    }
}
