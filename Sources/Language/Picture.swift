/// What a text is laid out for: the screen, the recording or the file that shows it.
public struct Canvas: Sendable, Equatable {
    /// How many columns it has; nil where nothing limits them, as in a pipe.
    public let width: Int?
    /// The characters that it can show.
    public let alphabet: Alphabet

    /// A canvas of so many columns.
    public init(width: Int?, alphabet: Alphabet) {
        self.width = width
        self.alphabet = alphabet
    }

    /// No screen: a pipe, a file, JSON, a variable.
    public static let unlimited = Canvas(width: nil, alphabet: .unicode)

    /// The canvas without some of its columns at the side.
    public func narrowed(by columns: Int) -> Canvas { Canvas(width: width.map { $0 - columns }, alphabet: alphabet) }
}

/// A text that is laid out by whatever shows it, for its own width and characters: a drawing, a page, an explanation.
///
/// What it is drawn from was settled when it was made, so that it looks the same whenever it is drawn.
public final class Picture: Hashable, Sendable {
    private let drawing: @Sendable (Canvas) -> String
    private let meaning: (@Sendable () -> Value)?

    /// A picture.
    ///
    /// - Parameters:
    ///   - value: what it is to a program, which is no picture; nil for the text as it is drawn on no screen.
    ///   - drawing: draws it, its last line end included.
    public init(
        value: (@Sendable () -> Value)? = nil,
        _ drawing: @escaping @Sendable (_ canvas: Canvas) -> String
    ) {
        meaning = value
        self.drawing = drawing
    }

    /// The picture as text, its last line end included.
    public func text(on canvas: Canvas) -> String { drawing(canvas) }

    /// What it is to a program: in a variable, an argument, JSON.
    public var value: Value { meaning?() ?? .text(drawing(.unlimited)) }

    public static func == (left: Picture, right: Picture) -> Bool { left === right || left.value == right.value }

    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
