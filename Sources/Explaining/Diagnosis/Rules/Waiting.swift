import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// Calls that waited: ended by the socket's timeout, by Ctrl-C, or by a signal.
    static let waiting: [Rule] = [
        Rule("timeout.accept", accepts, [.timeout]) { e in
            Finding(
                "no peer connected to \(e.me)\(e.socket.bound.map { " (\(Evidence.typed($0)))" } ?? "") in that time",
                e.socket.bound.map {
                    "connect one: \(e.other) = socket \(e.family) stream; \(e.other).connect \(Evidence.reachable($0))"
                },
                longer(e)
            )
        },
        Rule("timeout.connect", [.connect], [.timeout]) { e in
            Finding(
                e.socket.family == .unix
                    ? "the listener at \(e.place) has not taken the connections that wait"
                    : "\(e.address.host ?? e.place) has not answered the SYN: it is down, far, or a firewall swallows it",
                "the attempt goes on in the kernel; ask how far it is: poll \(e.me):out",
                longer(e)
            )
        },
        Rule("timeout.recv", receives, [.timeout]) { e in
            let sent = e.socket.calls.contains { $0.isSend && $0.error == nil }
            return Finding(
                e.socket.type == .datagram
                    ? "no datagram came to \(e.me) in that time; one that was lost is not sent again"
                    : "the peer sent nothing in that time\(sent ? "" : "; perhaps it waits for \(e.me) to begin")",
                sent || e.socket.type == .datagram ? nil : "\(e.me).send hello",
                longer(e)
            )
        },
        Rule("timeout.send", sends, [.timeout]) { e in
            Finding(
                "the peer does not read: its receive buffer and \(e.me)'s send buffer are full",
                "read on the peer's side: recv",
                longer(e)
            )
        },
        Rule("timeout.poll", [.poll], [.timeout]) { e in
            Finding("none of the sockets had news in that time", "see their state: sockets")
        },
        Rule("interrupted.connect", [.connect], [.interrupted]) { e in
            Finding(
                "the waiting was ended, not the attempt: the kernel goes on connecting \(e.me)",
                "ask how far it is: poll \(e.me):out"
            )
        },
        Rule("interrupted.accept", accepts, [.interrupted]) { e in
            Finding(
                "the waiting was ended; \(e.me) listens on as before",
                "\(e.me).accept",
                "wait beside other work: \(e.me).accept &"
            )
        },
        Rule("interrupted.recv", receives, [.interrupted]) { e in
            Finding(
                "the waiting was ended before anything came; nothing is lost",
                "\(e.me).recv 1024",
                "limit the wait: \(e.me).settimeout 5"
            )
        },
        Rule("interrupted.send", sends, [.interrupted]) { e in
            let taken = e.takenBefore
            return Finding(
                taken == 0
                    ? "the waiting was ended before the kernel took any of these bytes"
                    : "the waiting was ended; the kernel had taken \(taken) bytes, and none of those after them",
                "read on the peer's side: recv",
                "limit the wait: \(e.me).settimeout 5"
            )
        },
        Rule("interrupted.poll", [.poll], [.interrupted]) { e in
            Finding(
                "the waiting was ended; the sockets are as they were",
                "limit the wait: poll\(e.watched) -timeout 5"
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

    private static func longer(_ e: Evidence) -> String { "wait longer: \(e.me).settimeout \(seconds(e) * 10)" }

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
