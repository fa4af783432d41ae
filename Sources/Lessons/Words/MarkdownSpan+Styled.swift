import Language

extension MarkdownSpan {
    /// A line in the roles that its marks say, without the marks.
    ///
    /// - Parameter role: of what is not marked.
    static func styled(_ text: String, _ role: Role = .plain) -> StyledText {
        var styled = StyledText()
        var plain = ""
        var rest = text[...]
        while let first = rest.first {
            if let span = beginning(rest, after: plain.last) {
                styled.append(plain, role)
                let inner = String(span.inner)
                styled.append(span.kind == .code ? StyledText(inner, .code) : Self.styled(inner, span.kind.role))
                (plain, rest) = ("", span.rest)
            } else {
                plain.append(first)
                rest.removeFirst()
            }
        }
        styled.append(plain, role)
        return styled
    }
}

extension MarkdownSpan.Kind {
    fileprivate var role: Role {
        switch self {
        case .code: .code
        case .strong: .emphasis
        case .emphasis: .stressed
        }
    }
}
