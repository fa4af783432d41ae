import Glibc

/// The size of the terminal that standard output goes to.
public enum TerminalSize {
    /// How many columns it has; nil where standard output is no terminal.
    public static var columns: Int? { both?.columns }

    /// How many columns and rows it has; nil where standard output is no terminal, or one that does not say.
    public static var both: (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
