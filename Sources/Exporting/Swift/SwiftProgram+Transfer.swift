import Sockets

extension SwiftProgram {
    mutating func transfer(_ step: Program.Step, _ index: Int) -> WrittenCall {
        switch step.action {
        case .send(let socket, let data, let flags, to: let place):
            let (before, bytes, count) = payload(data)
            let start = "(\(name(socket)), \(bytes), \(count), \(constant(flags))"
            guard let place else { return WrittenCall(before: before, expression: "send" + start + ")") }
            if case .lookup(let lookup, _) = place.source {
                let found = variables.addresses[lookup] ?? "found"
                return WrittenCall(
                    before: before,
                    expression: "sendto" + start + ", \(found).ai_addr, \(found).ai_addrlen)"
                )
            }
            helpers.insert(.withAddress)
            let address = address(place)
            return WrittenCall(before: before, expression: "withAddress(\(address), { sendto\(start), $0, $1) })")
        case .receive(let socket, let size, let flags, let wantsAddress):
            return receive(socket, size, flags, wantsAddress, index)
        case .sendMessage(let socket, let parts, let ancillary, let flags, to: let place):
            return sendMessage(socket, parts, ancillary, flags, place)
        case .receiveMessage(let socket, let sizes, let control, let flags, let sockets):
            return receiveMessage(socket, sizes, control, flags, sockets, index)
        case .sendFile(let socket, let path, let offset, let count): return sendFile(socket, path, offset, count)
        default: return WrittenCall(expression: "0")
        }
    }

    private mutating func sendFile(_ socket: Int, _ path: String, _ offset: Int, _ count: Int) -> WrittenCall {
        let (file, place) = (names.unique("file"), names.unique("offset"))
        helpers.insert(.sendFile)
        return WrittenCall(
            before: [
                "let \(file) = open(\(SwiftText.string(path)), O_RDONLY)", "if \(file) == -1 { fail(\"open\") }",
                "var \(place): off_t = \(offset)",
            ],
            expression: "sendFile(\(name(socket)), \(file), &\(place), \(count))",
            ending: ["close(\(file))"]
        )
    }

    /// A name for received data, whose companion with `Count` after it is free as well.
    mutating func counted() -> String {
        let name = names.unique("data")
        return names.unique(name + "Count") == name + "Count" ? name : counted()
    }

    /// Data in Swift: the line that makes it, its variable or literal, and its length.
    mutating func payload(_ payload: Program.Payload) -> ([String], String, String) {
        switch payload {
        case .received(let step):
            let name = variables.data[step] ?? "data"
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
    ) -> WrittenCall {
        helpers.insert(.show)
        let data = counted()
        variables.data[index] = data
        let start = "(\(name(socket)), &\(data), \(size), \(constant(flags))"
        var call = WrittenCall(
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
        variables.addresses[index] = address
        call.before.append("let (\(data)Count, \(address)) = receivingAddress { recvfrom\(start), $0, $1) }")
        call.after.append("show(\(address))")
        return call
    }
}
