import Journal
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Making and ending sockets.
    static let creation = Self("Making and ending sockets", [.socket, .socketpair, .fromfd, .dup, .close, .detach])
}

private let family = Parameter(
    "family",
    ConstantName<AddressFamily>("FAMILY", wanted: "an address family", about: "inet, inet6, unix, packet, …")
)
private let type = Parameter("type", TypeWithFlags())
private let protocolNumber = Parameter("protocol", Optionally(ProtocolWord()))
private let descriptor = Parameter(
    "fd",
    Number("FD", in: 0...Int(Int32.max), about: "the number of an open descriptor")
)
private let optionalFamily = Parameter(
    "family",
    Optionally(ConstantName<AddressFamily>("FAMILY", wanted: "an address family", about: "unix if none is given"))
)
private let optionalType = Parameter("type", Optionally(TypeWithFlags()), about: "stream if none is given")

extension Command {
    static let socket = Command(
        "socket",
        "make a socket",
        function: "socket(2)",
        about: """
            Makes an endpoint for communication and becomes its owner. The family says in which world addresses are \
            (inet is IPv4), the type how data travels (stream is a connection, dgram single messages), the protocol \
            is chosen by the kernel if none is given: tcp, NETLINK_ROUTE, or ETH_P_ALL, which is passed in network \
            order as packet sockets want it. nonblock and cloexec can be joined to the type. The new socket is the current one; without a name before an \
            = it is called s1, s2, and so on.
            """,
        parameters: [family, type, protocolNumber],
        replies: "the socket",
        examples: [
            Example("a TCP socket", "> s = socket inet stream\n> $s.family\nAF_INET"),
            Example("a UDP socket, spelled as C does", "> socket AF_INET SOCK_DGRAM IPPROTO_UDP\ns1"),
        ],
        seeAlso: ["socketpair", "bind", "connect", "close"]
    ) { invocation throws(Failure) in
        let (wanted, kind) = (invocation[family], invocation[type])
        let number = try invocation.resolve(invocation[protocolNumber] ?? .number(.automatic), family: wanted)
        let socket = try invocation.socket(wanted, kind, number)
        invocation.noteByteOrder(of: number, family: wanted)
        return .socket(socket.name)
    }

    static let socketpair = Command(
        "socketpair",
        "make two sockets that are connected to each other",
        function: "socketpair(2)",
        about: """
            Makes two sockets of the unix family, each the other's peer. What is sent on one is received on the \
            other. With a name before an = the first gets the name and the second the name with a 2 after it, \
            or with the next number that no socket and no variable has.
            """,
        parameters: [optionalFamily, optionalType, protocolNumber],
        replies: "both sockets",
        examples: [Example("talk to oneself", "> socketpair\ns1 s2\n> s1.send hello\n5\n> s2.recv 10\n\"hello\"")],
        seeAlso: ["socket"]
    ) { invocation throws(Failure) in
        let wanted = invocation[optionalFamily] ?? .unix
        let kind = invocation[optionalType] ?? TypeWithFlags.Parsed(.stream)
        let number = try invocation.resolve(invocation[protocolNumber] ?? .number(.automatic), family: wanted)
        let (first, second) = try invocation.socketpair(wanted, kind, number)
        return .list([.socket(first.name), .socket(second.name)])
    }

    static let fromfd = Command(
        "fromfd",
        "make a socket of an open descriptor",
        function: "dup(2)",
        about: """
            Duplicates a descriptor that is open already and takes the duplicate in as a socket, as Python's \
            socket.fromfd does: the original stays open. Family and type are asked of the kernel if they are \
            not given.
            """,
        parameters: [descriptor, optionalFamily, optionalType],
        replies: "the socket",
        examples: [Example("a second name", "> s = socket inet stream\n> t = fromfd $s.fd\n> $t.type\nSOCK_STREAM")],
        seeAlso: ["dup", "detach", "socket"]
    ) { invocation throws(Failure) in
        let socket = try invocation.fromfd(
            Int32(invocation[descriptor]),
            family: invocation[optionalFamily],
            type: invocation[optionalType]?.type
        )
        return .socket(socket.name)
    }

    static let dup = Command(
        "dup",
        "make another descriptor of the same socket",
        function: "dup(2)",
        about: """
            Makes a second descriptor that shares the open socket with the first: the same connection, the same \
            options. The connection ends only when both are closed.
            """,
        actsOnSocket: true,
        replies: "the new socket",
        examples: [
            Example(
                "both are one",
                "> s = socket inet stream\n> bind 127.0.0.1 0\n> t = s.dup\n> $s.port == $t.port\nyes"
            )
        ],
        seeAlso: ["fromfd", "close"]
    ) { invocation throws(Failure) in
        .socket(try invocation.dup(invocation.socket()).name)
    }

    static let close = Command(
        "close",
        "end a socket",
        function: "close(2)",
        about: """
            Closes the descriptor. If it is the last one of the socket, a connection is ended: data already sent \
            still arrives, data not yet received is lost, and then the peer is told by a reset.
            """,
        actsOnSocket: true,
        examples: [Example("the name is free again", "> s = socket inet stream\n> s.close\n> s = socket inet dgram")],
        seeAlso: ["shutdown", "detach"]
    ) { invocation throws(Failure) in
        try invocation.close(invocation.socket())
        return .none
    }

    static let detach = Command(
        "detach",
        "forget a socket without closing its descriptor",
        about: """
            Takes the socket out of the session's table. Its descriptor stays open and is the reply, as with \
            Python's socket.detach; fromfd takes it in again.
            """,
        actsOnSocket: true,
        replies: "the descriptor",
        examples: [
            Example("out and in again", "> s = socket inet stream\n> fd = s.detach\n> t = fromfd $fd inet stream")
        ],
        seeAlso: ["fromfd", "close"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        invocation.session.sockets.detach(socket)
        return .integer(Int(socket.descriptor))
    }
}

extension Invocation {
    /// Notes if a packet socket's protocol was typed in the byte order that the kernel does not read (packet(7)).
    fileprivate func noteByteOrder(of number: ProtocolNumber, family: AddressFamily) {
        #if os(Linux)
            guard family == .packet, EtherType(number).name == nil,
                let meant = EtherType(rawValue: number.rawValue).name
            else { return }
            let right = EtherType(rawValue: number.rawValue).number.rawValue
            note("packet sockets read the protocol in network order: \(meant), or \(right) for \(number.rawValue)")
        #endif
    }
}
