import Language

/// The size of a terminal.
public enum TerminalSize {
    /// Standard output is the same for the process's whole life, its size is not.
    private static let isTerminal = isatty(1) == 1
    private static let alphabet = Alphabet(isTerminal: isTerminal)

    /// How many columns the terminal on standard output has; nil if it is not a terminal.
    public static var columns: Int? { isTerminal ? both()?.columns : nil }

    /// What texts on standard output are laid out for: the terminal's width, if it is one, and the characters of the
    /// user's locale; a file and a pipe take any.
    public static var canvas: Canvas { Canvas(width: columns, alphabet: alphabet) }

    /// More columns or rows than any terminal has: one that says more gets texts for this many.
    static let limit = 4096

    /// A terminal's columns and rows, at most ``limit`` each; nil if the descriptor is not a terminal or does not say.
    public static func both(of descriptor: Int32 = 1) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (min(Int(size.ws_col), limit), min(Int(size.ws_row), limit))
    }
}
