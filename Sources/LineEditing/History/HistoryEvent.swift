/// What libedit's own history functions (vi's searches) were last given, kept while they use it.
final class HistoryEvent {
    var index = 0
    private var text = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 1)

    deinit { text.deallocate() }

    /// Copies an entry to where libedit can read it until the next one.
    func keep(_ entry: String) -> UnsafePointer<wchar_t>? {
        let characters = entry.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
        text.deallocate()
        text = .allocate(capacity: characters.count)
        _ = text.initialize(from: characters)
        return UnsafePointer(text.baseAddress)
    }
}
