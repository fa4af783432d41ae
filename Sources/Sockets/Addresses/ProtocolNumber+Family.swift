/// Protocols named by their family.
extension ProtocolNumber {
    /// A protocol by a name that only its family has: `NETLINK_ROUTE`, `ETH_P_ALL` in network byte order; short names
    /// only if the family is known.
    public init?(familyName name: String, family: AddressFamily? = nil) {
        let upper = name.uppercased()
        if family.map(Self.isNetlink) ?? upper.hasPrefix(NetlinkProtocol.prefix),
            let found = NetlinkProtocol(name: upper)
        {
            self.init(rawValue: found.rawValue)
        } else if family.map(Self.isPacket) ?? upper.hasPrefix(EtherType.prefix), let found = EtherType(name: upper) {
            self = found.number
        } else {
            return nil
        }
    }

    /// Its C name on a socket of a family, or the number if it has none; 0 is the family's own choice.
    public func description(in family: AddressFamily) -> String {
        if Self.isNetlink(family) { return NetlinkProtocol(rawValue: rawValue).description }
        if self == .automatic { return "0" }
        return Self.isPacket(family) ? EtherType(self).name ?? String(rawValue) : description
    }

    private static func isNetlink(_ family: AddressFamily) -> Bool {
        #if os(Linux)
            family == .netlink
        #else
            false
        #endif
    }

    private static func isPacket(_ family: AddressFamily) -> Bool {
        #if os(Linux)
            family == .packet
        #else
            false
        #endif
    }
}
