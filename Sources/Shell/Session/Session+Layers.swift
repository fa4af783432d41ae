import Journal
import Sockets

extension Session {
    /// Records what a layer above or below the calls reports; returns it as the origin of further events, so that a
    /// line of a conversation can name the TLS record that carried it.
    ///
    /// The caller must hold ``lock``: a running statement, or ``locked(_:)``.
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
    /// The newest call of this statement, for an event to belong to; nil before the first.
    public var newestCall: LayerEvent.Origin? { session.journal.lastCall(of: statement).map { .call($0) } }

    /// Records what a layer reports about the call that this statement has just made; returns it as the origin of
    /// further events.
    ///
    /// - Parameters:
    ///   - layer: the layer that reports.
    ///   - socket: the socket that the bytes belong to.
    ///   - direction: the direction of the bytes; nil if they went nowhere.
    ///   - bytes: the bytes, as this layer sees them.
    ///   - meaning: what they mean, in one line.
    ///   - origin: what it belongs to; nil for the newest call.
    ///   - time: when it happened, in nanoseconds on the monotonic clock; nil for now.
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
