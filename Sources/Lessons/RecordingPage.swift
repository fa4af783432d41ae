import Views

/// A recording as one HTML page that needs nothing else: the transcript, an anchor for each step, no script. It is
/// written from the beginning to the end, so that a page whose writer was killed still shows all that was written.
public struct RecordingPage: Sendable {
    private let title: String
    private var steps: [(id: String, title: String)] = []

    /// A page of that title.
    public init(title: String) { self.title = title }

    /// What stands in front of the transcript.
    public var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Self.escaped(title))</title>
        <style>
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --mark: #0b5cad; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #161719; --mark: #7fb7f0; } }
        body { color: var(--ink); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem;
          font-family: system-ui, sans-serif; line-height: 1.5; display: flex; flex-direction: column; }
        h1 { order: -2; } nav { order: -1; }
        pre { font: 0.95rem/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre-wrap; }
        a { color: var(--mark); } .step { text-decoration: none; margin-right: 0.5ch; }
        </style>
        </head>
        <body>
        <h1>\(Self.escaped(title))</h1>
        <pre>
        """
    }

    /// A piece of the transcript.
    public func text(_ text: String) -> String { Self.escaped(text) }

    /// The place where a step begins; nothing where it began before.
    public mutating func step(id: String, title: String) -> String {
        guard !steps.contains(where: { $0.id == id }) else { return "" }
        steps.append((id, title))
        return "<a id=\"\(Self.escaped(id))\" href=\"#\(Self.escaped(id))\" class=\"step\">¶</a>"
    }

    /// What stands behind the transcript: the list of the steps, which is shown in front of it.
    public var tail: String {
        let items = steps.map { "<li><a href=\"#\(Self.escaped($0.id))\">\(Self.escaped($0.title))</a></li>" }
        return "</pre>\n<nav><ol>\(items.joined())</ol></nav>\n</body>\n</html>\n"
    }

    /// The text without control characters (ECMA-48's sequences are taken out whole), and with HTML's own spelled out.
    private static func escaped(_ text: String) -> String {
        let scalars = sequence(state: Substring(text).unicodeScalars) { rest in
            while rest.first == "\u{1b}" {
                rest.removeFirst()
                skipSequence(&rest)
            }
            return rest.popFirst()
        }
        return Markup.escaped(scalars) { scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" ? nil : scalar
        }
    }

    /// Takes out what belongs to an escape character: `[`, parameters and the last letter of a control sequence.
    private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
        guard rest.first == "[" else { return }
        rest.removeFirst()
        while let scalar = rest.popFirst() { if 0x40...0x7e ~= scalar.value { return } }
    }
}
