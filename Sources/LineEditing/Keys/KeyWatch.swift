import CEditLine

/// Looks for the key that ends what is shown while that keeps changing. Meanwhile keys come one by one and are not
/// echoed, and signals that end or stop the process wait until the terminal is restored.
public final class KeyWatch {
    private var reader: KeyReader?
    private var hasHungUp = false

    /// From now on looks for keys; nil if standard input is no terminal. `stop` must follow.
    public init?() {
        cel_signals_begin(-1)
        reader = KeyReader()
        guard reader == nil else { return }
        giveSignalsBack()
        return nil
    }

    /// Whether a key, Ctrl-C or Ctrl-\ was pressed, or the terminal is gone. The key is consumed.
    public func isOver() -> Bool {
        let signals = Int(cel_signals_take())
        if signals & cel_signal_stop != 0 {
            reader?.stop()
            cel_stop_process()
            reader = KeyReader()
        }
        if signals & cel_signal_hangup != 0 { hasHungUp = true }
        return hasHungUp || signals & (cel_signal_interrupt | cel_signal_quit) != 0
            || reader?.key(milliseconds: 0) != nil
    }

    /// Restores the terminal and the signals.
    public func stop() {
        reader?.stop()
        reader = nil
        giveSignalsBack()
    }

    /// A signal that ends the process was only deferred. Ctrl-C was for what is over now.
    private func giveSignalsBack() {
        cel_signals_end()
        if hasHungUp || Int(cel_signals_take()) & cel_signal_hangup != 0 { kill(getpid(), SIGHUP) }
    }
}
