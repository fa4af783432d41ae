/// A recording as one HTML page that needs nothing else: the transcript, an anchor for each step, no script. It is
/// written from the beginning to the end, so that a page whose writer was killed still shows all that was written.
public struct RecordingPage: Sendable {
    private let title: String
    private let language: String
    private var steps: [(id: String, title: String)] = []
    /// Whether what was written last is of the transcript, whose element is open.
    private var isInTranscript = false
    /// The step that has begun and has no heading yet.
    private var begun: String?

    /// A page of that title, in a language (BCP 47).
    public init(title: String, language: String = "en") {
        (self.title, self.language) = (title, language)
    }

    /// What comes before the transcript.
    public var head: String {
        """
        <!DOCTYPE html>
        <html lang="\(PageText.escaped(language))">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(PageText.escaped(title))</title>
        <style>
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --mark: #0b5cad; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #161719; --mark: #7fb7f0; } }
        body { color: var(--ink); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem;
          font-family: system-ui, sans-serif; line-height: 1.5; display: flex; flex-direction: column; }
        h1 { order: -2; } nav { order: -1; }
        pre { font: 0.95rem/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre-wrap; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        pre.shown { margin-left: 2ch; } blockquote { border-left: 3px solid var(--mark); margin-left: 2ch; padding-left: 1ch; font-style: italic; }
        .definition { margin-left: 2ch; } .note { opacity: 0.75; } .mistake, .difference { border-left: 3px solid; padding-left: 1ch; }
        a { color: var(--mark); } .step { text-decoration: none; margin-right: 0.5ch; }
        </style>
        </head>
        <body>
        <h1>\(PageText.inline(title))</h1>

        """
    }

    /// A piece of the transcript.
    public mutating func text(_ text: String) -> String {
        let shown = PageText.escaped(text)
        guard !isInTranscript, !shown.isEmpty else { return shown }
        // Lines that are empty only part the transcript from what the lesson says.
        if shown.allSatisfy(\.isNewline) { return "" }
        defer { isInTranscript = true }
        // HTML has a line end after the tag left out.
        return heading(nil) + "<pre>\n" + shown
    }

    /// What a lesson says, beside the transcript.
    public mutating func show(_ passages: [Passage]) -> String {
        passages.map { passage in
            switch passage {
            case .heading(title): ""
            case .heading(let title): leaveTranscript() + heading(title)
            default: leaveTranscript() + heading(nil) + PageText.html(passage)
            }
        }.joined()
    }

    /// A step begins; one that began before has its place already.
    public mutating func step(id: String, title: String) -> String {
        guard !steps.contains(where: { $0.id == id }) else { return "" }
        let html = leaveTranscript() + heading(nil)
        steps.append((id, title))
        begun = id
        return html
    }

    /// The heading that is shown, or the one of a step that begins without: with the step's place if that is new.
    private mutating func heading(_ shown: String?) -> String {
        guard let id = begun.map({ PageText.escaped($0) }) else {
            return shown.map { PageText.html(.heading($0)) } ?? ""
        }
        begun = nil
        let text = PageText.inline(shown ?? steps.last?.title ?? "")
        return "<h2 id=\"\(id)\"><a href=\"#\(id)\" class=\"step\">¶</a>\(text)</h2>\n"
    }

    private mutating func leaveTranscript() -> String {
        defer { isInTranscript = false }
        return isInTranscript ? "</pre>\n" : ""
    }

    /// What comes last: the list of the steps, which is shown first.
    public mutating func end() -> String {
        let items = steps.map { "<li><a href=\"#\(PageText.escaped($0.id))\">\(PageText.inline($0.title))</a></li>" }
        return leaveTranscript() + heading(nil) + "<nav><ol>\(items.joined())</ol></nav>\n</body>\n</html>\n"
    }
}
