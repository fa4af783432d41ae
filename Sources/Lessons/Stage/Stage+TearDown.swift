import Journal
import Shell
import Sockets

extension Stage {
    /// Ends the peers and all that the session has open. Its connections are reset, so that none of them holds a port of
    /// the lesson's for a minute, in TIME_WAIT (RFC 9293, 3.6.1); and the names that its unix sockets made in this folder
    /// are taken away, as those in the temporary one are.
    public func tearDown() {
        for session in [session] + cast.map(\.session) { session.locked { session.resetConnectionsOnClose() } }
        endPeers()
        session.locked {
            session.endAll(takesRelativeNames: true)
            session.sockets.restartNames()
        }
        confinement?.room.clear()
    }
}
