import Journal
import Sockets
import SystemPackage

extension Invocation {
    /// Makes a call, records it, and throws if it failed. Every call that a learner causes goes through here.
    ///
    /// The catalogue decides how the call is made. While the kernel may block it, the session is unlocked for jobs, and
    /// Ctrl-C, `cancel` and the socket's timeout end it. For a call that only queries, the state before it is also the
    /// state after it. A descriptor that the call closes is gone when it returns, so whatever has its number then is
    /// someone else's.
    ///
    /// - Parameters:
    ///   - kind: the C function.
    ///   - socket: the socket it is made on.
    ///   - arguments: what is passed, in C's order under the man page's names.
    ///   - outputs: what the call wrote, derived from what it returned.
    ///   - body: the call.
    @discardableResult
    public func perform<Output>(
        _ kind: CallKind,
        on socket: Socket? = nil,
        _ arguments: [Argument],
        outputs: (Output) -> [Argument] = { _ in [] },
        _ body: (Kernel) -> Returned<Output>
    ) throws(Failure) -> Returned<Output> {
        try confinement?.check(call: kind, on: socket, arguments, of: session, at: span)
        let endsDescriptor = kind.has(.endsDescriptor)
        let mayWait = kind.mayWait(on: socket)
        // What was cancelled may still clean up after itself.
        if mayWait, !endsDescriptor, job?.isCancelled == true { throw Failure(.interrupted(nil), at: span) }
        // While the statement waited, another may have closed it, and the descriptor may be someone else's.
        if let socket, socket.isEnding || session.sockets[socket.name] !== socket {
            throw Failure(.closedSocket(socket.name), at: span)
        }
        let before = socket?.state
        if endsDescriptor { socket?.isEnding = true }
        let (returned, cause) = mayWait ? waiting(kind, socket, arguments, body) : (body(session.kernel), nil)
        let written = returned.errno == nil ? outputs(returned.output) : []
        let isGone = endsDescriptor && !returned.injected
        if endsDescriptor { socket?.isEnding = isGone }
        let after = kind.has(.asks) ? before : isGone ? nil : socket?.state
        record(kind, socket, arguments, returned, before, after, outputs: written)
        guard returned.errno != nil else {
            try confinement?.note(call: kind, arguments, result: returned.result, at: span)
            return returned
        }
        throw Failure(reason(for: session.lastCall, endedBy: cause, timeout: socket?.timeout), at: span)
    }

    /// Why a call failed: EINTR usually has a reason of the shell's own.
    private func reason(for call: Call, endedBy cause: Interrupter.Cause?, timeout: Double?) -> Failure.Reason {
        guard call.errno == .interrupted, !call.isInjected else { return .call(call) }
        switch cause {
        case .deadline: return .timeout(call, seconds: timeout ?? 0)
        case .cancel: return .interrupted(call)
        // Ctrl-C may have hit this very thread, without the interrupter.
        case .interrupt, nil: return job == nil && Interrupts.take() ? .interrupted(call) : .call(call)
        }
    }

    private func record<Output>(
        _ kind: CallKind,
        _ socket: Socket?,
        _ arguments: [Argument],
        _ returned: Returned<Output>,
        _ before: ConnectionState?,
        _ after: ConnectionState?,
        outputs: [Argument]
    ) {
        session.record(
            Call(
                .known(kind),
                statement: statement,
                socket: socket?.id,
                socketName: socket?.name,
                arguments: arguments,
                result: returned.result,
                error: returned.errno.map { .errno($0) },
                outputs: outputs,
                start: returned.start,
                duration: returned.duration,
                before: before,
                after: after,
                isInjected: returned.injected,
                local: returned.hasAddress ? chosenAddress(kind, socket, arguments, returned.result) : nil,
                mentions: mentions(in: arguments, of: socket)
            )
        )
    }

    /// The sockets of the descriptors passed.
    private func mentions(in arguments: [Argument], of socket: Socket?) -> [MadeSocket] {
        var passed: [Int32] = []
        for argument in arguments {
            switch argument.value {
            case .poll(let entries): passed += entries.map(\.descriptor)
            case .descriptor(let descriptor) where socket == nil: passed.append(descriptor)
            case .ancillary(let messages):
                for case .rights(let descriptors) in messages { passed += descriptors }
            default: break
            }
        }
        return passed.compactMap { session.sockets[descriptor: $0] }.map {
            MadeSocket(id: $0.id, name: $0.name, descriptor: $0.descriptor)
        }
    }

    /// The address that a call assigned to its socket; for accept, the new socket's.
    private func chosenAddress(
        _ kind: CallKind,
        _ socket: Socket?,
        _ arguments: [Argument],
        _ result: Int
    ) -> SocketAddress? {
        guard let socket else { return nil }
        if kind.has(.accepts) { return Int32(exactly: result).flatMap { Observation.localAddress(of: $0) } }
        guard kind.has(.mayNameTheSocket) else { return nil }
        if kind == .bind {
            for case .address(let address) in arguments.map(\.value) where address.port != 0 { return address }
        }
        return Observation.localAddress(of: socket.descriptor)
    }

    /// Makes a call that may block, the session unlocked meanwhile.
    private func waiting<Output>(
        _ kind: CallKind,
        _ socket: Socket?,
        _ arguments: [Argument],
        _ body: (Kernel) -> Returned<Output>
    ) -> (Returned<Output>, Interrupter.Cause?) {
        let deadline = socket?.timeout.map { now() + UInt64(min(max($0, 0), 1e9) * 1e9) }
        let wait = Wait.call(kind, descriptor: socket?.descriptor, arguments, hasDeadline: deadline != nil)
        return waiter.run(wait, deadline: deadline) { body(session.kernel) }
    }
}

extension CallKind {
    /// Whether the kernel may block the call.
    fileprivate func mayWait(on socket: Socket?) -> Bool {
        switch waitsFor {
        case .socket, .events, .peer: true
        case .linger: socket?.lingers ?? false
        case nil: false
        }
    }
}

extension Returned {
    /// Whether the call may have assigned an address: it succeeded, or a connection is in progress.
    fileprivate var hasAddress: Bool { errno == nil || errno == .nowInProgress }
}
