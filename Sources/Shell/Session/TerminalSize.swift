import Sockets

/// The size of the terminal that standard output goes to.
public enum TerminalSize {
    /// Standard output is the same for all of the process's life, its size is not.
    private static let isTerminal = isatty(1) == 1

    /// How many columns it has; nil if standard output is no terminal.
    public static var columns: Int? { isTerminal ? both()?.columns : nil }

    /// How many columns and rows a terminal has; nil if the descriptor is of none, or of one that does not say.
    public static func both(of descriptor: Int32 = 1) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
