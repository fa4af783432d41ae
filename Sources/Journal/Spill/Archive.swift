import SystemPackage

/// The items of a log for which memory has no room: blocks of them in files, and what memory keeps of each.
///
/// There are two files at most. When one is full, the next begins and the one before it is given up with the items in it.
struct Archive<Item: Logged>: Sendable {
    /// Items that lie together in a file.
    struct Block: Sendable {
        /// The number of the first.
        let first: Int
        /// The number of the last.
        let last: Int
        /// What they tell.
        let digest: Digest
        fileprivate let file: SpillFile<Item>
        fileprivate let place: Range<Int>
    }

    /// How many bytes a file has.
    static var fileCapacity: Int { 512 << 20 }

    /// The blocks, oldest first; no item between them is missing.
    private(set) var blocks: [Block] = []
    private var file: SpillFile<Item>?
    private var trouble: Errno?
    private var wasInTrouble = false
    private let makeFile: @Sendable () throws(Errno) -> SpillFile<Item>

    /// An empty one. `makeFile` gives a file; by default it is in the temporary folder.
    init(
        makeFile: @escaping @Sendable () throws(Errno) -> SpillFile<Item> = { () throws(Errno) in
            try SpillFile<Item>.make(capacity: Archive.fileCapacity)
        }
    ) {
        self.makeFile = makeFile
    }

    /// The number of its oldest item; nil where it has none.
    var first: Int? { blocks.first?.first }

    /// Takes in items that follow the ones before. Where they cannot be written they are forgotten, and all older ones
    /// with them.
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
        file = next
        guard let place = try next.append(items) else { throw .fileTooLarge }
        return (next, place)
    }

    /// Why items could not be written, once.
    mutating func takeTrouble() -> Errno? {
        defer { trouble = nil }
        return trouble
    }

    /// The items of a block; none where they cannot be read back.
    func items(of index: Int) -> [Item] {
        let block = blocks[index]
        let items = block.file.items(at: block.place) ?? []
        return items.count == block.last - block.first + 1 ? items : []
    }

    /// The item of a number; nil where it is not here, or cannot be read back.
    subscript(_ number: Int) -> Item? {
        let index = blocks.partitioningIndex { $0.last >= number }
        guard index < blocks.count, blocks[index].first <= number else { return nil }
        let items = items(of: index)
        return items.isEmpty ? nil : items[number - blocks[index].first]
    }
}
