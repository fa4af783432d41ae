import SystemPackage

/// An item of a ``Log``.
protocol Logged: ByteCodable, Sendable {
    /// Its place in the log, from 1.
    var number: Int { get set }
    /// How many bytes of data it holds.
    var weight: Int { get }
    /// What some of them report, kept in memory when they themselves are not.
    static func digest(of items: [Self]) -> Digest
}

/// Some items of a ``Log``, in order.
///
/// It asks nothing of its items, and so is no part of the log's type: a start would search all conformances for it.
private struct Block<Item: Sendable>: Sendable {
    /// The number of its first item.
    let first: Int
    var items: [Item] = []
    /// How many bytes of data its items hold.
    var weight = 0
}

/// An append-only log of numbered items with bounded memory: the newest in memory, older ones in a file.
///
/// It is a value: a copy keeps reading what it had.
struct Log<Item: Logged>: Sendable {
    private static var blockItems: Int { 1024 }
    private static var blockWeight: Int { 1 << 20 }

    /// How many items are kept in memory at most, to within a block.
    let capacity: Int
    /// How many bytes of data are kept in memory at most, to within a block.
    let dataCapacity: Int
    /// The number of the newest item, or of the one before the first.
    private(set) var count: Int
    private var blocks: [Block<Item>] = []
    private var weight = 0
    private var archive: Archive<Item>

    /// An empty log with these limits. Its first item will have the number `first`.
    init(startingAt first: Int = 1, capacity: Int, dataCapacity: Int, archive: Archive<Item> = Archive()) {
        count = max(first, 1) - 1
        self.capacity = max(capacity, 1)
        self.dataCapacity = max(dataCapacity, 1)
        self.archive = archive
    }

    /// Appends an item, assigns its number and returns it.
    @discardableResult
    mutating func append(_ item: consuming Item) -> Int {
        count += 1
        item.number = count
        let last = blocks.count - 1
        if last < 0 || blocks[last].items.count >= Self.blockItems || blocks[last].weight >= Self.blockWeight {
            startBlock()
        }
        let added = item.weight
        weight += added
        blocks[blocks.count - 1].weight += added
        blocks[blocks.count - 1].items.append(item)
        return count
    }

    private mutating func startBlock() {
        while let oldest = blocks.first, blocks.count > 1, count - oldest.first >= capacity || weight >= dataCapacity {
            weight -= oldest.weight
            archive.append(oldest.items)
            blocks.removeFirst()
        }
        blocks.append(Block(first: count))
    }

    /// Changes the newest wanted item of the newest block; does nothing if there is none.
    mutating func changeNewest(where isWanted: (Item) -> Bool, _ change: (inout Item) -> Void) {
        guard let block = blocks.indices.last, let index = blocks[block].items.lastIndex(where: isWanted) else {
            return
        }
        change(&blocks[block].items[index])
    }

    /// Why older items could not be written to the file; only the first time it is asked after that.
    mutating func takeTrouble() -> Errno? { archive.takeTrouble() }

    /// The number of the oldest item still available.
    var first: Int { archive.first ?? firstInMemory }

    /// The number of the oldest item in memory.
    private var firstInMemory: Int { blocks.first?.first ?? 1 }

    /// The item with this number; nil if it is forgotten, cannot be read back or does not exist yet.
    subscript(_ number: Int) -> Item? {
        guard number >= first, number <= count else { return nil }
        guard number >= firstInMemory else { return archive[number] }
        guard let block = blocks.last(where: { $0.first <= number }) else { return nil }
        return block.items[number - block.first]
    }
}

extension Log {
    /// The items from one number onwards, oldest first, until `body` wants no more. Items not in memory are read one
    /// block at a time, and not at all if the digest says that they do not matter.
    func forward<Problem: Error>(
        from number: Int,
        over mayMatter: (Digest) -> Bool = { _ in true },
        _ body: (Item) throws(Problem) -> Bool
    ) throws(Problem) {
        if number < firstInMemory {
            for (index, block) in archive.blocks.enumerated() where block.last >= number && mayMatter(block.digest) {
                for item in archive.items(of: index) where item.number >= number {
                    guard try body(item) else { return }
                }
            }
        }
        for block in blocks where block.first + block.items.count > number {
            for item in block.items.dropFirst(max(number - block.first, 0)) {
                guard try body(item) else { return }
            }
        }
    }

    /// Every item, newest first, until `body` wants no more. Blocks not in memory are skipped if their digest says that
    /// nothing in them matters.
    func backwards(over mayMatter: (Digest) -> Bool = { _ in true }, _ body: (Item) -> Bool) {
        for block in blocks.reversed() {
            for item in block.items.reversed() {
                guard body(item) else { return }
            }
        }
        for (index, block) in archive.blocks.enumerated().reversed() where mayMatter(block.digest) {
            for item in archive.items(of: index).reversed() {
                guard body(item) else { return }
            }
        }
    }

    /// The wanted items from one number onwards, oldest first; if there are more than memory may hold, only the first.
    func page(from number: Int, over mayMatter: (Digest) -> Bool, where isWanted: (Item) -> Bool) -> [Item] {
        var (items, weight): ([Item], Int) = ([], 0)
        forward(from: number, over: mayMatter) { item in
            guard isWanted(item) else { return true }
            items.append(item)
            weight += item.weight
            return items.count < capacity && weight < dataCapacity
        }
        return items
    }

    /// The newest wanted items, oldest first: at most `limit`, and at most as many as memory may hold. `isOver` says
    /// where the search ends.
    func newest(
        _ limit: Int = .max,
        over mayMatter: (Digest) -> Bool = { _ in true },
        until isOver: (Item) -> Bool,
        where isWanted: (Item) -> Bool
    ) -> [Item] {
        var (items, weight): ([Item], Int) = ([], 0)
        backwards(over: mayMatter) { item in
            guard !isOver(item) else { return false }
            guard isWanted(item) else { return true }
            items.append(item)
            weight += item.weight
            return items.count < min(limit, capacity) && weight < dataCapacity
        }
        return items.reversed()
    }

    /// The wanted items in memory from one number onwards, oldest first.
    func inMemory(from number: Int, where isWanted: (Item) -> Bool) -> [Item] {
        blocks.filter { $0.first + $0.items.count > number }.flatMap { block in
            block.items.dropFirst(max(number - block.first, 0)).filter(isWanted)
        }
    }

    /// The items from one number to the end of its block; none if there are no more.
    func run(from number: Int) -> [Item] {
        var items: [Item] = []
        if number < firstInMemory {
            for (index, block) in archive.blocks.enumerated() where block.last >= number && items.isEmpty {
                items = archive.items(of: index)
            }
        }
        if items.isEmpty { items = blocks.first { $0.first + $0.items.count > number }?.items ?? [] }
        return Array(items.drop { $0.number < number })
    }
}
