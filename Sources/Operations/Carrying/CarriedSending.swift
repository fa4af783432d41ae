import Journal
import Shell
import Sockets

/// Sending through a transport.
extension Carriage {
    /// How many plain bytes are sealed before the wire bytes are sent, so that memory stays flat.
    private static let piece = 1 << 18

    /// Sends plain bytes with one call, preceded by as many as what is left of earlier ones, or a handshake, needs.
    ///
    /// - Returns: how many plain bytes the transport took, which is all. Wire bytes for which the kernel had no room
    ///   stay in it, and the next call on the socket sends them first; so at most one statement's are kept. A note says how
    ///   many.
    func send(_ plain: ArraySlice<UInt8>, _ flags: MessageFlags) throws(Failure) -> Int {
        try refuse(flags, in: .sent)
        return try alone(\.isSending, flags) { () throws(Failure) in
            try flush(flags)
            try makeReady(flags)
            try seal(plain)
            do throws(Failure) {
                try sendOnce(flags)
            } catch {
                guard error.isWouldBlock else { throw keeping(plain.count, error) }
            }
            if transport.unsent > 0 {
                let (kept, name) = ("\(bytes(transport.unsent)) of \(transport.engine.name)", socket.name)
                invocation.note("the kernel has no room for \(kept) yet; the next send or recv on \(name) sends them")
            }
            return plain.count
        }
    }

    /// Sends plain bytes until the kernel has taken everything that the transport made of them.
    func sendAll(_ plain: ArraySlice<UInt8>, _ flags: MessageFlags) throws(Failure) {
        try refuse(flags, in: .sent)
        try alone(\.isSending, flags) { () throws(Failure) in
            try flush(flags)
            try makeReady(flags)
            var rest = plain
            while !rest.isEmpty {
                let piece = rest.prefix(Self.piece)
                try seal(piece)
                rest = rest.dropFirst(piece.count)
                do throws(Failure) { try flush(flags) } catch { throw keeping(plain.count - rest.count, error) }
            }
        }
    }

    /// Has the transport tell the peer that nothing more will be sent, and sends everything that it holds.
    func finish() throws(Failure) {
        try alone(\.isSending, []) { () throws(Failure) in
            do throws(TransportError) { try transport.finish() } catch {
                try? flush(.dontWait)
                throw failed(error)
            }
            try flush([])
        }
    }

    /// The same as far as possible without waiting, for a socket about to be closed: close waits for nobody. A note
    /// says what was never sent.
    func sayGoodbye() {
        // Before it was ready there is nothing to end.
        guard transport.engine.isReady else { return }
        if !transport.isSending { try? transport.finish() }
        _ = try? offer()
        if transport.unsent > 0 {
            invocation.note("\(bytes(transport.unsent)) of \(transport.engine.name) on \(socket.name) were never sent")
        }
    }

    /// A failure after the transport took plain bytes: a note says so, because typing the statement again would send them
    /// twice.
    private func keeping(_ taken: Int, _ failure: Failure) -> Failure {
        let name = transport.engine.name
        invocation.note(
            "\(name) took \(bytes(taken)) before that; the next call on \(socket.name) sends what is left of them"
        )
        return failure
    }

    private func bytes(_ count: Int) -> String { "\(count) byte\(count == 1 ? "" : "s")" }
}
