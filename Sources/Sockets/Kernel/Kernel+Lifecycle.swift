import SystemPackage

/// Calls that make and end descriptors, and one that ends a name.
extension Kernel {
    /// socket(2): a new endpoint. `type` may hold flags.
    public func socket(_ family: AddressFamily, type: Int32, protocol number: ProtocolNumber) -> Returned<Void> {
        invoke(.socket) { Int(systemSocket(family.rawValue, type, number.rawValue)) }
    }

    /// socketpair(2): two endpoints connected to each other; the output holds both descriptors.
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

    /// dup(2): another descriptor of the same open socket.
    public func dup(_ descriptor: Int32) -> Returned<Void> {
        invoke(.dup) { Int(systemDup(descriptor)) }
    }

    /// close(2). The descriptor is gone whatever it returns.
    public func close(_ descriptor: Int32) -> Returned<Void> {
        invoke(.close) { Int(systemClose(descriptor)) }
    }

    /// shutdown(2): ends one or both directions.
    public func shutdown(_ descriptor: Int32, _ how: ShutdownHow) -> Returned<Void> {
        invoke(.shutdown) { Int(systemShutdown(descriptor, how.rawValue)) }
    }

    /// unlink(2): takes a name out of the file system, such as one that bind gave to a unix socket.
    public func unlink(_ path: String) -> Returned<Void> {
        invoke(.unlink) { path.withCString { Int(systemUnlink($0)) } }
    }

    #if os(Linux)
        /// `FIONBIO`, which is no constant for Swift.
        public static let nonBlockingRequest = 0x5421
    #else
        /// `FIONBIO`, which is no constant for Swift.
        public static let nonBlockingRequest = 0x8004_667e
    #endif

    /// ioctl(2) with `FIONBIO`: whether calls on the socket may wait.
    public func setNonBlocking(_ descriptor: Int32, _ on: Bool) -> Returned<Void> {
        var value: Int32 = on ? 1 : 0
        return invoke(.ioctl) { Int(ioctl(descriptor, UInt(Self.nonBlockingRequest), &value)) }
    }
}
