import Journal
import Sockets

extension Session {
    /// Records what a layer above or below the calls has to say; gives it as the origin of further events, so that a line
    /// of a conversation can name the TLS record that carried it.
    ///
    /// Only who holds ``lock`` may do so: a statement that runs, or ``locked(_:)``.
    @discardableResult
    public func record(_ event: consuming LayerEvent) -> LayerEvent.Origin {
        let number = journal.append(event)
        if let errno = journal.takeEventTrouble() {
            output.notice("the temporary folder takes no older events (\(errno.sentence)): the oldest are forgotten")
        }
        return .event(number)
    }
}

extension Invocation {
    /// The newest call that this statement made, for an event to belong to; nil before the first.
    public var newestCall: LayerEvent.Origin? { session.journal.lastCall(of: statement).map { .call($0) } }

    /// Records what a layer has to say about the call that this statement has just made; gives it as the origin of
    /// further events.
    ///
    /// - Parameters:
    ///   - layer: the layer that speaks.
    ///   - socket: the socket that the bytes belong to.
    ///   - direction: which way they went; nil if they went nowhere.
    ///   - bytes: what went, as this layer sees it.
    ///   - meaning: what that means, in one line.
    ///   - origin: what it belongs to; nil for the newest call.
    ///   - time: when it happened, in nanoseconds of the monotonic clock; nil for now.
    @discardableResult
    public func record(
        _ layer: Layer,
        on socket: Socket?,
        _ direction: Direction? = nil,
        _ bytes: Clip = Clip([]),
        meaning: String,
        of origin: LayerEvent.Origin? = nil,
        time: UInt64? = nil
    ) -> LayerEvent.Origin {
        session.record(
            LayerEvent(
                layer,
                statement: statement,
                socket: socket?.id,
                socketName: socket?.name,
                direction: direction,
                bytes: bytes,
                meaning: meaning,
                of: origin ?? newestCall,
                time: time ?? now()
            )
        )
    }
}
