/// Gives out names that are identifiers in every language, each once.
struct Identifiers: Equatable, Sendable {
    private var taken: Set<String> = []
    /// The number that a name with a number after it may get next: all below are taken.
    private var next: [String: Int] = [:]

    /// A name as near to the wanted one as can be: other characters than letters, digits and underscores are dropped, a
    /// reserved word gets an underscore, and a name that is taken a number.
    mutating func name(_ wanted: String, otherwise fallback: String) -> String {
        var base = String(String.UnicodeScalarView(wanted.unicodeScalars.prefix(40).filter(Self.isAllowed)))
        if base.isEmpty || base.allSatisfy({ $0 == "_" }) { base = fallback }
        if base.first?.isNumber == true { base = "_" + base }
        // Names that begin with an underscore are the compiler's in C.
        if base.hasPrefix("_") { base = "n" + base }
        if Self.reserved.contains(base) { base += "_socket" }
        return unique(base)
    }

    /// A name for something of the program's own: the wanted one, or with a number after it.
    mutating func unique(_ base: String) -> String {
        let key = base.lowercased()
        if taken.insert(key).inserted { return base }
        var number = next[key] ?? 2
        while !taken.insert(key + "_\(number)").inserted { number += 1 }
        next[key] = number + 1
        return base + "_\(number)"
    }

    /// Gives names back that a language has no use for.
    mutating func release(_ names: [String]) {
        taken.subtract(names)
        next = [:]
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }

    /// Keywords, and names that the programs use themselves or that their libraries define.
    private static let reserved = Set(
        """
        False None True and as assert async await break class continue def del elif else except finally for from \
        global if import in is lambda nonlocal not or pass raise return try while with yield match case print bytes \
        bytearray int len sys socket select errno struct os array time error exit range str open fcntl \
        auto char const default do double enum extern float goto inline long register restrict short signed sizeof \
        static switch typedef union unsigned void volatile bool true false NULL main stdin stdout stderr signal \
        associatedtype deinit extension fileprivate func init internal let operator private precedencegroup protocol \
        public rethrows self Self subscript super throw throws typealias var defer fallthrough guard repeat where nil \
        actor any some macro each borrowing consuming Any Type Int Int32 UInt8 String Glibc Darwin Foundation \
        socketpair dup close shutdown ioctl bind connect listen accept accept4 getsockname getpeername sockatmark send sendto \
        sendmsg sendfile recv recvfrom recvmsg poll getsockopt setsockopt getaddrinfo getnameinfo gai_strerror \
        freeaddrinfo gethostbyname gethostbyaddr getservbyname getservbyport getprotobyname getprotobynumber \
        gethostname perror printf puts putchar fputs fwrite fflush memset memcpy strlen strtol atoi unlink htons ntohs \
        htonl ntohl inet_pton inet_ntop free malloc calloc argc argv fail show count data address port buffer length \
        use sockets inject variables write settimeout setblocking gettimeout recvline recvuntil recvall sendall \
        export journal help explain diagram state watch ruler hexdump jobs wait cancel reply hints found host service \
        index read unix linux result parameter fill received message entries option value i j y0 y1 yn j0 j1 jn \
        descriptors level kind content ancillary flags poller buffers number request Address show_address port_of \
        received_descriptor check withAddress internet internet6 unixAddress stdint errno_t environ link pipe kill pause sleep truncate file aligned sendMessage receiveMessage
        """.split(separator: " ").map(String.init)
    )
}
