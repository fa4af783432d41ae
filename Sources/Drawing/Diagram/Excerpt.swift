import Language

/// The beginning of some data as a literal, fitted into columns.
struct Excerpt {
    private let tokens: [String]
    private let isWhole: Bool

    /// Data of which `count` bytes there are, and `bytes` are the first.
    init(_ bytes: [UInt8], of count: Int, isASCII: Bool = false) {
        var literal = Quoting.quote(bytes)
        if isASCII { literal = Self.ascii(literal) }
        tokens = Self.tokens(literal.dropFirst().dropLast())
        isWhole = bytes.count >= count
    }

    /// The literal in at most `width` columns, with an ellipsis if it is cut; empty if there is no room for it.
    func text(width: Int, ellipsis: String = "…") -> String {
        let whole = "\"" + tokens.joined() + "\""
        if isWhole, DisplayWidth.of(whole) <= width { return whole }
        var room = width - 2 - DisplayWidth.of(ellipsis)
        guard room >= 1 else { return "" }
        var kept = "\""
        for token in tokens {
            room -= DisplayWidth.of(token)
            if room < 0 { break }
            kept += token
        }
        return kept + ellipsis + "\""
    }

    /// What is not ASCII, escaped.
    static func ascii(_ text: String) -> String {
        text.unicodeScalars.map { $0.value < 0x7f ? String(Character($0)) : "\\u{" + String($0.value, radix: 16) + "}" }
            .joined()
    }

    /// A literal cut where it may be cut: never within an escape.
    private static func tokens(_ literal: Substring) -> [String] {
        var tokens: [String] = []
        var rest = literal
        while let first = rest.first {
            var length = 1
            if first == "\\" {
                let kind = rest.dropFirst().first
                length = kind == "x" ? 4 : 2
                if kind == "u", let close = rest.firstIndex(of: "}") {
                    length = rest.distance(from: rest.startIndex, to: close) + 1
                }
            }
            tokens.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return tokens
    }
}
