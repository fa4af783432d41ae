import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Addresses and connections.
    static let connection = Self(
        "Addresses and connections",
        [.bind, .listen, .accept, .connect, .shutdown, .getsockname, .getpeername]
    )
}

private let address = Parameter("address", AddressParameter())
private let backlog = Parameter(
    "backlog",
    Optionally(
        Number("BACKLOG", in: Int(Int32.min)...Int(Int32.max), about: "how many connections may wait to be accepted")
    )
)
private let acceptFlags = Parameter(
    "flags",
    Repeated(SocketFlags())
)
private let how = Parameter(
    "how",
    Optionally(ConstantName<ShutdownHow>("HOW", wanted: "a direction", about: "rd, wr or rdwr; wr if none is given"))
)

/// What listen passes if no backlog is typed: Linux's own limit, as Python does.
private let defaultBacklog = 128

extension Command {
    static let bind = Command(
        "bind",
        "give a socket its own address",
        function: "bind(2)",
        about: """
            Gives the socket the address under which peers reach it. Port 0 lets the kernel choose a free port, \
            which getsockname tells; "" as the host is every address of this machine. Servers bind; clients \
            seldom do, since connect binds for them.
            """,
        actsOnSocket: true,
        parameters: [address],
        examples: [
            Example(
                "a port of the kernel's choice",
                "> s = socket inet stream\n> bind 127.0.0.1 0\n> getsockname\n127.0.0.1 [PORT]"
            )
        ],
        seeAlso: ["listen", "getsockname", "connect"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let place = try invocation.resolve(invocation[address], for: socket, passive: true)
        try invocation.bind(socket, to: place)
        return .none
    }

    static let listen = Command(
        "listen",
        "let peers connect to a socket",
        function: "listen(2)",
        about: """
            Makes a stream socket a listener: from now on the kernel answers connection requests to its address and \
            keeps up to BACKLOG finished connections until accept takes them. A socket that was not bound gets a \
            port of the kernel's choice.
            """,
        actsOnSocket: true,
        parameters: [backlog],
        examples: [
            Example("ready for clients", "> s = socket inet stream\n> bind 127.0.0.1 0\n> listen 5\n> $s.state\nLISTEN")
        ],
        seeAlso: ["bind", "accept"]
    ) { invocation throws(Failure) in
        try invocation.listen(invocation.socket(), backlog: Int32(invocation[backlog] ?? defaultBacklog))
        return .none
    }

    static let accept = Command(
        "accept",
        "take a waiting connection from a listener",
        function: "accept(2)",
        about: """
            Takes the oldest finished connection out of the listener's queue and makes a new socket of it, through \
            which this side talks with that one peer; the listener goes on listening. If no connection is \
            there it waits: Ctrl-C ends the waiting, settimeout limits it, & makes it a job.
            """,
        actsOnSocket: true,
        parameters: [acceptFlags],
        replies: "the new socket and the peer's address",
        examples: [
            Example(
                "both sides in one shell",
                """
                > s = socket inet stream
                > bind 127.0.0.1 0
                > listen 5
                > k = socket inet stream
                > connect 127.0.0.1 $s.port
                > c = s.accept
                > $reply
                c 127.0.0.1 [PORT]
                """
            )
        ],
        seeAlso: ["listen", "settimeout", "getpeername"]
    ) { invocation throws(Failure) in
        let flags = invocation[acceptFlags].reduce(0) { $0 | $1.rawValue }
        let (socket, peer) = try invocation.accept(invocation.socket(), flags: SocketFlag(rawValue: flags))
        return .record(
            Record(
                .row,
                [
                    Record.Field("socket", .socket(socket.name)),
                    Record.Field("address", peer.map { .address($0) } ?? .none),
                ]
            )
        )
    }

    static let connect = Command(
        "connect",
        "connect a socket to a peer",
        function: "connect(2)",
        about: """
            A stream socket makes a connection: the kernel sends a SYN and waits until the peer has answered. A \
            datagram socket only notes the peer: from now on send goes there and only its datagrams are received; \
            unspec undoes that. A name is looked up first, with getaddrinfo.
            """,
        actsOnSocket: true,
        parameters: [address],
        examples: [
            Example(
                "to a listener in this shell",
                """
                > s = socket inet stream
                > bind 127.0.0.1 0
                > listen
                > c = socket inet stream
                > connect 127.0.0.1 $s.port
                > $c.state
                ESTABLISHED
                """
            )
        ],
        seeAlso: ["getpeername", "send", "recv", "settimeout"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let place = try invocation.resolve(invocation[address], for: socket, passive: false)
        try invocation.connect(socket, to: place)
        return .none
    }

    static let shutdown = Command(
        "shutdown",
        "end one direction of a connection, or both",
        function: "shutdown(2)",
        about: """
            wr tells the peer that nothing more will be sent: it reads the end of the stream, and can still send \
            (a half-close). rd ends receiving, rdwr both. The descriptor stays open until close.
            """,
        actsOnSocket: true,
        parameters: [how],
        examples: [
            Example(
                "half-close",
                "> socketpair\ns1 s2\n> s1.shutdown wr\n> s2.recv 10\n\"\"\n> s2.send still\n5\n> s1.recv 10\n\"still\""
            )
        ],
        seeAlso: ["close", "recv"]
    ) { invocation throws(Failure) in
        try invocation.shutdown(invocation.socket(), invocation[how] ?? .write)
        return .none
    }

    static let getsockname = Command(
        "getsockname",
        "the socket's own address",
        function: "getsockname(2)",
        about: """
            The address that the socket is bound to, by bind or, for a client, by connect. Before that it is the \
            family's zero: 0.0.0.0 0.
            """,
        actsOnSocket: true,
        replies: "the address",
        examples: [Example("not bound yet", "> s = socket inet stream\n> getsockname\n0.0.0.0 0")],
        seeAlso: ["getpeername", "bind"]
    ) { invocation throws(Failure) in
        try invocation.getsockname(invocation.socket()).map { .address($0) } ?? .none
    }

    static let getpeername = Command(
        "getpeername",
        "the address of the socket's peer",
        function: "getpeername(2)",
        about: "The address of the other end of a connection, or of the peer that a datagram socket was connected to.",
        actsOnSocket: true,
        replies: "the address",
        examples: [
            Example(
                "a datagram socket's peer",
                "> s = socket inet dgram\n> connect 127.0.0.1 9\n> getpeername\n127.0.0.1 9"
            )
        ],
        seeAlso: ["getsockname", "connect"]
    ) { invocation throws(Failure) in
        try invocation.getpeername(invocation.socket()).map { .address($0) } ?? .none
    }
}
