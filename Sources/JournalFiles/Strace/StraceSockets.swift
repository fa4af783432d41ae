import Journal
import Reading
import Sockets

/// A socket of a traced program.
struct StraceSocket: Sendable {
    let id: Int
    let name: String
    var kind: SocketKinds.Kind?
    var state: ConnectionState?
    var local: SocketAddress?
    /// In how many processes it is open.
    var holders = 1
}

/// The descriptors of the traced processes: which socket each is.
///
/// Without `-e trace=process` a log does not tell a new thread from a new process. A newcomer is taken for a thread,
/// until it uses a descriptor that another has closed, or a `clone` in the log says otherwise.
struct StraceSockets: Sendable {
    /// A descriptor that was closed lately.
    private struct Closed: Sendable {
        let socket: StraceSocket
        let process: Int
        let decoration: StraceDecoration?
    }

    /// The socket of every descriptor, and what was closed lately.
    private struct Table: Sendable {
        var sockets: [Int32: Int] = [:]
        var closed: [Int32: Closed] = [:]
        /// The descriptors that another program would not get (execve(2)).
        var closeOnExec: Set<Int32> = []
        var uses: [Int32: Int] = [:]
        /// How many sockets it took over from the table that it is a copy of.
        var inherited = 0
        let prefix: String
    }

    /// How many sockets are known at once, the newest, and how many descriptors newcomers may have taken over: a log that
    /// somebody made up can tell of any number.
    private static let limit = (sockets: 1 << 16, inherited: 1 << 18)
    /// The largest descriptor that Linux allows by default (`fs.nr_open`, proc_sys_fs(5)).
    private static let largest: Int32 = 1 << 20

    /// Whether a socket was used that no call in the log made; the standard streams are given to a program.
    private(set) var hasStrangers = false
    private var open: [Int: StraceSocket] = [:]
    private var tables: [Int: Table] = [:]
    private var tableOf: [Int: Int] = [:]
    private var lastTable: Int?
    private var lastID = 0
    private var forks = false
    private var inherited = 0
    /// The socket whose closing in one process turned out not to be its end.
    private var revived: Int?

    /// The socket of a number.
    subscript(id: Int) -> StraceSocket? { open[id] }

    /// Changes what is known of a socket.
    mutating func change(_ id: Int, _ body: (inout StraceSocket) -> Void) {
        if var socket = open[id] {
            body(&socket)
            open[id] = socket
        }
    }

    /// Whether a process has any socket.
    mutating func hasSockets(_ process: Int) -> Bool { tables[table(of: process)]?.sockets.isEmpty == false }

    /// The descriptors of a process that are sockets.
    mutating func descriptors(of process: Int) -> [Int32] {
        tables[table(of: process)].map { Array($0.sockets.keys) } ?? []
    }

    /// Whether no other process, or thread, has the same descriptors.
    mutating func isAlone(_ process: Int) -> Bool {
        let own = table(of: process)
        return !tableOf.contains { $0.value == own && $0.key != process }
    }

    /// Notes whether a descriptor would be gone for another program.
    mutating func closeOnExec(_ descriptor: Int32, _ isClosed: Bool, process: Int) {
        let own = table(of: process)
        if isClosed { tables[own]?.closeOnExec.insert(descriptor) } else { tables[own]?.closeOnExec.remove(descriptor) }
    }

    /// The descriptors of a process that another program would not get.
    mutating func closedOnExec(by process: Int) -> Set<Int32> { tables[table(of: process)]?.closeOnExec ?? [] }

    /// The table of a process; that of the last one for a newcomer.
    private mutating func table(of process: Int) -> Int {
        if let known = tableOf[process] {
            lastTable = known
            return known
        }
        guard let last = lastTable, tables[last] != nil else {
            tables[process] = Table(prefix: tableOf.isEmpty ? "" : "\(process):")
            tableOf[process] = process
            lastTable = process
            return process
        }
        tableOf[process] = last
        if forks { separate(process) }
        let own = tableOf[process] ?? last
        lastTable = own
        return own
    }

    /// Gives a process its own copy of the table that it shares.
    private mutating func separate(_ process: Int) {
        guard let shared = tableOf[process], shared != process, let old = tables[shared] else { return }
        guard inherited + old.sockets.count <= Self.limit.inherited else { return }
        var new = Table(inherited: old.sockets.count, prefix: "\(process):")
        inherited += new.inherited
        new.sockets = old.sockets
        // What its parent closed before the log first told of it, it may still hold.
        new.closed = old.closed
        new.closeOnExec = old.closeOnExec
        for id in old.sockets.values { change(id) { $0.holders += 1 } }
        tables[process] = new
        tableOf[process] = process
    }

    /// A process came of another.
    mutating func born(_ child: Int, from parent: Int, sharesFiles: Bool) {
        let own = table(of: parent)
        if tableOf[child] == nil { tableOf[child] = own }
        if !sharesFiles { separate(child) }
    }

