/// The keyboard while a statement waits: keys come one by one and are not echoed, so that a line can be answered before
/// the statement has ended. Keys that send signals still do, except the one that stops the process, which is read.
public final class WaitingKeyboard {
    private let saved: termios
    private var isTaken = true
    private var isGone = false

    /// Takes the keyboard; nil if standard input is no terminal, or another job of the user's shell has it.
    public init?() {
        var settings = termios()
        guard tcgetattr(0, &settings) == 0, tcgetpgrp(0) == getpgrp() else { return nil }
        saved = settings
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        settings.setControlCharacter(VSUSP, 0)
        settings.setControlCharacter(VMIN, 1)
        settings.setControlCharacter(VTIME, 0)
        guard tcsetattr(0, TCSANOW, &settings) == 0 else { return nil }
    }

    deinit { giveBack() }

    /// Gives the keyboard back.
    public func giveBack() {
        guard isTaken else { return }
        isTaken = false
        var settings = saved
        tcsetattr(0, TCSANOW, &settings)
    }

    /// Waits at most this long for a key, and reads nothing; false if none came.
    public static func wait(milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0 && entry.revents & Int16(POLLIN) != 0
    }

    /// What has been typed; nothing if the terminal is gone.
    public func read() -> [UInt8] {
        guard isTaken, !isGone, Self.wait(milliseconds: 0) else { return [] }
        switch Keyboard().read() {
        case .bytes(let bytes): return bytes
        case .nothing: return []
        case .gone:
            isGone = true
            return []
        }
    }

    /// Gives the keyboard back and stops the process, as the terminal would have; returns when it goes on.
    public func stop() {
        giveBack()
        kill(getpid(), SIGTSTP)
    }
}

extension termios {
    /// Sets a special character (termios(3)); 0 is none on Linux.
    fileprivate mutating func setControlCharacter(_ index: Int32, _ value: cc_t) {
        withUnsafeMutableBytes(of: &c_cc) { $0[Int(index)] = value }
    }
}
