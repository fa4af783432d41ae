import Journal

/// A named parameter, type-erased.
public protocol AnyParameter: Sendable {
    /// The name under which the parsed value is found.
    var name: String { get }
    /// Whether it may be left out.
    var isOptional: Bool { get }
    /// Whether more words can follow.
    var takesMore: Bool { get }
    /// What its first word names.
    var denotes: Denoted? { get }
    /// One line about what can be typed.
    var about: String { get }
    /// How it appears in a signature.
    func hint(_ context: Context) -> String
    /// Takes its words.
    func parseErased(_ words: inout Words, _ context: Context) throws(Failure) -> any Sendable
    /// What could be typed in place of `prefix`.
    func complete(_ prefix: String, _ context: Context) -> [Candidate]
}

/// A parameter: a type and a name.
public struct Parameter<Kind: ParameterType>: AnyParameter {
    public let name: String
    let type: Kind
    private let ownAbout: String?

    /// A parameter of a type; `about` if the type's own line is not enough.
    public init(_ name: String, _ type: Kind, about: String? = nil) {
        self.name = name
        self.type = type
        ownAbout = about
    }

    public var isOptional: Bool { type.isOptional }
    public var takesMore: Bool { type.takesMore }
    public var denotes: Denoted? { type.denotes }
    public var about: String { ownAbout ?? type.about }
    public func hint(_ context: Context) -> String { type.hint(context) }

    public func parseErased(_ words: inout Words, _ context: Context) throws(Failure) -> any Sendable {
        try type.parse(&words, context)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { type.complete(prefix, context) }
}

/// A flag, type-erased.
public protocol AnyFlag: AnyParameter {}

/// A flag with a value, `-to FILE`.
public struct Flag<Kind: ParameterType>: AnyFlag {
    public let name: String
    let type: Kind
    public let about: String

    /// A flag typed as `-NAME VALUE`.
    public init(_ name: String, _ type: Kind, about: String) {
        self.name = name
        self.type = type
        self.about = about
    }

    public var isOptional: Bool { true }
    public var takesMore: Bool { false }
    public var denotes: Denoted? { type.denotes }

    public func hint(_ context: Context) -> String {
        let hint = type.hint(context)
        return hint.isEmpty ? "-\(name)" : "-\(name) \(hint)"
    }

    public func parseErased(_ words: inout Words, _ context: Context) throws(Failure) -> any Sendable {
        try type.parse(&words, context)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { type.complete(prefix, context) }
}

/// The type of a flag without a value.
public struct Present: ParameterType {
    /// A flag that is either given or not.
    public init() {}

    public var about: String { "" }
    public func hint(_ context: Context) -> String { "" }
    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Bool { true }
}
