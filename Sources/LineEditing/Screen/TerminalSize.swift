import Language

/// The size of a terminal.
public enum TerminalSize {
    /// Standard output is the same for all of the process's life, its size is not.
    private static let isTerminal = isatty(1) == 1
    private static let alphabet = Alphabet(isTerminal: isTerminal)

    /// How many columns the terminal that standard output goes to has; nil if it goes elsewhere.
    public static var columns: Int? { isTerminal ? both()?.columns : nil }

    /// What texts are laid out for on standard output: as wide as the terminal, if it is one, and in the characters of the
    /// person's locale; a file and a pipe take any.
    public static var canvas: Canvas { Canvas(width: columns, alphabet: alphabet) }

    /// How many columns and rows a terminal has; nil if the descriptor is of none, or of one that does not say.
    public static func both(of descriptor: Int32 = 1) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
