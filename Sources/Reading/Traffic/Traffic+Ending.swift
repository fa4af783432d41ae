import Journal
import Sockets

/// How conversations end.
extension Traffic {
    mutating func shutdown(_ call: Call, _ index: Int, _ note: inout CallNote) {
        guard call.succeeded, let how = call.constantNumber("how"), how != Int(ShutdownHow.read.rawValue) else {
            return
        }
        sendEnd(index, by: call, from: .socket(call.socket ?? ends[index].face), &note)
    }

    /// How those of some calls that close a connection ended it, by their numbers, as far as the calls around them tell.
    public static func closings(of calls: [Call], in journal: Journal) -> [Int: Closing] {
        let closes = calls.filter {
            $0.has(.endsDescriptor) && $0.before != nil && $0.before != .listen && $0.after == nil
        }
        guard let first = closes.first?.number, let last = closes.last?.number, first > 0 else { return [:] }
        let reach = min(max(Journal.pictureReach, 2 * (last - first + 1)), journal.capacity)
        let notes = Traffic(journal.excerpt(since: first, reach: reach)).notes
        return Dictionary(uniqueKeysWithValues: closes.map { ($0.number, notes[$0.number]?.closing) })
            .compactMapValues { $0 }
    }

    /// The FIN of an end, unless it was sent before.
    private mutating func sendEnd(_ index: Int, by call: Call, from party: Party, _ note: inout CallNote) {
        let end = ends[index]
        guard end.isStream, end.isConnected, end.ending == nil, !end.isReset else { return }
        ends[index].ending = call.number
        guard end.partner != index else { return }
        note.arrows.append(Arrow(from: party, to: other(of: index), kind: .segment(end.isTCP ? "FIN" : "end")))
    }

    mutating func close(_ call: Call, _ index: Int, _ note: inout CallNote) {
        guard let socket = call.socket, call.after == nil else { return }
        end(socket, at: index, by: call, &note)
    }

    /// A socket that is gone with a call which ends all the sockets that it mentions: close_range, dup2 onto its number,
    /// the end of a process.
    mutating func endMentioned(_ socket: Int, _ call: Call, _ note: inout CallNote) {
        guard let index = endOfSocket[socket], ends[index].sockets.contains(socket) else { return }
        end(socket, at: index, by: call, &note)
    }

    private mutating func end(_ socket: Int, at index: Int, by call: Call, _ note: inout CallNote) {
        note.closes.append(socket)
        ends[index].sockets.removeAll { $0 == socket }
        if let open = ends[index].sockets.first {
            ends[index].face = open
            return
        }
        let end = ends[index]
        if end.isListening {
            resetWaiting(index, &note)
        } else if end.isStream, end.isConnected, !end.isReset, end.isTCP, let cause = resetCause(index) {
            note.closing = cause
            reset(index, from: .socket(socket), &note)
        } else {
            if end.isTCP, !end.isReset, end.partner != nil { note.closing = .fin }
            sendEnd(index, by: call, from: .socket(socket), &note)
        }
        ends[index].face = socket
    }

    /// Why closing an end resets its connection; nil if it ends with a FIN.
    private func resetCause(_ index: Int) -> Closing? {
        ends[index].closesWithReset ? .linger : hasUnread(index) ? .unread : nil
    }

    /// Whether data has come that was not received: closing then resets the connection (RFC 2525 section 2.17).
    private func hasUnread(_ index: Int) -> Bool {
        guard let partner = ends[index].partner, partner != index else { return false }
        return !ends[partner].outbound.isEmpty
    }

    private mutating func reset(_ index: Int, from party: Party, _ note: inout CallNote) {
        note.arrows.append(Arrow(from: party, to: other(of: index), kind: .segment("RST")))
        ends[index].isReset = true
        if let partner = ends[index].partner { ends[partner].isReset = true }
    }

    /// Connections that nobody accepted are reset when their listener goes.
    private mutating func resetWaiting(_ listener: Int, _ note: inout CallNote) {
        for index in ends[listener].queue where !ends[index].sockets.isEmpty && ends[index].isTCP {
            note.arrows.append(Arrow(from: party(listener), to: party(index), kind: .segment("RST")))
            ends[index].isReset = true
        }
        ends[listener].queue = []
    }

    /// The end of the stream was read: of somebody outside, that is when its FIN is known to have come.
    mutating func endRead(_ index: Int, _ note: inout CallNote) {
        let end = ends[index]
        guard end.partner == nil, !end.hasReadEnd, end.isConnected else { return }
        ends[index].hasReadEnd = true
        note.arrows.append(
            Arrow(from: other(of: index), to: party(index), kind: .segment(end.isTCP ? "FIN" : "end"))
        )
    }
}
