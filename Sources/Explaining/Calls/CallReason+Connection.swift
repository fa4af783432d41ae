import Journal
import Reading
import Sockets

extension CallReason {
    /// Making and ending sockets.
    var lifecycle: String? {
        switch call.kind {
        case .socket: made
        case .socketpair: "Two sockets that are each other's peer from the start; no address was needed."
        case .dup, .dup2, .dup3: duplicated
        case .close: closed
        case .close_range: closedTogether
        default: nil
        }
    }

    /// What a copy of a descriptor means; dup2 and dup3 close what had the number (dup(2)).
    var duplicated: String {
        let both = "Both descriptors refer to one open socket; it lives until the last of them is closed."
        guard call.has(.endsMentioned), let closed = call.mentions.first else { return both }
        return "\(closed.name), which had that number before, was closed by it. \(both)"
    }

    private var closedTogether: String {
        let names = call.mentions.prefix(4).map(\.name) + (call.mentions.count > 4 ? ["…"] : [])
        if call.arguments.contains(where: { ($0.value.word ?? "").contains("CLOEXEC") }) {
            return "Nothing was closed yet: execve will close these descriptors."
        }
        return names.isEmpty
            ? "Other descriptors keep the sockets open, so nothing is sent yet."
            : "Every descriptor in the range is gone: \(names.joined(separator: ", "))."
    }

    private var made: String {
        switch call.constantName("domain") {
        case "AF_UNIX", "AF_LOCAL": return "An endpoint for processes of this machine; it has no name until bind."
        case "AF_PACKET": return "From now on the kernel copies whole frames to this socket."
        case "AF_NETLINK": return "A line to the kernel itself; messages go by port number, 0 is the kernel."
        default: break
        }
        switch call.constantName("type")?.prefix(while: { $0 != "|" }) {
        case "SOCK_STREAM":
            return "The kernel keeps an endpoint now; it has no address and no peer, and nothing was sent."
        case "SOCK_DGRAM": return "An endpoint for single messages; it can send at once, and gets a port when it does."
        case "SOCK_RAW": return "The protocol's own headers are now the program's business."
        default: return "The kernel keeps an endpoint now; nothing was sent."
        }
    }

    private var closed: String {
        guard call.after == nil else { return "Another descriptor keeps the socket open, so nothing is sent yet." }
        switch closing {
        case .unread: return "Received data was left unread, so the peer gets a reset instead of a FIN."
        case .linger:
            return "SO_LINGER with no time: the peer gets a reset instead of a FIN, and unsent data is dropped."
        case .fin, nil: break
        }
        switch call.before {
        case .listen where isUnix:
            return "Nobody can connect any more; if its name is a file, that file remains until it is removed."
        case .listen:
            return
                "Nobody can connect any more, and who was not accepted is reset. Accepted connections go on, and hold the "
                + "port with what they leave in TIME_WAIT."
        case .established where kind?.isTCP == true:
            return "A FIN follows the last data\(unlessUnread); the kernel finishes alone."
        case .established where kind?.isDatagram != true:
            return "The peer will read the end, or ECONNRESET if received data was left unread here (unix(7))."
        case .closeWait: return "The peer had closed before; this side's FIN ends the connection\(unlessUnread)."
        case .finWait1, .finWait2: return "The kernel waits for the peer's FIN by itself, and not for ever."
        case .synSent: return "The attempt to connect is given up."
        case .timeWait: return "The kernel goes on waiting for late segments without the process."
        default: return "The descriptor's number is free for the next call that needs one."
        }
    }

    /// What a FIN may turn into, if the journal does not tell whether all was received.
    private var unlessUnread: String { closing == nil ? ", or a reset if received data was left unread" : "" }

    /// Addresses and connections.
    var connection: String? {
        switch call.kind {
        case .bind: bound
        case .listen where isUnix:
            "The kernel takes connections by itself now and queues them until accept takes them; connect waits for a place."
        case .listen:
            "The kernel completes handshakes by itself now and queues the connections until accept takes them."
        case .connect: connected
        case .accept, .accept4:
            "The oldest finished connection got a descriptor of its own; the listener goes on listening."
        case .shutdown: shut
        case .getsockname:
            ownAddress
        case .getpeername: "This is the other end, as the kernel knows it; nothing was sent to ask."
        default: nil
        }
    }

    private var isUnix: Bool { kind?.family == .unix }

    private var ownAddress: String {
        guard case .address(let address)? = call.output("addr") else { return "This is the socket's own address." }
        if call.hasZeroPort { return "The socket has no port yet: bind, connect or a first send gives it one." }
        switch address {
        case .unix(.unnamed): return "The socket has no name: nobody can reach it by one."
        case .inet(.any, _), .inet6(.any, _, _, _):
            return "The port on every address of this machine; each connection has one of them as its own."
        default: return "This is the address that a peer sees, and answers to."
        }
    }

    private var bound: String {
        switch call.address {
        case .inet(_, 0)?, .inet6(_, 0, _, _)?:
            return "Port 0 let the kernel choose a free one; getsockname tells which."
        case .inet(.any, _)?, .inet6(.any, _, _, _)?:
            return "The port is taken on every address of this machine, whichever way packets come in."
        case .inet?, .inet6?: return "Packets for exactly this address and port belong to this socket now."
        case .unix(.abstract)?: return "The name lives in the kernel only and goes away with the socket."
        case .unix(.path)?: return "A file of that name was made; it stays behind when the socket is closed."
        default: return "The socket has an address now."
        }
    }

    private var connected: String {
        if case .unspecified? = call.address {
            return "The socket has no peer any more and takes datagrams from everyone."
        }
        if call.after == .synSent {
            return
                "Nothing was sent: TCP_FASTOPEN_CONNECT holds the SYN back until there is data to go with it (tcp(7))."
        }
        if kind?.isDatagram == true {
            return "Nothing was sent: the kernel only noted the peer, and drops datagrams from anyone else."
        }
        switch call.address {
        case .unix?:
            return "The listener's kernel queue took the connection; both sides can send before it is accepted."
        default: return "The peer's kernel answered the SYN; both sides can now send."
        }
    }

    /// A datagram socket has no stream to end (udp(7), unix(7)).
    private var shutDatagram: String {
        switch call.constantName("how") {
        case "SHUT_RD": "Reads return 0 at once when nothing is queued; nobody is told, and there is no stream to end."
        case "SHUT_WR":
            "Sends fail with EPIPE from now on; nothing goes to the peer, since a datagram socket has no FIN."
        default: "Sends fail with EPIPE, reads return 0 when nothing is queued; nothing goes to the peer."
        }
    }

    private var shut: String {
        if kind?.isDatagram == true { return shutDatagram }
        switch call.constantName("how") {
        case "SHUT_WR" where isUnix: return "The peer reads the end of the stream, and can still send (half-close)."
        case "SHUT_RD" where isUnix:
            return "Reads give the end of the stream from now on; the peer's sends fail with EPIPE."
        case "SHUT_RD": return "Reads give the end of the stream from now on; on TCP the peer is not told."
        case "SHUT_WR":
            return call.before == .closeWait
                ? "This side's FIN goes out, the peer's came before: both directions are ended."
                : "A FIN follows the last data: the peer reads the end, and can still send (half-close)."
        default: return "Neither side of this socket moves any more; the descriptor itself is still open."
        }
    }
}

extension Call {
    /// Whether the address that it wrote has port 0.
    fileprivate var hasZeroPort: Bool {
        if case .address(let address)? = output("addr") { address.port == 0 } else { false }
    }
}
