import Language
import Sockets

/// An open socket of the session.
///
/// `@unchecked Sendable`: only the thread that holds the session's lock reads or writes any member.
public final class Socket: @unchecked Sendable {
    /// Its number in the session, never reused.
    public let id: Int
    /// Its name in the session.
    public internal(set) var name: String
    /// Its file descriptor.
    public let descriptor: Int32
    /// Its address family.
    public let family: AddressFamily
    /// Its type, without flags.
    public let type: SocketType
    /// Its protocol, as requested.
    public let protocolNumber: ProtocolNumber
    /// How long a call on it may wait, in seconds; nil for no limit (settimeout).
    public var timeout: Double?

    /// What is between a program's bytes and those on the wire; nil for a plain socket, which has only the descriptor.
    public var transport: BufferedTransport?

    /// Whether its descriptor was taken in by its number and the session had not made it: it may be the terminal.
    public var isForeign = false

    /// Whether its descriptor is closed or about to be: the number may already be another socket's.
    var isEnding = false

    /// Whether a composed command made it for itself and still uses it: it does not become current by itself.
    var isTemporary = false

    /// Whether it speaks TCP, so that the kernel can be asked for its connection's state.
    public let isTCP: Bool

    init(
        id: Int,
        name: String,
        descriptor: Int32,
        family: AddressFamily,
        type: SocketType,
        protocolNumber: ProtocolNumber
    ) {
        self.id = id
        self.name = name
        self.descriptor = descriptor
        self.family = family
        self.type = type
        self.protocolNumber = protocolNumber
        isTCP =
            type == .stream && (family == .inet || family == .inet6)
            && (protocolNumber == .automatic || protocolNumber == .tcp)
    }

    /// Whether close waits until sent data has arrived (SO_LINGER, socket(7)).
    var lingers: Bool { isTCP && Observation.integerOption(descriptor, SOL_SOCKET, SO_LINGER) ?? 0 != 0 }

    /// The state of its connection, according to the kernel.
    public var state: ConnectionState? { Observation.state(of: descriptor, isTCP: isTCP) }
}

extension Socket {
    /// Bytes waiting to be read: the kernel's, and the plain ones in the transport. For a datagram socket, the size of
    /// the next datagram; nil if the kernel does not say.
    public var bytesIn: Int? { Observation.bytesIn(descriptor).map { $0 + (transport?.waiting ?? 0) } }

    /// Bytes not yet acknowledged or not yet sent, and the wire bytes in the transport; nil if the kernel does not say.
    public var bytesOut: Int? { Observation.bytesOut(descriptor).map { $0 + (transport?.unsent ?? 0) } }

    /// What poll reports: what the kernel said, and readable if its transport holds something to read.
    public func readiness(asKernelSays events: PollEvents) -> PollEvents {
        transport?.isReadable == true ? events.union(.readable) : events
    }
}

extension Socket {
    /// Its state and address in a few words, `ESTABLISHED 127.0.0.1 40730`.
    public var summary: String {
        [state?.description ?? "", place].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Where it is: `to` and its peer's address if it has a peer, else its own; empty if it has none.
    public var place: String {
        if let peer = Observation.peerAddress(of: descriptor), !peer.description.isEmpty {
            return Quoting.oneLine("to " + peer.description)
        }
        return Quoting.oneLine(Observation.localAddress(of: descriptor)?.description ?? "")
    }
}
