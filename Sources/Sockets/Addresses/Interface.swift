/// The network interfaces of this host (if_nameindex(3)).
public struct Interface: Hashable, Sendable {
    /// The kernel's index for it, from 1.
    public let index: UInt32
    /// Its name, such as `lo`.
    public let name: String

    /// All interfaces, in the kernel's order; nil with errno set on failure.
    public static func all() -> [Interface]? {
        guard let list = if_nameindex() else { return nil }
        defer { if_freenameindex(list) }
        var interfaces: [Interface] = []
        var entry = list
        while let name = entry.pointee.if_name {
            interfaces.append(Interface(index: entry.pointee.if_index, name: String(cString: name)))
            entry += 1
        }
        return interfaces
    }

    /// The name of an interface, or nil if there is none with this index.
    public static func name(ofIndex index: UInt32) -> String? {
        guard index != 0 else { return nil }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(IF_NAMESIZE)) { buffer in
            guard let base = buffer.baseAddress, if_indextoname(index, base) != nil else { return nil }
            return String(cString: base)
        }
    }

    /// The index of an interface, or nil if there is none with this name.
    public static func index(ofName name: String) -> UInt32? {
        // C would stop at the NUL.
        guard !name.utf8.contains(0) else { return nil }
        let index = if_nametoindex(name)
        return index == 0 ? nil : index
    }
}
