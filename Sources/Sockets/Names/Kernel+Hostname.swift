extension Kernel {
    /// gethostname(2): this host's name.
    public func gethostname() -> Returned<String> {
        // HOST_NAME_MAX is 64 on Linux, 255 in POSIX; the last byte stays NUL.
        var buffer = [CChar](repeating: 0, count: 257)
        return invoke(.gethostname) { Int(systemGethostname(&buffer)) }.map { text(buffer) }
    }
}

extension HostEntry {
    /// The first of its names with a dot, or the official one if none has one.
    public var fullName: String { ([name] + aliases).first { $0.contains(".") } ?? name }
}

private func systemGethostname(_ buffer: inout [CChar]) -> Int32 {
    gethostname(&buffer, buffer.count - 1)
}
