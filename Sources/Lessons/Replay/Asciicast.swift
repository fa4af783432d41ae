import Replies

/// The lines of an asciicast: a header, and a line for each event (docs.asciinema.org/manual/asciicast/v2 and v3).
public struct Asciicast: Sendable {
    /// The versions of the format.
    public enum Version: Int, Sendable {
        /// Times from the beginning.
        case two = 2
        /// Times from event to event.
        case three = 3
    }

    /// What happens on the screen.
    public enum Event: Sendable, Equatable {
        /// Something is written.
        case output(String)
        /// A chapter begins.
        case marker(String)
        /// The screen has another size from now on.
        case resize(columns: Int, rows: Int)
        /// The program ends, with this status. Only version 3 says so.
        case exit(Int32)
    }

    private let version: Version
    /// The time of the last event, in microseconds.
    private var last = 0

    /// Nothing recorded yet.
    public init(_ version: Version) { self.version = version }

    /// The first line, without its end.
    ///
    /// - Parameter timestamp: when the recording began, in seconds since 1970; nil if that does not matter.
    public func header(columns: Int, rows: Int, title: String, timestamp: Int? = nil) -> String {
        var members: [(key: String, value: JSON)] = [("version", .integer(version.rawValue))]
        switch version {
        case .two: members += [("width", .integer(columns)), ("height", .integer(rows))]
        case .three: members.append(("term", .object([("cols", .integer(columns)), ("rows", .integer(rows))])))
        }
        if let timestamp { members.append(("timestamp", .integer(timestamp))) }
        return JSON.object(members + [("title", .string(title))]).text
    }

    /// The line of an event, without its end; nil if the version has no such event. Events come in the order of their
    /// times.
    ///
    /// - Parameter time: seconds from the beginning.
    public mutating func line(_ event: Event, at time: Double) -> String? {
        guard let (code, data) = code(event) else { return nil }
        let now = max(Int((time * 1_000_000).rounded()), last)
        let shown = version == .two ? now : now - last
        last = now
        return JSON.array([.number(Double(shown) / 1_000_000), .string(code), .string(data)]).text
    }

    private func code(_ event: Event) -> (String, String)? {
        switch event {
        case .output(let text): ("o", text)
        case .marker(let title): ("m", title)
        case .resize(let columns, let rows): ("r", "\(columns)x\(rows)")
        case .exit(let status): version == .three ? ("x", String(status)) : nil
        }
    }
}
