extension Lesson {
    /// The names of the ports that the lesson's own scripts bind and nobody else, with SO_REUSEADDR: a connection in
    /// TIME_WAIT is in nobody's way there.
    var reusedPorts: Set<String> {
        let fences = steps.flatMap(\.fences)
        return Set(
            head.ports.map(\.name).filter { name in
                let binding = fences.filter { $0.binds(name) }
                return !binding.isEmpty && binding.allSatisfy { $0.isScript && $0.text.contains("reuseaddr on") }
            }
        )
    }
}

extension Fence {
    /// Whether a line in it that is run binds a port.
    fileprivate func binds(_ port: String) -> Bool {
        guard isScript || kind.lines == .typed || kind == .predict else { return false }
        return text.split(separator: "\n").contains { $0.contains("bind ") && $0.contains("[\(port)]") }
    }

    fileprivate var isScript: Bool { kind.lines == .script }
}
