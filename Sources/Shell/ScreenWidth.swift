import Sockets

/// How wide the terminal is that replies go to.
public enum ScreenWidth {
    /// Its columns; nil where standard output is no terminal.
    public static var columns: Int? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
