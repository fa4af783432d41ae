import SystemPackage

/// Calls that create and close descriptors, and one that removes a name.
extension Kernel {
    /// socket(2): a new endpoint. `type` may include flags.
    public func socket(_ family: AddressFamily, type: Int32, protocol number: ProtocolNumber) -> Returned<Void> {
        invoke(.socket) { Int(systemSocket(family.rawValue, type, number.rawValue)) }
    }

    /// socketpair(2): two connected endpoints; the output holds both descriptors.
    public func socketpair(
        _ family: AddressFamily,
        type: Int32,
        protocol number: ProtocolNumber
    ) -> Returned<(Int32, Int32)> {
        var pair: (Int32, Int32) = (-1, -1)
        let returned = invoke(.socketpair) {
            withUnsafeMutablePointer(to: &pair) { pointer in
                pointer.withMemoryRebound(to: Int32.self, capacity: 2) {
                    Int(systemSocketpair(family.rawValue, type, number.rawValue, $0))
                }
            }
        }
        return returned.map { pair }
    }

    /// dup(2): another descriptor for the same open socket.
    public func dup(_ descriptor: Int32) -> Returned<Void> {
        invoke(.dup) { Int(systemDup(descriptor)) }
    }

    /// close(2). The descriptor is closed whatever it returns.
    public func close(_ descriptor: Int32) -> Returned<Void> {
        invoke(.close) { Int(systemClose(descriptor)) }
    }

    /// shutdown(2): shuts down one or both directions.
    public func shutdown(_ descriptor: Int32, _ how: ShutdownHow) -> Returned<Void> {
        invoke(.shutdown) { Int(systemShutdown(descriptor, how.rawValue)) }
    }

    /// unlink(2): removes a name from the file system, such as one that bind created for a unix socket.
    public func unlink(_ path: String) -> Returned<Void> {
        invoke(.unlink) { path.withCString { Int(systemUnlink($0)) } }
    }

    #if os(Linux)
        /// `FIONBIO`, which is not a constant in Swift.
        public static let nonBlockingRequest = 0x5421
    #else
        /// `FIONBIO`, which is not a constant in Swift.
        public static let nonBlockingRequest = 0x8004_667e
    #endif

    /// ioctl(2) with `FIONBIO`: whether calls on the socket may block.
    public func setNonBlocking(_ descriptor: Int32, _ on: Bool) -> Returned<Void> {
        var value: Int32 = on ? 1 : 0
        return invoke(.ioctl) { Int(ioctl(descriptor, UInt(Self.nonBlockingRequest), &value)) }
    }
}
