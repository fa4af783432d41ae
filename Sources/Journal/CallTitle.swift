import Sockets

/// What a call is called: a C function of the catalogue, or one of another program's that no row knows.
public enum CallTitle: Hashable, Sendable {
    /// A function of the catalogue.
    case known(CallKind)
    /// Any other, by its name.
    case other(String)

    /// The title of a name.
    public init(_ name: String) { self = CallKind(name: name).map { .known($0) } ?? .other(name) }

    /// The kind in the catalogue; nil where no row knows it.
    public var kind: CallKind? { if case .known(let kind) = self { kind } else { nil } }
}

extension CallTitle: CustomStringConvertible {
    /// The C function's name.
    public var description: String {
        switch self {
        case .known(let kind): kind.name
        case .other(let name): name
        }
    }
}
