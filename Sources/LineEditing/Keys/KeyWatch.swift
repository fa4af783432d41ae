import CTerminal

/// Looks for the key that ends what is shown while that keeps changing. Meanwhile keys come one by one and are not
/// echoed, and signals that end or stop the process wait until the terminal is restored.
public final class KeyWatch {
    private var reader: KeyReader?

    /// From now on looks for keys; nil if standard input is no terminal. `stop` must follow.
    public init?() {
        ct_signals_begin(-1)
        reader = KeyReader(catchesSignals: false)
        guard reader == nil else { return }
        giveSignalsBack()
        return nil
    }

    /// Whether a key, Ctrl-C or Ctrl-\ was pressed, or the terminal is gone. The key is consumed.
    public func isOver() -> Bool {
        let signals = Int(ct_signals_take())
        if signals & ct_signal_stop != 0 {
            reader?.stop()
            ct_stop_process()
            reader = KeyReader(catchesSignals: false)
        }
        return EndingSignal.number != nil || signals & (ct_signal_interrupt | ct_signal_quit) != 0
            || reader?.key(milliseconds: 0) != nil
    }

    /// Restores the terminal and the signals. ``EndingSignal`` tells whether one has come that is to end the process;
    /// Ctrl-C was for what is over now.
    public func stop() {
        reader?.stop()
        reader = nil
        giveSignalsBack()
    }

    private func giveSignalsBack() {
        ct_signals_end()
        _ = ct_signals_take()
    }
}
