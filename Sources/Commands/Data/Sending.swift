import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Sending.
    static let sending = Self("Sending", [.send, .sendall, .sendto])
}

private let data = Parameter("data", DataWord())
private let messageFlags = Parameter("flags", Flags())
private let address = Parameter("address", AddressParameter())

/// How many bytes sendall passes to one call.
private let pieceSize = 1 << 18

extension Command {
    static let send = Command(
        "send",
        "send data to the connected peer",
        function: "send(2)",
        about: """
            Hands data to the kernel, which sends it when the network lets it; the reply says how many bytes the \
            kernel took, which may be fewer than were given. On a stream, boundaries between sends are not kept. On a \
            datagram socket each send is one datagram.
            """,
        actsOnSocket: true,
        parameters: [data, messageFlags],
        replies: "the number of bytes taken",
        examples: [
            Example(
                "the article's greeting",
                "> socketpair\ns1 s2\n> s1.send \"Thank you for connection\"\n24\n> s2.recv 1024\n\"Thank you for connection\""
            )
        ],
        seeAlso: ["sendall", "sendto", "recv"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let bytes = try invocation[data].whole(for: invocation.waiter)
        return .integer(try invocation.send(bytes[...], on: socket, flags: invocation[messageFlags]))
    }

    static let sendall = Command(
        "sendall",
        "send all of some data, however many calls it takes",
        function: "send(2)",
        about: """
            Calls send again and again until the kernel has taken everything, as Python's sendall does. Each call is \
            in the journal. Data of any length is sent piece by piece, so that memory stays flat.
            """,
        actsOnSocket: true,
        parameters: [data, messageFlags],
        examples: [
            Example(
                "a request",
                "> socketpair\ns1 s2\n> s1.sendall \"GET / HTTP/1.0\\r\\n\\r\\n\"\n> s2.recvline\n\"GET / HTTP/1.0\\r\\n\""
            )
        ],
        seeAlso: ["send", "sendfile"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let wanted = invocation[messageFlags]
        try invocation[data].pieces(of: pieceSize, for: invocation.waiter) { (piece) throws(Failure) -> Bool in
            try invocation.sendAll(piece, on: socket, flags: wanted)
            return true
        }
        return .none
    }

    static let sendto = Command(
        "sendto",
        "send data to an address",
        function: "sendto(2)",
        about: """
            Sends one datagram to the address, connected or not. The address is typed after the data, as in the \
            article, and flags after it.
            """,
        actsOnSocket: true,
        parameters: [data, address, messageFlags],
        replies: "the number of bytes taken",
        examples: [
            Example(
                "a datagram to oneself",
                "> s = socket inet dgram\n> bind 127.0.0.1 0\n> sendto hello 127.0.0.1 $s.port\n5\n> recvfrom 100\n\"hello\" 127.0.0.1 [PORT]"
            )
        ],
        seeAlso: ["recvfrom", "send", "connect"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let place = try invocation.resolve(invocation[address], for: socket, passive: false)
        let bytes = try invocation[data].whole(for: invocation.waiter)
        return .integer(try invocation.sendto(bytes[...], place, on: socket, flags: invocation[messageFlags]))
    }
}
