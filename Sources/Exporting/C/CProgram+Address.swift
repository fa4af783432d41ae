import Sockets

/// An address in C: the lines that make it, and the two expressions that a call is given.
struct CAddress {
    var lines: [String] = []
    let pointer: String
    let length: String
}

extension CProgram {
    /// The address of a call.
    mutating func address(_ place: Program.Place) -> CAddress {
        switch place.source {
        case .step(let step):
            let name = variables[step] ?? "address"
            return CAddress(pointer: "(struct sockaddr *)&\(name)", length: "\(name)_length")
        case .lookup(let step, _):
            let name = variables[step] ?? "found"
            return CAddress(pointer: "\(name)->ai_addr", length: "\(name)->ai_addrlen")
        case .nameOf(let handle): return ownName(of: handle)
        case .portOf(let handle):
            helpers.insert(.portOf)
            return internet(place.address, port: "port_of(\(name(handle)))")
        case .service(let step): return internet(place.address, port: variables[step] ?? "0")
        case .argument(let index): return internet(place.address, port: program.ports[index].name)
        case .literal: return literal(place.address)
        }
    }

    private mutating func ownName(of handle: Int) -> CAddress {
        var address = room("address")
        address.lines += [
            "if (getsockname(\(name(handle)), \(address.pointer), \(address.length)) == -1)",
            "    fail(\"getsockname\");",
        ]
        let name = address.pointer.dropFirst("(struct sockaddr *)&".count)
        return CAddress(lines: address.lines, pointer: address.pointer, length: "\(name)_length")
    }

    /// Room for an address that a call is to write.
    mutating func room(_ wanted: String) -> CAddress {
        let name = pair(wanted)
        return CAddress(
            lines: ["struct sockaddr_storage \(name);", "socklen_t \(name)_length = sizeof \(name);"],
            pointer: "(struct sockaddr *)&\(name)",
            length: "&\(name)_length"
        )
    }

    /// A name whose companion with `_length` behind it is free as well.
    mutating func pair(_ wanted: String) -> String {
        let name = names.unique(wanted)
        return names.unique(name + "_length") == name + "_length" ? name : pair(wanted)
    }

    private mutating func literal(_ address: SocketAddress) -> CAddress {
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
            return CAddress(lines: lines, pointer: "(struct sockaddr *)\(name)", length: "\(length)")
        }
    }

    private mutating func internet(_ address: SocketAddress, port: String?) -> CAddress {
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
        return CAddress(
            lines: [
                "struct sockaddr_in\(six ? "6" : "") \(name) = {\(fields)};",
                "inet_pton(\(family), \"\(host)\", &\(name).\(prefix)_addr);",
            ],
            pointer: "(struct sockaddr *)&\(name)",
            length: "sizeof \(name)"
        )
    }

    private mutating func unix(_ unix: UnixName) -> CAddress {
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
        return CAddress(
            lines: ["struct sockaddr_un \(name) = {.sun_family = AF_UNIX\(path)};"],
            pointer: "(struct sockaddr *)&\(name)",
            length: length
        )
    }
}
