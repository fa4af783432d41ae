extension CallRow {
    private static let asking: CallTraits = [.looksUp, .asks]
    private static let resolving: CallTraits = [.looksUp, .asks, .resolves]

    /// The resolver, and the name databases.
    static let names: [CallRow] = [
        CallRow(.getaddrinfo, "getaddrinfo", 3, ["node", "service", "hints", "res"], resolving, returns: .code),
        CallRow(
            .getnameinfo,
            "getnameinfo",
            3,
            ["addr", "addrlen", "host", "hostlen", "serv", "servlen", "flags"],
            resolving,
            returns: .code
        ),
        CallRow(.gethostbyname, "gethostbyname", 3, ["name"], resolving, returns: .pointer),
        CallRow(
            .gethostbyaddr,
            "gethostbyaddr",
            3,
            ["addr", "len", "type"],
            resolving,
            returns: .pointer,
            page: "gethostbyname"
        ),
        CallRow(.gethostname, "gethostname", 2, ["name", "len"], [.asks]),
        CallRow(.getservbyname, "getservbyname", 3, ["name", "proto"], asking, returns: .pointer, page: "getservent"),
        CallRow(.getservbyport, "getservbyport", 3, ["port", "proto"], asking, returns: .pointer, page: "getservent"),
        CallRow(.getprotobyname, "getprotobyname", 3, ["name"], asking, returns: .pointer, page: "getprotoent"),
        CallRow(.getprotobynumber, "getprotobynumber", 3, ["proto"], asking, returns: .pointer, page: "getprotoent"),
    ]

    /// Addresses as text and bytes, byte order, interface names.
    static let conversions: [CallRow] = [
        CallRow(.inet_pton, "inet_pton", 3, ["af", "src", "dst"], [.converts, .asks], returns: .number),
        CallRow(.inet_ntop, "inet_ntop", 3, ["af", "src", "dst", "size"], [.converts, .asks], returns: .pointer),
        CallRow(.inet_aton, "inet_aton", 3, ["cp", "inp"], [.converts, .asks], returns: .number, page: "inet"),
        CallRow(.inet_ntoa, "inet_ntoa", 3, ["in"], [.converts, .asks], returns: .pointer, page: "inet"),
        CallRow(.htons, "htons", 3, ["hostshort"], [.converts, .asks], returns: .number, page: "byteorder"),
        CallRow(.htonl, "htonl", 3, ["hostlong"], [.converts, .asks], returns: .number, page: "byteorder"),
        CallRow(.ntohs, "ntohs", 3, ["netshort"], [.converts, .asks], returns: .number, page: "byteorder"),
        CallRow(.ntohl, "ntohl", 3, ["netlong"], [.converts, .asks], returns: .number, page: "byteorder"),
        CallRow(.if_nametoindex, "if_nametoindex", 3, ["ifname"], [.asks], returns: .number),
        CallRow(
            .if_indextoname,
            "if_indextoname",
            3,
            ["ifindex", "ifname"],
            [.asks],
            returns: .pointer,
            page: "if_nametoindex"
        ),
        CallRow(.if_nameindex, "if_nameindex", 3, [], [.asks], returns: .pointer),
    ]
}
