import Sockets

/// The title of a call: a C function in the catalogue, or another program's call that has no row.
public enum CallTitle: Hashable, Sendable {
    /// A function in the catalogue.
    case known(CallKind)
    /// Any other, by its name.
    case other(String)

    /// The title for a name.
    public init(_ name: String) { self = CallKind(name: name).map { .known($0) } ?? .other(name) }

    /// The kind in the catalogue; nil if it has no row.
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