    /// A process ended: its descriptors are closed.
    mutating func ended(_ process: Int) {
        guard let own = tableOf.removeValue(forKey: process), !tableOf.values.contains(own) else { return }
        guard let table = tables.removeValue(forKey: own) else { return }
        inherited -= table.inherited
        for id in table.sockets.values { release(id) }
        if lastTable == own { lastTable = tables.keys.min() }
    }

    private mutating func release(_ id: Int) {
        change(id) { $0.holders -= 1 }
        if (open[id]?.holders ?? 0) <= 0 { open[id] = nil }
    }

    /// The number of the socket of a descriptor; nil if it is none. One whose making is not in the log becomes
    /// known by its decoration, or because only a socket can be meant.
    mutating func find(_ value: StraceValue, process: Int, mustBeSocket: Bool) -> Int? {
        guard let descriptor = value.descriptor, (0..<Self.largest).contains(descriptor) else { return nil }
        let decoration = value.decoration.map { StraceDecoration($0) }
        let own = table(of: process)
        if let decoration, !decoration.isSocket {
            if let stale = tables[own]?.sockets.removeValue(forKey: descriptor) { release(stale) }
            return nil
        }
        if let id = tables[own]?.sockets[descriptor] {
            guard let decoration else { return id }
            // In another process the number was given again, and here it is still the first one's.
            if open[id]?.local != decoration.local, let first = revive(descriptor, decoration, process, own) {
                return first
            }
            learn(id, decoration)
            return id
        }
        if let decoration, let id = revive(descriptor, decoration, process, own) { return id }
        guard decoration?.isSocket == true || mustBeSocket else { return nil }
        let made = make(descriptor, process: process, kind: decoration?.kind, state: nil)
        if descriptor > 2 { hasStrangers = true }
        if let decoration { learn(made.id, decoration) }
        return made.id
    }

    /// Tells once which socket lives on though it seemed to be closed.
    mutating func takeRevived() -> Int? {
        defer { revived = nil }
        return revived
    }

    private mutating func learn(_ id: Int, _ decoration: StraceDecoration) {
        change(id) { socket in
            socket.kind = socket.kind ?? decoration.kind
            if let local = decoration.local { socket.local = local }
        }
    }

    /// A descriptor that another process closed is still open in this one: so they were two processes.
    private mutating func revive(
        _ descriptor: Int32,
        _ decoration: StraceDecoration,
        _ process: Int,
        _ own: Int
    ) -> Int? {
        guard let closed = tables[own]?.closed[descriptor], closed.process != process,
            let seen = closed.decoration, seen.isSocket, seen.kind == decoration.kind, seen.local == decoration.local
        else { return nil }
        forks = true
        revived = closed.socket.id
        let socket = closed.socket
        tables[own]?.closed[descriptor] = nil
        // The one that does not own the table leaves it.
        let leaver = own == process ? closed.process : process
        if tableOf[leaver] == own { separate(leaver) }
        let holder = leaver == process ? process : own
        if let other = tables[holder]?.sockets[descriptor] { release(other) }
        if open[socket.id] != nil {
            change(socket.id) { $0.holders += 1 }
        } else {
            open[socket.id] = socket
            change(socket.id) { $0.holders = 1 }
        }
        tables[holder]?.sockets[descriptor] = socket.id
        return socket.id
    }

    /// A new socket under a descriptor.
    mutating func make(
        _ descriptor: Int32,
        process: Int,
        kind: SocketKinds.Kind?,
        state: ConnectionState?
    ) -> MadeSocket {
        let own = table(of: process)
        if let old = tables[own]?.sockets[descriptor] { release(old) }
        lastID += 1
        let uses = (tables[own]?.uses[descriptor] ?? 0) + 1
        tables[own]?.uses[descriptor] = uses
        let name = (tables[own]?.prefix ?? "") + "s\(descriptor)" + (uses > 1 ? "_\(uses)" : "")
        open[lastID - Self.limit.sockets] = nil
        open[lastID] = StraceSocket(id: lastID, name: name, kind: kind, state: state)
        tables[own]?.sockets[descriptor] = lastID
        // What this process closed itself another may still hold.
        if tables[own]?.closed[descriptor]?.process != process { tables[own]?.closed[descriptor] = nil }
        return MadeSocket(id: lastID, name: name, descriptor: descriptor)
    }

    /// Closes a descriptor of a process; tells whether nobody holds the socket any more.
    mutating func close(_ value: StraceValue, process: Int) -> Bool {
        let own = table(of: process)
        guard let descriptor = value.descriptor, let id = tables[own]?.sockets.removeValue(forKey: descriptor),
            let socket = open[id]
        else { return true }
        let decoration = value.decoration.map { StraceDecoration($0) }
        tables[own]?.closed[descriptor] = Closed(socket: socket, process: process, decoration: decoration)
        release(id)
        return open[id] == nil
    }
}
