extension String {
    /// The line cut as by ``wrapped(width:)``, with blanks in front of each part.
    func wrapped(width: Int, indent: Int) -> [String] {
        wrapped(width: max(width - indent, 20)).map { String(repeating: " ", count: indent) + $0 }
    }

    /// The line cut at blanks so that no part is longer than `width`, its indent kept; a longer word stands by itself.
    public func wrapped(width: Int) -> [String] {
        guard count > width else { return [self] }
        let indent = prefix { $0 == " " }
        var lines: [String] = []
        var current = String(indent)
        for word in split(separator: " ") {
            if current.count + word.count + 1 > width, current.count > indent.count {
                lines.append(current)
                current = String(indent)
            }
            current += (current.count > indent.count ? " " : "") + word
        }
        return lines + [current]
    }
}
