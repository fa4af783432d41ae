import CSockets
import SystemPackage

/// An IPv4 or IPv6 address, without a port.
public enum HostAddress: Hashable, Sendable, CustomStringConvertible {
    /// IPv4.
    case inet(IPv4Address)
    /// IPv6.
    case inet6(IPv6Address)

    /// Parses a numeric address by the rules of inet_pton(3); nil for any other text.
    public init?(_ text: String) {
        if let address = IPv4Address(text) {
            self = .inet(address)
        } else if let address = IPv6Address(text) {
            self = .inet6(address)
        } else {
            return nil
        }
    }

    /// The address in four or sixteen octets in network byte order; nil for any other count.
    public init?(octets: [UInt8]) {
        if let address = IPv4Address(octets: octets) {
            self = .inet(address)
        } else if let address = IPv6Address(octets: octets) {
            self = .inet6(address)
        } else {
            return nil
        }
    }

    /// The address without its port; nil for a family other than the Internet's.
    public init?(_ address: SocketAddress) {
        switch address {
        case .inet(let address, _): self = .inet(address)
        case .inet6(let address, _, _, _): self = .inet6(address)
        default: return nil
        }
    }

    /// The octets in network byte order.
    public var octets: [UInt8] {
        switch self {
        case .inet(let address): address.octets
        case .inet6(let address): address.octets
        }
    }

    /// The family.
    public var family: AddressFamily {
        switch self {
        case .inet: .inet
        case .inet6: .inet6
        }
    }

    /// The numeric address.
    public var description: String {
        switch self {
        case .inet(let address): address.description
        case .inet6(let address): address.description
        }
    }
}

/// A host's entry in the hosts database (gethostbyname(3)'s `hostent`).
public struct HostEntry: Hashable, Sendable {
    /// The official name.
    public let name: String
    /// Other names.
    public let aliases: [String]
    /// The family of all the addresses.
    public let family: AddressFamily
    /// The addresses, in the order of the answer.
    public let addresses: [HostAddress]

    init(_ raw: hostent) {
        name = raw.h_name.map { String(cString: $0) } ?? ""
        aliases = strings(raw.h_aliases)
        family = AddressFamily(rawValue: raw.h_addrtype)
        let length = max(Int(raw.h_length), 0)
        addresses = pointers(raw.h_addr_list).compactMap {
            HostAddress(octets: Array(UnsafeRawBufferPointer(start: $0, count: length)))
        }
    }
}

extension Kernel {
    /// gethostbyname(3): a host's names and its IPv4 addresses.
    public func gethostbyname(_ name: String) -> NameReturned<HostEntry?> {
        resolve(.gethostbyname, none: nil, problem: NameProblem(in: name)) {
            hostOutcome { csockets_gethostbyname(name, $0, $1, $2, $3, $4) }
        }
    }

    /// gethostbyaddr(3): the names of the host with an address.
    public func gethostbyaddr(_ address: HostAddress) -> NameReturned<HostEntry?> {
        let octets = address.octets
        let family = address.family.rawValue
        return resolve(.gethostbyaddr, none: nil) {
            hostOutcome { csockets_gethostbyaddr(octets, socklen_t(octets.count), family, $0, $1, $2, $3, $4) }
        }
    }

    private func hostOutcome(
        _ call: (
            UnsafeMutablePointer<hostent>, UnsafeMutablePointer<CChar>, Int,
            UnsafeMutablePointer<UnsafeMutablePointer<hostent>?>, UnsafeMutablePointer<Int32>
        ) -> Int32
    ) -> NameOutcome<HostEntry?> {
        var code: Int32 = 0
        let (number, output) = lookUp(hostent()) { entry, buffer, size, found in
            call(entry, buffer, size, found, &code)
        } read: {
            HostEntry($0)
        }
        guard output == nil else { return NameOutcome(output: output) }
        let error = HostError(rawValue: code)
        let failure: NameFailure = error == .internal ? .system(Errno(rawValue: number)) : .host(error)
        return NameOutcome(result: -1, failure: failure, output: nil)
    }
}
