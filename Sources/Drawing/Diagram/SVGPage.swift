/// An SVG picture (SVG 1.1) built element by element, in layers from back to front. Every text is escaped here.
struct SVGPage {
    /// What lies in front of what.
    enum Layer: Int, CaseIterable {
        case lanes, bars, arrows, texts
    }

    private var layers = [String](repeating: "", count: Layer.allCases.count)

    /// An element: attributes in order, the text within escaped.
    mutating func add(_ layer: Layer, _ name: String, _ attributes: [(String, String)], text: String? = nil) {
        layers[layer.rawValue] += Self.element(name, attributes, text: text) + "\n"
    }

    /// A straight line.
    mutating func line(_ layer: Layer, _ style: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, head: String = "") {
        var attributes = [
            ("class", style), ("x1", "\(x1)"), ("y1", "\(y1)"), ("x2", "\(x2)"), ("y2", "\(y2)"),
        ]
        if !head.isEmpty { attributes.append(("marker-end", "url(#\(head))")) }
        add(layer, "line", attributes)
    }

    /// A text that begins at a place, or has its middle or its end there.
    mutating func text(_ style: String, _ x: Int, _ y: Int, _ text: String, anchor: String = "start") {
        add(.texts, "text", [("class", style), ("x", "\(x)"), ("y", "\(y)"), ("text-anchor", anchor)], text: text)
    }

    /// A text whose parts have styles of their own.
    mutating func group(
        _ style: String,
        _ x: Int,
        _ y: Int,
        _ anchor: String,
        _ parts: [(style: String, text: String)]
    ) {
        let spans = parts.filter { !$0.text.isEmpty }.map { part in
            Self.element("tspan", [("class", part.style)], text: part.text)
        }
        let head = "<text class=\"\(style)\" xml:space=\"preserve\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">"
        layers[Layer.texts.rawValue] += head + spans.joined() + "</text>\n"
    }

    /// A rectangle with round corners.
    mutating func box(_ layer: Layer, _ style: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int, round: Int) {
        add(
            layer,
            "rect",
            [
                ("class", style), ("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)"),
                ("rx", "\(round)"),
            ]
        )
    }

    /// The whole file.
    func file(width: Int, height: Int, title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
        viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title">
        <title id="title">\(Self.escape(title))</title>
        \(Self.style)
        \(Self.markers)
        <rect class="page" width="\(width)" height="\(height)"/>
        \(layers.map { "<g>\n\($0)</g>" }.joined(separator: "\n"))
        </svg>

        """
    }

    private static func element(_ name: String, _ attributes: [(String, String)], text: String?) -> String {
        let list = attributes.map { " \($0)=\"\(escape($1))\"" }.joined()
        guard let text else { return "<\(name)\(list)/>" }
        return "<\(name)\(list)>\(escape(text))</\(name)>"
    }

    /// Text as XML 1.0 may hold it: characters that no document may hold, and other controls, are U+FFFD.
    static func escape(_ text: String) -> String {
        Markup.escaped(text.unicodeScalars) { scalar in
            switch scalar {
            case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{fffe}", "\u{ffff}": "\u{fffd}"
            default: scalar
            }
        }
    }

    private static let markers = """
        <defs>
        <marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" \
        orient="auto"><path class="head" d="M0 1 L10 5 L0 9 L2.5 5 Z"/></marker>
        <marker id="head-data" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" \
        orient="auto"><path class="head-data" d="M0 1 L10 5 L0 9 L2.5 5 Z"/></marker>
        <marker id="head-alarm" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" \
        orient="auto"><path class="head-alarm" d="M0 1 L10 5 L0 9 L2.5 5 Z"/></marker>
        <marker id="head-lost" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="9" markerHeight="9" \
        orient="auto"><path class="head-lost" d="M1 1 L9 9 M9 1 L1 9"/></marker>
        </defs>
        """
}
