import SystemPackage

/// Calls that convert addresses to text and back.
extension Kernel {
    /// inet_pton(3): the octets of a text. The result is 1, 0 if the text is not an address of the family, -1 with
    /// `EAFNOSUPPORT` for a family other than the Internet's.
    public func inet_pton(_ family: AddressFamily, _ text: String) -> Returned<[UInt8]> {
        var octets = [UInt8](repeating: 0, count: family == .inet6 ? 16 : 4)
        let returned = invoke(.inet_pton) {
            // C would stop at the NUL.
            text.utf8.contains(0) ? 0 : Int(systemInetPton(family, text, &octets))
        }
        return returned.map { returned.result == 1 ? octets : [] }
    }

    /// inet_ntop(3): the text of an address. The result is 0, or -1 with an errno if C returns NULL.
    ///
    /// A number of octets that is not the family's fails with `EINVAL`, since C would read past their end.
    public func inet_ntop(_ family: AddressFamily, _ octets: [UInt8]) -> Returned<String> {
        let wanted = [AddressFamily.inet: 4, .inet6: 16][family]
        guard wanted == nil || wanted == octets.count else { return refusal().map { "" } }
        var buffer = [CChar](repeating: 0, count: 46)
        return invoke(.inet_ntop) { systemInetNtop(family, octets, &buffer) ? 0 : -1 }.map { text(buffer) }
    }

    /// inet_aton(3): the octets of a text, in any of C's old forms: `127.1`, `0x7f000001`, `010.0.0.1`. The result is
    /// 1, or 0 if the text is not an address; there is no errno.
    public func inet_aton(_ text: String) -> Returned<[UInt8]> {
        var address = in_addr()
        let returned = invoke(.inet_aton) { text.utf8.contains(0) ? 0 : Int(systemInetAton(text, &address)) }
        return returned.map { returned.result == 1 ? withUnsafeBytes(of: address) { Array($0) } : [] }
    }

    /// inet_ntoa(3): the text of an IPv4 address. The result is 0: in C it cannot fail.
    public func inet_ntoa(_ address: IPv4Address) -> Returned<String> {
        var words = ""
        return invoke(.inet_ntoa) {
            words = systemInetNtoa(address)
            return 0
        }.map { words }
    }
}

/// Network byte order and host byte order (byteorder(3)).
public enum ByteOrder {
    /// htons(3): 16 bits from host to network byte order.
    public static func htons(_ number: UInt16) -> UInt16 { number.bigEndian }
    /// htonl(3): 32 bits from host to network byte order.
    public static func htonl(_ number: UInt32) -> UInt32 { number.bigEndian }
    /// ntohs(3): 16 bits from network to host byte order.
    public static func ntohs(_ number: UInt16) -> UInt16 { UInt16(bigEndian: number) }
    /// ntohl(3): 32 bits from network to host byte order.
    public static func ntohl(_ number: UInt32) -> UInt32 { UInt32(bigEndian: number) }
}

private func systemInetPton(_ family: AddressFamily, _ text: String, _ octets: inout [UInt8]) -> Int32 {
    inet_pton(family.rawValue, text, &octets)
}

private func systemInetNtop(_ family: AddressFamily, _ octets: [UInt8], _ buffer: inout [CChar]) -> Bool {
    inet_ntop(family.rawValue, octets, &buffer, socklen_t(buffer.count)) != nil
}

/// C writes to thread-local memory, from which the text is copied at once.
private func systemInetNtoa(_ address: IPv4Address) -> String {
    inet_ntoa(in_addr(s_addr: address.number.bigEndian)).map { String(cString: $0) } ?? ""
}

private func systemInetAton(_ text: String, _ address: inout in_addr) -> Int32 { inet_aton(text, &address) }
