extension Interface {
    /// The index that a word means: a name, an index, or an IPv4 address of one of this host's interfaces.
    static func index(word: String) throws(OptionError) -> UInt32 {
        if !word.utf8.contains(0), let index = index(ofName: word) { return index }
        if let number = try? Words.number(word, in: Int(Int32.min)...Int(UInt32.max)) {
            return UInt32(truncatingIfNeeded: number)
        }
        if let address = IPv4Address(word) {
            if address == .any { return 0 }
            if let index = addresses().first(where: { $0.address == address })?.index { return index }
        }
        throw .unknownInterface(word)
    }

    /// The IPv4 address that a word means: an address, or the first one of an interface given by name or number.
    static func address(word: String) throws(OptionError) -> IPv4Address {
        if let address = IPv4Address(word) { return address }
        let index = try index(word: word)
        if index == 0 { return .any }
        guard let address = addresses().first(where: { $0.index == index })?.address else {
            throw .unknownInterface(word)
        }
        return address
    }

    /// The word for an index: the name if there is such an interface, else the number.
    static func word(index: UInt32) -> String { name(ofIndex: index) ?? String(index) }

    /// The IPv4 addresses of this host's interfaces (getifaddrs(3)).
    private static func addresses() -> [(index: UInt32, address: IPv4Address)] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0, let first = list else { return [] }
        defer { freeifaddrs(first) }
        var found: [(index: UInt32, address: IPv4Address)] = []
        for entry in sequence(first: first, next: { $0.pointee.ifa_next }) {
            guard let raw = UnsafePointer(entry.pointee.ifa_addr), Int32(raw.pointee.sa_family) == AF_INET else {
                continue
            }
            let octets = raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) }
            }
            if let name = entry.pointee.ifa_name, let address = IPv4Address(octets: octets) {
                found.append((if_nametoindex(name), address))
            }
        }
        return found
    }
}
