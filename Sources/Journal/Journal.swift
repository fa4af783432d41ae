import SystemPackage

/// The append-only log of every call, the one account of what happened, and of what other layers have to say about it.
///
/// The newest calls are in memory. When there are more, or more bytes of data in them, than it may keep there, the oldest
/// go into a file in the temporary folder, and are read back when they are asked for. Where there is no such file, or
/// where it is full, the oldest calls are forgotten. So a session of any length has a bounded memory.
///
/// Events of other layers are in a log of their own with the same limits, which is made with the first of them: a session
/// without events pays nothing for them.
public struct Journal: Sendable {
    /// When the first call was made, forgotten or not, in nanoseconds of the monotonic clock; nil before it.
    public private(set) var start: UInt64?
    /// Whether the calls' times were measured; not in the log of a program that was traced without them, where they
    /// tell the order only.
    public var isTimed = true
    private var log: Log<Call>
    /// The log of the events of other layers; none before the first. An array, since that is a single word: a journal is
    /// copied with every statement, and most have no events.
    var layers: [Log<LayerEvent>] = []

    /// An empty journal with these limits.
    public init(capacity: Int = 16384, dataCapacity: Int = 32 << 20) {
        log = Log(capacity: capacity, dataCapacity: dataCapacity)
    }

    /// An empty journal whose older calls go to a place of their own.
    init(capacity: Int, dataCapacity: Int = 32 << 20, archive: Archive<Call>) {
        log = Log(capacity: capacity, dataCapacity: dataCapacity, archive: archive)
    }

    /// An empty journal whose first call gets a number of its own, to take in calls that were saved.
    public init(startingAt first: Int) {
        log = Log(startingAt: first, capacity: 16384, dataCapacity: 32 << 20)
    }

    /// How many calls are kept in memory at most, give or take a block.
    public var capacity: Int { log.capacity }

    /// How many bytes of data are kept in memory at most, give or take a block.
    public var dataCapacity: Int { log.dataCapacity }

    /// The number of the last call; 0 before the first.
    public var count: Int { log.count }

    /// The number of the oldest call that is still here.
    public var first: Int { log.first }

    /// Appends a call and gives it its number, which it returns.
    @discardableResult
    public mutating func append(_ call: consuming Call) -> Int {
        if start == nil { start = call.start }
        return log.append(call)
    }

    /// Notes that a socket came of the last call of a statement.
    public mutating func note(_ socket: MadeSocket, by statement: Int) {
        log.changeNewest(where: { $0.statement == statement }) { $0.made.append(socket) }
    }

    /// Why older calls could not be put into the file, the first time that it is asked after that happened.
    public mutating func takeTrouble() -> Errno? { log.takeTrouble() }

    /// The call of a number; nil where it is forgotten, cannot be read back or is not yet made.
    public subscript(_ number: Int) -> Call? { log[number] }
}

extension Journal {
    /// The calls from one number on, oldest first, as long as `body` wants more. Of those that are not in memory no more
    /// than a block is read at a time, and none where the digest says that they do not matter.
    public func forward<Problem: Error>(
        from number: Int,
        over mayMatter: (Digest) -> Bool = { _ in true },
        _ body: (Call) throws(Problem) -> Bool
    ) throws(Problem) {
        try log.forward(from: number, over: mayMatter, body)
    }

    /// Every call, newest first, as long as `body` wants more. Blocks of calls that are not in memory are passed over if
    /// their digest says that none of them matters.
    public func backwards(over mayMatter: (Digest) -> Bool = { _ in true }, _ body: (Call) -> Bool) {
        log.backwards(over: mayMatter, body)
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
        log.page(from: number, over: mayMatter, where: isWanted)
    }

    /// The newest calls that are wanted, oldest first: at most `limit`, and at most as many as may be in memory.
    public func newest(
        _ limit: Int = .max,
        from number: Int = 1,
        over mayMatter: (Digest) -> Bool = { _ in true },
        where isWanted: (Call) -> Bool = { _ in true }
    ) -> [Call] {
        log.newest(limit, over: mayMatter, until: { $0.number < number }, where: isWanted)
    }

    /// The calls of a statement, which begin at some number, oldest first; of one that made more than memory holds, the
    /// newest.
    public func calls(of statement: Int, from number: Int) -> [Call] {
        log.inMemory(from: number) { $0.statement == statement }
    }

    /// The number of the newest call of a statement; nil where it made none, or none that is in memory.
    public func lastCall(of statement: Int) -> Int? {
        if let last = log[count], last.statement == statement { return count }
        return log.inMemory(from: 1) { $0.statement == statement }.last?.number
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
