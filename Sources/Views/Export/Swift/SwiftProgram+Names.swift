import Sockets

extension SwiftProgram {
    mutating func lookUp(_ lookup: Program.Lookup, _ step: Program.Step, _ index: Int) -> [String] {
        if let question = DatabaseQuestion(lookup) { return ask(question, step, index) }
        switch lookup {
        case .addressInfo(let host, let service, let kind, let flags):
            return addressInfo(
                text(host),
                program.hasStalePort(index) ? "nil" : text(service),
                kind,
                flags,
                step,
                index
            )
        case .nameInfo(let place, let flags): return nameInfo(place, flags, step)
        case .ownName:
            let name = names.unique("host_name")
            return [
                "var \(name) = [CChar](repeating: 0, count: 256)",
                "if gethostname(&\(name), \(name).count) == -1 { fail(\"gethostname\") }",
                "print(String(cString: \(name)))",
            ]
        default: return []
        }
    }

    private func text(_ text: String?) -> String { text.map(SwiftText.string) ?? "nil" }

    private mutating func addressInfo(
        _ host: String,
        _ service: String,
        _ kind: Program.Kind,
        _ flags: Program.Constant,
        _ step: Program.Step,
        _ index: Int
    ) -> [String] {
        let (hints, list, problem) = (names.unique("hints"), names.unique("list"), names.unique("problem"))
        var lines = ["var \(hints) = addrinfo()"]
        let fields = [
            ("ai_family", kind.family), ("ai_socktype", kind.type), ("ai_protocol", kind.protocolNumber),
            ("ai_flags", flags),
        ]
        for (field, value) in fields where value.number != 0 { lines.append("\(hints).\(field) = \(constant(value))") }
        let tell = "print(\"getaddrinfo:\", String(cString: gai_strerror(\(problem))))"
        lines += [
            "var \(list): UnsafeMutablePointer<addrinfo>?",
            "let \(problem) = getaddrinfo(\(host), \(service), &\(hints), &\(list))", "if \(problem) != 0 {",
            "    \(tell)",
        ]
        if step.outcome == .success { lines.append("    exit(1)") }
        lines.append("}")
        guard step.outcome == .success, step.addressName != nil else { return lines }
        let found = names.unique("found")
        variables[index] = found
        return lines + ["guard let \(found) = \(list)?.pointee else { fail(\"getaddrinfo\") }"]
    }

    private mutating func nameInfo(_ place: Program.Place, _ flags: Program.Constant, _ step: Program.Step) -> [String]
    {
        helpers.insert(.withAddress)
        let (host, service) = (names.unique("host_name"), names.unique("service_name"))
        let problem = names.unique("problem")
        let call = "getnameinfo($0, $1, &\(host), 1025, &\(service), 32, \(constant(flags)))"
        var lines = [
            "var \(host) = [CChar](repeating: 0, count: 1025)", "var \(service) = [CChar](repeating: 0, count: 32)",
            "let \(problem) = withAddress(\(address(place))) {", "    \(call)", "}", "if \(problem) != 0 {",
            "    print(\"getnameinfo:\", String(cString: gai_strerror(\(problem))))",
        ]
        if step.outcome == .success { lines.append("    exit(1)") }
        lines.append("}")
        guard step.outcome == .success else { return lines }
        return lines + ["print(String(cString: \(host)), String(cString: \(service)))"]
    }

    private mutating func ask(_ question: DatabaseQuestion, _ step: Program.Step, _ index: Int) -> [String] {
        var lines: [String] = []
        let words = question.arguments.map { word($0, &lines) }.joined(separator: ", ")
        let call = "\(question.function)(\(words))"
        let tell = "print(\"\(question.function): not found\")"
        guard step.outcome == .success else { return lines + ["if \(call) == nil { \(tell) }"] }
        let name = names.unique(question.variable)
        lines += ["guard let \(name) = \(call) else {", "    \(tell)", "    exit(1)", "}"]
        return lines + shown(question.shown, name, index)
    }

    /// An argument; what has to stand before the call is added to the lines.
    private mutating func word(_ argument: DatabaseQuestion.Argument, _ lines: inout [String]) -> String {
        switch argument {
        case .text(let text): return self.text(text)
        case .number(let number): return String(number)
        case .port(let port): return "Int32(UInt16(\(port)).bigEndian)"
        case .address(let host):
            let isSix = host.utf8.contains(UInt8(ascii: ":"))
            let (family, type) = isSix ? ("AF_INET6", "in6_addr") : ("AF_INET", "in_addr")
            let name = names.unique("address")
            lines += ["var \(name) = \(type)()", "inet_pton(\(family), \(text(host)), &\(name))"]
            return "&\(name), socklen_t(MemoryLayout<\(type)>.size), \(family)"
        }
    }

    private mutating func shown(_ shown: DatabaseQuestion.Shown, _ name: String, _ index: Int) -> [String] {
        switch shown {
        case .text(let field): return ["print(String(cString: \(name).pointee.\(field)))"]
        case .number(let field): return ["print(\(name).pointee.\(field))"]
        case .port:
            let port = names.unique("port")
            variables[index] = port
            let value = "UInt16(bigEndian: UInt16(truncatingIfNeeded: \(name).pointee.s_port))"
            return ["let \(port) = \(value)", "print(\(port))"]
        case .address:
            let first = names.unique("first")
            return [
                "if let \(first) = \(name).pointee.h_addr_list[0] {",
                "    let number = UnsafeRawPointer(\(first)).loadUnaligned(as: in_addr.self)",
                "    print(String(cString: inet_ntoa(number)))", "}",
            ]
        }
    }
}
