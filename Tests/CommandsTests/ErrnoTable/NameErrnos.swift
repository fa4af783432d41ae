/// Names and services, whose errors are the resolver's own. Injected: no test asks a name server.
extension Provocation {
    private static let connect = ("s = socket inet stream", "s.connect name.example 80")

    static let names: [Provocation] =
        [
            ("EAI_NONAME", "name.unknown"), ("EAI_AGAIN", "name.again"), ("EAI_FAIL", "name.fail"),
            ("EAI_FAMILY", "name.family"), ("EAI_SERVICE", "name.service"), ("EAI_NODATA", "name.nodata"),
            ("EAI_ADDRFAMILY", "name.addressfamily"), ("EAI_BADFLAGS", "name.flags"), ("EAI_SOCKTYPE", "name.type"),
        ].map { injected("getaddrinfo", $0.0, $0.1, connect.0, connect.1) } + [
            Provocation(
                "getservbyname",
                "NotFound",
                "service.unknown",
                "s = socket inet stream\ns.connect 127.0.0.1 htpp"
            )
        ]
}
