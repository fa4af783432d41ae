/// What was entered, oldest first, without duplicates, kept in a file.
public final class History {
    /// How many entries are kept.
    public static let defaultLimit = 10_000

    /// Oldest first. A repeated entry is where it was entered last.
    public private(set) var entries: [String] = []
    private var known: Set<String> = []
    private let limit: Int
    private var file: HistoryFile?
    private var warning: String?

    /// A history kept in the file at this path; without a path, in memory only. A file that cannot be read or is
    /// damaged is no error: see `takeWarning()`.
    public init(path: String?, limit: Int = History.defaultLimit) {
        self.limit = limit
        guard let path else { return }
        let file = HistoryFile(path: path, limit: limit)
        self.file = file
        do {
            let loaded = try file.load()
            entries = loaded.entries
            known = Set(entries)
            if loaded.damaged > 0 {
                warning = "history: \(path): \(loaded.damaged) damaged line\(loaded.damaged == 1 ? "" : "s") left out"
            }
        } catch {
            entries = file.loadOnly().entries
            known = Set(entries)
            stopKeeping(because: error)
        }
    }

    /// Remembers an entry and writes it to the file at once. Trailing blanks are dropped; an entry that
    /// begins with a space is not remembered.
    public func add(_ text: String) {
        let entry = String(text.reversed().drop(while: \.isWhitespace).reversed())
        guard let first = entry.first, first != " " else { return }
        let isDouble = !known.insert(entry).inserted
        if isDouble { entries.removeAll { $0 == entry } }
        entries.append(entry)
        if entries.count > limit { known.remove(entries.removeFirst()) }
        do {
            try file?.append(entry, isDouble: isDouble)
        } catch {
            stopKeeping(because: error)
        }
    }

    /// Leaves the file without duplicates and within the limit.
    public func close() {
        do {
            try file?.compactIfNeeded()
        } catch {
            stopKeeping(because: error)
        }
    }

    /// One clear line, once, if the file could not be read or written or was damaged.
    public func takeWarning() -> String? {
        defer { warning = nil }
        return warning
    }

    private func stopKeeping(because error: HistoryFile.Failure) {
        file = nil
        warning = "history: \(error); this session's entries are not kept"
    }

    /// The newest entry before `index` that passes the test.
    func last(before index: Int, where passes: (String) -> Bool) -> Int? {
        entries[..<min(index, entries.count)].lastIndex(where: passes)
    }

    /// The oldest entry after `index` that passes the test.
    func first(after index: Int, where passes: (String) -> Bool) -> Int? {
        index + 1 < entries.count ? entries[(index + 1)...].firstIndex(where: passes) : nil
    }
}
