import Sockets

extension SwiftProgram {
    mutating func transfer(_ step: Program.Step, _ index: Int) throws(ExportProblem) -> SwiftCall {
        switch step.action {
        case .send(let socket, let data, let flags, to: let place):
            let (before, bytes, count) = payload(data)
            let start = "(\(name(socket)), \(bytes), \(count), \(constant(flags))"
            guard let place else { return SwiftCall(before: before, expression: "send" + start + ")") }
            if case .lookup(let lookup, _) = place.source {
                let found = variables[lookup] ?? "found"
                return SwiftCall(
                    before: before,
                    expression: "sendto" + start + ", \(found).ai_addr, \(found).ai_addrlen)"
                )
            }
            helpers.insert(.withAddress)
            let address = try address(place, step)
            return SwiftCall(before: before, expression: "withAddress(\(address), { sendto\(start), $0, $1) })")
        case .receive(let socket, let size, let flags, let wantsAddress):
            return receive(socket, size, flags, wantsAddress, index)
        default:
            throw ExportProblem(
                "\(step.action.function) needs C's macros for ancillary data, which Swift does not have",
                call: step.call,
                advice: "export it to C or Python"
            )
        }
    }

    /// A name for received data, whose companion with `Count` behind it is free as well.
    private mutating func counted() -> String {
        let name = names.unique("data")
        return names.unique(name + "Count") == name + "Count" ? name : counted()
    }

    /// Data in Swift: the line that makes it, its variable or literal, and its length.
    private mutating func payload(_ payload: Program.Payload) -> ([String], String, String) {
        switch payload {
        case .received(let step):
            let name = variables[-step - 1] ?? "data"
            return ([], name, "\(name)Count")
        case .fill(let count, let pattern):
            let name = names.unique("data")
            let patternName = names.unique("pattern")
            let value = "(0..<\(count)).map { \(patternName)[$0 % \(pattern.count)] }"
            return (
                ["let \(patternName): [UInt8] = \(SwiftText.bytes(pattern))", "let \(name) = \(value)"], name,
                "\(count)"
            )
        case .bytes(let bytes) where bytes.count <= 60: return ([], SwiftText.bytes(bytes), "\(bytes.count)")
        case .bytes(let bytes):
            let name = names.unique("data")
            let lines =
                ["var \(name): [UInt8] = []"] + pieces(bytes, of: 60).map { "\(name) += \(SwiftText.bytes($0))" }
            return (lines, name, "\(bytes.count)")
        }
    }

    private mutating func receive(
        _ socket: Int,
        _ size: Int,
        _ flags: Program.Constant,
        _ wantsAddress: Bool,
        _ index: Int
    ) -> SwiftCall {
        helpers.insert(.show)
        let data = counted()
        variables[-index - 1] = data
        let start = "(\(name(socket)), &\(data), \(size), \(constant(flags))"
        var call = SwiftCall(
            before: ["var \(data) = [UInt8](repeating: 0, count: \(size))"],
            expression: "\(data)Count",
            after: ["show(\(data).prefix(\(data)Count))"]
        )
        guard wantsAddress else {
            call.before.append("let \(data)Count = recv\(start))")
            return call
        }
        helpers.formUnion([.receivingAddress, .showAddress])
        let address = names.unique("address")
        variables[index] = address
        call.before.append("let (\(data)Count, \(address)) = receivingAddress { recvfrom\(start), $0, $1) }")
        call.after.append("show(\(address))")
        return call
    }

    mutating func lookUp(_ lookup: Program.Lookup, _ step: Program.Step, _ index: Int) throws(ExportProblem) -> [String]
    {
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
        case .service(let name, let transport):
            let port = names.unique("port")
            variables[index] = port
            let value = "UInt16(bigEndian: UInt16(truncatingIfNeeded: @.pointee.s_port))"
            let shown = ["let \(port) = \(value)", "print(\(port))"]
            return entry("getservbyname(\(text(name)), \(text(transport)))", shown, step)
        case .serviceName(let port, let transport):
            let call = "getservbyport(Int32(UInt16(\(port)).bigEndian), \(text(transport)))"
            return entry(call, ["print(String(cString: @.pointee.s_name))"], step)
        case .protocolNumber(let name):
            return entry("getprotobyname(\(text(name)))", ["print(@.pointee.p_proto)"], step)
        case .protocolName(let number):
            return entry("getprotobynumber(\(number))", ["print(String(cString: @.pointee.p_name))"], step)
        case .host(let name):
            return entry("gethostbyname(\(text(name)))", ["print(String(cString: @.pointee.h_name))"], step)
        case .ownName:
            let name = names.unique("host_name")
            return [
                "var \(name) = [CChar](repeating: 0, count: 256)",
                "if gethostname(&\(name), \(name).count) == -1 { fail(\"gethostname\") }",
                "print(String(cString: \(name)))",
            ]
        case .nameInfo, .hostOfAddress:
            throw ExportProblem("\(lookup.function) is not written in Swift", call: step.call, advice: "export it to C")
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

    /// A question to a database of names, which answers with a pointer; `@` in the lines behind stands for it.
    private mutating func entry(_ call: String, _ after: [String], _ step: Program.Step) -> [String] {
        let function = "\"\(step.action.function): not found\""
        guard step.outcome == .success else { return ["if \(call) == nil { print(\(function)) }"] }
        let name = names.unique("entry")
        let lines = ["guard let \(name) = \(call) else {", "    print(\(function))", "    exit(1)", "}"]
        return lines + after.map { $0.split(separator: "@", omittingEmptySubsequences: false).joined(separator: name) }
    }
}
