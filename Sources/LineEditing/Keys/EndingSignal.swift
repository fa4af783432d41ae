import CTerminal

/// A signal that is to end the process, such as SIGTERM or SIGHUP, and was caught to leave everything in order first.
public enum EndingSignal {
    /// The signal's number; nil if none has come.
    public static var number: Int32? {
        let number = ct_ending_signal()
        return number == 0 ? nil : number
    }

    /// The exit code that a shell reports for the process, as POSIX has it (sh, 2.8.2): 128 and the signal's number.
    public static var status: Int32? { number.map { 128 + $0 } }

    /// The terminal has gone without the signal that tells so.
    static func terminalHasGone() { ct_note_ending(SIGHUP) }

    /// Ends the process by the signal if one has come, as if it had never been caught.
    public static func obey() { number.map(ct_end_by_signal) }
}
