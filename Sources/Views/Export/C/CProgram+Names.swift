import Sockets

extension CProgram {
    mutating func lookUp(_ lookup: Program.Lookup, _ step: Program.Step, _ index: Int) throws(ExportProblem) -> [String]
    {
        headers.insert("netdb.h")
        switch lookup {
        case .addressInfo(let host, let service, let kind, let flags):
            return addressInfo(
                text(host),
                program.hasStalePort(index) ? "NULL" : text(service),
                kind,
                flags,
                step,
                index
            )
        case .nameInfo(let place, let flags): return nameInfo(place, flags, step)
        case .service(let name, let transport):
            let call = "getservbyname(\(text(name)), \(text(transport)))"
            guard step.outcome == .success else { return entry("servent", call, [], step) }
            headers.insert("arpa/inet.h")
            let port = names.unique("port")
            variables[index] = port
            let found = names.unique("service")
            return entry("servent", call, [], step, named: found)
                + ["in_port_t \(port) = (in_port_t)\(found)->s_port;", "printf(\"%d\\n\", ntohs(\(port)));"]
        case .serviceName(let port, let transport):
            headers.insert("arpa/inet.h")
            return entry("servent", "getservbyport(htons(\(port)), \(text(transport)))", ["puts(@->s_name);"], step)
        case .protocolNumber(let name):
            return entry("protoent", "getprotobyname(\(text(name)))", ["printf(\"%d\\n\", @->p_proto);"], step)
        case .protocolName(let number):
            return entry("protoent", "getprotobynumber(\(number))", ["puts(@->p_name);"], step)
        case .host(let name):
            headers.insert("arpa/inet.h")
            let shown = ["struct in_addr *first = (struct in_addr *)@->h_addr_list[0];", "puts(inet_ntoa(*first));"]
            return entry("hostent", "gethostbyname(\(text(name)))", scoped(shown), step)
        case .hostOfAddress(let host): return hostOfAddress(host, step)
        case .ownName:
            let name = names.unique("host_name")
            return [
                "char \(name)[256];", "if (gethostname(\(name), sizeof \(name)) == -1)", "    fail(\"gethostname\");",
                "puts(\(name));",
            ]
        }
    }

    private func scoped(_ lines: [String]) -> [String] { ["{"] + lines.map { "    " + $0 } + ["}"] }

    private func text(_ text: String?) -> String { text.map { CLiteral.string($0.utf8) } ?? "NULL" }

    private mutating func addressInfo(
        _ host: String,
        _ service: String,
        _ kind: Program.Kind,
        _ flags: Program.Constant,
        _ step: Program.Step,
        _ index: Int
    ) -> [String] {
        headers.insert("netinet/in.h")
        let (hints, found, problem) = (names.unique("hints"), names.unique("found"), names.unique("problem"))
        variables[index] = found
        let fields = [
            ("ai_family", kind.family), ("ai_socktype", kind.type), ("ai_protocol", kind.protocolNumber),
            ("ai_flags", flags),
        ]
        .filter { $0.1.number != 0 }.map { ".\($0.0) = \(CLiteral.constant($0.1))" }
        return [
            "struct addrinfo \(hints) = {\(fields.isEmpty ? "0" : fields.joined(separator: ", "))};",
            "struct addrinfo *\(found);",
            "int \(problem) = getaddrinfo(\(host), \(service), &\(hints), &\(found));",
        ] + resolverCheck(problem, step)
    }

    private func resolverCheck(_ problem: String, _ step: Program.Step) -> [String] {
        let tell = "fprintf(stderr, \"\(step.action.function): %s\\n\", gai_strerror(\(problem)));"
        guard case .name(let failure) = step.outcome, let name = failure.name, Program.Constant(name, 1).names == [name]
        else {
            return ["if (\(problem) != 0) {", "    \(tell)", "    exit(EXIT_FAILURE);", "}"]
        }
        return [
            "if (\(problem) != 0) {", "    \(tell)", "    if (\(problem) != \(name))", "        exit(EXIT_FAILURE);",
            "}",
        ]
    }

    private mutating func nameInfo(_ place: Program.Place, _ flags: Program.Constant, _ step: Program.Step) -> [String]
    {
        let address = address(place)
        let (host, service, problem) = (
            names.unique("host_name"), names.unique("service_name"), names.unique("problem")
        )
        let call =
            "getnameinfo(\(address.pointer), \(address.length), \(host), sizeof \(host), \(service), sizeof \(service), "
        var lines =
            address.lines + [
                "char \(host)[NI_MAXHOST], \(service)[NI_MAXSERV];",
                "int \(problem) = \(call)\(CLiteral.constant(flags)));",
            ]
        lines += resolverCheck(problem, step)
        if step.outcome == .success { lines.append("printf(\"%s %s\\n\", \(host), \(service));") }
        return lines
    }

    /// A question to a database of names, which answers with a pointer; `@` in the lines behind stands for it.
    private mutating func entry(
        _ type: String,
        _ call: String,
        _ after: [String],
        _ step: Program.Step,
        named wanted: String? = nil
    ) -> [String] {
        let name = wanted ?? names.unique("entry")
        var lines = ["struct \(type) *\(name) = \(call);", "if (\(name) == NULL) {"]
        lines.append("    fprintf(stderr, \"\(step.action.function): not found\\n\");")
        if step.outcome == .success { lines.append("    exit(EXIT_FAILURE);") }
        lines.append("}")
        guard step.outcome == .success else { return lines }
        return lines + after.map { $0.split(separator: "@", omittingEmptySubsequences: false).joined(separator: name) }
    }

    private mutating func hostOfAddress(_ host: String, _ step: Program.Step) -> [String] {
        headers.formUnion(["arpa/inet.h", "netinet/in.h"])
        let isSix = host.utf8.contains(UInt8(ascii: ":"))
        let (family, type) = isSix ? ("AF_INET6", "in6_addr") : ("AF_INET", "in_addr")
        let address = names.unique("address")
        return ["struct \(type) \(address);", "inet_pton(\(family), \(text(host)), &\(address));"]
            + entry("hostent", "gethostbyaddr(&\(address), sizeof \(address), \(family))", ["puts(@->h_name);"], step)
    }
}
