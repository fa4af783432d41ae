import Journal
import Reading
import Sockets

/// What one direction of a conversation carried: what was sent above, what was received below, byte for byte under
/// each other. On a stream the borders of the sends are not those of the receives; a datagram is received whole, cut
/// or not at all.
public struct Ruler: Sendable {
    /// A stretch of bytes: one send, or what one receive took.
    struct Mark: Equatable, Sendable {
        /// The number of the call.
        let call: Int
        /// Where it begins.
        let start: Int
        /// How many bytes of the ruler it takes.
        let count: Int
        /// How many bytes the call said; an urgent byte that it passed over is not among them.
        var size: Int
        /// How many bytes of a datagram did not fit and were lost after it.
        var lost = 0
        /// Whether the data was only looked at.
        var isPeek = false
        /// Whether its last byte was sent, or taken, as urgent data.
        var isUrgent = false
        /// Whether it begins further to the left, out of sight.
        var isCut = false

        init(_ call: Int, at start: Int, _ count: Int, size: Int? = nil) {
            self.call = call
            self.start = start
            self.count = count
            self.size = size ?? count
        }

        var end: Int { start + count }
    }

    /// The names of both sides: sender and receiver.
    let from: String
    let to: String
    /// Whether the session holds the sender, and the receiver.
    let holdsSender: Bool
    let holdsReceiver: Bool
    /// Whether each message keeps its borders.
    let keepsBorders: Bool
    var sent: [Mark] = []
    var received: [Mark] = []
    /// Whether it is known who the other end is, if the session does not hold it.
    var isOutsideKnown = true
    /// The first bytes that were sent.
    var data: [UInt8] = []

    /// How long it is.
    var length: Int { (sent + received).map { $0.end + $0.lost }.max() ?? 0 }
    /// Whether nothing went this way.
    public var isEmpty: Bool { sent.isEmpty && received.isEmpty }
}

extension Ruler {
    /// The rulers of a socket, the way out first; of all sockets that sent or received if none is named.
    public static func rulers(_ calls: [Call], socket: String?) -> [Ruler] {
        let traffic = Traffic(calls)
        var wanted = Set<Int>()
        for (id, name) in traffic.names where socket == nil || name == socket {
            if let end = traffic.endOfSocket[id] { wanted.insert(end) }
        }
        // A name can have had several sockets; the newest is meant.
        if socket != nil, let newest = wanted.max() { wanted = [newest] }
        let reader = RulerReader(traffic)
        return moves(Traffic.inOrder(calls), traffic, wanted).map(reader.ruler).filter { !$0.isEmpty }
    }

    /// What was moved from or to the wanted ends, by way, in the order in which the ways were first used.
    private static func moves(_ calls: [Call], _ traffic: Traffic, _ wanted: Set<Int>) -> [(way: Way, moves: [Move])] {
        var found: [(way: Way, moves: [Move])] = []
        for call in calls where call.isSend || call.isReceive {
            for (place, message) in call.messages.enumerated() {
                let move = Move(call: call, place: place, message: message)
                guard let way = Way(move, traffic), wanted.contains(way.from ?? -1) || wanted.contains(way.to ?? -1)
                else { continue }
                if let known = found.firstIndex(where: { $0.way == way }) {
                    found[known].moves.append(move)
                } else {
                    found.append((way, [move]))
                }
            }
        }
        return found
    }

    /// One direction between two ends; nil is an end that the session does not hold.
    struct Way: Equatable {
        let from: Int?
        let to: Int?

        /// The way that a send or a receive is about; nil if it is about none.
        init?(_ move: Move, _ traffic: Traffic) {
            guard let note = traffic.notes[move.call.number], let end = note.end else { return nil }
            let others = note.others
            let known = others.indices.contains(move.place) ? others[move.place] : note.other
            let other = traffic.ends[end].isStream ? traffic.ends[end].partner : known
            (from, to) = move.call.isSend ? (end, other) : (other, end)
        }
    }

    /// One of the messages that a call moved.
    struct Move {
        let call: Call
        /// Which of the call's messages it is.
        let place: Int
        let message: CallMessage
    }
}

/// Makes rulers of calls.
struct RulerReader {
    private let traffic: Traffic

    init(_ traffic: Traffic) { self.traffic = traffic }

