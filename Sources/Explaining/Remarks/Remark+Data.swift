import Journal
import Language
import Reading
import Sockets

extension Remark {
    private static let reads: [CallKind] = [.recv, .recvfrom, .recvmsg]

    /// Sends that did less, or something else, than it seems.
    static let sending: [Remark] = [
        Remark("send.partial", [.send, .sendto, .sendmsg]) { s in
            guard let wanted = s.call.wantedBytes, s.call.result < wanted else { return nil }
            return "the kernel took only \(s.call.result) of \(wanted) bytes: send the rest, or let sendall do it"
        },
        Remark("send.empty", [.send, .sendto, .sendmsg]) { s in
            guard s.call.result == 0, s.socket.type == .stream else { return nil }
            return "nothing was sent: a stream has no empty messages, and the peer notices nothing; shutdown wr ends it"
        },
        Remark("send.ignored-address", [.sendto]) { s in
            guard s.isTCP, s.socket.hadPeer, let address = s.call.address else { return nil }
            return
                "a connected stream ignores the address: this went to \(s.me)'s peer, not to \(Evidence.typed(address))"
        },
        Remark("send.half-closed", [.send, .sendto, .sendmsg]) { s in
            guard s.isTCP, s.call.before == .closeWait else { return nil }
            return
                "the peer sends no more: if it has closed, it answers this with a reset, and the next call on \(s.me) tells so"
        },
        Remark("send.any", [.sendto, .sendmsg]) { s in anyAddress(s) },
        Remark("send.nobody", [.send, .sendto, .sendmsg]) { s in
            guard s.socket.type == .datagram, s.socket.family == .inet || s.socket.family == .inet6,
                let target = s.call.address ?? s.socket.connecting?.address, Evidence.isLoopback(target),
                s.isHeld(target) == false
            else { return nil }
            let place = Evidence.reachable(target)
            return
                "no socket is bound to \(place), so the kernel threw the datagram away, and send succeeded all the same; only a "
                + "connected socket is told, by the error of its next call"
        },
    ]

    /// Receives whose reply means something else than it seems.
    static let receiving: [Remark] = [
        Remark("recv.joined", reads) { s in
            guard s.isStreamData, Set(s.taken.compactMap(\.send)).count > 1 else { return nil }
            let count = Set(s.taken.compactMap(\.send)).count
            return
                "this one recv brought what \(count) sends had sent: a stream keeps no borders between them, so a protocol has to "
                + "say where a message ends"
        },
        Remark("recv.part", reads) { s in
            guard s.isStreamData, s.call.wantedBytes == s.call.result, let last = s.taken.last, last.count < last.of
            else { return nil }
            return "this is the beginning of what one send had sent, \(last.of) bytes; the rest waits for the next recv"
        },
        Remark("recv.nothing", reads) { s in
            guard s.call.wantedBytes == 0, s.call.result == 0, s.socket.type == .datagram else { return nil }
            return "a size of 0 takes the datagram and throws all of it away"
        },
        Remark("recv.cut", reads) { s in
            guard s.socket.type == .datagram || s.socket.type == .sequencedPacket,
                !s.call.messageFlags.contains(.peek),
                let cut = s.taken.first, cut.count < cut.of || s.call.result < cut.of
            else { return nil }
            return
                "the message had \(cut.of) bytes, and what there was no room for is lost: a datagram is received whole, with a "
                + "large enough size"
        },
        Remark("recv.end", reads) { s in
            guard s.isEnd, s.socket.type == .stream else { return nil }
            if s.socket.readShutdown != nil {
                return "\"\" is the end here since \(s.me) itself was shut down for reading"
            }
            return
                "\"\" is the end of the stream, and no empty message: the peer has closed, or shut down its sending; each further "
                + "recv replies the same"
        },
        Remark("recv.end.record", reads) { s in
            guard s.isEnd, s.socket.type == .sequencedPacket else { return nil }
            return "\"\" is the end of the connection or an empty record: seqpacket does not tell one from the other"
        },
        Remark("recv.empty", reads) { s in
            guard s.isEnd, s.socket.type == .datagram else { return nil }
            return "\"\" is an empty datagram, and no end: the next recv waits for the next datagram"
        },
        Remark("close.unread", [.close]) { s in
            guard Traffic.closings(of: [s.call], in: s.journal)[s.call.number] == .unread else { return nil }
            return
                "\(s.me) had data that nobody had read, so close sent a reset instead of an orderly end: what the peer had not "
                + "read yet is lost, too"
        },
    ]

    /// Something sent or connected to every address.
    static func anyAddress(_ s: Success) -> String? {
        guard let address = s.call.address, let host = address.host, host == "0.0.0.0" || host == "::" else {
            return nil
        }
        return
            "\(host) as a target is this machine itself, on Linux: what is meant is \(Evidence.reachable(address)); to bind it is "
            + "every address of this machine"
    }
}

extension Success {
    /// Whether it took bytes of a stream out of the queue.
    fileprivate var isStreamData: Bool {
        socket.type == .stream && call.result > 0 && !call.messageFlags.contains(.peek)
    }

    /// Whether it received nothing though there was room.
    fileprivate var isEnd: Bool {
        call.result == 0 && call.wantedBytes != 0 && !call.messageFlags.readsErrorQueue
    }
}
