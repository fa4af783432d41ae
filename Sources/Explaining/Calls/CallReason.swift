import Journal
import Language
import Reading
import Sockets
import SystemPackage

/// Why a call mattered: one sentence about what its outcome means for the conversation.
public struct CallReason {
    let call: Call
    /// The kind of the socket, if it is known.
    let kind: SocketKinds.Kind?

    /// How a close ended its connection, if the journal tells.
    let closing: Closing?

    /// What was set on the socket before, of the options that change what its data means.
    let settings: [String: Int]

    /// The reason of a call on a socket of some kind; `closing` is how it ended a connection, if it did, and `settings`
    /// what ``SocketKinds/settings(of:in:)`` knows.
    public init(
        _ call: Call,
        kind: SocketKinds.Kind?,
        closing: Closing? = nil,
        settings: [String: Int] = [:]
    ) {
        self.call = call
        self.settings = settings
        self.kind = kind
        self.closing = closing
    }

    /// The sentence; nil if nothing is known of such a call.
    public var sentence: String? {
        if call.isInjected { return "A fault that inject armed made this up; the kernel never saw the call." }
        return call.error == nil ? success : failure
    }

    private var success: String? {
        guard let kind = call.kind else { return nil }
        switch kind {
        case .socket, .socketpair, .dup, .dup2, .dup3, .close, .close_range: return lifecycle
        case .ioctl, .fcntl, .sockatmark: return controlled
        case .bind, .listen, .connect, .accept, .accept4, .shutdown, .getsockname, .getpeername: return connection
        case .splice: return spliced
        case _ where kind.has(.sends): return sent
        case _ where kind.has(.receives): return received
        case .epoll_ctl: return "The kernel's list of what epoll_wait waits for was changed; nothing was sent."
        case .poll, .ppoll, .select, .pselect6: return polled
        case _ where kind.has(.watches): return notified
        case .getsockopt, .setsockopt: return option
        case _ where kind.has(.replacesProgram) || kind.has(.endsProcess): return processes
        default: return names
        }
    }

    private var notified: String {
        call.result == 0
            ? "The time was over and none of the sockets had anything to tell."
            : "Each event names a socket on which such a call will not have to wait now."
    }

    private var polled: String {
        guard case .poll(let entries)? = call.output("fds") else { return "Nothing was asked for." }
        if entries.isEmpty {
            return "It looked at no descriptor at all, so it could only wait for the time to be over."
        }
        if call.result == 0 { return "The time was over and none of the sockets had anything to tell." }
        let told = entries.filter { !$0.returned.isEmpty }
        if told.contains(where: { $0.returned.contains(.invalid) }) {
            return "One of the descriptors is not open; poll tells that as an event, not as an error."
        }
        if told.contains(where: { $0.returned.contains(.error) }) {
            return
                "An error waits at a socket: the next call on it or SO_ERROR fetches it, one in the error queue recvmsg with MSG_ERRQUEUE."
        }
        if told.contains(where: { $0.returned.contains(.hangUp) }) {
            return "A connection is over, or was never made; what arrived before can still be read."
        }
        if told.contains(where: { $0.returned.contains(.readable) }) {
            return "A read or an accept on a socket that is told readable will not have to wait."
        }
        if told.contains(where: { $0.returned.contains(.urgent) }) {
            return "Something exceptional has come, on TCP urgent data: recv with oob takes the byte."
        }
        return "There is room in the send buffer, so a send will not have to wait."
    }

    private var option: String {
        let name = call.constantName("optname").map(CText.word) ?? "The option"
        if let special = special(name) { return special }
        if call.kind == .getsockopt { return "\(name) was only read; the socket is as it was." }
        if call.before == .listen {
            return "\(name) is set on the listener; many options are handed on to the sockets it will accept."
        }
        guard let about = SocketOption.all.first(where: { $0.name == name })?.about, !about.isEmpty else {
            return "\(name) holds for this socket from now on, whichever descriptor it is used by."
        }
        return "Holds for this socket from now on: \(about)."
    }

    /// Options of which more is to be said.
    private func special(_ name: String) -> String? {
        switch name {
        case "SO_ERROR": "The error that waited was fetched, and is gone now; 0 means that there was none."
        case "IP_ADD_MEMBERSHIP", "IP_ADD_SOURCE_MEMBERSHIP", "IPV6_JOIN_GROUP", "IPV6_ADD_MEMBERSHIP",
            "MCAST_JOIN_GROUP", "MCAST_JOIN_SOURCE_GROUP":
            "The interface takes in the group's datagrams now; they go to the sockets that are bound to the port."
        case "IP_DROP_MEMBERSHIP", "IP_DROP_SOURCE_MEMBERSHIP", "IPV6_LEAVE_GROUP", "IPV6_DROP_MEMBERSHIP",
            "MCAST_LEAVE_GROUP", "MCAST_LEAVE_SOURCE_GROUP":
            "This socket no longer asks for the group; the last one that leaves ends it for the interface."
        default: nil
        }
    }
}
