import Sockets

extension CProgram {
    mutating func ownName() -> [String] {
        headers.insert("netdb.h")
        helpers.insert(.fail)
        let name = names.unique("host_name")
        return [
            "char \(name)[256];", "if (gethostname(\(name), sizeof \(name)) == -1)", "    fail(\"gethostname\");",
            "puts(\(name));",
        ]
    }

    mutating func addressInfo(_ question: AddressQuestion, _ step: Program.Step, _ index: Int) -> [String] {
        headers.formUnion(["netdb.h", "netinet/in.h"])
        let (hints, found, problem) = (names.unique("hints"), names.unique("found"), names.unique("problem"))
        variables.addresses[index] = found
        let fields = question.hints.map { ".\($0.field) = \($0.value)" }
        return [
            "struct addrinfo \(hints) = {\(fields.isEmpty ? "0" : fields.joined(separator: ", "))};",
            "struct addrinfo *\(found);",
            "int \(problem) = getaddrinfo(\(question.host), \(question.service), &\(hints), &\(found));",
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

    mutating func nameInfo(_ place: Program.Place, _ flags: Program.Constant, _ step: Program.Step) -> [String] {
        headers.insert("netdb.h")
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

    mutating func ask(_ question: DatabaseQuestion, _ step: Program.Step, _ index: Int) -> [String] {
        headers.insert("netdb.h")
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

    mutating func networkOrder(_ port: Int) -> String {
        headers.insert("arpa/inet.h")
        return "htons(\(port))"
    }

    mutating func addressBytes(_ host: String, _ name: String, _ structure: String, _ family: String)
        -> (lines: [String], words: String)
    {
        headers.formUnion(["arpa/inet.h", "netinet/in.h"])
        let lines = ["struct \(structure) \(name);", "inet_pton(\(family), \(host), &\(name));"]
        return (lines, "&\(name), sizeof \(name), \(family)")
    }

    private mutating func shown(_ shown: DatabaseQuestion.Shown, _ name: String, _ index: Int) -> [String] {
        switch shown {
        case .text(let field): return ["puts(\(name)->\(field));"]
        case .number(let field): return ["printf(\"%d\\n\", \(name)->\(field));"]
        case .port:
            headers.insert("arpa/inet.h")
            let port = names.unique("port")
            variables.addresses[index] = port
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
