import Language
import Reading

/// A diagram in Mermaid's language (mermaid.js.org, sequenceDiagram), for Markdown that is shown on a code host.
public enum DiagramMermaid {
    /// The diagram, a statement a line.
    public static func text(_ diagram: SequenceDiagram) -> String {
        var lines = ["sequenceDiagram"]
        for (index, lane) in diagram.lanes.enumerated() {
            let detail = lane.detail.isEmpty ? "" : "<br/>" + escape(lane.detail)
            lines.append("    participant L\(index) as \(escape(lane.name))\(detail)")
        }
        var waiting = Set<Int>()
        for item in diagram.items { lines += statements(item, diagram, &waiting).map { "    " + $0 } }
        for lane in waiting.sorted() { lines.append("    deactivate L\(lane)") }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func statements(
        _ item: SequenceDiagram.Item,
        _ diagram: SequenceDiagram,
        _ waiting: inout Set<Int>
    ) -> [String] {
        switch item {
        case .call(_, let lane, let pieces, let waits):
            let note = ["Note over L\(lane): \(words(pieces))"]
            guard waits, waiting.insert(lane).inserted else { return note }
            return note + ["activate L\(lane)"]
        case .result(_, let lane, let pieces, let ends):
            let note = pieces.isEmpty ? [] : ["Note over L\(lane): \(words(pieces))"]
            guard ends, waiting.remove(lane) != nil else { return note }
            return ["deactivate L\(lane)"] + note
        case .pause(let lane, let text): return ["Note over L\(lane): \(escape(text))"]
        case .arrow(let from, let to, let arrow):
            guard let from, let to else { return [] }
            return ["L\(from)\(head(arrow))L\(to): \(caption(arrow))"]
        case .note(_, let pieces): return diagram.lanes.isEmpty ? [] : ["Note over \(all(diagram)): \(words(pieces))"]
        case .layer(let lane, let text):
            guard !diagram.lanes.isEmpty else { return [] }
            return ["Note over \(lane.map { "L\($0)" } ?? all(diagram)): \(escape(text))"]
        case .skipped(let text): return diagram.lanes.isEmpty ? [] : ["Note over \(all(diagram)): … \(escape(text))"]
        }
    }

    private static func all(_ diagram: SequenceDiagram) -> String {
        diagram.lanes.count > 1 ? "L0,L\(diagram.lanes.count - 1)" : "L0"
    }

    private static func head(_ arrow: Arrow) -> String {
        if arrow.isLost { return "-x" }
        switch arrow.kind {
        case .birth: return "--)"
        case .segment: return arrow.isAlarm ? "-x" : "-->>"
        case .data: return "->>"
        }
    }

    private static func caption(_ arrow: Arrow) -> String {
        switch arrow.kind {
        case .segment(let name), .birth(let name): return escape(name)
        case .data(let count, let bytes, let note):
            let size = (count == 1 ? "1 byte" : "\(count) bytes") + (note.isEmpty ? "" : ", " + note)
            return escape(size + (count == 0 ? "" : " " + Excerpt(bytes, of: count).text(width: 40)))
        }
    }

    private static func words(_ pieces: [SequenceDiagram.Piece]) -> String {
        pieces.map { piece in
            switch piece.role {
            case .state: "[" + escape(piece.text) + "]"
            case .error: "✗ " + escape(piece.text)
            default: escape(piece.text)
            }
        }.joined(separator: " ")
    }

    /// Text in which nothing is a word of Mermaid's or of HTML's: whatever is not a letter, a digit, a blank or one of a
    /// few signs becomes an entity code, `#60;` for `<`.
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in Quoting.oneLine(text).unicodeScalars {
            let isPlain =
                scalar.value >= 0xa0 || scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
                || " .,:+-=/_()…".unicodeScalars.contains(scalar)
            if isPlain { escaped.unicodeScalars.append(scalar) } else { escaped += "#\(scalar.value);" }
        }
        // A line that ends with the word would end a block.
        return escaped == "end" ? "#101;nd" : escaped
    }
}
