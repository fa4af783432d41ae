/// A port that this NetShell reserves among all NetShells on the machine.
///
/// It is a name in the abstract namespace of unix sockets (unix(7)), which belongs to the network namespace, as the
/// port does, and disappears with the process. Other systems have no such names; there every port can be held.
public final class PortHold: Sendable {
    /// The port.
    public let number: UInt16
    private let descriptor: Int32

    /// Holds a port; nil if another NetShell, or another holder in this one, does.
    public init?(_ number: UInt16) {
        self.number = number
        #if os(Linux)
            let kernel = Kernel()
            let made = kernel.socket(.unix, type: SocketType.datagram.rawValue, protocol: .automatic)
            descriptor = made.errno == nil ? Observation.movedAside(Int32(made.result)) : -1
            // Without a free descriptor there is nothing to hold it with.
            guard descriptor >= 0 else { return }
            let name = SocketAddress.unix(.abstract(Array("netshell port \(number)".utf8)))
            // The descriptor is closed with the object, which is already initialized.
            if kernel.bind(descriptor, to: name).errno == .addressInUse { return nil }
        #else
            descriptor = -1
        #endif
    }

    deinit { if descriptor >= 0 { _ = Kernel().close(descriptor) } }
}
