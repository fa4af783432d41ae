import Journal
import Shell
import Sockets

/// Receiving through a transport.
extension Carriage {
    /// At most `size` plain bytes; none at the end of the stream. Those that the transport holds come first, without a
    /// call; if there are none, calls are made until some arrive. A call that fails or is ended loses nothing.
    func receive(_ size: Int, _ flags: MessageFlags) throws(Failure) -> [UInt8] {
        try refuse(flags, in: .received)
        let wanted = flags.contains(.waitAll) ? size : min(size, 1)
        if transport.waiting < wanted, !transport.isOver {
            let flags = flags.intersection(.dontWait)
            try alone(\.isReceiving, flags) { () throws(Failure) in try fill(to: wanted, flags) }
            // An answer to what came, or an alert.
            try offer()
        }
        if transport.waiting < min(size, 1), let error = transport.failure { throw failed(error) }
        return transport.read(size, keeps: flags.contains(.peek))
    }

    /// Receives wire bytes until this many plain ones wait, or no more can come.
    private func fill(to wanted: Int, _ flags: MessageFlags) throws(Failure) {
        while transport.waiting < wanted, !transport.isOver {
            try speak(flags)
            do throws(Failure) {
                try fill(flags)
            } catch {
                // With some of them a non-blocking socket returns what there is.
                guard error.isWouldBlock, transport.waiting > 0 else { throw error }
                return
            }
        }
    }

    /// Sends what the transport has to say before it can receive: the peer may be waiting for it. If the kernel has no
    /// room, this waits for room and for something to read at once, so that two peers who both have much to say do not
    /// wait for each other for ever.
    private func speak(_ flags: MessageFlags) throws(Failure) {
        while try offer(), !transport.isSending, flags.isEmpty, Observation.isBlocking(socket.descriptor) == true {
            let watched = Watched(socket: socket, events: [.readable, .writable])
            guard let told = try invocation.pollPlain([watched], seconds: socket.timeout).first else {
                guard let call = invocation.session.journal.newest(1).first else { return }
                throw Failure(.timeout(call, seconds: socket.timeout ?? 0), at: invocation.span)
            }
            if !told.events.isDisjoint(with: [.readable, .error, .hangUp]) { return }
        }
    }
}
