import Journal
import Language

/// An event of a layer in a line: `tls sent 42 bytes: Application Data`.
public enum LayerText {
    /// The line, in which nothing that a peer sent can do harm.
    public static func line(_ event: LayerEvent) -> String {
        var words = [event.layer.name]
        if let direction = event.direction { words.append(direction.name) }
        if event.bytes.count > 0 { words.append(Quantity.count(event.bytes.count, "byte")) }
        return words.joined(separator: " ") + (event.meaning.isEmpty ? "" : ": " + Quoting.oneLine(event.meaning))
    }

    /// The lines of some events, at most so many; where there are more, the last says how many.
    public static func lines(_ events: [LayerEvent], limit: Int) -> [String] {
        guard events.count > limit else { return events.map(line) }
        let left = events.count - limit + 1
        return events.prefix(limit - 1).map(line) + ["\(left) more events of layers"]
    }
}
