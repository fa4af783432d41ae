import Journal
import Sockets
import SystemPackage

extension Invocation {
    /// Makes a call, records it, and throws where it failed. Every call that a learner causes goes through here.
    ///
    /// - Parameters:
    ///   - name: the C function.
    ///   - socket: the socket it is made on.
    ///   - arguments: what is passed, in C's order under the man page's names.
    ///   - mayWait: whether the kernel may keep the call waiting. The session is then open to jobs meanwhile, and
    ///     Ctrl-C, `cancel` and the socket's timeout end the call.
    ///   - outputs: what the call wrote, from what it returned.
    ///   - body: the call.
    @discardableResult
    public func perform<Output>(
        _ name: String,
        on socket: Socket? = nil,
        _ arguments: [Argument],
        mayWait: Bool = false,
        outputs: (Output) -> [Argument] = { _ in [] },
        _ body: (Kernel) -> Returned<Output>
    ) throws(Failure) -> Returned<Output> {
        let before = socket?.state
        let (returned, cause) = mayWait ? try waiting(name, socket, body) : (body(session.kernel), nil)
        let written = returned.errno == nil ? outputs(returned.output) : []
        let call = record(name, socket, arguments, returned, before, outputs: written)
        guard returned.errno != nil else { return returned }
        switch cause {
        case .deadline where returned.errno == .interrupted:
            throw Failure(.timeout(call, seconds: socket?.timeout ?? 0), at: span)
        case .interrupt where returned.errno == .interrupted:
            Interrupts.take()
            throw Failure(.interrupted(call), at: span)
        case .cancel where returned.errno == .interrupted:
            throw Failure(.interrupted(call), at: span)
        default:
            throw Failure(.call(call), at: span)
        }
    }

    private func record<Output>(
        _ name: String,
        _ socket: Socket?,
        _ arguments: [Argument],
        _ returned: Returned<Output>,
        _ before: ConnectionState?,
        outputs: [Argument]
    ) -> Call {
        session.journal.append(
            Call(
                name: name,
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
                after: socket?.state,
                isInjected: returned.injected,
                local: returned.errno == nil ? chosenAddress(name, socket, arguments) : nil
            )
        )
    }

    /// The address that the kernel chose in a call that left it the choice.
    private func chosenAddress(_ name: String, _ socket: Socket?, _ arguments: [Argument]) -> SocketAddress? {
        guard let socket, name == "bind" || name == "listen" else { return nil }
        for case .address(let address) in arguments.map(\.value) where address.port != 0 { return address }
        return Observation.localAddress(of: socket.descriptor)
    }

    /// Makes a call that may wait, the session open meanwhile.
    private func waiting<Output>(
        _ name: String,
        _ socket: Socket?,
        _ body: (Kernel) -> Returned<Output>
    ) throws(Failure) -> (Returned<Output>, Interrupter.Cause?) {
        if job?.isCancelled == true { throw Failure(.interrupted(nil), at: span) }
        if job == nil { session.output.flush() }
        let deadline = socket?.timeout.map { now() + UInt64(min(max($0, 0), 1e9) * 1e9) }
        let ticket = session.interrupter.begin(deadline: deadline, job: job?.number)
        session.lock.unlock()
        let returned = body(session.kernel)
        let cause = session.interrupter.end(ticket)
        session.lock.lock()
        return (returned, cause)
    }
}
