extension JSON {
    /// The JSON Schema of one line of `--json`, made from the members that make the line.
    public static var schema: JSON {
        guard case .object(let keywords) = JSONShape.object(StatementLine.members).schema else { return .null }
        return .object(
            [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                ("title", .string("One line of netshell --json")),
                ("description", .string("What one statement replied, how it failed, and the calls it made.")),
            ] + keywords
        )
    }
}
