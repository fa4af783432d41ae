import Journal
import Reading
import Sockets
import SystemPackage

extension CallReason {
    /// What it means that the call failed.
    var failure: String? {
        switch call.error {
        case .name(let failure)?: nameFailure(failure)
        case .errno(let errno)?: perCall(errno) ?? general(errno)
        case nil: nil
        }
    }

    private func nameFailure(_ failure: NameFailure) -> String {
        switch failure {
        case .resolver(.noName), .host(.notFound):
            "No file and no name server knows such a name, so there is no address to call."
        case .resolver(.again), .host(.tryAgain):
            "No name server answered; the name may well exist, and a later try may find it."
        case .resolver(.service): "The service is not known for that type of socket; a port number would do."
        case .resolver, .host: "There is no address to go on with."
        case .notFound: "The database has no such entry; C says so with NULL and no errno."
        case .refused: "The name cannot be handed to C, so no call was made."
        case .system(let errno): general(errno) ?? "The system itself failed beneath the resolver."
        }
    }

    private func perCall(_ errno: Errno) -> String? {
        switch call.kind {
        case .connect: connectFailure(errno)
        case .bind: bindFailure(errno)
        case _ where call.has(.accepts): acceptFailure(errno)
        case _ where call.isSend: sendFailure(errno)
        case _ where call.isReceive: receiveFailure(errno)
        case .execve, .execveat: programFailure(errno)
        case .getsockopt, .setsockopt: optionFailure(errno)
        case .socket, .socketpair: makingFailure(errno)
        case .unlink: removalFailure(errno)
        default: nil
        }
    }

    private func programFailure(_ errno: Errno) -> String? {
        switch errno {
        case .noSuchFileOrDirectory: "There is no program of that name, so the old one goes on."
        case .permissionDenied: "The file may not be run, so the old program goes on."
        default: nil
        }
    }

    private func removalFailure(_ errno: Errno) -> String? {
        switch errno {
        case .noSuchFileOrDirectory: "There is no such name, so nothing stands in a bind's way."
        case .isDirectory: "That is a folder; this removes only the names of files and sockets."
        case .permissionDenied, .notPermitted: "To remove a name one has to be allowed to write to its folder."
        default: nil
        }
    }

    private func connectFailure(_ errno: Errno) -> String? {
        switch errno {
        case .connectionRefused where call.address?.family == .unix && kind?.isDatagram == true:
            "No datagram socket has that name."
        case .connectionRefused where kind?.isDatagram == true:
            "An earlier datagram came back: nobody has that port. It is told once, with this call, which sends nothing itself."
        case .connectionRefused where call.address?.family == .unix:
            "Nobody listens on that socket, or its queue is full."
        case .connectionRefused: "The machine is there and answered the SYN with a reset: nobody listens on that port."
        case .timedOut: "Nothing came back to any of the SYNs: the host is down, or something drops the packets."
        case .nowInProgress: "The SYN is on its way; poll tells POLLOUT when it is decided, SO_ERROR how."
        case .alreadyInProcess: "The connection that was begun before is still being made."
        case .socketIsConnected: "The socket has its peer; a stream cannot have another one."
        case .networkUnreachable where kind?.isDatagram == true:
            "No route of this machine leads there, so the peer was not noted; a datagram socket's connect sends nothing."
        case .networkUnreachable: "No route of this machine leads there, so not even a SYN was sent."
        case .noSuchFileOrDirectory: "There is no file of that name, so no socket to reach."
        case .addressNotAvailable: "No local port is left for that peer, or the address is not one to connect to."
        case .connectionReset: "The peer broke the connection off while it was being made."
        default: nil
        }
    }

    private func bindFailure(_ errno: Errno) -> String? {
        switch errno {
        case .addressInUse where call.address?.isAbstract == true:
            "Another socket has that name; an abstract name is free again as soon as its socket is closed."
        case .addressInUse where call.address?.family == .unix:
            "A file of that name exists already; a socket's file outlives its socket until it is removed."
        case .addressInUse where kind?.isDatagram == true: "Another socket holds the port."
        case .addressInUse: "Another socket holds the port, or old connections of it are in TIME_WAIT."
        case .addressNotAvailable: "No interface of this machine has that address."
        case .permissionDenied where call.address?.family == .unix:
            "This user may not make a file there, or not pass through a folder before it."
        case .permissionDenied where (1..<1024).contains(call.address?.port ?? 0):
            "Ports below 1024 are for privileged processes."
        case .invalidArgument: "A socket takes its address once; this one has one, or the address does not fit."
        default: nil
        }
    }

