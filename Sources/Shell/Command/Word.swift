import Language

/// An argument with its variables put in.
public struct Word: Sendable {
    /// What it is.
    public let value: Value
    /// Where it is.
    public let span: Span
    /// Whether quotes make it data, never a name or a flag.
    public let isQuoted: Bool

    /// A value and its place.
    public init(_ value: Value, _ span: Span, isQuoted: Bool = false) {
        self.value = value
        self.span = span
        self.isQuoted = isQuoted
    }

    /// The word as text; nil if it is not text (data that is not UTF-8, a list).
    public var text: String? {
        switch value {
        case .text(let text), .socket(let text): text
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .boolean(let yes): yes ? "on" : "off"
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
        case .file(let name): String(validating: name, as: UTF8.self).map { "@" + $0 }
        case .picture: Word(value.settled, span).text
        case .none, .list, .record: nil
        }
    }

    /// The word for a message, whatever it is.
    public var shown: String { value.plain }
}
