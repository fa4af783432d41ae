import Sockets
import SystemPackage

/// The append-only log of every call, the one account of what happened.
///
/// The newest calls are in memory. When there are more, or more bytes of data in them, than it may keep there, the oldest
/// go into a file in the temporary folder, and are read back when they are asked for. Where there is no such file, or
/// where it is full, the oldest calls are forgotten. So a session of any length has a bounded memory.
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

    /// How many calls are kept in memory at the most, give or take a block.
    public let capacity: Int
    /// How many bytes of data are kept in memory at the most, give or take a block.
    public let dataCapacity: Int
    /// The number of the last call; 0 before the first.
    public private(set) var count = 0
    /// When the first call was made, forgotten or not, in nanoseconds of the monotonic clock; nil before it.
    public private(set) var start: UInt64?
    /// Whether the calls' times were measured; not in the log of a program that was traced without them, where they
    /// tell the order only.
    public var isTimed = true
    private var blocks: [Block] = []
    private var weight = 0
    private var archive: Archive

    /// An empty journal with these limits.
    public init(capacity: Int = 16384, dataCapacity: Int = 32 << 20) {
        self.init(capacity: capacity, dataCapacity: dataCapacity, archive: Archive())
    }

    /// An empty journal whose older calls go to a place of their own.
    init(capacity: Int, dataCapacity: Int = 32 << 20, archive: Archive) {
        self.capacity = max(capacity, 1)
        self.dataCapacity = max(dataCapacity, 1)
        self.archive = archive
    }

    /// An empty journal whose first call gets a number of its own, to take in calls that were saved.
    public init(startingAt first: Int) {
        self.init()
        count = max(first, 1) - 1
    }

    /// Appends a call and gives it its number, which it returns.
    @discardableResult
    public mutating func append(_ call: consuming Call) -> Int {
        count += 1
        if start == nil { start = call.start }
        call.number = count
        let last = blocks.count - 1
        if last < 0 || blocks[last].calls.count >= Self.blockCalls || blocks[last].weight >= Self.blockWeight {
            startBlock()
        }
        let added = call.weight
        weight += added
        blocks[blocks.count - 1].weight += added
        blocks[blocks.count - 1].calls.append(call)
        return count
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
            archive.append(oldest.calls)
            blocks.removeFirst()
        }
        blocks.append(Block(first: count))
    }

    /// Why older calls could not be put into the file, the first time that it is asked after that happened.
    public mutating func takeTrouble() -> Errno? { archive.takeTrouble() }

    /// The number of the oldest call that is still here.
    public var first: Int { archive.first ?? firstInMemory }

    private var firstInMemory: Int { blocks.first?.first ?? 1 }

    /// The call of a number; nil where it is forgotten, cannot be read back or is not yet made.
    public subscript(_ number: Int) -> Call? {
        guard number >= first, number <= count else { return nil }
        guard number >= firstInMemory else { return archive[number] }
        guard let block = blocks.last(where: { $0.first <= number }) else { return nil }
        return block.calls[number - block.first]
    }
}

extension Journal {
    /// The calls from one number on, oldest first, as long as `body` wants more. Of those that are not in memory no more
    /// than a block is read at a time, and none where the digest says that they do not matter.
    public func forward<Problem: Error>(
        from number: Int,
        over mayMatter: (Digest) -> Bool = { _ in true },
        _ body: (Call) throws(Problem) -> Bool
    ) throws(Problem) {
        if number < firstInMemory {
            for (index, block) in archive.blocks.enumerated() where block.last >= number && mayMatter(block.digest) {
                for call in archive.calls(of: index) where call.number >= number {
                    guard try body(call) else { return }
                }
            }
        }
        for block in blocks where block.first + block.calls.count > number {
            for call in block.calls.dropFirst(max(number - block.first, 0)) {
                guard try body(call) else { return }
            }
        }
    }

    /// Every call, newest first, as long as `body` wants more. Where many calls that are not in memory stand together,
    /// they are passed over if their digest says that none of them matters.
    public func backwards(over mayMatter: (Digest) -> Bool = { _ in true }, _ body: (Call) -> Bool) {
        for block in blocks.reversed() {
            for call in block.calls.reversed() {
                guard body(call) else { return }
            }
        }
        for (index, block) in archive.blocks.enumerated().reversed() where mayMatter(block.digest) {
            for call in archive.calls(of: index).reversed() {
                guard body(call) else { return }
            }
        }
    }

    /// The calls from one number on, oldest first. Where there are more than may be in memory it is the newest of them, so
    /// that every answer has the journal's own bound.
    public func calls(from number: Int) -> [Call] { newest(from: number) }

    /// The calls that are wanted from one number on, oldest first; where there are more than may be in memory, the first
    /// of them.
    public func page(
        from number: Int,
        over mayMatter: (Digest) -> Bool = { _ in true },
        where isWanted: (Call) -> Bool = { _ in true }
    ) -> [Call] {
        var (calls, weight): ([Call], Int) = ([], 0)
        forward(from: number, over: mayMatter) { call in
            guard isWanted(call) else { return true }
            calls.append(call)
            weight += call.weight
            return calls.count < capacity && weight < dataCapacity
        }
        return calls
    }

    /// The newest calls that are wanted, oldest first: at most `limit`, and at most as many as may be in memory.
    public func newest(
        _ limit: Int = .max,
        from number: Int = 1,
        over mayMatter: (Digest) -> Bool = { _ in true },
        where isWanted: (Call) -> Bool = { _ in true }
    ) -> [Call] {
        var (calls, weight): ([Call], Int) = ([], 0)
        backwards(over: mayMatter) { call in
            guard call.number >= number else { return false }
            guard isWanted(call) else { return true }
            calls.append(call)
            weight += call.weight
            return calls.count < min(limit, capacity) && weight < dataCapacity
        }
        return calls.reversed()
    }

    /// The calls of a statement, which begin at some number, oldest first; of one that made more than memory holds, the
    /// newest.
    public func calls(of statement: Int, from number: Int) -> [Call] {
        blocks.filter { $0.first + $0.calls.count > number }.flatMap { block in
            block.calls.dropFirst(max(number - block.first, 0)).filter { $0.statement == statement }
        }
    }

    /// The calls on one socket, newest first, as long as `body` wants more.
    public func history(of socket: Int, _ body: (Call) -> Bool) {
        backwards(over: { $0.mayTell(.called(socket)) }, { $0.socket == socket ? body($0) : true })
    }

    /// The call that a socket came of; nil where that is not known.
    public func maker(of socket: Int) -> Call? {
        var maker: Call?
        backwards(over: { $0.mayTell(.made(socket)) }) { call in
            if call.made.contains(where: { $0.id == socket }) { maker = call }
            return maker == nil
        }
        return maker
    }

    /// Whether a socket of that name made a call, or came of one.
    public func knows(socketNamed name: String) -> Bool {
        var isKnown = false
        backwards(over: { $0.mayTell(.named(name)) }) { call in
            isKnown = call.socketName == name || call.made.contains { $0.name == name }
            return !isKnown
        }
        return isKnown
    }
}
