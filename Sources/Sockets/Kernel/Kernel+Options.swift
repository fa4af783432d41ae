import SystemPackage

/// Calls on options, as bytes; ``SocketOption`` interprets them.
extension Kernel {
    /// getsockopt(2): at most `capacity` bytes of an option's value.
    public func getsockopt(
        _ descriptor: Int32,
        level: Int32,
        option: Int32,
        capacity: Int,
        initial: [UInt8] = []
    ) -> Returned<[UInt8]> {
        var length = socklen_t(capacity)
        var value = initial + [UInt8](repeating: 0, count: max(capacity - initial.count, 0))
        let returned = invoke(.getsockopt) {
            value.withUnsafeMutableBytes {
                Int(systemGetsockopt(descriptor, level, option, $0.baseAddress, &length))
            }
        }
        return returned.map { Array(value.prefix(min(Int(length), capacity))) }
    }

    /// setsockopt(2): an option's value as C lays it out.
    public func setsockopt(_ descriptor: Int32, level: Int32, option: Int32, value: [UInt8]) -> Returned<Void> {
        invoke(.setsockopt) {
            value.withUnsafeBytes { Int(systemSetsockopt(descriptor, level, option, $0)) }
        }
    }
}
