/// Trials for the shell's own purposes, with a short-lived socket: not journaled, and unaffected by faults.
extension Observation {
    /// Whether this machine and user can make such a socket and, if an address is given, bind it.
    public static func canMake(
        _ family: AddressFamily,
        _ type: SocketType,
        _ number: ProtocolNumber = .automatic,
        boundTo address: SocketAddress? = nil
    ) -> Bool {
        withTrial(family, type, number) { kernel, descriptor in
            address.map { kernel.bind(descriptor, to: $0).errno == nil } ?? true
        } ?? false
    }

    /// The port that a socket on any address of this machine gets if it asks for `port`, 0 for any; nil if it is taken.
    ///
    /// - Parameter isReused: whether it uses SO_REUSEADDR, so that a connection in TIME_WAIT does not get in the way.
    public static func freePort(_ port: UInt16, _ type: SocketType, isReused: Bool = false) -> UInt16? {
        withTrial(.inet, type, .automatic) { kernel, descriptor in
            if isReused, let option = SocketOption.find("SO_REUSEADDR", level: .socket),
                let on = try? option.encode(["on"])
            {
                _ = kernel.setsockopt(descriptor, level: option.level.rawValue, option: option.number, value: on)
            }
            guard kernel.bind(descriptor, to: .inet(.any, port: port)).errno == nil else { return nil }
            return localAddress(of: descriptor)?.port.map { UInt16($0) }
        } ?? nil
    }

    private static func withTrial<Result>(
        _ family: AddressFamily,
        _ type: SocketType,
        _ number: ProtocolNumber,
        _ body: (Kernel, Int32) -> Result
    ) -> Result? {
        let kernel = Kernel()
        let made = kernel.socket(family, type: type.rawValue, protocol: number)
        guard made.errno == nil else { return nil }
        let descriptor = Int32(made.result)
        defer { _ = kernel.close(descriptor) }
        return body(kernel, descriptor)
    }
}
