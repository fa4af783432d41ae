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

// Received bytes may be anything; what cannot be seen is shown as a number.
func show(_ bytes: some Sequence<UInt8>) {
    print(bytes.map { UnicodeScalar($0).escaped(asASCII: true) }.joined())
}

let s = socket(AF_INET, number(SOCK_STREAM), 0)
if s == -1 { fail("socket") }

if withAddress(internet("127.0.0.1", 8088), { connect(s, $0, $1) }) == -1 { fail("connect") }

var data = [UInt8](repeating: 0, count: 1024)
let dataCount = recv(s, &data, 1024, 0)
if dataCount == -1 { fail("recv") }
show(data.prefix(dataCount))

close(s)