    private func acceptFailure(_ errno: Errno) -> String? {
        switch errno {
        case .wouldBlock where hasWaited: "No connection came within the time that SO_RCVTIMEO allows."
        case .wouldBlock: "No connection is there to be taken; the listener is non-blocking, so the call did not wait."
        case .connectionAbort: "A client had connected and was gone again before it was accepted."
        case .invalidArgument: "Only a listening socket can accept; listen makes it one."
        case .tooManyOpenFiles: "The connection stays in the queue: there is no descriptor to give it."
        default: nil
        }
    }

    private func sendFailure(_ errno: Errno) -> String? {
        switch errno {
        case .brokenPipe:
            "Nothing can be sent this way: the peer is gone, this side had shut it down, or it was never connected."
        case .connectionReset: "The peer broke the connection off; what was not yet delivered is lost."
        case .wouldBlock where hasWaited:
            "The send buffer had no room within the time that SO_SNDTIMEO allows: the peer does not read."
        case .wouldBlock: "The send buffer is full because the peer, or the network, is slower than this side."
        case .messageTooLong: "A datagram goes whole or not at all, and this one is too long."
        case .socketNotConnected: "There is no peer yet: connect first, or accept and use that socket."
        case Errno(rawValue: EDESTADDRREQ): "The socket has no peer, and the call named none."
        case .connectionRefused where kind?.type == .stream:
            "The connection that connect had begun was refused; it is told once, with this call."
        case .connectionRefused where kind?.family == .unix:
            "Nobody has that name any more: its socket is closed, and only the file is left, or not even that."
        case .connectionRefused: "An earlier datagram came back: nobody listens on that port. This one was not sent."
        case .permissionDenied where call.address?.family == .unix:
            "This user may not write to the socket's file, or not pass through a folder before it."
        case .permissionDenied: "A broadcast has to be allowed first, with SO_BROADCAST."
        // A datagram socket may have got a port before the kernel looked at the rest.
        default: kind?.isDatagram == true ? general(errno, otherwise: "Nothing was sent.") : nil
        }
    }

    /// Whether it had to wait, so that the socket was not non-blocking.
    private var hasWaited: Bool { call.duration >= Explanation.waitingTime }

    private func receiveFailure(_ errno: Errno) -> String? {
        switch errno {
        case .wouldBlock where call.messageFlags.readsErrorQueue: "The error queue is empty; reading it never waits."
        case .wouldBlock where hasWaited: "Nothing came within the time that SO_RCVTIMEO allows."
        case .wouldBlock: "Nothing has come yet, and the call is not to wait."
        case .connectionReset: "The peer broke the connection off; data that was not yet read is lost."
        case .socketNotConnected: "There is no peer to receive from; a listener only accepts."
        case .connectionRefused where kind?.type == .stream:
            "The connection that connect had begun was refused; it is told once, with this call."
        case .connectionRefused: "A datagram sent earlier came back: nobody listens on that port."
        case .interrupted:
            "A signal (Ctrl-C, or the end of a settimeout) ended the wait before anything came; nothing was lost."
        default: nil
        }
    }

    private func optionFailure(_ errno: Errno) -> String? {
        switch errno {
        case .protocolNotAvailable: "This kind of socket has no such option at that level."
        case .invalidArgument: "The option exists, but not with that value, or not at this moment."
        case .notPermitted: "Only a privileged process may change this option."
        default: nil
        }
    }

    private func makingFailure(_ errno: Errno) -> String? {
        switch errno {
        case .notPermitted: "A raw or packet socket sees everybody's traffic, so it needs privilege."
        case .protocolNotSupported: "That protocol does not exist in that family, or not for that type."
        case .addressFamilyNotSupported: "This kernel has no such family."
        case .tooManyOpenFiles: "The process has as many descriptors as it may; one has to be closed first."
        default: nil
        }
    }

    private func general(
        _ errno: Errno,
        otherwise: String = "Nothing was done; the socket is as it was."
    ) -> String? {
        switch errno {
        case .interrupted:
            "A signal (Ctrl-C, or the end of a settimeout) ended the wait; the call can simply be made again."
        case .badFileDescriptor: "The number belongs to nothing open: it was closed, or never opened."
        case .notSocket: "The descriptor is open, and is something other than a socket."
        case .wouldBlock: "It would have had to wait, and the socket is non-blocking."
        case .socketNotConnected: "There is no connection for this to act on."
        case .notSupportedOnSocket: "This type of socket cannot do that."
        case .noMemory, .noBufferSpace: "The kernel had no room at this moment; nothing was changed."
        case .connectionReset: "The peer broke the connection off."
        default: otherwise
        }
    }
}

extension MessageFlags {
    /// Whether they ask for the error queue instead of data (recv(2)).
    var readsErrorQueue: Bool {
        #if os(Linux)
            contains(.errorQueue)
        #else
            false
        #endif
    }
}

extension SocketAddress {
    /// Whether it is a name of unix(7) without a file.
    var isAbstract: Bool { if case .unix(.abstract) = self { true } else { false } }
}
