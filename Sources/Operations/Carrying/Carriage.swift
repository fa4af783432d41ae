import Journal
import Shell
import Sockets
import SystemPackage

/// A socket's transport at work for one statement: what is sent is sealed, what is received is opened, and the wire
/// bytes are moved by the session's own calls, each in the journal with just those bytes. What the transport reports of
/// them is recorded as events that belong to the call.
struct Carriage {
    /// How many wire bytes one call asks for: a TLS record and a little more (RFC 8446 section 5.2).
    private static let room = 1 << 16
    /// The flags of calls that mean the same with a transport as without.
    private static let sendable: MessageFlags = {
        #if os(Linux)
            [.dontWait, .noSignal, .dontRoute, .more]
        #else
            [.dontWait, .noSignal, .dontRoute]
        #endif
    }()
    private static let receivable: MessageFlags = [.dontWait, .peek, .waitAll]

    let invocation: Invocation
    let socket: Socket
    let transport: BufferedTransport
    /// The call that sends wire bytes; returns how many the kernel took.
    let sendWire: (ArraySlice<UInt8>, MessageFlags) throws(Failure) -> Int
    /// The call that receives wire bytes; returns none at the end of the wire.
    let receiveWire: (Int, MessageFlags) throws(Failure) -> [UInt8]

    /// Refuses flags that ask for something that wire bytes do not have, such as urgent data.
    func refuse(_ flags: MessageFlags, in direction: Direction) throws(Failure) {
        let others = flags.subtracting(direction == .sent ? Self.sendable : Self.receivable)
        guard !others.isEmpty else { return }
        throw invocation.failure(.notSupported, "\(transport.engine.name) does not carry \(others)")
    }

    /// Runs a closure while nobody else moves wire bytes in that direction.
    func alone<Result>(
        _ isBusy: ReferenceWritableKeyPath<BufferedTransport, Bool>,
        _ flags: MessageFlags,
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let transport = transport
        try wait(flags) { !transport[keyPath: isBusy] }
        transport[keyPath: isBusy] = true
        defer { transport[keyPath: isBusy] = false }
        return try body()
    }

    /// Waits for another statement on the socket as for the kernel: not where a call may not wait, and no longer than the
    /// socket's timeout.
    private func wait(_ flags: MessageFlags, until isReached: @escaping () -> Bool) throws(Failure) {
        guard !isReached() else { return }
        let other = "another statement is using \(transport.engine.name) on \(socket.name)"
        guard !flags.contains(.dontWait), Observation.isBlocking(socket.descriptor) != false else {
            throw invocation.failure(.wouldBlock, other)
        }
        let end = socket.timeout.map { now() + UInt64(min(max($0, 0), 1e9) * 1e9) }
        try invocation.pause { isReached() || end.map { now() >= $0 } ?? false }
        if !isReached() { throw invocation.failure(.timeout, "\(other), and did not end within the timeout") }
    }

    /// One call that sends wire bytes, as many as the kernel takes.
    func sendOnce(_ flags: MessageFlags) throws(Failure) {
        guard transport.unsent > 0 else { return }
        let count = try sendWire(transport.unsentBytes, flags)
        tell(transport.sent(count), .sent)
    }

    /// Sends wire bytes until the kernel has taken all of them.
    func flush(_ flags: MessageFlags) throws(Failure) {
        while transport.unsent > 0 { try sendOnce(flags) }
    }

    /// Sends what can be sent without waiting, if nobody else is sending. Whatever else keeps the kernel from taking
    /// it, the next call on the socket reports.
    ///
    /// - Returns: whether waiting would help: the kernel has no room, or somebody else is sending.
    @discardableResult
    func offer() throws(Failure) -> Bool {
        guard transport.unsent > 0, !transport.isSending else { return transport.isSending }
        do throws(Failure) {
            try alone(\.isSending, .dontWait) { () throws(Failure) in try flush(.dontWait) }
            return false
        } catch {
            guard error.call != nil, !error.isInterruption else { throw error }
            return error.isWouldBlock
        }
    }

    /// One call that receives wire bytes, and what the transport makes of them.
    func fill(_ flags: MessageFlags) throws(Failure) {
        let bytes = try receiveWire(Self.room, flags)
        tell(transport.open(bytes), .received)
    }

    /// Brings the transport to where it can seal plain bytes: a handshake. The caller is the only sender.
    func makeReady(_ flags: MessageFlags) throws(Failure) {
        let transport = transport
        while !transport.engine.isReady {
            try flush(flags)
            if transport.isReceiving {
                try wait(flags) {
                    transport.engine.isReady || !transport.isReceiving || transport.unsent > 0
                }
                continue
            }
            if transport.isOver { throw failed(transport.failure ?? .endedEarly) }
            try alone(\.isReceiving, flags) { () throws(Failure) in try fill(flags.intersection(.dontWait)) }
        }
        try flush(flags)
    }

    /// Has the transport seal plain bytes. If it cannot, what it still has to say is sent if the kernel has room.
    func seal(_ plain: ArraySlice<UInt8>) throws(Failure) {
        do throws(TransportError) {
            try transport.seal(plain)
        } catch {
            try? flush(.dontWait)
            throw failed(error)
        }
    }

    /// The failure of a statement whose transport failed.
    func failed(_ error: TransportError) -> Failure {
        Failure(.transport(transport.engine.name, error), at: invocation.span)
    }

    private func tell(_ events: [TransportEvent], _ direction: Direction) {
        for event in events {
            invocation.record(.tls, on: socket, direction, Clip(event.plain), meaning: event.meaning)
        }
    }
}

extension Invocation {
    /// The transport of a socket at work with send(2) and recv(2).
    func carriage(of socket: Socket, _ transport: BufferedTransport) -> Carriage {
        Carriage(
            invocation: self,
            socket: socket,
            transport: transport,
            sendWire: { (bytes, flags) throws(Failure) in try sendPlain(bytes, on: socket, flags: flags) },
            receiveWire: { (size, flags) throws(Failure) in try recvPlain(size, on: socket, flags: flags).bytes }
        )
    }

    /// Refuses a call that would bypass a socket's transport, since the peer could make nothing of the bytes.
    func refuseTransport(of socket: Socket, _ call: String, _ advice: String...) throws(Failure) {
        guard let transport = socket.transport else { return }
        throw Failure(
            .other(
                .notSupported,
                message: "\(call) would go past \(transport.engine.name) on \(socket.name)",
                advice: advice
            ),
            at: span
        )
    }
}

extension TransportError {
    /// The peer went away before plain bytes could be sent.
    fileprivate static let endedEarly = Self("ended_early", "the peer ended the stream before it could begin")
}

extension Failure {
    /// Whether a call failed only because it would have had to wait.
    var isWouldBlock: Bool { call?.errno == .resourceTemporarilyUnavailable }
}
