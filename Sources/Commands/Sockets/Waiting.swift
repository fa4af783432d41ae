import Journal
import Language
import Operations
import Shell
import Sockets

extension Registry.Family {
    /// Blocking, timeouts and waiting for several sockets.
    static let waiting = Self("Waiting", [.settimeout, .gettimeout, .setblocking, .poll])
}

private let seconds = Parameter("seconds", Seconds())
private let blocking = Parameter("on", OnOff())
private let watched = Parameter("sockets", Repeated(WatchedSocket()))
private let timeout = Flag("timeout", Seconds(), about: "give up after this long")

extension Command {
    static let settimeout = Command(
        "settimeout",
        "limit how long calls on a socket may wait",
        about: """
            From now on a call on the socket that waits longer than SECONDS is ended and fails with class timeout. \
            none takes the limit; 0 makes the socket non-blocking, as in Python. The limit is the shell's: the \
            call in the kernel is the same, and a signal ends it.
            """,
        actsOnSocket: true,
        parameters: [seconds],
        examples: [
            Example(
                "nobody comes",
                "> s = socket inet stream\n> listen\n> settimeout 0.01\n> try { accept } catch timeout { print nobody }\nnobody"
            )
        ],
        seeAlso: ["gettimeout", "setblocking"]
    ) { invocation throws(Failure) in
        try invocation.setTimeout(invocation[seconds], on: invocation.socket())
        return .none
    }

    static let gettimeout = Command(
        "gettimeout",
        "how long calls on a socket may wait",
        about: "The seconds that settimeout set; none if there is no limit; 0 if the socket is non-blocking.",
        actsOnSocket: true,
        replies: "seconds or none",
        examples: [Example("set and asked", "> s = socket inet stream\n> settimeout 2.5\n> gettimeout\n2.5")],
        seeAlso: ["settimeout"]
    ) { invocation throws(Failure) in
        let socket = try invocation.socket()
        if Observation.isBlocking(socket.descriptor) == false { return .integer(0) }
        return socket.timeout.map { .real($0) } ?? .text("none")
    }

    static let setblocking = Command(
        "setblocking",
        "whether calls on a socket may wait",
        function: "ioctl(2)",
        about: """
            off makes the socket non-blocking: a call that would have to wait fails at once with EAGAIN, and connect \
            with EINPROGRESS. on is how a socket begins.
            """,
        actsOnSocket: true,
        parameters: [blocking],
        examples: [
            Example(
                "at once",
                "> socketpair\ns1 s2\n> s1.setblocking off\n> try { s1.recv 10 } catch EAGAIN { print nothing }\nnothing"
            )
        ],
        seeAlso: ["settimeout", "poll"]
    ) { invocation throws(Failure) in
        try invocation.setBlocking(invocation[blocking], on: invocation.socket())
        return .none
    }

    static let poll = Command(
        "poll",
        "wait until one of several sockets is ready",
        function: "poll(2)",
        about: """
            Asks the kernel about several sockets at once, and waits until one of them is ready: in means that \
            something can be read or accepted, out that there is room to send. SOCKET:EVENTS says what to wait for, \
            in if nothing is said. Without sockets it asks about all.
            """,
        parameters: [watched],
        flags: [timeout],
        replies: "the sockets that are ready and why; nothing if the time ran out",
        examples: [
            Example("one has news", "> socketpair\ns1 s2\n> s1.send x\n1\n> poll s1 s2 -timeout 1\ns2 POLLIN")
        ],
        seeAlso: ["settimeout", "sockets"]
    ) { invocation throws(Failure) in
        var wanted = invocation[watched]
        if wanted.isEmpty { wanted = invocation.session.sockets.all.map { Watched(socket: $0, events: .readable) } }
        let ready = try invocation.poll(wanted, seconds: invocation[timeout].flatMap { $0 })
        return .list(
            ready.map { socket, events in
                .record(
                    Record(
                        .row,
                        [
                            Record.Field("socket", .socket(socket.name)),
                            Record.Field("events", .text(events.description)),
                        ]
                    )
                )
            }
        )
    }
}
