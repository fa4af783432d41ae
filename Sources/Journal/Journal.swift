import Sockets

/// The append-only log of every call, the one account of what happened.
///
/// It is kept in blocks; when there are more calls, or more bytes of data in them, than it may keep, the oldest block
/// is forgotten. So a session of any length has a bounded memory.
public struct Journal: Sendable {
    private struct Block {
        /// The number of its first call.
        let first: Int
        var calls: [Call] = []
        /// How many bytes of data its calls hold.
        var weight = 0
    }

    private static let blockCalls = 1024
    private static let blockWeight = 1 << 20

    /// How many calls are kept at the most, give or take a block.
    public let capacity: Int
    /// How many bytes of data are kept at the most, give or take a block.
    public let dataCapacity: Int
    /// The number of the last call; 0 before the first.
    public private(set) var count = 0
    private var blocks: [Block] = []
    private var weight = 0

    /// An empty journal with these limits.
    public init(capacity: Int = 65536, dataCapacity: Int = 32 << 20) {
        self.capacity = max(capacity, 1)
        self.dataCapacity = max(dataCapacity, 1)
    }

    /// An empty journal whose first call gets a number of its own, to take in calls that were saved.
    public init(startingAt first: Int) {
        self.init()
        count = max(first, 1) - 1
    }

    /// Appends a call and gives it its number.
    @discardableResult
    public mutating func append(_ call: Call) -> Call {
        count += 1
        var call = call
        call.number = count
        let last = blocks.count - 1
        if last < 0 || blocks[last].calls.count >= Self.blockCalls || blocks[last].weight >= Self.blockWeight {
            startBlock()
        }
        let added = call.weight
        weight += added
        blocks[blocks.count - 1].weight += added
        blocks[blocks.count - 1].calls.append(call)
        return call
    }

    /// Notes that a socket came of the last call of a statement.
    public mutating func note(_ socket: MadeSocket, by statement: Int) {
        guard let block = blocks.indices.last,
            let index = blocks[block].calls.lastIndex(where: { $0.statement == statement })
        else { return }
        blocks[block].calls[index].made.append(socket)
    }

    private mutating func startBlock() {
        while let oldest = blocks.first, blocks.count > 1, count - oldest.first >= capacity || weight >= dataCapacity {
            weight -= oldest.weight
            blocks.removeFirst()
        }
        blocks.append(Block(first: count))
    }

    /// The number of the oldest call that is still here.
    public var first: Int { blocks.first?.first ?? 1 }

    /// The call of a number; nil where it is forgotten or not yet made.
    public subscript(_ number: Int) -> Call? {
        guard number >= first, number <= count else { return nil }
        guard let block = blocks.last(where: { $0.first <= number }) else { return nil }
        return block.calls[number - block.first]
    }

    /// The calls from one number on, oldest first.
    public func calls(from number: Int) -> [Call] {
        let start = max(number, first)
        return start > count ? [] : (start...count).compactMap { self[$0] }
    }

    /// The calls on one socket, newest first, as long as `body` wants more.
    public func history(of socket: Int, _ body: (Call) -> Bool) {
        backwards { $0.socket == socket ? body($0) : true }
    }

    /// Every call that is kept, newest first, as long as `body` wants more.
    public func backwards(_ body: (Call) -> Bool) {
        for block in blocks.reversed() {
            for call in block.calls.reversed() {
                guard body(call) else { return }
            }
        }
    }
}

extension Call {
    /// How many bytes of data it holds.
    var weight: Int { arguments.reduce(0) { $0 + $1.weight } + outputs.reduce(0) { $0 + $1.weight } }
}

extension Argument {
    fileprivate var weight: Int {
        switch value {
        case .data(let clip): clip.bytes.count
        case .text(let text): text.utf8.count
        case .option(_, let raw): raw.count
        case .poll(let entries): entries.count * MemoryLayout<PollEntry>.stride
        case .ancillary(let messages): messages.count * MemoryLayout<AncillaryMessage>.stride
        case .list(let contents):
            contents.reduce(0) { $0 + MemoryLayout<Argument.Content>.stride + Argument("", $1).weight }
        case .descriptor, .integer, .constant, .address, .room, .null: 0
        }
    }
}
