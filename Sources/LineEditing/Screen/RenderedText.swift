import Language

/// Text as a terminal is given it, with the sequences of a style. It is harmless by construction: only a style makes it
/// of more than plain text, and nothing that came from outside reaches a terminal otherwise.
public struct RenderedText: Sendable, Equatable {
    /// What is written.
    public let text: String

    /// Text without a style: whatever could act on a terminal is spelled out.
    public init(plain text: String) { self.text = Quoting.harmless(text) }

    /// Text whose sequences are a style's or the editor's.
    init(sequences text: String) { self.text = text }

    /// Nothing.
    public static let none = RenderedText(sequences: "")

    /// The end of a line, in every mode of a terminal.
    public static let lineEnd = RenderedText(sequences: "\r\n")

    /// Erases the rest of the row (EL, ECMA-48 §8.3.41).
    public static let eraseRest = RenderedText(sequences: "\u{1b}[K")

    /// Moves the cursor left (CUB, ECMA-48 §8.3.18).
    public static func left(_ columns: Int) -> RenderedText {
        RenderedText(sequences: columns > 0 ? "\u{1b}[\(columns)D" : "")
    }

    /// One text after the other.
    public static func + (left: RenderedText, right: RenderedText) -> RenderedText {
        RenderedText(sequences: left.text + right.text)
    }

    /// The text with its line ended.
    public var line: RenderedText { RenderedText(sequences: text + "\n") }
}

extension [RenderedText] {
    /// One after the other.
    public var joined: RenderedText { RenderedText(sequences: map(\.text).joined()) }
}
