extension JSON {
    /// The JSON Schema of one line of `--json`.
    public static let schema = JSON.object([("type", .string("object"))])
}
