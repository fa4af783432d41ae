import Language

/// An argument with its variables substituted.
public struct Word: Sendable {
    /// Its value.
    public let value: Value
    /// Where it is.
    public let span: Span
    /// Whether it is quoted: data, never a name or a flag.
    public let isQuoted: Bool

    /// A value and its place.
    public init(_ value: Value, _ span: Span, isQuoted: Bool = false) {
        self.value = value
        self.span = span
        self.isQuoted = isQuoted
    }

    /// The word as text; nil if it is not text (non-UTF-8 data, a list).
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

    /// The word as shown in a message, whatever it is.
    public var shown: String { value.plain }
}
