extension [Passage] {
    /// What a step shows up to its check, with what is to be done as a passage of its own: the last paragraph or list.
    func settingOrderApart() -> [Passage] {
        guard let place = lastIndex(where: { if case .text = $0 { true } else { false } }),
            case .text(let text) = self[place], let (before, order) = Self.parted(text)
        else { return self }
        let explanation: [Passage] = before.isEmpty ? [] : [.text(before)]
        return Array(self[..<place]) + explanation + [.order(order)] + Array(self[(place + 1)...])
    }

    /// A text before its last paragraph or list, and that; nil if it ends with lines that stay as they are.
    private static func parted(_ text: String) -> (before: String, last: String)? {
        let lines = MarkdownBlock.withoutComments(text).trimmed.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.lastIndex { $0.isEmpty }.map { $0 + 1 } ?? 0
        guard let first = lines.indices.contains(last) ? lines[last] : nil, !first.isEmpty, !first.hasPrefix("    "),
            !first.hasPrefix("|")
        else { return nil }
        return (lines[..<last].joined(separator: "\n").trimmed, lines[last...].joined(separator: "\n"))
    }
}
