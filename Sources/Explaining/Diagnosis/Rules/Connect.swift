import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// connect(2) refused, and connect on a socket that has a connection.
    static let connecting: [Rule] = [
        Rule("connect.refused.datagram", .connect, .connectionRefused) { e in
            guard e.socket.type == .datagram, e.socket.family != .unix else { return nil }
            return Finding(
                "an earlier datagram of \(e.me) went to a port that nobody is bound to; the ICMP answer is told now",
                "try the same call again, since the error is told once",
                "bind a receiver first: \(e.other) = socket \(e.family) dgram; \(e.other).bind \(e.place)"
            )
        },
        Rule("connect.refused.port-zero", .connect, .connectionRefused) { e in
            guard e.address.port == 0 else { return nil }
            return Finding(
                "port 0 is no one's port: only bind takes it, to let the kernel choose",
                "ask the listener for its port: getsockname"
            )
        },
        Rule("connect.refused.never-listened", .connect, .connectionRefused) { e in
            let idle = e.neighbours.open { Evidence.overlaps($0.local, e.address) && !$0.isListening }
            guard let idle, idle.type == e.socket.type, idle.type != .datagram else { return nil }
            return Finding(
                "\(idle.name) of this shell was bound to \(e.place) and never listened",
                "\(idle.name).listen; \(e.me).connect \(e.place)"
            )
        },
        Rule("connect.refused.listener-closed", .connect, .connectionRefused) { e in
            let gone = e.neighbours.closed { Evidence.overlaps($0.local, e.address) && $0.isListening }
            guard let gone, e.address.family != .unix else { return nil }
            let name = gone.name
            return Finding(
                "\(name), which listened on \(e.place), was closed, and no one has taken its place",
                "\(name) = socket \(e.family) stream; \(name).bind \(e.place); \(name).listen",
                "\(e.me).connect \(e.place)"
            )
        },
        Rule("connect.refused.other-address", .connect, .connectionRefused) { e in
            guard e.address.family != .unix else { return nil }
            let near = e.neighbours.open {
                $0.isListening && $0.local?.port == e.address.port && $0.local?.family == e.socket.family
            }
            guard let local = near?.local, let near else { return nil }
            return Finding(
                "\(near.name) listens on that port at another address, \(Evidence.typed(local)): nothing listens on "
                    + e.place,
                "\(e.me).connect \(Evidence.reachable(local))"
            )
        },
        Rule("connect.refused.other-port", .connect, .connectionRefused) { e in
            guard e.isLoopback else { return nil }
            let near = e.neighbours.open { $0.isListening && $0.local?.family == e.socket.family }
            guard let near, let local = near.local, local.family != .unix else { return nil }
            return Finding(
                "nothing listens on \(e.place); \(near.name) of this shell listens on \(Evidence.typed(local))",
                "\(e.me).connect \(Evidence.reachable(local))"
            )
        },
        Rule("connect.refused.nobody", .connect, .connectionRefused) { e in
            guard e.isLoopback else { return nil }
            return Finding(
                "nothing listens on \(e.place): this machine's kernel answered the SYN with a reset",
                "start a listener first: \(e.server) = socket \(e.family) stream; \(e.server).bind \(e.place); \(e.server).listen",
                "\(e.me).connect \(e.place)"
            )
        },
        Rule("connect.refused.remote", .connect, .connectionRefused) { e in
            guard e.address.host != nil else { return nil }
            return Finding(
                "\(e.address.host ?? "the host") is up and nothing listens on its port \(e.port), or a firewall "
                    + "answers for it",
                "check the port: getservbyname http tcp",
                "\(e.me).connect \(e.address.host ?? "") 80"
            )
        },
        Rule("connect.connected.listener", .connect, .socketIsConnected) { e in
            guard e.call.before == .listen || e.socket.listening != nil else { return nil }
            return Finding(
                "\(e.me) is a listener: it waits for peers and cannot go to one itself",
                "make a socket for it: \(e.other) = socket \(e.family) stream; \(e.other).connect \(e.place)",
                "\(e.me).accept"
            )
        },
        Rule("connect.connected.accepted", .connect, .socketIsConnected) { e in
            guard let listener = e.socket.listener else { return nil }
            return Finding(
                "\(e.me) came from \(listener).accept, so it has its peer since then",
                "\(e.me).send \"hello\"",
                "another peer needs another socket: \(e.other) = socket \(e.family) \(e.type)"
            )
        },
        Rule("connect.connected.twice", .connect, .socketIsConnected) { e in
            let peer = e.socket.connecting?.address.map { " to \(Evidence.typed($0))" } ?? ""
            let when = e.socket.connecting.map { " \(e.ago($0))" } ?? ""
            return Finding(
                "\(e.me) was connected\(peer)\(when), and a stream has one peer for life",
                "\(e.me).getpeername",
                "\(e.afresh); \(e.me).connect \(e.place)"
            )
        },
        Rule("connect.progress", .connect, .nowInProgress) { e in
            Finding(
                e.isNonBlocking
                    ? "\(e.me) is non-blocking: the SYN is out and connect did not wait for the answer"
                    : "no answer to the SYN came within the time that sndtimeo allows; the attempt goes on",
                "wait until it can be written: poll \(e.me):out -timeout 5",
                "\(e.me).getsockopt error",
                e.isNonBlocking ? "wait in the call instead: \(e.me).setblocking on" : nil
            )
        },
        Rule("connect.already", .connect, .alreadyInProcess) { e in
            let first = e.socket.failed([.connect], .nowInProgress)
            return Finding(
                "the connect of \(first.map(e.ago) ?? "before") is still under way",
                "poll \(e.me):out",
                "\(e.me).getsockopt error"
            )
        },
    ]
}
