import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Messages with ancillary data, and files.
    static let messages = Self("Messages with ancillary data", [.sendmsg, .recvmsg, .sendfile])
}

private let data = Parameter("data", Repeated(DataWord()), about: "the pieces of the message, one buffer each")
private let to = Flag("to", AddressParameter(), about: "whom to send it to, if the socket is not connected")
private let rights = Flag("rights", DescriptorList(), about: "open descriptors for the peer (SCM_RIGHTS)")
private let credentials = Flag("credentials", Credentials(), about: "who sends it (SCM_CREDENTIALS)")
private let packetInfo = Flag("pktinfo", PacketInfo(), about: "where it leaves (IP_PKTINFO, IPV6_PKTINFO)")
private let timeToLive = Flag("ttl", number("HOPS"), about: "how many routers it may pass (IP_TTL)")
private let hopLimit = Flag("hoplimit", number("HOPS"), about: "the same for IPv6 (IPV6_HOPLIMIT)")
private let typeOfService = Flag("tos", number("OCTET"), about: "the service byte (IP_TOS, IPV6_TCLASS)")
private let segment = Flag(
    "segment",
    Number("BYTES", in: 0...65535, about: "the size of each datagram"),
    about: "let the kernel cut the data into datagrams of this size (UDP_SEGMENT)"
)
private let sendFlags = Flag("flags", FlagSet<MessageFlags>(), about: "flags such as nosignal, dontwait, more")

private let size = Parameter("size", Optionally(BufferSize()))
private let controlSize = Parameter(
    "controlsize",
    Optionally(BufferSize("CONTROLSIZE")),
    about: "the most bytes of ancillary data, 1024 if none are given"
)
private let receiveFlags = Parameter("flags", Flags())

private let path = Parameter("file", FilePath(about: "the file to send", for: .reading))
private let offset = Parameter(
    "offset",
    Optionally(Number("OFFSET", in: 0...Int.max, about: "where in the file to begin, 0 if nothing is given"))
)
private let count = Parameter(
    "count",
    Optionally(Number("COUNT", in: 0...Int.max, about: "how many bytes, all that follow if nothing is given"))
)

private func number(_ hint: String) -> Number {
    Number(hint, in: Int(Int32.min)...Int(Int32.max), about: "a number; the kernel takes 0 to 255")
}

/// How many bytes of data, and of ancillary data, are requested if no size is typed.
private let defaultSize = 1024

