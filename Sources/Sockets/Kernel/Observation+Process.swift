/// The sockets of this process, whichever session they belong to.
extension Observation {
    /// Whether a socket of this process has an address that fits; a closure is asked about each socket, with its
    /// descriptor, until it says yes.
    public static func hasSocket(
        _ type: SocketType,
        where fits: (_ address: SocketAddress, _ descriptor: Int32) -> Bool
    ) -> Bool {
        Folder.names(in: descriptors).contains { name in
            guard let descriptor = Int32(name), integerOption(descriptor, SOL_SOCKET, SO_TYPE) == type.rawValue,
                let address = localAddress(of: descriptor)
            else { return false }
            return fits(address, descriptor)
        }
    }

    /// What the kernel calls the sockets that the process has now, whoever opened them (the numbers in `/proc/self/fd`,
    /// proc(5)).
    public static func openSockets() -> Set<UInt64> {
        Set(Folder.names(in: descriptors).compactMap { Int32($0).flatMap(socketNumber) })
    }

    /// What the kernel calls a socket, whatever its descriptors; nil if the descriptor is not a socket.
    public static func socketNumber(_ descriptor: Int32) -> UInt64? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        return UInt64(status.st_ino)
    }

    /// Whether an IPv6 socket takes no IPv4 traffic (IPV6_V6ONLY, ipv6(7)).
    public static func isVersion6Only(_ descriptor: Int32) -> Bool {
        guard let option = SocketOption.find("IPV6_V6ONLY", level: .ipv6) else { return true }
        return integerOption(descriptor, option.level.rawValue, option.number) != 0
    }

    /// Whether a descriptor is open.
    public static func isOpen(_ descriptor: Int32) -> Bool { isBlocking(descriptor) != nil }

    /// Where the system lists the descriptors of the process that asks (proc(5), fd(4)).
    private static var descriptors: String {
        #if os(Linux)
            "/proc/self/fd"
        #else
            "/dev/fd"
        #endif
    }
}
