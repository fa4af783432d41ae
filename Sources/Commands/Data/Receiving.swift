import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Receiving.
    static let receiving = Self("Receiving", [.recv, .recvfrom, .recvline, .recvuntil, .recvall, .sockatmark])
}

/// How many bytes a read requests if no size is typed: the article's number.
private let defaultSize = 1024

/// The most bytes that recvline and recvuntil take if no limit is typed.
private let lineLimit = 1 << 20

private let size = Parameter("size", Optionally(BufferSize()))
private let messageFlags = Parameter("flags", Flags())
private let to = Flag("to", FilePath(about: "a file for what comes"), about: "write what comes into a file")
private let limit = Flag(
    "limit",
    Number("BYTES", in: 1...Payload.singleCallLimit, about: "a number of bytes"),
    about: "give up after this many bytes"
)
private let delimiter = Parameter("text", DataWord(), about: "what ends the read; it is part of the reply")

extension Command {
    static let recv = Command(
        "recv",
        "receive what has come, up to a size",
        function: "recv(2)",
        about: """
            Takes what has arrived, at most SIZE bytes. On a stream that is whatever is there, one byte at the \
            least; an empty reply is the end of the stream: the peer has closed. On a datagram socket it is one \
            datagram, and what does not fit is lost. If nothing is there it waits. With trunc a TCP socket throws \
            the bytes away and tells how many (tcp(7)); a datagram socket tells the real length.
            """,
        actsOnSocket: true,
        parameters: [size, messageFlags],
        flags: [to],
        replies: "the bytes; their number with -to, or if they were thrown away",
        examples: [
            Example(
                "look first, then take",
                "> socketpair\ns1 s2\n> s1.send hello\n5\n> s2.recv 3 peek\n\"hel\"\n> s2.recv 1024\n\"hello\""
            )
        ],
        seeAlso: ["recvfrom", "recvline", "recvall", "settimeout"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let file = try invocation[to].map { (path) throws(Failure) in
            try File.create(path, at: invocation.span, for: invocation.waiter)
        }
        do throws(Failure) {
            let flags = invocation[messageFlags]
            let received = try invocation.received(invocation[size] ?? defaultSize, on: socket, flags: flags)
            if file == nil { return socket.discards(flags) ? .integer(received.length) : .bytes(received.bytes) }
            try file?.write(received.bytes)
            try file?.finish()
            return .integer(received.bytes.count)
        } catch {
            file?.abandon()
            throw error
        }
    }

    static let recvfrom = Command(
        "recvfrom",
        "receive, and learn from whom",
        function: "recvfrom(2)",
        about: """
            Like recv, and the kernel says which address the data came from. That is how a datagram server knows \
            whom to answer. On a connected stream the kernel gives no address.
            """,
        actsOnSocket: true,
        parameters: [size, messageFlags],
        replies: "the bytes and the sender's address",
        examples: [
            Example(
                "answer the sender",
                """
                > s = socket inet dgram
                > bind 127.0.0.1 0
                > c = socket inet dgram
                > c.sendto ping 127.0.0.1 $s.port
                4
                > got = s.recvfrom 100
                > s.sendto pong $got.address
                4
                > c.recv 100
                "pong"
                """
            )
        ],
        seeAlso: ["recv", "sendto"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        let received = try invocation.recvfrom(
            invocation[size] ?? defaultSize,
            on: socket,
            flags: invocation[messageFlags]
        )
        return .record(
            Record(
                .row,
                [
                    Record.Field("data", .bytes(received.bytes)),
                    Record.Field("address", received.from.map { .address($0) } ?? .none),
                ] + invocation.truncation(received.length, received.bytes.count)
            )
        )
    }

    static let recvline = Command(
        "recvline",
        "receive one line of a stream",
        function: "recv(2)",
        about: """
            Receives up to and including the next \\n, and leaves what comes after it to the next read: it peeks, \
            looks for the end of the line, and takes just that. A reply without \\n is the end of the stream.
            """,
        actsOnSocket: true,
        flags: [limit],
        replies: "the line with its end",
        examples: [
            Example(
                "two lines",
                "> socketpair\ns1 s2\n> s1.send \"one\\ntwo\\n\"\n8\n> s2.recvline\n\"one\\n\"\n> s2.recvline\n\"two\\n\""
            )
        ],
        seeAlso: ["recvuntil", "recv"]
    ) { invocation throws(Failure) in
        .bytes(try invocation.receive(until: [0x0a], limit: invocation[limit] ?? lineLimit, on: invocation.socket()))
    }

    static let recvuntil = Command(
        "recvuntil",
        "receive up to a text",
        function: "recv(2)",
        about: """
            Receives up to and including the text, as recvline does with \\n: "\\r\\n\\r\\n" for the head of an HTTP \
            answer, for instance. A reply without the text is the end of the stream.
            """,
        actsOnSocket: true,
        parameters: [delimiter],
        flags: [limit],
        replies: "the bytes, the text included",
        examples: [
            Example("up to a colon", "> socketpair\ns1 s2\n> s1.send name:value\n10\n> s2.recvuntil \":\"\n\"name:\"")
        ],
        seeAlso: ["recvline", "recvall"]
    ) { invocation throws(Failure) in
        let text = try invocation[delimiter].whole(for: invocation.waiter)
        guard !text.isEmpty else {
            throw Failure(.unsuitable(word: "\"\"", wanted: "a text to look for"), at: invocation.span)
        }
        let most = invocation[limit] ?? lineLimit
        return .bytes(try invocation.receive(until: text, limit: most, on: invocation.socket()))
    }

    static let recvall = Command(
        "recvall",
        "receive until the end of the stream",
        function: "recv(2)",
        about: """
            Receives again and again until the peer has closed or shut down its side. With -to everything goes \
            straight into a file, and memory stays flat; the file appears under its name when it is complete.
            """,
        actsOnSocket: true,
        flags: [to, limit],
        replies: "all bytes; with -to their number",
        examples: [
            Example("to the end", "> socketpair\ns1 s2\n> s1.send abc\n3\n> s1.shutdown wr\n> s2.recvall\n\"abc\"")
        ],
        seeAlso: ["recv", "shutdown"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        guard let path = invocation[to] else {
            return .bytes(try invocation.receiveAll(limit: invocation[limit] ?? Payload.singleCallLimit, on: socket))
        }
        return .integer(try invocation.receiveAll(into: path, on: socket))
    }

    static let sockatmark = Command(
        "sockatmark",
        "ask whether the next read is at the mark of urgent data",
        function: "sockatmark(3)",
        about: """
            TCP marks where in the stream the urgent byte was sent, and a recv stops at the mark. The reply is \
            1 there: all that was sent before has been read. It stays 1 until the next recv goes past the mark, even \
            if recv oob has taken the byte. 0 is anywhere else, and when nothing urgent has come. It never waits; \
            poll with pri waits for urgent data.
            """,
        actsOnSocket: true,
        replies: "1 at the mark, 0 elsewhere",
        examples: [
            Example(
                "read up to the urgent byte",
                """
                > s = socket inet stream
                > bind 127.0.0.1 0
                > listen
                > c = socket inet stream
                > c.connect 127.0.0.1 $s.port
                > k = s.accept
                > c.send "ab!" oob
                3
                > poll k:pri -timeout 5
                k POLLPRI
                > k.sockatmark
                0
                > k.recv 100
                "ab"
                > k.sockatmark
                1
                """
            )
        ],
        seeAlso: ["recv", "send", "poll"]
    ) { invocation throws(Failure) in
        .integer(try invocation.sockatmark(invocation.socket()) ? 1 : 0)
    }
}

extension Invocation {
    /// A field for the real length of a datagram, if `MSG_TRUNC` reported that it was longer than the buffer.
    func truncation(_ result: Int, _ received: Int) -> [Record.Field] {
        result > received ? [Record.Field("length", .integer(result))] : []
    }
}
