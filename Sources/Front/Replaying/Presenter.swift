import LineEditing
import Shell
import Sockets

/// Who presents a replay: their keys, and time as it passes for them.
protocol Presenter: AnyObject {
    /// The time, in nanoseconds.
    var now: UInt64 { get }
    /// The next key, waiting until a time at most, without end if that is nil; may be nil early.
    func key(until end: UInt64?) -> Character?
    /// Does something that may wait; returns the keys that were pressed meanwhile, of which those that ask for something else
    /// interrupt it.
    func listening(during body: () -> Void) -> [Character]
    /// Leaves the keyboard to somebody else, and takes it back.
    func rest()
    func takeKeyboard()
}

/// The person at the terminal.
final class PersonPresenting: Presenter {
    private var keys = KeyReader()

    var now: UInt64 { Sockets.now() }

    /// Ctrl-C is a key. A signal wakes, too, so that there may be none.
    func key(until end: UInt64?) -> Character? {
        guard let keys else { return "q" }
        let time = now
        let left = end.map { $0 > time ? Int32(min(($0 - time) / 1_000_000, 1_000_000)) + 1 : 0 } ?? -1
        let key = keys.key(milliseconds: left)
        return Interrupts.take() ? "q" : key
    }

    func listening(during body: () -> Void) -> [Character] {
        guard let keys else {
            body()
            return []
        }
        let watch = ReplayKeys(keys)
        watch.begin()
        body()
        return watch.end()
    }

    func rest() { keys?.stop() }
    func takeKeyboard() { keys = KeyReader() }
}
