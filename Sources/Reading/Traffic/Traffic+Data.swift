import Journal
import Sockets
import SystemPackage

/// How data gets from one end to the other.
extension Traffic {
    /// How much of a message is kept to know it again and to show it.
    private static let excerptLength = 64

    mutating func send(_ call: Call, _ index: Int, _ note: inout CallNote) {
        guard call.succeeded, call.result >= 0 else { return failed(call, index, &note) }
        for message in call.messages {
            let excerpt = Array((message.clip?.bytes ?? []).prefix(min(Self.excerptLength, message.count)))
            if ends[index].isStream {
                stream(call, message.count, index, excerpt, &note)
            } else {
                datagram(call, message, index, excerpt, &note)
            }
            note.others.append(note.other)
        }
    }

    private mutating func stream(
        _ call: Call,
        _ count: Int,
        _ index: Int,
        _ excerpt: [UInt8],
        _ note: inout CallNote
    ) {
        let isUrgent = call.messageFlags.contains(.outOfBand) && count > 0
        let partner = ends[index].partner
        let inline = partner.map { ends[$0].takesUrgentInline } ?? false
        let inBand = isUrgent && !inline ? count - 1 : count
        if isUrgent, !inline { ends[index].urgent = call.number }
        if inBand > 0 { ends[index].outbound.append(End.Piece(send: call.number, count: inBand, left: inBand)) }
        note.other = partner
        let kind = Arrow.Kind.data(count: count, excerpt: excerpt, note: isUrgent ? "urgent" : "")
        note.arrows.append(Arrow(from: .socket(call.socket ?? ends[index].face), to: other(of: index), kind: kind))
        // A connection of which nobody holds the other end any more is answered by a reset.
        if let partner, ends[partner].sockets.isEmpty, ends[index].isTCP, !ends[index].isReset {
            note.answers.append(Arrow(from: party(partner), to: party(index), kind: .segment("RST")))
            ends[index].isReset = true
        }
    }

    private mutating func datagram(
        _ call: Call,
        _ message: CallMessage,
        _ index: Int,
        _ excerpt: [UInt8],
        _ note: inout CallNote
    ) {
        let destination = message.address ?? ends[index].peer
        if let local = call.local { place(index, at: local) }
        var target = ends[index].partner
        if target == nil, let destination {
            let own = ends[index].local
            target = end(at: destination) { end in
                guard !end.isStream else { return false }
                guard let wanted = end.peer, let own else { return true }
                return own.isReached(by: wanted)
            }
        }
        note.other = target
        if let target {
            ends[target].inbox.append(
                End.Datagram(
                    send: call.number,
                    message: note.others.count,
                    from: index,
                    count: message.count,
                    excerpt: excerpt
                )
            )
        }
        let receiver = target.map(party) ?? destination.map { .remote($0) } ?? .unknown
        let kind = Arrow.Kind.data(count: message.count, excerpt: excerpt, note: "")
        note.arrows.append(Arrow(from: .socket(call.socket ?? ends[index].face), to: receiver, kind: kind))
    }

    mutating func receive(_ call: Call, _ index: Int, _ note: inout CallNote) {
        guard call.succeeded, call.result >= 0 else { return failed(call, index, &note) }
        if ends[index].isStream {
            takeStream(call, index, &note)
        } else {
            for message in call.messages {
                takeDatagram(call, message, index, &note)
                note.others.append(note.other)
            }
        }
    }

    private mutating func takeStream(_ call: Call, _ index: Int, _ note: inout CallNote) {
        let isPeek = call.messageFlags.contains(.peek)
        note.other = ends[index].partner
        let count = call.movedBytes
        if count == 0 {
            note.isEndOfStream = (call.wantedBytes ?? 1) > 0
            note.cause = ends[index].partner.flatMap { ends[$0].ending }
            if note.isEndOfStream { endRead(index, &note) }
            return
        }
        guard let partner = ends[index].partner else {
            let excerpt = Array((call.payload?.bytes ?? []).prefix(Self.excerptLength))
            let kind = Arrow.Kind.data(count: count, excerpt: excerpt, note: isPeek ? "peeked" : "")
            note.arrows.append(Arrow(from: other(of: index), to: .socket(call.socket ?? 0), kind: kind))
            return
        }
        if call.messageFlags.contains(.outOfBand) {
            note.taken = [Taken(send: ends[partner].urgent, count: 1, of: 1, isUrgent: true)]
            if !isPeek { ends[partner].urgent = nil }
            return
        }
        note.taken = take(count, from: partner, isPeek: isPeek)
    }

