/// The texts of ``Message`` in a language; what a translation lacks is English.
public struct Messages: Sendable {
    /// The base language.
    public static let english = Messages(language: "en", texts: [:])

    /// The language, `de` for instance.
    public let language: String
    private let texts: [Message: String]

    init(language: String, texts: [Message: String]) {
        self.language = language
        self.texts = texts
    }

    /// A message with what is filled in.
    public func callAsFunction(
        _ message: Message,
        _ values: KeyValuePairs<String, any CustomStringConvertible> = [:]
    ) -> String {
        var filled = ""
        var rest = Substring(texts[message] ?? message.rawValue)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            let value = values.first { $0.key == name }.map { "\($0.value)" }
            filled += rest[..<open] + (value ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
