import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// What a connection brings along that failed while it waited: Linux passes it on (accept(2), "Error handling").
    private static let networkErrors: [Trouble] = [
        .errno(.networkDown), .errno(.hostIsDown), .errno(.noRouteToHost), .errno(.networkUnreachable),
        .errno(.timedOut), .errno(.protocolNotAvailable), .errno(Errno(rawValue: ENONET)),
    ]
    private static let protocolErrors: [Trouble] = [
        .errno(.protocolError), .errno(.protocolNotSupported), .errno(.socketTypeNotSupported),
        .errno(Errno(rawValue: ENOSR)),
    ]

    /// accept(2).
    static let accepting: [Rule] = [
        Rule("accept.shutdown", accepts, .invalidArgument) { e in
            guard let shutdown = e.socket.readShutdown, e.socket.listening != nil else { return nil }
            return Finding(
                "\(e.me) stopped listening when it was shut down \(e.ago(shutdown))",
                "\(e.me).listen"
            )
        },
        Rule("accept.accepted", accepts, .invalidArgument) { e in
            guard let listener = e.socket.listener else { return nil }
            return Finding(
                "\(e.me) is a connection that came from accept; its listener is \(listener)",
                "\(listener).accept",
                "\(e.me).recv 1024"
            )
        },
        Rule("accept.connected", accepts, .invalidArgument) { e in
            guard e.socket.hadPeer else { return nil }
            return Finding(
                "\(e.me) is connected to a peer: it is a client's socket, and accept is for the server's",
                e.neighbours.open(where: \.isListening).map { "the listener of this shell: \($0.name).accept" }
                    ?? "a server's socket listens: \(e.server) = socket \(e.family) stream; \(e.server).listen"
            )
        },
        Rule("accept.bound", accepts, .invalidArgument) { e in
            guard let bound = e.socket.bound, e.socket.listening == nil else { return nil }
            return Finding(
                "\(e.me) was bound to \(Evidence.typed(bound)) and never listened",
                "\(e.me).listen; \(e.me).accept"
            )
        },
        Rule("accept.unbound", accepts, .invalidArgument) { e in
            guard e.socket.listening == nil else { return nil }
            return Finding(
                "\(e.me) was neither bound nor made a listener",
                e.socket.family == .unix
                    ? "\(e.me).bind /tmp/\(e.me).sock; \(e.me).listen; \(e.me).accept"
                    : "\(e.me).bind \(e.loopback("8088")); \(e.me).listen; \(e.me).accept"
            )
        },
        Rule("accept.flags", accepts, .invalidArgument) { e in
            Finding("accept4 knows only the flags nonblock and cloexec", "\(e.me).accept")
        },
        Rule("accept.datagram", accepts, .notSupportedOnSocket) { e in
            Finding(
                "\(e.me) is a \(e.type) socket: there are no connections in it, each message comes by itself",
                "\(e.me).recvfrom 1024",
                "for connections: \(e.me).close; \(e.me) = socket \(e.family) stream"
            )
        },
        Rule("accept.again", accepts, .resourceTemporarilyUnavailable) { e in
            let client = e.deferredClient
            return Finding(
                (client.map { "\($0) is connected and has sent nothing, which TCP_DEFER_ACCEPT makes \(e.me) wait for" }
                    ?? "no connection waits in \(e.me)'s queue") + ", and \(e.noWaiting("rcvtimeo"))",
                client.map { "\($0).send hello; \(e.me).accept" },
                "wait for one: poll \(e.me) -timeout 5",
                e.isNonBlocking ? "wait in accept: \(e.me).setblocking on" : nil
            )
        },
        Rule("accept.aborted", accepts, .connectionAbort) { e in
            Finding(
                "the peer gave the connection up while it waited in \(e.me)'s queue; the listener is as it was",
                "\(e.me).accept"
            )
        },
        Rule("accept.firewall", accepts, .notPermitted) { e in
            Finding("a rule of this machine's firewall forbids the connection", "\(e.me).accept")
        },
        Rule("accept.network", accepts, networkErrors) { e in
            Finding(
                "the connection that waited had failed in the network before it was taken; the listener is as it was",
                "\(e.me).accept"
            )
        },
        Rule("accept.protocol", accepts, protocolErrors) { e in
            Finding("the connection that waited broke its protocol; the next may be better", "\(e.me).accept")
        },
        Rule("accept.descriptors", accepts, .tooManyOpenFiles) { e in
            Finding(
                "this process has as many descriptors open as it may have; the connection waits on in \(e.me)'s queue",
                "close what is not needed: sockets",
                "\(e.me).accept"
            )
        },
        Rule("accept.descriptors.system", accepts, .tooManyOpenFilesInSystem) { e in
            Finding(
                "the whole system has as many files open as it may have; the connection waits on in \(e.me)'s queue",
                "close what is not needed: sockets",
                "\(e.me).accept"
            )
        },
        Rule("accept.memory", accepts, [.errno(.noMemory), .errno(.noBufferSpace)]) { e in
            Finding(
                "the kernel had no memory for one more socket; the connection may still wait",
                "close what is not needed: sockets",
                "\(e.me).accept"
            )
        },
    ]
}
