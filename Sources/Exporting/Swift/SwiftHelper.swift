/// Functions that a program in Swift brings along, where it needs them.
enum SwiftHelper: CaseIterable {
    case fail, number, address, bytes, found, internet, internet6, unix, withAddress, receivingAddress, show,
        showAddress
    case portOf, aligned, ancillary, sendMessage, receiveMessage, receivedDescriptor, sendFile

    /// The helpers that it uses itself.
    var needs: Set<SwiftHelper> {
        switch self {
        case .bytes, .found, .internet, .internet6, .unix, .withAddress, .receivingAddress: [.address]
        case .sendMessage, .receiveMessage: [.address]
        case .ancillary, .receivedDescriptor: [.aligned]
        case .showAddress: [.address, .withAddress]
        case .portOf: [.address, .receivingAddress, .fail]
        case .fail, .number, .address, .show, .aligned, .sendFile: []
        }
    }

    var source: String {
        switch self {
        case .fail: "func fail(_ call: String) -> Never {\n    perror(call)\n    exit(1)\n}"
        case .number: Self.numberSource
        case .address: Self.addressSource
        case .internet: Self.internetSource
        case .internet6: Self.internet6Source
        case .unix: Self.unixSource
        case .withAddress: Self.withAddressSource
        case .receivingAddress: Self.receivingAddressSource
        case .show: Self.showSource
        case .showAddress: Self.showAddressSource
        case .portOf: Self.portOfSource
        case .bytes: Self.bytesSource
        case .found: Self.foundSource
        case .aligned: Self.alignedSource
        case .ancillary: Self.ancillarySource
        case .sendMessage: Self.sendMessageSource
        case .receiveMessage: Self.receiveMessageSource
        case .receivedDescriptor: Self.receivedDescriptorSource
        case .sendFile: Self.sendFileSource
        }
    }

    private static let numberSource = """
        // C's constants have different types on different systems.
        func number(_ value: some BinaryInteger) -> Int32 { Int32(value) }
        #if canImport(Glibc)
        func number(_ value: __socket_type) -> Int32 { Int32(value.rawValue) }
        #endif
        """

    private static let addressSource = """
        /// An address of any family, with its length.
        struct Address {
            var storage = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

            init() {}

            init<Content>(_ content: Content, length: Int = MemoryLayout<Content>.size) {
                withUnsafeMutableBytes(of: &storage) { room in
                    withUnsafeBytes(of: content) { room.copyBytes(from: $0) }
                }
                self.length = socklen_t(length)
            }
        }
        """

    private static let bytesSource = """
        extension Address {
            /// An address of a family that only Linux has, as the kernel reads it.
            init(raw bytes: [UInt8]) {
                withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
                length = socklen_t(bytes.count)
            }
        }
        """

    private static let foundSource = """
        extension Address {
            /// An address that getaddrinfo found.
            init(_ found: addrinfo) {
                length = found.ai_addrlen
                let bytes = UnsafeRawBufferPointer(start: found.ai_addr, count: Int(length))
                withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes) }
            }
        }
        """

    private static let internetSource = """
        func internet(_ host: String, _ port: UInt16) -> Address {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            inet_pton(AF_INET, host, &address.sin_addr)
            return Address(address)
        }
        """

    private static let internet6Source = """
        func internet6(_ host: String, _ port: UInt16, flowInfo: UInt32 = 0, scope: UInt32 = 0) -> Address {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            address.sin6_flowinfo = flowInfo.bigEndian
            address.sin6_scope_id = scope
            inet_pton(AF_INET6, host, &address.sin6_addr)
            return Address(address)
        }
        """

    private static let unixSource = """
        func unixAddress(_ path: [UInt8]) -> Address {
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
            return Address(address, length: (MemoryLayout<sockaddr_un>.offset(of: \\.sun_path) ?? 2) + path.count)
        }
        """

    private static let withAddressSource = """
        func withAddress<Result>(
            _ address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
        ) -> Result {
            withUnsafePointer(to: address.storage) { storage in
                storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, address.length) }
            }
        }
        """

    private static let receivingAddressSource = """
        func receivingAddress<Result>(
            _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Result
        ) -> (Result, Address) {
            var address = Address()
            var length = address.length
            let result = withUnsafeMutablePointer(to: &address.storage) { storage in
                storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
            }
            address.length = length
            return (result, address)
        }
        """

    private static let showSource = """
        // Received bytes may be anything; what cannot be seen is shown as a number.
        func show(_ bytes: some Sequence<UInt8>) {
            print(bytes.map { UnicodeScalar($0).escaped(asASCII: true) }.joined())
        }
        """

    private static let showAddressSource = """
        func show(_ address: Address) {
            var host = [CChar](repeating: 0, count: 1025)
            var service = [CChar](repeating: 0, count: 32)
            let size = (socklen_t(host.count), socklen_t(service.count))
            let problem = withAddress(address) {
                getnameinfo($0, $1, &host, size.0, &service, size.1, NI_NUMERICHOST | NI_NUMERICSERV)
            }
            if address.length == 0 || problem != 0 { return print("(a unix socket)") }
            print(String(cString: host), String(cString: service))
        }
        """

    private static let portOfSource = """
        /// The port that the kernel chose.
        func port(of descriptor: Int32) -> UInt16 {
            let (result, address) = receivingAddress { getsockname(descriptor, $0, $1) }
            if result == -1 { fail("getsockname") }
            return withUnsafeBytes(of: address.storage) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
        }
        """
}
