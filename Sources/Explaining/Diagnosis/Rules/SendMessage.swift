import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// send(2) and its family: what is sent, where to, and whether there is room for it.
    static let sendingMessages: [Rule] = [
        Rule("send.path-mtu", sends, .messageTooLong) { e in pathTooNarrow(e) },
        Rule("send.too-long", sends, .messageTooLong) { e in
            let size = e.size.map { "\($0) bytes are" } ?? "it is"
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
                        ? "dontwait says not to wait" : e.noWaiting("sndtimeo")),
                "wait until there is room: poll \(e.me):out -timeout 5",
                e.isNonBlocking ? "wait in the call: \(e.me).setblocking on" : nil,
                e.readThere
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
        Rule("send.segments", [.send, .sendto, .sendmsg], .invalidArgument) { e in tooManySegments(e) },
        Rule("send.flag.invalid", [.send, .sendto, .sendmsg], .invalidArgument) { e in
            Finding(
                "the kernel takes no such flags, address or length here",
                e.call.address == nil
                    ? (e.socket.hadPeer ? "\(e.me).send hello" : nil) : "\(e.me).sendto hello \(e.place)"
            )
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
        case AddressFamily.inet where e.socket.type == .raw: (65515, "the 65515 that IPv4's header leaves of 65535")
        case AddressFamily.inet: (65507, "the 65507 that IPv4 leaves of 65535 after both headers")
        case AddressFamily.inet6: (65527, "the 65527 that UDP has room for")
        default: (1024, "the send buffer (sndbuf) holds")
        }
    }
}

/// Datagrams that would have to be cut (ip(7), ipv6(7), udp(7)).
extension Rule {
    /// The most datagrams that one send is cut into by UDP_SEGMENT: UDP_MAX_SEGMENTS of Linux before 6.9, and since.
    private static let segmentLimits = (before: 64, since: 128)

    /// The explanation if a datagram fits into IP and not into the path's MTU, and may not be fragmented.
    private static func pathTooNarrow(_ e: Evidence) -> Finding? {
        guard let (option, word) = e.forbidsFragments, let size = e.size, size <= longest(e).0 else { return nil }
        let headers = e.socket.family == .inet6 ? 48 : 28
        let (place, peer) = (
            e.call.address == nil ? "" : " \(e.place)", e.call.address?.host ?? e.peerAddress?.host ?? "the peer"
        )
        return Finding(
            "\(size) bytes and \(headers) of headers are more than the MTU of the path to \(peer), and \(option) forbids "
                + "fragments",
            "what Ethernet's MTU of 1500 leaves: \(e.me).\(e.call.name == "send" ? "send" : "sendto") "
                + "fill:\(1500 - headers)\(place)",
            "let it be cut into fragments: \(e.me).setsockopt \(word)"
        )
    }

    /// The explanation if UDP_SEGMENT asks for too many datagrams, or for too long ones.
    private static func tooManySegments(_ e: Evidence) -> Finding? {
        guard let segment = e.segmentSize, segment > 0, let size = e.size, size > segment else { return nil }
        let count = (size + segment - 1) / segment
        let place = e.call.address == nil ? "" : " \(e.place)"
        if count > segmentLimits.before {
            return Finding(
                "\(size) bytes in pieces of \(segment) are \(count) datagrams, and one send has at most "
                    + "\(segmentLimits.since) (\(segmentLimits.before) before Linux 6.9)",
                "fewer bytes: \(e.me).\(place.isEmpty ? "send" : "sendto") fill:\(segment * segmentLimits.before)\(place)",
                "as one datagram: \(e.me).setsockopt udp segment 0"
            )
        }
        return Finding(
            "pieces of \(segment) bytes do not fit into the path's MTU with their headers, and UDP_SEGMENT never fragments",
            "smaller pieces: \(e.me).setsockopt udp segment 1000"
        )
    }
}

extension Evidence {
    /// How many bytes were to be sent.
    fileprivate var size: Int? { number("len") ?? call.wantedBytes }

    /// The size of the pieces that UDP_SEGMENT cuts a send into: the call's own, else the socket's.
    fileprivate var segmentSize: Int? {
        for case .ancillary(let messages) in call.arguments.map(\.value) {
            for case .segmentSize(let size) in messages { return Int(size) }
        }
        return socket.number(of: "UDP_SEGMENT")
    }

    /// The option that forbids fragments, and the words that allow them; nil if the default holds.
    fileprivate var forbidsFragments: (option: String, allowing: String)? {
        if socket.isOn("IPV6_DONTFRAG") { return ("IPV6_DONTFRAG", "dontfrag off") }
        // IP_PMTUDISC_DO, _PROBE and _INTERFACE (ip(7)).
        let strict = [2, 3, 4]
        if let mode = socket.number(of: "IP_MTU_DISCOVER"), strict.contains(mode) {
            return ("IP_MTU_DISCOVER", "ip mtu_discover want")
        }
        if let mode = socket.number(of: "IPV6_MTU_DISCOVER"), strict.contains(mode) {
            return ("IPV6_MTU_DISCOVER", "ipv6 mtu_discover want")
        }
        return nil
    }

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
