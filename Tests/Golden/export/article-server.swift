// Exported by NetShell.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

func fail(_ call: String) -> Never {
    perror(call)
    exit(1)
}

// C's constants have different types on different systems.
func number(_ value: some BinaryInteger) -> Int32 { Int32(value) }
#if canImport(Glibc)
    func number(_ value: __socket_type) -> Int32 { Int32(value.rawValue) }
#endif

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

func internet(_ host: String, _ port: UInt16) -> Address {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    return Address(address)
}

func withAddress<Result>(
    _ address: Address,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    withUnsafePointer(to: address.storage) { storage in
        storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, address.length) }
    }
}

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

let s = socket(AF_INET, number(SOCK_STREAM), 0)
if s == -1 { fail("socket") }

if withAddress(internet("127.0.0.1", 8088), { bind(s, $0, $1) }) == -1 { fail("bind") }

if listen(s, 5) == -1 { fail("listen") }

let (c, address) = receivingAddress({ accept(s, $0, $1) })
if c == -1 { fail("accept") }
print("Got connection from", terminator: " ")
show(address)

if send(c, Array("Thank you for connection".utf8), 24, 0) == -1 { fail("send") }

if close(c) == -1 { fail("close") }

close(s)
