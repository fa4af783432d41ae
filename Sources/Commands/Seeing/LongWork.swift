import Journal
import Language
import Sockets

/// Tells a person who waits how far something has come, once it takes longer than a moment.
struct LongWork {
    private let output: any Output
    private let what: String
    private let total: Int
    private var done = 0
    private var nextTime = now() + Self.pause
    private var hasTold = false

    /// Nanoseconds between two reports.
    private static let pause: UInt64 = 300_000_000
    /// How many steps are not worth a look at the clock.
    private static let stride = 4096

    /// Work of a number of steps; what they are is a plural: `calls saved`.
    init(_ what: String, of total: Int, on output: any Output) {
        self.what = what
        self.total = total
        self.output = output
    }

    /// One more step is done, or several.
    mutating func advance(by steps: Int = 1) {
        let before = done
        done += steps
        guard done / Self.stride != before / Self.stride, now() >= nextTime else { return }
        nextTime = now() + Self.pause
        hasTold = true
        output.progress("\(done) of \(total) \(what)")
    }

    /// It is over.
    func finish() { if hasTold { output.progress(nil) } }
}