    /// The ruler of a way, of all that was moved on it.
    func ruler(_ way: Ruler.Way, _ moves: [Ruler.Move]) -> Ruler {
        let end = (way.from ?? way.to).map { traffic.ends[$0] }
        let outside = outsider(moves, end)
        let isKnown = outside != Self.stranger
        var ruler = Ruler(
            from: way.from.map(name) ?? outside,
            to: way.to.map(name) ?? outside,
            holdsSender: way.from != nil,
            holdsReceiver: way.to != nil,
            keepsBorders: end?.isStream == false
        )
        ruler.isOutsideKnown = isKnown
        if ruler.keepsBorders { datagrams(moves, &ruler) } else { stream(moves, way, &ruler) }
        return ruler
    }

    private static let stranger = "the peer"

    /// How somebody is called whom the session does not hold: by the address, if the calls agree on one.
    private func outsider(_ moves: [Ruler.Move], _ end: End?) -> String {
        if let peer = end?.peer { return peer.short }
        let addresses = Set(moves.compactMap(\.message.address))
        return addresses.count > 1 ? "several peers" : addresses.first?.short ?? Self.stranger
    }

    private func name(_ end: Int) -> String { traffic.names[traffic.ends[end].face] ?? "?" }

    private func stream(_ moves: [Ruler.Move], _ way: Ruler.Way, _ ruler: inout Ruler) {
        let isInline = way.to.map { traffic.ends[$0].takesUrgentInline } ?? false
        var (sent, received) = (0, 0)
        var urgents: [Int] = []
        for move in moves where move.message.count > 0 {
            let (call, count) = (move.call, move.message.count)
            let isUrgent = call.messageFlags.contains(.outOfBand)
            if call.isSend {
                var mark = Ruler.Mark(call.number, at: sent, count)
                mark.isUrgent = isUrgent && !isInline
                if mark.isUrgent { urgents.append(mark.end - 1) }
                ruler.sent.append(mark)
                sent += count
                if ruler.data.count < Self.shown { ruler.data += (move.message.clip?.bytes ?? []).prefix(count) }
            } else if isUrgent {
                var mark = Ruler.Mark(call.number, at: urgents.last ?? received, 1)
                mark.isUrgent = true
                ruler.received.append(mark)
            } else {
                let newest = urgents.suffix(Self.remembered)
                let start = newest.contains(received) ? received + 1 : received
                let places = stride(count, from: start, newest)
                var mark = Ruler.Mark(call.number, at: start, places, size: count)
                mark.isPeek = call.messageFlags.contains(.peek)
                ruler.received.append(mark)
                if !mark.isPeek { received = mark.end }
            }
        }
    }

    /// How many bytes of the data are kept to be shown.
    private static let shown = 512

    /// How many of the newest urgent bytes are looked for in what is received.
    private static let remembered = 64

    /// How many places so many received bytes take: one more for each urgent byte among them.
    private func stride(_ count: Int, from start: Int, _ urgents: ArraySlice<Int>) -> Int {
        var end = start + count
        for place in urgents where place > start && place < end { end += 1 }
        return end - start
    }

    private func datagrams(_ moves: [Ruler.Move], _ ruler: inout Ruler) {
        var places: [Place: Int] = [:]
        var length = 0
        for move in moves {
            guard let note = traffic.notes[move.call.number] else { continue }
            let (call, count) = (move.call, move.message.count)
            if call.isSend {
                places[Place(call: call.number, message: move.place)] = length
                ruler.sent.append(Ruler.Mark(call.number, at: length, max(count, 1), size: count))
                // A datagram without data has a place of its own, too.
                length += max(count, 1)
            } else {
                let taken = note.taken.indices.contains(move.place) ? note.taken[move.place] : nil
                let size = taken?.count ?? (move.message.clip?.count ?? count)
                let sender = taken.flatMap { taken in taken.send.map { Place(call: $0, message: taken.message) } }
                let known = sender.flatMap { places[$0] }
                var mark = Ruler.Mark(call.number, at: known ?? length, max(size, 1), size: size)
                mark.isPeek = call.messageFlags.contains(.peek)
                mark.lost = call.has(.movesMessages) && !mark.isPeek ? taken.map { $0.of - $0.count } ?? 0 : note.lost
                ruler.received.append(mark)
                if known == nil { length = mark.end + mark.lost }
            }
        }
    }

    /// A message by its call and its place among the call's messages.
    private struct Place: Hashable {
        let call: Int
        let message: Int
    }
}
