import CTerminal

/// A pipe that wakes whoever waits for keys: when something was said in the background, or when a signal came.
final class WakeSignal {
    /// Readable after a call.
    let readEnd: Int32
    /// Writing a byte here wakes.
    let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = ct_wake_pipe(&ends)
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        guard readEnd >= 0 else { return }
        close(readEnd)
        close(writeEnd)
    }

    /// Empties the pipe.
    func acknowledge() {
        var buffer = [UInt8](repeating: 0, count: 256)
        while systemRead(readEnd, &buffer, buffer.count) > 0 {}
    }
}
