/// The parsed arguments of a command, by parameter.
public struct Arguments: Sendable {
    private var values: [(name: String, value: any Sendable)] = []

    /// None.
    init() {}

    /// The value of a parameter of the command.
    public subscript<Kind>(_ parameter: Parameter<Kind>) -> Kind.Parsed {
        guard let value = find(parameter.name) as? Kind.Parsed else {
            preconditionFailure("\(parameter.name) is not a parameter of this command")
        }
        return value
    }

    /// The value of a flag; nil if it was not given.
    public subscript<Kind>(_ flag: Flag<Kind>) -> Kind.Parsed? { find("-" + flag.name) as? Kind.Parsed }

    /// The value stored under a name; flags begin with `-`.
    func find(_ name: String) -> (any Sendable)? { values.first { $0.name == name }?.value }

    /// Stores a value under a name.
    mutating func add(_ name: String, _ value: any Sendable) { values.append((name, value)) }
}
