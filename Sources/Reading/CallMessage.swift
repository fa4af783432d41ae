import Journal
import Sockets

/// A message that a call moved. A send or a receive moves one, sendmmsg and recvmmsg several (sendmmsg(2)).
public struct CallMessage: Sendable {
    /// The address that it was sent to, or came from, as far as the call says it.
    public let address: SocketAddress?
    /// Its bytes, as far as they were kept.
    public let clip: Clip?
    /// How many of its bytes were moved.
    public let count: Int
    /// How many bytes were given to be sent, or there was room for; nil where the call does not say.
    public let room: Int?
}

extension Call {
    /// The messages that it moved, in order; none where it failed.
    public var messages: [CallMessage] {
        guard succeeded, result >= 0 else { return [] }
        guard has(.movesMessages) else {
            let address = isSend ? address : writtenAddress
            return [CallMessage(address: address, clip: payload, count: result, room: wantedBytes)]
        }
        let moved = zip(givenMessages, contents(of: output("msgvec"))).prefix(result)
        return moved.map { given, written in
            if case .integer(let count) = written {
                return CallMessage(address: given.address, clip: given.clip, count: count, room: given.room)
            }
            let taken = Self.message(written)
            return CallMessage(
                address: taken.address,
                clip: taken.clip,
                count: taken.clip?.count ?? 0,
                room: given.room
            )
        }
    }

    /// How many bytes it moved; of messages the sum.
    public var movedBytes: Int { has(.movesMessages) ? messages.reduce(0) { $0 + $1.count } : result }

    /// The messages that a call of several was given: what to send, or the room for what comes.
    var givenMessages: [CallMessage] { contents(of: argument("msgvec")).map(Self.message) }

    private func contents(of content: Argument.Content?) -> [Argument.Content] {
        if case .list(let contents)? = content { contents } else { [] }
    }

    /// An address and the parts of the data.
    private static func message(_ content: Argument.Content) -> CallMessage {
        guard case .list(let members) = content else {
            return CallMessage(address: nil, clip: nil, count: 0, room: nil)
        }
        var (address, parts): (SocketAddress?, [Argument.Content]) = (nil, [])
        for member in members {
            switch member {
            case .address(let own): address = own
            case .list(let own): parts = own
            default: break
            }
        }
        return CallMessage(address: address, clip: parts.joinedData, count: 0, room: parts.room)
    }
}