extension Command {
    static let sendmsg = Command(
        "sendmsg",
        "send data with ancillary data",
        function: "sendmsg(2)",
        about: """
            Sends one message gathered from all the pieces of DATA. Flags add ancillary data: open descriptors and \
            credentials over a unix socket, the source, hop limit or service byte of one datagram. -to names the \
            receiver if the socket is not connected. The kernel checks credentials: only root may claim others.
            """,
        actsOnSocket: true,
        parameters: [data],
        flags: [
            to, rights, credentials, packetInfo, timeToLive, hopLimit, typeOfService, segment, sendFlags,
        ],
        replies: "the number of bytes taken",
        examples: [
            Example(
                "pass an open socket to the peer",
                """
                > socketpair
                s1 s2
                > web = socket inet stream
                > s1.sendmsg take -rights web
                4
                > m = s2.recvmsg
                > $m.ancillary
                SCM_RIGHTS r1
                > $r1.type
                SOCK_STREAM
                """
            )
        ],
        seeAlso: ["recvmsg", "sendto", "setsockopt"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let place = try invocation[to].map { (typed) throws(Failure) in
            try invocation.resolve(typed, for: socket, passive: false)
        }
        let parts = try invocation[data].map { (piece) throws(Failure) in try piece.whole(for: invocation.waiter) }
        let taken = try invocation.sendmsg(
            parts,
            to: place,
            ancillary: invocation.ancillary(for: socket),
            on: socket,
            flags: invocation[sendFlags] ?? []
        )
        return .integer(taken)
    }

    static let recvmsg = Command(
        "recvmsg",
        "receive data with ancillary data",
        function: "recvmsg(2)",
        about: """
            Receives at most SIZE bytes, and the ancillary data that came with them: options such as recvttl, \
            pktinfo, timestamp, passcred ask for it. Received sockets get names (r1, r2, …) and are yours to close. \
            A received descriptor that is no socket is closed at once, since no command here could use it; the \
            reply tells its number, and so is the descriptor of a process that passpidfd brings. Of a named reply each kind is found by its name: $m.ancillary.IP_TTL.ttl, \
            $m.ancillary.SCM_CREDENTIALS.pid. msg_flags says what was cut: MSG_TRUNC data, MSG_CTRUNC ancillary data.
            """,
        actsOnSocket: true,
        parameters: [size, controlSize, receiveFlags],
        replies: "data, address, ancillary data and flags",
        examples: [
            Example(
                "how many hops a datagram has left",
                """
                > s = socket inet dgram
                > bind 127.0.0.1 0
                > setsockopt recvttl on
                > sendto hello 127.0.0.1 $s.port
                5
                > recvmsg
                data       "hello"
                address    127.0.0.1 [PORT]
                ancillary  IP_TTL 64
                flags      0
                """
            )
        ],
        seeAlso: ["sendmsg", "recvfrom", "setsockopt"]
    ) { invocation throws(Failure) in
        let returned = try invocation.recvmsg(
            invocation[size] ?? defaultSize,
            controlSize: invocation[controlSize] ?? defaultSize,
            on: invocation.socket(),
            flags: invocation[receiveFlags]
        )
        return .record(invocation.record(of: returned.output, length: returned.result))
    }

    static let sendfile = Command(
        "sendfile",
        "send a file without copying it through the program",
        function: "sendfile(2)",
        about: """
            The kernel itself moves bytes of a file into the socket. It is one call, which may take fewer bytes than \
            were asked for: the reply says how many, and a second call goes on at that offset. sendall @FILE sends \
            all of it.
            """,
        actsOnSocket: true,
        parameters: [path, offset, count],
        replies: "the number of bytes taken",
        examples: [
            Example(
                "the beginning of a file",
                "> socketpair\ns1 s2\n> s1.sendfile /etc/hostname 0 1\n1\n> x = s2.recv 10\n> length $x\n1"
            )
        ],
        seeAlso: ["sendall", "send"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let file = try File.open(invocation[path], at: invocation.span, for: invocation.waiter)
        defer { file.close() }
        return .integer(
            try invocation.sendfile(file, offset: invocation[offset] ?? 0, count: invocation[count], on: socket)
        )
    }
}

extension Invocation {
    /// The ancillary data that sendmsg's flags ask for.
    fileprivate func ancillary(for socket: Socket) -> [AncillaryMessage] {
        let isVersion6 = socket.family == .inet6
        var messages: [AncillaryMessage] = []
        if let descriptors = self[rights] { messages.append(.rights(descriptors)) }
        if let claim = self[credentials] {
            let (pid, uid, gid) = claim.claimed ?? (getpid(), geteuid(), getegid())
            messages.append(.credentials(pid: pid, uid: uid, gid: gid))
        }
        if let place = self[packetInfo] { messages.append(place.message(isVersion6: isVersion6)) }
        if let hops = self[timeToLive] { messages.append(.timeToLive(Int32(truncatingIfNeeded: hops))) }
        if let hops = self[hopLimit] { messages.append(.hopLimit(Int32(truncatingIfNeeded: hops))) }
        if let octet = self[typeOfService].map({ Int32(truncatingIfNeeded: $0) }) {
            messages.append(isVersion6 ? .trafficClass(octet) : .typeOfService(octet))
        }
        if let size = self[segment] { messages.append(.segmentSize(UInt16(truncatingIfNeeded: size))) }
        return messages
    }
}

extension PacketInfo.Parsed {
    /// The ancillary message, of the address's version, or the socket's if only an interface was typed.
    fileprivate func message(isVersion6: Bool) -> AncillaryMessage {
        switch address {
        case .inet(let source): .packetInfo(interface: interface, specificDestination: source, destination: .any)
        case .inet6(let source): .packetInfo6(address: source, interface: interface)
        case nil where isVersion6: .packetInfo6(address: .any, interface: interface)
        case nil: .packetInfo(interface: interface, specificDestination: .any, destination: .any)
        }
    }
}
