import Language

extension Source {
    /// A text without a file.
    public static func of(_ text: String) -> Source { Source(file: "test", text: Array(text.utf8)) }
}
