import Journal

/// A parameter that may be left out.
public struct Optionally<Wrapped: ParameterType>: ParameterType {
    let wrapped: Wrapped

    /// Makes a parameter optional.
    public init(_ wrapped: Wrapped) { self.wrapped = wrapped }

    public var about: String { wrapped.about }
    public var isOptional: Bool { true }
    public var takesMore: Bool { wrapped.takesMore }
    public var denotes: Denoted? { wrapped.denotes }

    public func hint(_ context: Context) -> String {
        let hint = wrapped.hint(context)
        return hint.isEmpty || context.position > 0 ? hint : "[\(hint)]"
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { wrapped.complete(prefix, context) }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Wrapped.Parsed? {
        guard let next = words.next, wrapped.accepts(next) else { return nil }
        return try wrapped.parse(&words, context)
    }
}

/// A parameter that takes all remaining words, even none.
public struct Repeated<Wrapped: ParameterType>: ParameterType {
    let wrapped: Wrapped

    /// Makes a parameter take all remaining words.
    public init(_ wrapped: Wrapped) { self.wrapped = wrapped }

    public var about: String { wrapped.about }
    public var isOptional: Bool { true }
    public var takesMore: Bool { true }
    public var denotes: Denoted? { wrapped.denotes }
    public func hint(_ context: Context) -> String {
        let hint = wrapped.hint(context)
        // If words precede it, as for an option's value, the hint says just what they ask for.
        return context.words.isEmpty ? "[\(hint)…]" : hint
    }
    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { wrapped.complete(prefix, context) }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> [Wrapped.Parsed] {
        var parsed: [Wrapped.Parsed] = []
        while !words.isEmpty { parsed.append(try wrapped.parse(&words, context)) }
        return parsed
    }
}
