import Sockets

/// Memory that a call reads in C, an address or data: the lines that make it, and the two expressions that the call is
/// given.
struct CMemory {
    var lines: [String] = []
    let pointer: String
    let length: String
}

/// Room for an address that a call writes in C: two variables, one for the address and one for its length.
struct CAddressRoom {
    /// The variable for the address.
    let name: String

    /// The variable for its length: before a call the size of the room, after it the size of the address.
    var length: String { Self.length(of: name) }

    /// The variable for the length of the address in a variable.
    static func length(of name: String) -> String { name + "_length" }

    /// The declarations of both.
    var lines: [String] {
        ["struct sockaddr_storage \(name);", "socklen_t \(length) = sizeof \(name);"]
    }

    /// A pointer to the address.
    var pointer: String { "(struct sockaddr *)&\(name)" }

    /// The two arguments of a call that writes the address.
    var arguments: String { "\(pointer), &\(length)" }

    /// The address, once a call has written it.
    var address: CMemory { CMemory(pointer: pointer, length: length) }
}

extension CProgram {
    /// The address of a call.
    mutating func address(_ place: Program.Place) -> CMemory {
        switch place.source {
        case .step(let step):
            return CAddressRoom(name: variables.addresses[step] ?? "address").address
        case .lookup(let step, _):
            let name = variables.addresses[step] ?? "found"
            return CMemory(pointer: "\(name)->ai_addr", length: "\(name)->ai_addrlen")
        case .nameOf(let handle): return ownName(of: handle)
        case .portOf(let handle):
            helpers.insert(.portOf)
            return internet(place.address, port: "port_of(\(name(handle)))")
        case .service(let step): return internet(place.address, port: variables.addresses[step] ?? "0")
        case .argument(let index): return internet(place.address, port: program.ports[index].name)
        case .literal: return literal(place.address)
        }
    }

    private mutating func ownName(of handle: Int) -> CMemory {
        let room = room("address")
        var address = room.address
        address.lines =
            room.lines + [
                "if (getsockname(\(name(handle)), \(room.arguments)) == -1)", "    fail(\"getsockname\");",
            ]
        return address
    }

    /// Room for an address that a call is to write.
    mutating func room(_ wanted: String) -> CAddressRoom { CAddressRoom(name: pair(wanted)) }

    /// A name whose companion for the length is free as well.
    mutating func pair(_ wanted: String) -> String {
        let name = names.unique(wanted)
        let length = CAddressRoom.length(of: name)
        return names.unique(length) == length ? name : pair(wanted)
    }

    private mutating func literal(_ address: SocketAddress) -> CMemory {
        switch address {
        case .inet(_, let port), .inet6(_, let port, _, _):
            if port != 0 { headers.insert("arpa/inet.h") }
            return internet(address, port: port == 0 ? nil : "htons(\(port))")
        case .unix(let name): return unix(name)
        default:
            let name = names.unique("address")
            let length = max(address.raw.count, 16)
            let bytes = address.raw + [UInt8](repeating: 0, count: length - address.raw.count)
            let lines =
                ["_Alignas(struct sockaddr_storage) unsigned char \(name)[] = {"]
                + CLiteral.elements(bytes).map { "    " + $0 } + ["};"]
            return CMemory(lines: lines, pointer: "(struct sockaddr *)\(name)", length: "\(length)")
        }
    }

    private mutating func internet(_ address: SocketAddress, port: String?) -> CMemory {
        headers.formUnion(["arpa/inet.h", "netinet/in.h"])
        let name = names.unique("address")
        let six = address.family == .inet6
        let prefix = six ? "sin6" : "sin"
        let family = six ? "AF_INET6" : "AF_INET"
        var fields = ".\(prefix)_family = \(family)"
        if let port { fields += ", .\(prefix)_port = \(port)" }
        var host = ""
        switch address {
        case .inet(let address, _): host = address.description
        case .inet6(let address, _, let flowInfo, let scope):
            host = address.description
            if flowInfo != 0 { fields += ", .sin6_flowinfo = htonl(\(flowInfo))" }
            if scope != 0 { fields += ", .sin6_scope_id = \(scope)" }
        default: break
        }
        return CMemory(
            lines: [
                "struct sockaddr_in\(six ? "6" : "") \(name) = {\(fields)};",
                "inet_pton(\(family), \"\(host)\", &\(name).\(prefix)_addr);",
            ],
            pointer: "(struct sockaddr *)&\(name)",
            length: "sizeof \(name)"
        )
    }

    private mutating func unix(_ unix: UnixName) -> CMemory {
        headers.formUnion(["sys/un.h"])
        let name = names.unique("address")
        var length = "sizeof \(name)"
        var path = ""
        switch unix {
        case .unnamed: length = "sizeof(sa_family_t)"
        case .path(let bytes): path = ", .sun_path = " + CLiteral.string(bytes)
        case .abstract(let bytes):
            headers.insert("stddef.h")
            path = ", .sun_path = " + CLiteral.string([0] + bytes)
            length = "offsetof(struct sockaddr_un, sun_path) + \(bytes.count + 1)"
        }
        return CMemory(
            lines: ["struct sockaddr_un \(name) = {.sun_family = AF_UNIX\(path)};"],
            pointer: "(struct sockaddr *)&\(name)",
            length: length
        )
    }
}
