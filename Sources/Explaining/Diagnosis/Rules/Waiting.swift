import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// Calls that waited: ended by the socket's timeout, by Ctrl-C, or by a signal.
    static let waiting: [Rule] =
        waitingForPeers + waitingForData + [
            Rule("timeout.poll", [.poll], [.timeout]) { e in
                Finding("none of the sockets had news in that time", "see their state: sockets")
            },
            Rule("interrupted.poll", [.poll], [.interrupted]) { e in
                Finding(
                    "the waiting was ended; the sockets are as they were",
                    "limit the wait: poll\(e.watched) -timeout 5"
                )
            },
            Rule("interrupted.lookup", [.getaddrinfo, .getnameinfo, .gethostbyname, .gethostbyaddr], [.interrupted]) {
                _ in
                Finding(
                    "no name server had answered; the name may well exist",
                    "names of /etc/hosts need no server: getaddrinfo localhost"
                )
            },
            Rule("interrupted.close", [.close], [.interrupted]) { e in
                Finding(
                    "the waiting was ended: \(e.me) is closed, and the kernel goes on sending what the peer has not "
                        + "acknowledged",
                    "what is left: sockets"
                )
            },
            Rule("poll.many", .poll, .invalidArgument) { _ in
                Finding("poll was given more descriptors than this process may have open", "name fewer: poll s")
            },
            Rule("signal.connect", .connect, .interrupted) { e in
                Finding(
                    "a signal ended the waiting, not the attempt: the kernel goes on connecting \(e.me)",
                    "poll \(e.me):out"
                )
            },
            Rule("signal.wait", accepts + receives + sends + [.poll], .interrupted) { e in
                Finding("a signal came while the call waited; nothing is lost", "the same again")
            },
        ]

    /// Waiting for a peer to come, or to answer.
    private static let waitingForPeers: [Rule] = [
        Rule("waited.accept.deferred", accepts, [.timeout, .interrupted]) { e in
            guard let client = e.deferredClient else { return nil }
            return Finding(
                "\(client) is connected and has sent nothing: \(e.me) has TCP_DEFER_ACCEPT set, so accept waits for the "
                    + "first data",
                "\(client).send hello; \(e.me).accept",
                "take connections without data: \(e.me).setsockopt defer_accept 0"
            )
        },
        Rule("timeout.accept", accepts, [.timeout]) { e in
            Finding(
                "no peer connected to \(e.me)\(e.socket.bound.map { " (\(Evidence.typed($0)))" } ?? "") in that time",
                connectOne(e),
                longer(e)
            )
        },
        Rule("interrupted.accept", accepts, [.interrupted]) { e in
            Finding(
                "nobody had connected to \(e.me)\(e.socket.bound.map { " (\(Evidence.typed($0)))" } ?? "") yet; it "
                    + "listens on as before",
                connectOne(e),
                "wait beside other work: \(e.me).accept &",
                "limit the wait: \(e.me).settimeout 5"
            )
        },
        Rule("timeout.connect", [.connect], [.timeout]) { e in
            Finding(
                noAnswer(e),
                acceptThere(e),
                "the attempt goes on in the kernel; ask how far it is: poll \(e.me):out",
                longer(e)
            )
        },
        Rule("interrupted.connect", [.connect], [.interrupted]) { e in
            guard e.socket.family != .unix else { return Finding(noAnswer(e), acceptThere(e)) }
            return Finding(
                "\(noAnswer(e)); the waiting was ended, not the attempt: the kernel goes on connecting \(e.me)",
                acceptThere(e),
                "ask how far it is: poll \(e.me):out"
            )
        },
    ]

    private static func connectOne(_ e: Evidence) -> String? {
        e.socket.bound.map {
            "connect one: \(e.other) = socket \(e.family) \(e.type); \(e.other).connect \(Evidence.reachable($0))"
        }
    }

    /// What a connect waited for in vain.
    private static func noAnswer(_ e: Evidence) -> String {
        if let listener = listener(e) {
            return "\(listener)'s queue has no room for one more connection: nobody has accepted those that wait in it"
        }
        return e.socket.family == .unix
            ? "the listener at \(e.place) has not taken the connections that wait"
            : "\(e.address.host ?? e.place) has not answered the SYN: it is down, far, or a firewall swallows it"
    }

    private static func acceptThere(_ e: Evidence) -> String? { listener(e).map { "make room: \($0).accept" } }

    /// The listener of this session that is to be connected to.
    private static func listener(_ e: Evidence) -> String? {
        e.neighbours.open { $0.isListening && Evidence.overlaps($0.local, e.address) }?.name
    }

    static func longer(_ e: Evidence) -> String { "wait longer: \(e.me).settimeout \(seconds(e) * 10)" }

    private static func seconds(_ e: Evidence) -> Int {
        guard case .timeout(_, let seconds) = e.failure.reason, seconds < 1e6 else { return 1 }
        return max(Int(seconds), 1)
    }
}

extension Evidence {
    /// The sockets that poll watched, as they are typed, each after a space; empty if they are many.
    fileprivate var watched: String {
        guard case .poll(let entries)? = call.argument("fds"), entries.count <= 4 else { return "" }
        return entries.map { entry in
            guard let socket = call.mentions.first(where: { $0.descriptor == entry.descriptor }) else { return "" }
            return " " + socket.name + (entry.events == .readable ? "" : ":" + Self.typed(entry.events))
        }.joined()
    }

    /// `in|out` for `POLLIN|POLLOUT`.
    private static func typed(_ events: PollEvents) -> String {
        events.description.split(separator: "|").map { $0.dropFirst(4).lowercased() }.joined(separator: "|")
    }
}
