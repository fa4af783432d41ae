import Sockets

extension CProgram {
    mutating func lookUp(_ lookup: Program.Lookup, _ step: Program.Step, _ index: Int) -> [String] {
        headers.insert("netdb.h")
        if let question = DatabaseQuestion(lookup) { return ask(question, step, index) }
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
        case .ownName:
            helpers.insert(.fail)
            let name = names.unique("host_name")
            return [
                "char \(name)[256];", "if (gethostname(\(name), sizeof \(name)) == -1)", "    fail(\"gethostname\");",
                "puts(\(name));",
            ]
        default: return []
        }
    }

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

    private mutating func ask(_ question: DatabaseQuestion, _ step: Program.Step, _ index: Int) -> [String] {
        var lines: [String] = []
        let words = question.arguments.map { word($0, &lines) }.joined(separator: ", ")
        let name = names.unique(question.variable)
        lines += [
            "struct \(question.structure) *\(name) = \(question.function)(\(words));", "if (\(name) == NULL) {",
            "    fprintf(stderr, \"\(question.function): not found\\n\");",
        ]
        if step.outcome == .success { lines.append("    exit(EXIT_FAILURE);") }
        lines.append("}")
        return lines + (step.outcome == .success ? shown(question.shown, name, index) : [])
    }

    /// An argument; what has to stand before the call is added to the lines.
    private mutating func word(_ argument: DatabaseQuestion.Argument, _ lines: inout [String]) -> String {
        switch argument {
        case .text(let text): return self.text(text)
        case .number(let number): return String(number)
        case .port(let port):
            headers.insert("arpa/inet.h")
            return "htons(\(port))"
        case .address(let host):
            headers.formUnion(["arpa/inet.h", "netinet/in.h"])
            let isSix = host.utf8.contains(UInt8(ascii: ":"))
            let (family, type) = isSix ? ("AF_INET6", "in6_addr") : ("AF_INET", "in_addr")
            let name = names.unique("address")
            lines += ["struct \(type) \(name);", "inet_pton(\(family), \(text(host)), &\(name));"]
            return "&\(name), sizeof \(name), \(family)"
        }
    }

    private mutating func shown(_ shown: DatabaseQuestion.Shown, _ name: String, _ index: Int) -> [String] {
        switch shown {
        case .text(let field): return ["puts(\(name)->\(field));"]
        case .number(let field): return ["printf(\"%d\\n\", \(name)->\(field));"]
        case .port:
            headers.insert("arpa/inet.h")
            let port = names.unique("port")
            variables[index] = port
            return ["in_port_t \(port) = (in_port_t)\(name)->s_port;", "printf(\"%d\\n\", ntohs(\(port)));"]
        case .address:
            headers.insert("arpa/inet.h")
            let first = names.unique("first")
            return [
                "struct in_addr *\(first) = (struct in_addr *)\(name)->h_addr_list[0];", "puts(inet_ntoa(*\(first)));",
            ]
        }
    }
}
