import Journal
import Language

/// A call on one line, much as strace shows it.
public enum CallText {
    /// How many bytes of data are shown.
    private static let shownBytes = 32

    /// The function and its arguments, `connect(3, 127.0.0.1 8088, 16)`.
    public static func line(_ call: Call) -> String {
        "\(Quoting.oneLine(call.name))(\(call.arguments.map { text($0.value) }.joined(separator: ", ")))"
    }

    private static func text(_ content: Argument.Content) -> String {
        switch content {
        case .descriptor(let descriptor): String(descriptor)
        case .integer(let number): String(number)
        case .constant(let name, _): Quoting.oneLine(name)
        case .address(let address): Quoting.oneLine(address.description)
        case .data(let clip):
            Quoting.quote(clip.bytes.prefix(shownBytes)) + (clip.count > shownBytes ? "…" : "")
        case .room(let size): "[\(size)]"
        case .text(let text): Quoting.quote(text.utf8.prefix(256))
        case .option(let value, _): Quoting.oneLine(value.description)
        case .ancillary(let messages):
            "[" + messages.map { Quoting.oneLine($0.description) }.joined(separator: ", ") + "]"
        case .poll(let entries):
            "[" + entries.map { "\($0.descriptor):\($0.events)" }.joined(separator: ", ") + "]"
        case .list(let contents): "[" + contents.prefix(16).map(text).joined(separator: ", ") + "]"
        case .null: "NULL"
        }
    }
}
