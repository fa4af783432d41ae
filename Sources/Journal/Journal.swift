import SystemPackage

/// The append-only log of every call: the one record of what happened, and of what other layers report about it.
///
/// The newest calls are in memory. Once there are more of them, or more bytes of data, than memory may hold, the oldest
/// go to a file in the temporary folder and are read back on demand. If there is no such file, or it is full, the
/// oldest calls are forgotten. So a session of any length uses bounded memory.
///
/// Events of other layers have a log of their own with the same limits, created with the first of them: a session
/// without events pays nothing for them.
public struct Journal: Sendable {
    /// When the first call was made, forgotten or not, in nanoseconds on the monotonic clock; nil before it.
    public private(set) var start: UInt64?
    /// Whether the calls' times were measured; not in the log of a program traced without them, where they only give
    /// the order.
    public var isTimed = true
    private var log: Log<Call>
    /// The log of the events of other layers; none before the first. An array, because it is a single word: a journal
    /// is copied with every statement, and most have no events.
    var layers: [Log<LayerEvent>] = []

    /// An empty journal with these limits.
    public init(capacity: Int = 16384, dataCapacity: Int = 32 << 20) {
        log = Log(capacity: capacity, dataCapacity: dataCapacity)
    }

    /// An empty journal that keeps its older calls in a given archive.
    init(capacity: Int, dataCapacity: Int = 32 << 20, archive: Archive<Call>) {
        log = Log(capacity: capacity, dataCapacity: dataCapacity, archive: archive)
    }

    /// An empty journal whose first call gets this number, for calls that were saved.
    public init(startingAt first: Int) {
        log = Log(startingAt: first, capacity: 16384, dataCapacity: 32 << 20)
    }

    /// How many calls are kept in memory at most, to within a block.
    public var capacity: Int { log.capacity }

    /// How many bytes of data are kept in memory at most, to within a block.
    public var dataCapacity: Int { log.dataCapacity }

    /// The number of the last call; 0 before the first.
    public var count: Int { log.count }

    /// The number of the oldest call still available.
    public var first: Int { log.first }

    /// Appends a call, assigns its number and returns it.
    @discardableResult
    public mutating func append(_ call: consuming Call) -> Int {
        if start == nil { start = call.start }
        return log.append(call)
    }

    /// Notes that the last call of a statement created a socket.
    public mutating func note(_ socket: MadeSocket, by statement: Int) {
        log.changeNewest(where: { $0.statement == statement }) { $0.made.append(socket) }
    }

    /// Why older calls could not be written to the file; only the first time it is asked after that.
    public mutating func takeTrouble() -> Errno? { log.takeTrouble() }

    /// Whether older calls now go to a temporary folder that is itself in memory (tmpfs); only the first time it is
    /// asked after that.
    public mutating func takeMemory() -> Bool { log.takeMemory() }

    /// The call with this number; nil if it is forgotten, cannot be read back or has not been made yet.
    public subscript(_ number: Int) -> Call? { log[number] }
}

extension Journal {
    /// The calls from one number onwards, oldest first, until `body` wants no more. Calls not in memory are read one
    /// block at a time, and not at all if the digest says that they do not matter.
    public func forward<Problem: Error>(
        from number: Int,
        over mayMatter: (Digest) -> Bool = { _ in true },
        _ body: (Call) throws(Problem) -> Bool
    ) throws(Problem) {
        try log.forward(from: number, over: mayMatter, body)
    }

    /// Every call, newest first, until `body` wants no more. Blocks of calls not in memory are skipped if their digest
    /// says that none of them matters.
    public func backwards(over mayMatter: (Digest) -> Bool = { _ in true }, _ body: (Call) -> Bool) {
        log.backwards(over: mayMatter, body)
    }

    /// The calls from one number onwards, oldest first. If there are more than memory may hold, only the newest, so
    /// that every answer has the journal's own bound.
    public func calls(from number: Int) -> [Call] { newest(from: number) }

    /// The wanted calls from one number onwards, oldest first; if there are more than memory may hold, only the first.
    public func page(
        from number: Int,
        over mayMatter: (Digest) -> Bool = { _ in true },
        where isWanted: (Call) -> Bool = { _ in true }
    ) -> [Call] {
        log.page(from: number, over: mayMatter, where: isWanted)
    }

    /// The newest wanted calls, oldest first: at most `limit`, and at most as many as memory may hold.
    public func newest(
        _ limit: Int = .max,
        from number: Int = 1,
        over mayMatter: (Digest) -> Bool = { _ in true },
        where isWanted: (Call) -> Bool = { _ in true }
    ) -> [Call] {
        log.newest(limit, over: mayMatter, until: { $0.number < number }, where: isWanted)
    }

    /// The calls of a statement, which start at some number, oldest first; the newest if there are more than memory
    /// holds.
    public func calls(of statement: Int, from number: Int) -> [Call] {
        log.inMemory(from: number) { $0.statement == statement }
    }

    /// The number of a statement's newest call; nil if it made none, or none that is in memory.
    public func lastCall(of statement: Int) -> Int? {
        if let last = log[count], last.statement == statement { return count }
        return log.inMemory(from: 1) { $0.statement == statement }.last?.number
    }

    /// The calls on one socket, newest first, until `body` wants no more.
    public func history(of socket: Int, _ body: (Call) -> Bool) {
        backwards(over: { $0.mayTell(.called(socket)) }, { $0.socket == socket ? body($0) : true })
    }

    /// The call that created a socket; nil if unknown.
    public func maker(of socket: Int) -> Call? {
        var maker: Call?
        backwards(over: { $0.mayTell(.made(socket)) }) { call in
            if call.made.contains(where: { $0.id == socket }) { maker = call }
            return maker == nil
        }
        return maker
    }

    /// Whether a socket with this name made a call or was created by one.
    public func knows(socketNamed name: String) -> Bool {
        var isKnown = false
        backwards(over: { $0.mayTell(.named(name)) }) { call in
            isKnown = call.socketName == name || call.made.contains { $0.name == name }
            return !isKnown
        }
        return isKnown
    }
}
