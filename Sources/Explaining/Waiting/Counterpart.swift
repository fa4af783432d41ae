import Journal
import Language
import Reading
import Sockets

/// The other end of a socket, and what it has done, as the journal of its own session tells.
struct Counterpart {
    /// How many calls on it are counted.
    private static let reach = 4096

    /// What it is called: `c`, or `c of server` if it is another session's.
    let name: String
    /// Whether it is the same session's as the socket.
    let isOwn: Bool
    /// Its family.
    let family: AddressFamily?
    /// How many bytes its sends have handed to the kernel.
    let sent: Int
    /// How many bytes its receives have taken.
    let received: Int
    /// The call that a statement waits in on it; nil if none does.
    let waitsIn: CallKind?

    /// What a socket has done.
    ///
    /// - Parameters:
    ///   - owner: whose it is; nil for the session itself.
    ///   - waitsIn: the call that a statement waits in on it.
    init(_ name: String, of owner: String? = nil, socket: Int, in journal: Journal, waitsIn: CallKind? = nil) {
        self.name = Quoting.oneLine(owner.map { "\(name) of \($0)" } ?? name)
        isOwn = owner == nil
        self.waitsIn = waitsIn
        family = SocketHistory(of: socket, in: journal).family
        var (sent, received, left) = (0, 0, Self.reach)
        journal.history(of: socket) { call in
            left -= 1
            if call.error == nil, call.result > 0, !call.has(.movesMessages) {
                if call.isSend { sent += call.result }
                if call.isReceive, !call.messageFlags.contains(.peek) { received += call.result }
            }
            return left > 0
        }
        (self.sent, self.received) = (sent, received)
    }

    /// What it has sent so far: `c has sent nothing`, `c has sent 14 bytes and nothing since`.
    var sentWords: String {
        sent == 0 ? "\(name) has sent nothing" : "\(name) has sent \(Quantity.count(sent, "byte")) and nothing since"
    }

    /// What it has read so far: `c has read nothing`.
    var readWords: String {
        received == 0
            ? "\(name) has read nothing" : "\(name) has read \(Quantity.count(received, "byte")) and nothing since"
    }

    /// The open socket of the same session that is the other end of a call's socket; nil if the session has none.
    static func own(of call: Call, in journal: Journal, waitsIn: (Int) -> CallKind? = { _ in nil }) -> Counterpart? {
        guard let socket = call.socket else { return nil }
        let traffic = Traffic(journal.excerpt().filter { $0.number < call.number })
        guard let end = traffic.endOfSocket[socket] else { return nil }
        // A client that is not accepted yet has no other end but the listener.
        guard let partner = traffic.ends[end].partner, partner != end else { return nil }
        guard let other = traffic.ends[partner].sockets.first, let name = traffic.names[other] else { return nil }
        return Counterpart(name, socket: other, in: journal, waitsIn: waitsIn(other))
    }
}
