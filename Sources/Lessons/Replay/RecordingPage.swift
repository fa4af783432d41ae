/// A recording as one HTML page that needs nothing else: what was typed, replied and said, each marked as such and with its
/// time, an anchor for each step, and a player. It is written from the beginning to the end, so that a page whose writer was
/// killed still shows all that was written, and without its script it is a text to read.
public struct RecordingPage: Sendable {
    /// What a piece of the transcript is.
    public enum Kind: String, Sendable {
        /// What was typed, what it replied, how it failed, what happened meanwhile.
        case input, reply, failure, notice
    }

    private let title: String
    private let language: String
    private var chapters: [RecordingChapter] = []
    /// What was written last, if it is of the transcript: its element is open.
    private var open: (kind: Kind, time: Double)?
    /// The chapter that has begun and has no heading yet.
    private var begun: RecordingChapter?

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
        <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(PageText.escaped(title))</title>
        <style>
        \(Self.style)
        </style>
        <script>\(Self.script)</script>
        </head>
        <body>
        <header><h1>\(PageText.inline(title))</h1></header>
        <main>

        """
    }

    /// How long it may be between two pieces of a reply, in seconds, so that they appear together.
    private static let together = 0.25

    /// A piece of the transcript; what is of one kind and comes at once is one element.
    ///
    /// - Parameter time: seconds from the beginning.
    public mutating func text(_ text: String, _ kind: Kind, at time: Double) -> String {
        let shown = PageText.escaped(text)
        if let open, open.kind == kind, kind != .input, time - open.time <= Self.together { return shown }
        // Lines that are empty only part the transcript from what the lesson says.
        if shown.allSatisfy(\.isNewline) { return open == nil ? "" : shown }
        defer { open = (kind, time) }
        // HTML has a line end after the tag left out.
        return leaveTranscript() + heading(nil, at: time) + "<pre class=\"\(kind)\"\(Self.stamp(time))>\n" + shown
    }

    /// A line that is typed for so many seconds, after its prompt.
    public mutating func typed(_ line: String, at time: Double, lasting duration: Double) -> String {
        defer { open = (.input, time) }
        return leaveTranscript() + heading(nil, at: time)
            + "<pre class=\"input\"\(Self.stamp(time)) data-d=\"\(Self.seconds(duration))\">\n&gt; \(PageText.escaped(line))\n"
    }

    /// What a lesson says, beside the transcript.
    public mutating func show(_ passages: [Passage], at time: Double) -> String {
        passages.map { passage in
            switch passage {
            case .heading(title): ""
            case .heading(let title): leaveTranscript() + heading(title, at: time)
            case .gap: ""
            default: leaveTranscript() + heading(nil, at: time) + said(passage, at: time)
            }
        }.joined()
    }

    private func said(_ passage: Passage, at time: Double) -> String {
        "<div class=\"said\"\(Self.stamp(time))>\n\(PageText.html(passage))</div>\n"
    }

    /// A chapter begins; one that began before has its place already.
    public mutating func begin(_ chapter: RecordingChapter, at time: Double) -> String {
        guard !chapters.contains(where: { $0.id == chapter.id }) else { return "" }
        let html = leaveTranscript() + heading(nil, at: time)
        chapters.append(chapter)
        begun = chapter
        return html
    }

    /// The heading that is shown, or the one of a chapter that begins without: with the chapter's place if that is new.
    private mutating func heading(_ shown: String?, at time: Double) -> String {
        guard let chapter = begun else {
            return shown.map { "<h2\(Self.stamp(time))>\(PageText.inline($0))</h2>\n" } ?? ""
        }
        begun = nil
        let (id, text) = (PageText.escaped(chapter.id), PageText.inline(shown ?? chapter.title))
        let place = "<a href=\"#\(id)\" class=\"place\" aria-label=\"Link to this chapter\">¶</a>"
        return "<h2 id=\"\(id)\"\(Self.stamp(time))>\(text)\(place)</h2>\n"
    }

    private mutating func leaveTranscript() -> String {
        defer { open = nil }
        return open == nil ? "" : "</pre>\n"
    }

    /// What comes last: the list of the steps, which is shown beside the text.
    ///
    /// - Parameter time: when it is all over, in seconds from the beginning.
    public mutating func end(at time: Double) -> String {
        let items = chapters.map { "<li><a href=\"#\(PageText.escaped($0.id))\">\(PageText.inline($0.title))</a></li>" }
        return leaveTranscript() + heading(nil, at: time)
            + "</main>\n<nav aria-label=\"Chapters\"\(Self.stamp(time))><ol>\(items.joined())</ol></nav>\n</body>\n</html>\n"
    }

    private static func stamp(_ time: Double) -> String { " data-t=\"\(seconds(time))\"" }

    /// Seconds with two digits after the point.
    private static func seconds(_ time: Double) -> String {
        let hundredths = Int((max(time, 0) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
