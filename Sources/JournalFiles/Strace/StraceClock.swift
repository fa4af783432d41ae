/// A time as strace writes it before a line.
enum StraceTime: Hashable, Sendable {
    /// `-t` and `-tt`: nanoseconds since midnight.
    case ofDay(UInt64)
    /// `-ttt`: nanoseconds since 1970.
    case absolute(UInt64)
    /// `-r`: nanoseconds since the line before.
    case relative(UInt64)

    /// The time in a word; nil if it is none.
    init?(word: String) {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 3 {
            guard let hours = UInt64(parts[0]), let minutes = UInt64(parts[1]), hours < 100, minutes < 60,
                let seconds = Self.nanoseconds(parts[2])
            else { return nil }
            self = .ofDay((hours * 3600 + minutes * 60) * 1_000_000_000 + seconds)
        } else if parts.count == 1, word.contains("."), let time = Self.nanoseconds(parts[0]) {
            self = time < 100_000_000 * 1_000_000_000 ? .relative(time) : .absolute(time)
        } else if word.count == 10, let seconds = UInt64(word) {
            self = .absolute(seconds * 1_000_000_000)
        } else {
            return nil
        }
    }

    /// Seconds with a fraction, in nanoseconds.
    static func nanoseconds(_ text: some StringProtocol) -> UInt64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let seconds = UInt64(first), seconds < 4_000_000_000 else { return nil }
        guard parts.count == 2 else { return seconds * 1_000_000_000 }
        guard parts[1].count <= 9, let fraction = UInt64(parts[1] + String(repeating: "0", count: 9 - parts[1].count))
        else { return nil }
        return seconds * 1_000_000_000 + fraction
    }
}

/// The time of each line, in nanoseconds since the first, never going back. Where the log tells none, lines are a
/// microsecond apart, so that their order is kept.
struct StraceClock: Sendable {
    private static let day: UInt64 = 86_400 * 1_000_000_000
    private var first: UInt64?
    private var last: UInt64 = 0

    /// The time of the next line.
    mutating func tick(_ time: StraceTime?) -> UInt64 {
        switch time {
        case .relative(let gap): last = min(last &+ gap, 1 << 62)
        case .absolute(let time): last = max(last, since(time))
        case .ofDay(let time):
            var now = since(time)
            // Past midnight the clock begins again.
            if now &+ Self.day / 2 < last { now &+= (last &- now &+ Self.day / 2) / Self.day &* Self.day }
            last = max(last, now)
        case nil: last &+= 1000
        }
        return last
    }

    private mutating func since(_ time: UInt64) -> UInt64 {
        // A day in hand, for a first line just before midnight.
        let origin = first ?? time
        first = origin
        return time >= origin ? time - origin : time &+ Self.day >= origin ? time &+ Self.day &- origin : 0
    }
}
