import SystemPackage

/// What ``Kernel/getfqdn(_:)`` found, and the calls by which it did, in their order.
public struct FullName: Sendable {
    /// The fully qualified name, or the name that was asked about where there is no better one.
    public let name: String
    /// gethostname, called where no name was given.
    public let hostname: Returned<String>?
    /// getaddrinfo of the name; nil for an address in digits.
    public let addresses: NameReturned<[AddressInfo]>?
    /// gethostbyaddr of the first address; nil where there was none.
    public let entry: NameReturned<HostEntry?>?
}

extension Kernel {
    /// gethostname(2): this host's name.
    public func gethostname() -> Returned<String> {
        // HOST_NAME_MAX is 64 on Linux, 255 in POSIX; the last byte stays a NUL.
        var buffer = [CChar](repeating: 0, count: 257)
        return invoke("gethostname") { Int(systemGethostname(&buffer)) }.map { text(buffer) }
    }

    /// The fully qualified name of a host, as Python's `socket.getfqdn` finds it: the first of the official name and
    /// the aliases, as gethostbyaddr tells them, that has a dot.
    ///
    /// - Parameter name: a host; this one where it is empty or the address of every host.
    public func getfqdn(_ name: String = "") -> FullName {
        var host = name.trimmingSpaces
        var hostname: Returned<String>?
        if ["", "0.0.0.0", "::"].contains(host) {
            let returned = gethostname()
            hostname = returned
            if returned.errno == nil { host = returned.output }
        }
        var addresses: NameReturned<[AddressInfo]>?
        var address = HostAddress(host)
        if address == nil, !host.isEmpty {
            let returned = getaddrinfo(host: host, service: nil)
            addresses = returned
            address = returned.output.first.flatMap { HostAddress($0.address) }
        }
        let entry = address.map(gethostbyaddr)
        return FullName(
            name: entry?.output?.fullName ?? host,
            hostname: hostname,
            addresses: addresses,
            entry: entry
        )
    }
}

extension HostEntry {
    /// The first of its names that has a dot, or the official one where none has.
    public var fullName: String { ([name] + aliases).first { $0.contains(".") } ?? name }
}

extension String {
    /// The text without spaces, tabs and line ends around it.
    fileprivate var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

private func systemGethostname(_ buffer: inout [CChar]) -> Int32 {
    gethostname(&buffer, buffer.count - 1)
}
