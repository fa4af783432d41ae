import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// send(2) and its family: what is sent, where to, and whether there is room for it.
    static let sendingMessages: [Rule] = [
        Rule("send.too-long", sends, .messageTooLong) { e in
            let size = e.number("len").map { "\($0) bytes are" } ?? "it is"
            let (limit, why) = longest(e)
            return Finding(
                "a datagram goes whole or not at all, and \(size) more than \(why)",
                "\(e.me).\(e.call.name) fill:\(limit)\(e.call.address == nil ? "" : " \(e.place)")",
                "a stream takes any length: socket \(e.family) stream"
            )
        },
        Rule("send.again", sends, .resourceTemporarilyUnavailable) { e in
            Finding(
                "the send buffer is full: the peer does not read as fast as \(e.me) sends, and "
                    + (e.has(.dontWait) && !e.isNonBlocking
                        ? "dontwait says not to wait" : e.nonBlocking),
                "wait until there is room: poll \(e.me):out",
                "wait in the call: \(e.me).setblocking on",
                "read on the peer's side: recv"
            )
        },
        Rule("send.broadcast", sends, .permissionDenied) { e in
            guard e.address.host != nil || e.socket.family == .inet else { return nil }
            let place = e.call.address == nil ? "" : " \(e.place)"
            return Finding(
                "\(e.address.host ?? "the peer's address") is a broadcast address, and \(e.me) has not said that it "
                    + "means that",
                "\(e.me).setsockopt broadcast on; \(e.me).\(e.call.name) \(e.data)\(place)"
            )
        },
        Rule("send.family", sends, .addressFamilyNotSupported) { familyMismatch($0, "sendto \($0.data)") },
        Rule("send.port-zero", sends, .invalidArgument) { e in
            guard e.address.port == 0 else { return nil }
            return Finding(
                "port 0 is no one's port: a datagram needs the receiver's",
                "ask the receiver for its port: getsockname",
                "\(e.me).sendto \(e.data) \(e.somePeer)"
            )
        },
        Rule("send.no-address", sends, .invalidArgument) { e in
            guard case .unix(.unnamed) = e.address else { return nil }
            return Finding("an empty path is no receiver's name", "\(e.me).sendto \(e.data) \(e.somePeer)")
        },
        Rule("send.ancillary", sends, .invalidArgument) { e in
            guard let (message, range) = e.ancillaryOutOfRange else { return nil }
            return Finding(
                "\(message.description) is none that the kernel takes: \(message.name) is \(range)",
                "without it: \(e.me).sendmsg \(e.data)\(e.call.address == nil ? "" : " -to \(e.place)")"
            )
        },
        Rule("send.stream-address", sends, .notSupportedOnSocket) { e in
            guard e.call.address != nil, e.socket.type == .stream else { return nil }
            return Finding(
                "\(e.me) is a stream socket: it sends to its one peer, not to an address",
                "\(e.me).connect \(e.place); \(e.me).send \(e.data)"
            )
        },
        Rule("send.urgent", sends, .notSupportedOnSocket) { e in
            guard e.has(.outOfBand) else { return nil }
            return Finding(
                "oob sends urgent data, which only a stream has, and \(e.me) is \(e.kind)",
                "\(e.me).send \(e.data)",
                "c = socket inet stream"
            )
        },
        Rule("send.flag", sends, .notSupportedOnSocket) { e in
            Finding("\(e.macro("flags")) means nothing to \(e.kind)", "\(e.me).send \(e.data)")
        },
        Rule("send.flag.invalid", [.send, .sendto, .sendmsg], .invalidArgument) { e in
            Finding("the kernel takes no such flags, address or length here", "\(e.me).send \(e.data)")
        },
        Rule("send.buffers", sends, [.errno(.noBufferSpace), .errno(.noMemory)]) { e in
            Finding(
                "the kernel had no memory for the packet, or the interface's queue is full",
                "try the same again a little later",
                "smaller pieces: \(e.me).send fill:1000"
            )
        },
        Rule("send.unavailable", sends, .addressNotAvailable) { e in
            Finding(
                "this machine has no address that it could send from to there",
                "\(e.me).sendto \(e.data) \(e.somePeer)"
            )
        },
        Rule("send.already", sends, .alreadyInProcess) { e in
            Finding(
                "another fast open is under way on \(e.me)",
                "poll \(e.me):out"
            )
        },
        Rule("send.descriptors", sends, .tooManyReferences) { e in
            Finding(
                "too many passed descriptors are under way and nobody has received them",
                "receive them: recvmsg"
            )
        },
    ]

    /// The longest datagram of a socket, and what limits it.
    private static func longest(_ e: Evidence) -> (Int, String) {
        switch e.socket.family {
        case AddressFamily.inet: (65507, "the 65507 that IPv4 leaves of 65535 after both headers")
        case AddressFamily.inet6: (65527, "the 65527 that UDP has room for")
        default: (1024, "the send buffer (sndbuf) holds")
        }
    }
}

extension Evidence {
    /// The first ancillary message whose number is out of the range that the kernel takes, and that range (ip(7),
    /// ipv6(7)).
    fileprivate var ancillaryOutOfRange: (AncillaryMessage, String)? {
        for case .ancillary(let messages) in call.arguments.map(\.value) {
            for message in messages {
                switch message {
                case .timeToLive(let hops) where !(1...255).contains(hops): return (message, "1 to 255")
                case .typeOfService(let octet) where !(0...255).contains(octet): return (message, "0 to 255")
                case .hopLimit(let hops) where !(-1...255).contains(hops): return (message, "0 to 255, or -1")
                case .trafficClass(let octet) where !(-1...255).contains(octet): return (message, "0 to 255, or -1")
                default: continue
                }
            }
        }
        return nil
    }
}
