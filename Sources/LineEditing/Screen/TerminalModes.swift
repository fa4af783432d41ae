/// The modes of the terminal that keys come from: termios(3).
struct TerminalModes {
    private let descriptor: Int32
    /// The modes to come back to; nil while nothing was changed.
    private var before: termios?

    init(of descriptor: Int32) { self.descriptor = descriptor }

    /// Every key comes at once and is not echoed; Ctrl-C and Ctrl-\ still send their signals. Ctrl-Z, Ctrl-S and Ctrl-Q
    /// are keys.
    mutating func edit() {
        guard var modes = current else { return }
        before = before ?? modes
        modes.c_iflag &= ~tcflag_t(IGNCR | INLCR | ICRNL | IXON)
        modes.c_oflag |= tcflag_t(OPOST | ONLCR)
        modes.c_lflag |= tcflag_t(ISIG)
        modes.c_lflag &= ~tcflag_t(NOFLSH | ICANON | ECHO | ECHOK | ECHONL | IEXTEN)
        modes[VMIN] = 1
        modes[VTIME] = 0
        modes[VSUSP] = 0
        set(modes)
    }

    /// The next key is taken as it is, even if it would send a signal.
    func quote() {
        guard var modes = current else { return }
        modes.c_lflag &= ~tcflag_t(ISIG)
        set(modes)
    }

    /// Restores what was before ``edit()``; a program that left the terminal unusable is not followed.
    mutating func restore() {
        guard var modes = before else { return }
        before = nil
        modes.c_iflag |= tcflag_t(ICRNL)
        modes.c_iflag &= ~tcflag_t(INLCR | IGNCR)
        modes.c_oflag |= tcflag_t(OPOST | ONLCR)
        modes.c_lflag |= tcflag_t(ISIG | ICANON | ECHO | ECHOE | IEXTEN)
        set(modes)
    }

    /// The keys for erasing, as `stty erase` set them; 0 for none.
    var eraseKey: UInt8 { current.map { $0[VERASE] } ?? 0 }

    private var current: termios? {
        var modes = termios()
        return tcgetattr(descriptor, &modes) == 0 ? modes : nil
    }

    /// Output is awaited first, so that nothing that was typed is lost.
    private func set(_ modes: termios) {
        var modes = modes
        while tcsetattr(descriptor, TCSADRAIN, &modes) != 0 && errno == EINTR {}
    }
}

extension termios {
    /// A special character; 0, `_POSIX_VDISABLE`, is none.
    fileprivate subscript(_ index: Int32) -> UInt8 {
        get { withUnsafeBytes(of: c_cc) { $0[Int(index)] } }
        set { withUnsafeMutableBytes(of: &c_cc) { $0[Int(index)] = newValue } }
    }
}
