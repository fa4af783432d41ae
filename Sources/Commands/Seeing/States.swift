import Drawing
import Explaining
import Journal
import Language
import Reading
import Shell
import Sockets

private let socketName = Parameter("socket", Optionally(SocketName()), about: "the current socket if none is given")
private let anySocket = Parameter(
    "socket",
    Optionally(JournaledSocket()),
    about: "open or closed; the current socket if none is given"
)
private let duration = Flag("for", Seconds(), about: "stop after this long")

/// How often a watched socket is looked at, in seconds.
private let watchInterval = 0.05

extension Command {
    static let state = Command(
        "state",
        "show where a connection is, how it got there and what waits",
        about: """
            For a TCP socket the machine of TCP's states, the present one in a double frame and those on the way \
            numbered; then the path, and the call that caused each step, or what came from the network; then the \
            queues, the windows, the round-trip time and what had to be sent again, by their names in TCP_INFO. For \
            other sockets there is less to tell. All of it is asked for the shell's own sake: the journal does not \
            hold it. Of a socket that is closed, the path and what the kernel still holds of its connection.
            """,
        parameters: [anySocket],
        flags: [ascii, unicode],
        replies: "the drawing and the figures",
        style: .page,
        examples: [
            Example(
                "a listener",
                """
                > s = socket inet stream
                > listen
                > state
                s  fd [..]  AF_INET SOCK_STREAM  LISTEN  0.0.0.0 [PORT]
                ...
                queue    0 connections of 128 wait for accept (tcpi_unacked, tcpi_sacked)
                """
            )
        ],
        seeAlso: ["watch", "sockets", "explain"]
    ) { invocation throws(Failure) in
        let session = invocation.session
        if let name = invocation[anySocket], session.sockets[name] == nil {
            guard let closed = ClosedSocket(named: name, history: session.journal) else {
                throw Failure(.unknownSocket(name, near: []), at: invocation.span)
            }
            let held = closed.held
            let path = StatePath(of: closed, held: held, at: now(), history: session.journal) { CallText($0).text }
            return .picture(closed.picture(held: held, path: path, alphabet: invocation.alphabet))
        }
        let socket = try invocation.chosenSocket(invocation[anySocket].flatMap { session.sockets[$0] })
        return .picture(invocation.picture(of: socket, socket.figures))
    }

    static let watch = Command(
        "watch",
        "show a socket's state again whenever it changes",
        about: """
            Draws what state draws, and draws it again when the state or the queues change. Any key ends it, as does \
            the end of the connection. In a script and in a job each change is a line. Jobs go on meanwhile.
            """,
        parameters: [socketName],
        flags: [duration, ascii, unicode],
        examples: [
            Example(
                "nothing happens",
                "> s = socket inet stream\n> listen\n> watch -for 0.01\ns LISTEN  queue 0 of 128"
            )
        ],
        seeAlso: ["state", "poll"]
    ) { invocation throws(Failure) in
        let socket = try invocation.chosenSocket(invocation[socketName])
        let limit = invocation[duration].flatMap { $0 }
        let end = limit.map { now() + UInt64(min($0, 1e9) * 1e9) }
        let screen = invocation.isInBackground ? nil : invocation.session.output.screen
        defer { screen?.watchingEnded() }
        var shown: SocketFigures?
        // A job may have closed it, and its descriptor may be another socket's by now.
        while invocation.session.sockets[socket.name] === socket {
            if screen?.keyPressed() == true { break }
            let figures = socket.figures
            if figures != shown {
                invocation.show(socket, figures, isFirst: shown == nil, on: screen)
                shown = figures
            }
            if figures.state == nil || figures.state == .closed { break }
            let time = now()
            let left = end.map { Double($0 > time ? $0 - time : 0) / 1e9 } ?? watchInterval
            guard left > 0 else { break }
            do throws(Failure) {
                try invocation.pause(seconds: min(left, watchInterval))
            } catch {
                // Ctrl-C, and cancel, are ways to leave it.
                break
            }
        }
        return .none
    }
}

extension Invocation {
    /// The named socket, else the current one.
    fileprivate func chosenSocket(_ named: Socket?) throws(Failure) -> Socket {
        if let socket = named ?? currentSocket { return socket }
        throw Failure(.noSocket(command: command.name), at: span)
    }

    /// Shows how a watched socket looks now: on a screen as a picture, elsewhere as a line.
    fileprivate func show(_ socket: Socket, _ figures: SocketFigures, isFirst: Bool, on screen: (any WatchScreen)?) {
        guard let screen else {
            session.output.notice(figures.change)
            return session.output.flush()
        }
        screen.watched(figures.change, picture: picture(of: socket, figures), isFirst: isFirst)
    }

    fileprivate func picture(of socket: Socket, _ figures: SocketFigures) -> Picture {
        let path = StatePath(
            of: socket.id,
            isTCP: socket.isTCP,
            now: figures.state,
            hasError: figures.hasError,
            history: session.journal,
            text: { CallText($0).text }
        )
        let chosen = alphabet
        // What is repainted leaves the last column free.
        return Picture { canvas in
            let width = canvas.width.map { $0 - 1 } ?? StateDrawing.width
            return StateText.text(figures, path: path, width: width, alphabet: chosen ?? canvas.alphabet) + "\n"
        }
    }
}

extension ClosedSocket {
    /// What the kernel still holds of its connection at this moment.
    fileprivate var held: HeldConnection {
        guard isTCP, let local, let peer else { return isTCP ? .nothing : .unknown }
        return Observation.heldConnection(local: local, peer: peer)
    }
}

extension Socket {
    /// What the kernel reports about it at this moment.
    fileprivate var figures: SocketFigures {
        let receive = Observation.integerOption(descriptor, SOL_SOCKET, SO_RCVBUF)
        let send = Observation.integerOption(descriptor, SOL_SOCKET, SO_SNDBUF)
        let isOpen = state != nil
        return SocketFigures(
            name: name,
            descriptor: descriptor,
            kind: "\(family) \(type)",
            state: state,
            local: isOpen ? Observation.localAddress(of: descriptor) : nil,
            peer: isOpen ? Observation.peerAddress(of: descriptor) : nil,
            bytesIn: state == .listen ? nil : bytesIn,
            bytesOut: state == .listen ? nil : bytesOut,
            buffers: receive.flatMap { receive in send.map { (Int(receive), Int($0)) } },
            info: isTCP ? Observation.tcpInfo(of: descriptor) : nil,
            hasError: Observation.readiness(of: [PollEntry(descriptor: descriptor, events: [])]).first?
                .contains(.error) == true
        )
    }
}
