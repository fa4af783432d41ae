import Journal
import Reading
import Sockets
import SystemPackage

extension Rule {
    /// connect(2) and sendto(2) to a unix(7) name.
    static let connectingLocally: [Rule] = [
        Rule("unix.refused.other-type", [.connect, .sendto, .sendmsg], .connectionRefused) { e in
            guard e.address.isAbstract else { return nil }
            let holder = e.neighbours.open { $0.local == e.address && $0.listener == nil && $0.type != e.socket.type }
            guard let holder, let type = holder.type.map({ String($0.description.dropFirst(5)).lowercased() }) else {
                return nil
            }
            let call = type == "dgram" && e.call.kind != .connect ? typed(e) : "connect"
            return Finding(
                "\(e.place) is bound, by the \(type) socket \(holder.name); \(e.me) is a \(e.type) socket, and looks among "
                    + "\(e.type) sockets only",
                "\(e.me).close; \(e.me) = socket unix \(type); "
                    + (holder.isListening || type == "dgram" ? "" : "\(holder.name).listen; ")
                    + "\(e.me).\(call) \(e.place)"
            )
        },
        Rule("unix.refused.abstract", [.connect, .sendto, .sendmsg], .connectionRefused) { e in
            guard case .unix(.abstract) = e.address else { return nil }
            return Finding(
                "no socket is bound to the abstract name \(e.place): it lives only as long as its socket",
                "start the other end: \(e.server) = socket unix \(e.type); \(e.server).bind \(e.place)\(listens(e) ? "; \(e.server).listen" : "")",
                retry(e)
            )
        },
        Rule("unix.refused.path", [.connect, .sendto, .sendmsg], .connectionRefused) { e in
            guard case .unix(.path) = e.address else { return nil }
            return Finding(
                "the file \(e.place) is there and no socket listens on it: left by a server that ended, or no "
                    + "socket at all",
                "remove it: unlink \(e.place)",
                "start the other end: \(e.server) = socket unix \(e.type); \(e.server).bind \(e.place)\(listens(e) ? "; \(e.server).listen" : "")",
                retry(e)
            )
        },
        Rule("unix.send.refused", sends, .connectionRefused) { e in
            guard e.socket.family == .unix else { return nil }
            return Finding(
                "the socket that \(e.me) was connected to has been closed",
                "connect it to one that lives: \(e.me).connect \(e.somePeer)"
            )
        },
        Rule("unix.path.missing", [.connect, .sendto, .sendmsg], .noSuchFileOrDirectory) { e in
            Finding(
                "there is no file \(e.place): bind makes it, so no server was bound to that path",
                "start the other end: \(e.server) = socket unix \(e.type); \(e.server).bind \(e.place)\(listens(e) ? "; \(e.server).listen" : "")",
                retry(e)
            )
        },
        Rule("unix.path.folder", [.connect, .sendto, .bind], .notDirectory) { e in
            Finding(
                "a part of \(e.place) before its last / is a file and no folder",
                "choose a path in a folder: \(e.me).\(typed(e)) /tmp/\(e.me).sock"
            )
        },
        Rule("unix.path.loop", [.connect, .sendto, .bind], .tooManySymbolicLinkLevels) { e in
            Finding(
                "the symbolic links in \(e.place) lead in a circle",
                "choose another path: \(e.me).\(typed(e)) /tmp/\(e.me).sock"
            )
        },
        Rule("unix.path.long", [.connect, .sendto, .bind], .fileNameTooLong) { e in
            Finding(
                "a name in the path is longer than the file system takes (255 bytes), or the path than the address "
                    + "holds (\(UnixName.capacity - 1))",
                "\(e.me).\(typed(e)) /tmp/\(e.me).sock"
            )
        },
        Rule("unix.path.access", [.connect, .sendto, .sendmsg], .permissionDenied) { e in
            guard case .unix = e.address else { return nil }
            return Finding(
                "this user may not write to the socket file \(e.place), or not pass through a folder before it",
                "look at the file, outside: ls -l \(e.place)",
                "the server can allow it, outside: chmod a+w \(e.place)"
            )
        },
        Rule("unix.type", [.connect, .sendto, .sendmsg], .protocolWrongTypeForSocket) { e in
            let wanted = e.neighbours.open { $0.local == e.address }?.type
            let name = wanted.map { String($0.description.dropFirst(5)).lowercased() }
            return Finding(
                "\(e.me) is a \(e.type) socket and the one at \(e.place) is "
                    + (name.map { "a \($0) socket" } ?? "of another type"),
                "\(e.me).close; \(e.me) = socket unix \(name ?? (e.type == "stream" ? "dgram" : "stream")); "
                    + "\(e.me).connect \(e.place)"
            )
        },
        Rule("unix.connect.again", .connect, .resourceTemporarilyUnavailable) { e in
            guard e.socket.family == .unix else { return nil }
            let listener = e.neighbours.open { $0.local == e.address && $0.isListening }
            return Finding(
                "the listener at \(e.place) has as many connections waiting as its backlog allows, and "
                    + e.noWaiting("sndtimeo"),
                "take one of them: \(listener.map { "\($0.name).accept" } ?? "accept, on the listener's side")",
                "\(e.me).connect \(e.place)"
            )
        },
        Rule("connect.again", .connect, .resourceTemporarilyUnavailable) { e in
            Finding(
                "no free port is left for this end of the connection, or the routing cache is full",
                "close connections that are not needed: sockets"
            )
        },
        Rule("unix.connect.listener", .connect, .invalidArgument) { e in
            guard e.socket.family == .unix, e.call.before == .listen || e.socket.listening != nil else { return nil }
            return Finding(
                "\(e.me) is a listener: it waits for peers and cannot go to one itself",
                "\(e.other) = socket unix \(e.type); \(e.other).connect \(e.place)"
            )
        },
        Rule("unix.connect.unnamed", .connect, .invalidArgument) { e in
            guard case .unix(.unnamed) = e.address else { return nil }
            return Finding(
                "an empty path is no name that could be connected to",
                "\(e.me).connect /tmp/\(e.me).sock",
                "\(e.me).connect @\(e.me)"
            )
        },
    ]

    private static func listens(_ e: Evidence) -> Bool { e.socket.type != .datagram }

    private static func typed(_ e: Evidence) -> String { e.call.kind == .sendto ? "sendto hello" : e.call.name }

    private static func retry(_ e: Evidence) -> String { "\(e.me).\(typed(e)) \(e.place)" }
}
