/// What a text is laid out for: the screen, recording or file that shows it.
public struct Canvas: Sendable, Equatable {
    /// Its width in columns; nil if unlimited, as in a pipe.
    public let width: Int?
    /// The characters that it can show.
    public let alphabet: Alphabet

    /// A canvas of this many columns.
    public init(width: Int?, alphabet: Alphabet) {
        self.width = width
        self.alphabet = alphabet
    }

    /// No screen: a pipe, a file, JSON, a variable.
    public static let unlimited = Canvas(width: nil, alphabet: .unicode)

    /// The canvas without some columns at the side.
    public func narrowed(by columns: Int) -> Canvas { Canvas(width: width.map { $0 - columns }, alphabet: alphabet) }
}

/// A text laid out by whatever shows it, for its own width and characters: a drawing, a page, an explanation.
///
/// What it draws was settled when it was made, so it looks the same whenever it is drawn.
public final class Picture: Hashable, Sendable {
    private let drawing: @Sendable (Canvas) -> String
    private let meaning: (@Sendable () -> Value)?

    /// A picture.
    ///
    /// - Parameters:
    ///   - value: what a program sees instead of the picture; nil for the text as drawn without a screen.
    ///   - drawing: draws it, including the last line end.
    public init(
        value: (@Sendable () -> Value)? = nil,
        _ drawing: @escaping @Sendable (_ canvas: Canvas) -> String
    ) {
        meaning = value
        self.drawing = drawing
    }

    /// The picture as text, including the last line end.
    public func text(on canvas: Canvas) -> String { drawing(canvas) }

    /// What a program sees: in a variable, an argument, JSON.
    public var value: Value { meaning?() ?? .text(drawing(.unlimited)) }

    public static func == (left: Picture, right: Picture) -> Bool { left === right || left.value == right.value }

    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
