import SystemPackage

/// The items of a log that memory has no room for: blocks of them in files, and what memory keeps of each.
///
/// There are at most two files. When one is full, the next begins, and the previous one is dropped with its items.
struct Archive<Item: Logged>: Sendable {
    /// Items stored together in a file.
    struct Block: Sendable {
        /// The number of the first.
        let first: Int
        /// The number of the last.
        let last: Int
        /// What they report.
        let digest: Digest
        fileprivate let file: SpillFile<Item>
        fileprivate let place: Range<Int>
    }

    /// The size limit of a file in bytes.
    static var fileCapacity: Int { 512 << 20 }

    /// The blocks, oldest first; no item between them is missing.
    private(set) var blocks: [Block] = []
    private var file: SpillFile<Item>?
    private var trouble: Errno?
    private var wasInTrouble = false
    /// Whether a file in memory was begun and nobody has been told.
    private var isMemoryUntold = false
    private let makeFile: @Sendable () throws(Errno) -> SpillFile<Item>

    /// An empty archive. `makeFile` supplies a file; by default one in the temporary folder.
    init(
        makeFile: @escaping @Sendable () throws(Errno) -> SpillFile<Item> = { () throws(Errno) in
            try SpillFile<Item>.make(capacity: Archive.fileCapacity)
        }
    ) {
        self.makeFile = makeFile
    }

    /// The number of its oldest item; nil if it is empty.
    var first: Int? { blocks.first?.first }

    /// Adds the next items. If they cannot be written, they and all older ones are forgotten.
    mutating func append(_ items: [Item]) {
        guard let first = items.first?.number, let last = items.last?.number else { return }
        do throws(Errno) {
            let (file, place) = try write(items)
            blocks.append(Block(first: first, last: last, digest: Item.digest(of: items), file: file, place: place))
        } catch {
            (blocks, file) = ([], nil)
            if !wasInTrouble { trouble = error }
            wasInTrouble = true
        }
    }

    private mutating func write(_ items: [Item]) throws(Errno) -> (SpillFile<Item>, Range<Int>) {
        if let file {
            if let place = try file.append(items) { return (file, place) }
            blocks.removeAll { $0.file !== file }
        }
        let next = try makeFile()
        if file == nil, SpillFile<Item>.isInMemory(next.descriptor) { isMemoryUntold = true }
        file = next
        guard let place = try next.append(items) else { throw .fileTooLarge }
        return (next, place)
    }

    /// Why items could not be written; reported once.
    mutating func takeTrouble() -> Errno? {
        defer { trouble = nil }
        return trouble
    }

    /// Whether items now go to a file that is itself in memory; reported once.
    mutating func takeMemory() -> Bool {
        defer { isMemoryUntold = false }
        return isMemoryUntold
    }

    /// The items of a block; none if they cannot be read back.
    func items(of index: Int) -> [Item] {
        let block = blocks[index]
        let items = block.file.items(at: block.place) ?? []
        return items.count == block.last - block.first + 1 ? items : []
    }

    /// The item with this number; nil if it is not here, or cannot be read back.
    subscript(_ number: Int) -> Item? {
        let index = blocks.partitioningIndex { $0.last >= number }
        guard index < blocks.count, blocks[index].first <= number else { return nil }
        let items = items(of: index)
        return items.isEmpty ? nil : items[number - blocks[index].first]
    }
}
