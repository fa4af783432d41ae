import Sockets

/// The session's open sockets by name, in order of creation.
public struct SocketTable {
    private var byName: [String: Socket] = [:]
    private var byDescriptor: [Int32: Socket] = [:]
    /// Ascending by id; a closed socket's place stays empty until empty places outnumber full ones.
    private var ordered: [(id: Int, socket: Socket?)] = []
    /// The number of the next socket.
    private(set) var nextID = 1
    private var counters: [String: Int] = [:]
    private var closed = ClosedNames()

    /// The socket that a command without a name acts on.
    public private(set) var current: Socket?
    /// Detached descriptors, still open; only the session's end closes them.
    private var detached: [(descriptor: Int32, isForeign: Bool)] = []

    /// An empty table.
    public init() {}

    /// How many are open.
    public var count: Int { byName.count }

    /// All of them, oldest first.
    public var all: [Socket] { ordered.compactMap(\.socket) }

    /// Their names.
    public var names: some Sequence<String> { byName.keys }

    /// The socket with this name.
    public subscript(_ name: String) -> Socket? { byName[name] }

    /// The socket with this descriptor, the newest if there were several.
    public subscript(descriptor descriptor: Int32) -> Socket? { byDescriptor[descriptor] }

    /// Whether a socket is in the table.
    func holds(_ socket: Socket) -> Bool { byName[socket.name] === socket }

    /// Whether a socket with this name was open and no longer exists.
    public func wasClosed(_ name: String) -> Bool { closed.contains(name) }

    /// An unused name: `s1`, `s2`, … for the prefix `s`.
    public mutating func freeName(prefix: String) -> String {
        var name: String
        repeat {
            counters[prefix, default: 0] += 1
            name = prefix + String(counters[prefix, default: 0])
        } while byName[name] != nil
        return name
    }

    /// Restarts automatic names at 1, for a session that starts anew.
    public mutating func restartNames() { counters = [:] }

    /// Adds a new descriptor and makes it the current socket, unless it is temporary, or should stay in the background
    /// and there is a current one.
    public mutating func add(
        name: String,
        descriptor: Int32,
        family: AddressFamily,
        type: SocketType,
        protocolNumber: ProtocolNumber,
        isBackground: Bool = false,
        isTemporary: Bool = false
    ) -> Socket {
        let socket = Socket(
            id: nextID,
            name: name,
            descriptor: descriptor,
            family: family,
            type: type,
            protocolNumber: protocolNumber
        )
        nextID += 1
        byName[name] = socket
        byDescriptor[descriptor] = socket
        ordered.append((socket.id, socket))
        closed.remove(name)
        socket.isTemporary = isTemporary
        if !isTemporary, !isBackground || current == nil { current = socket }
        return socket
    }

    /// Makes a socket the current one.
    public mutating func use(_ socket: Socket) { current = socket }

    /// Forgets a socket whose descriptor stays open.
    public mutating func detach(_ socket: Socket) {
        detached.append((socket.descriptor, socket.isForeign))
        remove(socket)
    }

    /// Returns the detached descriptors and forgets them.
    mutating func takeDetached() -> [Int32] {
        defer { detached = [] }
        return detached.map(\.descriptor)
    }

    /// Whether an open descriptor is a socket that the session made, named or detached.
    public func made(_ descriptor: Int32) -> Bool {
        if let socket = byDescriptor[descriptor] { return !socket.isForeign }
        return detached.contains { $0.descriptor == descriptor && !$0.isForeign }
    }

    /// Forgets a socket; if it was current, the newest of the others that is not temporary becomes current.
    public mutating func remove(_ socket: Socket) {
        guard byName[socket.name] === socket else { return }
        byName[socket.name] = nil
        if byDescriptor[socket.descriptor] === socket { byDescriptor[socket.descriptor] = nil }
        if let place = place(of: socket.id) { ordered[place].socket = nil }
        while let last = ordered.last, last.socket == nil { ordered.removeLast() }
        if ordered.count > 2 * byName.count + 64 { ordered.removeAll { $0.socket == nil } }
        closed.insert(socket.name)
        if current === socket { current = ordered.last { $0.socket?.isTemporary == false }?.socket }
    }

    private func place(of id: Int) -> Int? {
        var low = 0
        var high = ordered.count
        while low < high {
            let middle = (low + high) / 2
            if ordered[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < ordered.count && ordered[low].id == id ? low : nil
    }
}

/// The newest names of sockets that no longer exist, to distinguish them from names that never existed.
private struct ClosedNames {
    private static let limit = 1000
    private var names: Set<String> = []
    private var order: [String] = []

    func contains(_ name: String) -> Bool { names.contains(name) }

    mutating func insert(_ name: String) {
        guard names.insert(name).inserted else { return }
        order.append(name)
        if order.count > 2 * Self.limit {
            for old in order.prefix(Self.limit) { names.remove(old) }
            order.removeFirst(Self.limit)
        }
    }

    mutating func remove(_ name: String) {
        guard names.remove(name) != nil, let index = order.lastIndex(of: name) else { return }
        order.remove(at: index)
    }
}