    /// Takes bytes out of what an end has sent.
    private mutating func take(_ count: Int, from index: Int, isPeek: Bool) -> [Taken] {
        var rest = count
        var taken: [Taken] = []
        if isPeek {
            for piece in ends[index].outbound.waiting where rest > 0 {
                let part = min(rest, piece.left)
                taken.append(Taken(send: piece.send, count: part, of: piece.count))
                rest -= part
            }
        }
        while !isPeek, rest > 0, var piece = ends[index].outbound.first {
            let part = min(rest, piece.left)
            taken.append(Taken(send: piece.send, count: part, of: piece.count))
            rest -= part
            piece.left -= part
            if piece.left == 0 { ends[index].outbound.removeFirst() } else { ends[index].outbound.first = piece }
        }
        if rest > 0 { taken.append(Taken(send: nil, count: rest, of: rest)) }
        return taken
    }

    private mutating func takeDatagram(
        _ call: Call,
        _ message: CallMessage,
        _ index: Int,
        _ note: inout CallNote
    ) {
        let isPeek = call.messageFlags.contains(.peek)
        let head = Array((message.clip?.bytes ?? []).prefix(Self.excerptLength))
        let room = message.room ?? Int.max
        let found = ends[index].inbox.waiting.firstIndex { datagram in
            datagram.excerpt.starts(with: head.prefix(datagram.excerpt.count))
                && (datagram.count >= (message.clip?.count ?? 0)) && (datagram.count <= room || head.count <= room)
        }
        guard let found else { return strange(call, message, index, head, &note) }
        let waiting = ends[index].inbox.waiting
        let datagram = waiting[found]
        let got = min(message.clip?.count ?? message.count, datagram.count)
        note.other = datagram.from
        note.taken.append(Taken(send: datagram.send, message: datagram.message, count: got, of: datagram.count))
        note.lost += isPeek ? 0 : datagram.count - got
        if !isPeek { ends[index].inbox.removeFirst(found - waiting.startIndex + 1) }
    }

    /// A datagram that no socket of the session sent.
    private func strange(
        _ call: Call,
        _ message: CallMessage,
        _ index: Int,
        _ head: [UInt8],
        _ note: inout CallNote
    ) {
        let from = message.address.map { Party.remote($0) } ?? other(of: index)
        let isPeek = call.messageFlags.contains(.peek)
        let got = message.clip?.count ?? message.count
        note.lost += max(0, message.count - got)
        // Its place among what the call took, so that each of several messages has one.
        if call.has(.movesMessages) { note.taken.append(Taken(send: nil, count: got, of: message.count)) }
        let kind = Arrow.Kind.data(count: message.count, excerpt: head, note: isPeek ? "peeked" : "")
        note.arrows.append(Arrow(from: from, to: .socket(call.socket ?? 0), kind: kind))
    }

    /// What an error tells about the other side.
    private mutating func failed(_ call: Call, _ index: Int, _ note: inout CallNote) {
        guard !call.isInjected, ends[index].partner == nil, ends[index].peer != nil else { return }
        switch call.errno {
        case .connectionReset where !ends[index].isReset:
            ends[index].isReset = true
            note.arrows.append(Arrow(from: other(of: index), to: party(index), kind: .segment("RST")))
        case .connectionRefused where !ends[index].isStream:
            let kind = Arrow.Kind.segment("ICMP port unreachable")
            note.arrows.append(Arrow(from: other(of: index), to: party(index), kind: kind))
        default: break
        }
    }
}
