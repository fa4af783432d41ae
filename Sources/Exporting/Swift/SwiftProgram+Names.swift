import Sockets

extension SwiftProgram {
    mutating func ownName() -> [String] {
        let name = names.unique("host_name")
        return [
            "var \(name) = [CChar](repeating: 0, count: 256)",
            "if gethostname(&\(name), \(name).count) == -1 { fail(\"gethostname\") }",
            "print(String(cString: \(name)))",
        ]
    }

    mutating func addressInfo(_ question: AddressQuestion, _ step: Program.Step, _ index: Int) -> [String] {
        let (hints, list, problem) = (names.unique("hints"), names.unique("list"), names.unique("problem"))
        var lines = ["var \(hints) = addrinfo()"] + question.hints.map { "\(hints).\($0.field) = \($0.value)" }
        let tell = "print(\"getaddrinfo:\", String(cString: gai_strerror(\(problem))))"
        lines += [
            "var \(list): UnsafeMutablePointer<addrinfo>?",
            "let \(problem) = getaddrinfo(\(question.host), \(question.service), &\(hints), &\(list))",
            "if \(problem) != 0 {",
            "    \(tell)",
        ]
        if step.outcome == .success { lines.append("    exit(1)") }
        lines.append("}")
        guard step.outcome == .success, step.addressName != nil else { return lines }
        let found = names.unique("found")
        variables.addresses[index] = found
        return lines + ["guard let \(found) = \(list)?.pointee else { fail(\"getaddrinfo\") }"]
    }

    mutating func nameInfo(_ place: Program.Place, _ flags: Program.Constant, _ step: Program.Step) -> [String] {
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

    mutating func ask(_ question: DatabaseQuestion, _ step: Program.Step, _ index: Int) -> [String] {
        var lines: [String] = []
        let words = question.arguments.map { word($0, &lines) }.joined(separator: ", ")
        let call = "\(question.function)(\(words))"
        let tell = "print(\"\(question.function): not found\")"
        guard step.outcome == .success else { return lines + ["if \(call) == nil { \(tell) }"] }
        let name = names.unique(question.variable)
        lines += ["guard let \(name) = \(call) else {", "    \(tell)", "    exit(1)", "}"]
        return lines + shown(question.shown, name, index)
    }

    func networkOrder(_ port: Int) -> String { "Int32(UInt16(\(port)).bigEndian)" }

    func addressBytes(_ host: String, _ name: String, _ structure: String, _ family: String)
        -> (lines: [String], words: String)
    {
        let lines = ["var \(name) = \(structure)()", "inet_pton(\(family), \(host), &\(name))"]
        return (lines, "&\(name), socklen_t(MemoryLayout<\(structure)>.size), \(family)")
    }

    private mutating func shown(_ shown: DatabaseQuestion.Shown, _ name: String, _ index: Int) -> [String] {
        switch shown {
        case .text(let field): return ["print(String(cString: \(name).pointee.\(field)))"]
        case .number(let field): return ["print(\(name).pointee.\(field))"]
        case .port:
            let port = names.unique("port")
            variables.addresses[index] = port
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
