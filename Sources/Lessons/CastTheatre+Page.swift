extension CastTheatre {
    /// The recording as one HTML page that needs nothing else: the transcript, an anchor for each step. No script.
    public func page(title: String) -> String {
        var body = ""
        for (kind, data) in pieces {
            body +=
                kind == "m"
                ? "<a id=\"\(Self.escaped(data))\" href=\"#\(Self.escaped(data))\" class=\"step\">¶</a>"
                : Self.escaped(data)
        }
        let steps = pieces.filter { $0.kind == "m" }.map { piece in
            "<li><a href=\"#\(Self.escaped(piece.data))\">\(Self.escaped(piece.data))</a></li>"
        }
        return """
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
              font-family: system-ui, sans-serif; line-height: 1.5; }
            pre { font: 0.95rem/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre-wrap; }
            a { color: var(--mark); } .step { text-decoration: none; margin-right: 0.5ch; }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(title))</h1>
            <nav><ol>\(steps.joined())</ol></nav>
            <pre>\(body)</pre>
            </body>
            </html>

            """
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\r\n": escaped += "\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
