import SystemPackage

/// What getaddrinfo should look for (the `hints` of getaddrinfo(3)).
public struct AddressHints: Hashable, Sendable {
    /// The address family, unspecified for any.
    public var family: AddressFamily
    /// The socket type, 0 for any.
    public var type: SocketType
    /// The protocol, 0 for any.
    public var protocolNumber: ProtocolNumber
    /// The flags.
    public var flags: AddressInfoFlags

    /// Hints; without arguments, any address.
    public init(
        family: AddressFamily = .unspecified,
        type: SocketType = SocketType(rawValue: 0),
        protocol protocolNumber: ProtocolNumber = .automatic,
        flags: AddressInfoFlags = []
    ) {
        self.family = family
        self.type = type
        self.protocolNumber = protocolNumber
        self.flags = flags
    }
}

/// One of getaddrinfo's results: what to pass to socket, and then connect or bind (getaddrinfo(3)).
public struct AddressInfo: Hashable, Sendable {
    /// The flags returned with it.
    public let flags: AddressInfoFlags
    /// The address family.
    public let family: AddressFamily
    /// The socket type.
    public let type: SocketType
    /// The protocol.
    public let protocolNumber: ProtocolNumber
    /// The address, including the port.
    public let address: SocketAddress
    /// The canonical name of the host, in the first result and only if requested.
    public let canonicalName: String?

    init?(_ raw: addrinfo) {
        guard let start = raw.ai_addr else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(raw.ai_addrlen))
        guard let address = SocketAddress(raw: Array(bytes)) else { return nil }
        self.address = address
        flags = AddressInfoFlags(rawValue: raw.ai_flags)
        family = AddressFamily(rawValue: raw.ai_family)
        type = SocketType(rawValue: raw.ai_socktype)
        protocolNumber = ProtocolNumber(rawValue: raw.ai_protocol)
        canonicalName = raw.ai_canonname.map { String(cString: $0) }
    }
}

extension Kernel {
    /// getaddrinfo(3): the addresses of a host and a service, best first.
    ///
    /// - Parameters:
    ///   - host: a name, or a numeric address; nil for this host.
    ///   - service: a name, or a numeric port; nil for port 0.
    ///   - hints: what is looked for.
    public func getaddrinfo(
        host: String?,
        service: String?,
        hints: AddressHints = AddressHints()
    ) -> NameReturned<[AddressInfo]> {
        let problem = NameProblem(in: host, service)
        return resolve(.getaddrinfo, none: [], systemResult: Int(EAI_SYSTEM), problem: problem) {
            var request = addrinfo()
            request.ai_family = hints.family.rawValue
            request.ai_socktype = hints.type.rawValue
            request.ai_protocol = hints.protocolNumber.rawValue
            request.ai_flags = hints.flags.rawValue
            var list: UnsafeMutablePointer<addrinfo>?
            let ask = { systemGetaddrinfo(host, service, &request, &list) }
            let code = hints.flags.isDisjoint(with: .internationalized) ? ask() : UserLocale.run(ask)
            guard code == 0 else { return resolverFailure(code, none: []) }
            defer { freeaddrinfo(list) }
            return NameOutcome(output: answers(list))
        }
    }

    /// getnameinfo(3): the names of an address's host and port.
    public func getnameinfo(
        _ address: SocketAddress,
        flags: NameInfoFlags = []
    ) -> NameReturned<(host: String, service: String)> {
        resolve(.getnameinfo, none: ("", ""), systemResult: Int(EAI_SYSTEM)) {
            // NI_MAXHOST and NI_MAXSERV, and room for a unix socket's path.
            var host = [CChar](repeating: 0, count: 1025)
            var service = [CChar](repeating: 0, count: 1025)
            let ask = {
                withRaw(address) { pointer, length in
                    systemGetnameinfo(pointer, length, &host, &service, flags.rawValue)
                }
            }
            let code = flags.isDisjoint(with: .internationalized) ? ask() : UserLocale.run(ask)
            guard code == 0 else { return resolverFailure(code, none: ("", "")) }
            return NameOutcome(output: (text(host), text(service)))
        }
    }
}

/// The results in getaddrinfo's linked list.
private func answers(_ list: UnsafeMutablePointer<addrinfo>?) -> [AddressInfo] {
    var answers: [AddressInfo] = []
    var next = list
    while let entry = next?.pointee {
        if let answer = AddressInfo(entry) { answers.append(answer) }
        next = entry.ai_next
    }
    return answers
}

/// The outcome of a call that returned an `EAI_` code.
private func resolverFailure<Output>(_ code: Int32, none: Output) -> NameOutcome<Output> {
    let errno = Errno.current
    let error = ResolverError(rawValue: code)
    return NameOutcome(
        result: Int(code),
        failure: error == .system ? .system(errno) : .resolver(error),
        output: none
    )
}

/// The text that C wrote into a buffer, up to its NUL.
func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func systemGetaddrinfo(
    _ host: String?,
    _ service: String?,
    _ hints: UnsafePointer<addrinfo>,
    _ list: UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>
) -> Int32 {
    getaddrinfo(host, service, hints, list)
}

private func systemGetnameinfo(
    _ address: UnsafePointer<sockaddr>,
    _ length: socklen_t,
    _ host: inout [CChar],
    _ service: inout [CChar],
    _ flags: Int32
) -> Int32 {
    getnameinfo(address, length, &host, socklen_t(host.count), &service, socklen_t(service.count), flags)
}
