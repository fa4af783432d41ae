import Journal
import Language
import Sockets
import SystemPackage

/// What the journal tells of one socket up to a call.
public struct SocketHistory {
    /// How far back the journal is read: enough for a session by hand, and bounded in a script that runs for days.
    public static let reach = 4096

    /// The calls on it, newest first; of those that have one name and one outcome only the newest.
    public let calls: [Call]
    /// The call that made it; nil if that is forgotten or was made by another program.
    public let birth: Call?
    /// For a socket that was made by socket or socketpair, its type's argument; for an accepted one its listener's.
    private let creation: Call?

    /// What makes two calls alike for a rule.
    private struct Outcome: Hashable {
        let title: CallTitle
        let error: CallError?
        let isEmpty: Bool
        /// A shutdown's direction, what an ioctl set, or which option it was.
        let detail: Argument.Content?

        init(_ call: Call) {
            title = call.title
            error = call.error
            isEmpty = call.result == 0
            detail = call.argument("how") ?? call.argument("argp") ?? call.argument("optname")
        }
    }

    /// The history of a call's socket, that call itself left out.
    public init(of call: Call, in journal: Journal) {
        self.init(of: call.socket, before: call.number, in: journal)
    }

    /// The history of a socket up to a call's number, that call itself left out.
    public init(of id: Int?, before number: Int = .max, in journal: Journal) {
        var (calls, birth): ([Call], Call?) = ([], nil)
        var (origin, creation): (Int?, Call?) = (nil, nil)
        var left = id == nil ? 0 : Self.reach
        var seen: Set<Outcome> = []
        journal.backwards { past in
            left -= 1
            guard left > 0 else { return false }
            guard past.number < number else { return true }
            if birth == nil {
                if past.socket == id, seen.insert(Outcome(past)).inserted { calls.append(past) }
                if past.made.contains(where: { $0.id == id }) { birth = past }
            }
            if let birth, creation == nil {
                // An accepted or duplicated socket is of the kind of the one that it came from.
                if birth.socket == nil { creation = birth } else { origin = origin ?? birth.socket }
                if origin != nil, past.made.contains(where: { $0.id == origin }) {
                    if past.socket == nil { creation = past } else { origin = past.socket }
                }
            }
            return creation == nil
        }
        (self.calls, self.birth, self.creation) = (calls, birth, creation)
    }

    /// The newest call of these names that succeeded.
    public func done(_ kinds: CallKind...) -> Call? {
        calls.first { call in call.error == nil && call.kind.map(kinds.contains) == true }
    }

    /// The newest call that failed with one of these.
    public func failed(_ kinds: [CallKind]? = nil, _ errnos: Errno...) -> Call? {
        calls.first { call in
            (kinds.map { $0.contains { $0 == call.kind } } ?? true) && (call.errno.map { errnos.contains($0) } ?? false)
        }
    }

    /// Its address family, as far as the call that made it tells.
    public var family: AddressFamily? {
        guard case .constant(_, let number)? = creation?.argument("domain") else { return nil }
        return AddressFamily(rawValue: Int32(truncatingIfNeeded: number))
    }

    /// Its type without flags.
    public var type: SocketType? { typeNumber.map { SocketType(rawValue: $0 & 0xf) } }

    private var typeNumber: Int32? {
        guard case .constant(_, let number)? = creation?.argument("type") else { return nil }
        return Int32(truncatingIfNeeded: number)
    }

    /// Whether it is bound by bind or by listen, and to what.
    public var bound: SocketAddress? {
        guard let call = calls.first(where: { ($0.kind == .bind || $0.kind == .listen) && $0.error == nil }) else {
            return nil
        }
        return call.local ?? call.address
    }

    /// The call that made it a listener.
    public var listening: Call? { done(.listen) }

    /// The call that connected it, or began to.
    public var connecting: Call? {
        let call = calls.first { $0.kind == .connect && ($0.error == nil || $0.errno == .nowInProgress) }
        return call?.address == .unspecified ? nil : call
    }

    /// The connect that left it without a peer: the newest, if it was tried and not given one.
    public var failedConnect: Call? {
        guard !hadPeer, let call = calls.first(where: { $0.kind == .connect }), call.error != nil else { return nil }
        return call
    }

    /// The name of the listener that it was accepted from.
    public var listener: String? { birth.flatMap { $0.isAccept ? $0.socketName : nil } }

    /// Whether it is one of a pair.
    public var isPaired: Bool { birth?.kind == .socketpair }

    /// Whether it ever had a peer.
    public var hadPeer: Bool { connecting != nil || listener != nil || isPaired }

    /// The shutdown that ended sending.
    public var writeShutdown: Call? { ended([1, 2]) }

    /// The shutdown that ended receiving.
    public var readShutdown: Call? { ended([0, 2]) }

    private func ended(_ directions: [Int]) -> Call? {
        calls.first { call in
            guard call.kind == .shutdown, call.error == nil else { return false }
            guard case .constant(_, let how)? = call.argument("how") else { return false }
            return directions.contains(how)
        }
    }

    /// The receive that found the end of the stream.
    public var end: Call? {
        calls.first { call in
            guard call.isReceive, call.error == nil, call.result == 0 else { return false }
            guard case .integer(let size)? = call.argument("len") else { return false }
            return size > 0 && type == .stream
        }
    }

    /// Whether calls on it never wait.
    public var isNonBlocking: Bool {
        if let call = calls.first(where: { $0.kind == .ioctl && $0.error == nil }),
            case .integer(let on)? = call.argument("argp")
        {
            return on != 0
        }
        if let birth, case .constant(_, let flags)? = birth.argument("flags") {
            return Int32(truncatingIfNeeded: flags) & SocketFlag.nonBlocking.rawValue != 0
        }
        guard birth?.socket == nil else { return false }
        return (typeNumber ?? 0) & SocketFlag.nonBlocking.rawValue != 0
    }

    /// The newest socket that was accepted from it, by name.
    public var accepted: String? {
        calls.first { $0.isAccept && !$0.made.isEmpty }?.made.first?.name
    }
}
