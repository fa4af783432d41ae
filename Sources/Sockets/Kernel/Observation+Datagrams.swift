import SystemPackage

extension Observation {
    /// Whether a UDP socket of this machine takes datagrams to one of its own addresses, as the kernel's tables say
    /// (/proc/net/udp and udp6, proc_pid_net(5)); nil if the system does not say.
    public static func isHeldByDatagramSocket(_ address: SocketAddress) -> Bool? {
        let tables = ["/proc/net/udp", "/proc/net/udp6"].compactMap { try? contents(of: FilePath($0)) }
        guard !tables.isEmpty, let place = HeldConnection.word(address) else { return nil }
        return UDPTable.isBound(to: place, in: tables)
    }
}

/// The kernel's tables of UDP sockets.
enum UDPTable {
    /// Whether a socket is bound to an address in the tables' form, or to every address with its port.
    static func isBound(to place: String, in tables: [[UInt8]]) -> Bool {
        let parts = place.split(separator: ":")
        guard parts.count == 2 else { return false }
        let isAny = parts[0].allSatisfy { $0 == "0" }
        return tables.contains { table in
            table.split(separator: UInt8(ascii: "\n")).dropFirst().contains { line in
                let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
                guard fields.count > 1 else { return false }
                let bound = String(decoding: fields[1], as: UTF8.self).split(separator: ":")
                guard bound.count == 2, bound[1] == parts[1] else { return false }
                // An IPv4 address that is mapped into IPv6 ends as it is.
                return isAny || bound[0].hasSuffix(parts[0]) || bound[0].allSatisfy { $0 == "0" }
            }
        }
    }
}
