import Sockets

extension SwiftProgram {
    /// The call of a step.
    mutating func call(_ step: Program.Step, _ index: Int) -> WrittenCall {
        switch step.action {
        case .socket(let new, let kind): return made(new, "socket(\(numbers(kind)))")
        case .socketpair(let one, let other, let kind): return socketpair(one, other, kind)
        case .dup(let new, of: let original): return made(new, "dup(\(name(original)))")
        case .close(let socket): return WrittenCall(expression: "close(\(name(socket)))")
        case .shutdown(let socket, let how):
            return WrittenCall(expression: "shutdown(\(name(socket)), \(constant(how)))")
        case .setNonBlocking(let socket, let on): return nonBlocking(socket, on)
        case .bind(let socket, let place): return addressed("bind", socket, place)
        case .connect(let socket, let place): return addressed("connect", socket, place)
        case .listen(let socket, let backlog): return WrittenCall(expression: "listen(\(name(socket)), \(backlog))")
        case .accept(let new, on: let listener, let flags): return accept(new, listener, flags, index)
        case .unlink(let path): return WrittenCall(expression: Self.removal(of: path))
        case .getsockname(let socket): return ask("getsockname", socket, index)
        case .getpeername(let socket): return ask("getpeername", socket, index)
        case .sockatmark(let socket):
            let mark = names.unique("mark")
            return WrittenCall(
                before: ["let \(mark) = sockatmark(\(name(socket)))"],
                expression: mark,
                after: ["print(\(mark))"]
            )
        case .poll(let watched, let milliseconds): return poll(watched, milliseconds)
        case .getOption, .setOption: return option(step)
        default: return transfer(step, index)
        }
    }

    /// A constant as an Int32.
    mutating func constant(_ constant: Program.Constant) -> String {
        if !constant.names.allSatisfy(SwiftText.isPlain) { helpers.insert(.number) }
        return SwiftText.constant(constant)
    }

    private mutating func numbers(_ kind: Program.Kind) -> String {
        "\(constant(kind.family)), \(constant(kind.type)), \(constant(kind.protocolNumber))"
    }

    private func made(_ new: Int?, _ expression: String) -> WrittenCall {
        guard let new else { return WrittenCall(expression: expression) }
        return WrittenCall(before: ["let \(name(new)) = \(expression)"], expression: name(new))
    }

    private mutating func socketpair(_ one: Int?, _ other: Int?, _ kind: Program.Kind) -> WrittenCall {
        let pair = names.unique("pair")
        var call = WrittenCall(
            before: ["var \(pair): [Int32] = [0, 0]"],
            expression: "socketpair(\(numbers(kind)), &\(pair))"
        )
        call.after = [one, other].enumerated().compactMap { place, handle in
            handle.map { "let \(name($0)) = \(pair)[\(place)]" }
        }
        return call
    }

    private mutating func nonBlocking(_ socket: Int, _ on: Bool) -> WrittenCall {
        let (flag, request) = (names.unique("flag"), names.unique("request"))
        return WrittenCall(
            before: [
                "var \(flag): Int32 = \(on ? 1 : 0)", "#if os(Linux)", "let \(request): UInt = 0x5421  // FIONBIO",
                "#else",
                "let \(request): UInt = 0x8004_667e  // FIONBIO", "#endif",
            ],
            expression: "ioctl(\(name(socket)), \(request), &\(flag))"
        )
    }

    private mutating func addressed(
        _ function: String,
        _ socket: Int,
        _ place: Program.Place
    ) -> WrittenCall {
        if case .lookup(let lookup, _) = place.source {
            let found = variables.addresses[lookup] ?? "found"
            return WrittenCall(expression: "\(function)(\(name(socket)), \(found).ai_addr, \(found).ai_addrlen)")
        }
        helpers.insert(.withAddress)
        let address = address(place)
        return WrittenCall(expression: "withAddress(\(address), { \(function)(\(name(socket)), $0, $1) })")
    }

    /// An address as a value.
    mutating func address(_ place: Program.Place) -> String {
        switch place.source {
        case .step(let index): return variables.addresses[index] ?? "address"
        case .nameOf(let handle):
            helpers.insert(.receivingAddress)
            return "receivingAddress({ getsockname(\(name(handle)), $0, $1) }).1"
        case .portOf(let handle):
            helpers.insert(.portOf)
            return internet(place.address, "port(of: \(name(handle)))")
        case .service(let index): return internet(place.address, variables.addresses[index] ?? "0")
        case .argument(let index): return internet(place.address, program.ports[index].name)
        case .lookup(let index, _):
            helpers.insert(.found)
            return "Address(\(variables.addresses[index] ?? "found"))"
        case .literal: return internet(place.address, place.address.port.map { String($0) } ?? "0")
        }
    }

    private mutating func internet(
        _ address: SocketAddress,
        _ port: String
    ) -> String {
        switch address {
        case .inet(let host, _):
            helpers.insert(.internet)
            return "internet(\"\(host)\", \(port))"
        case .inet6(let host, _, let flowInfo, let scope):
            helpers.insert(.internet6)
            let rest = flowInfo == 0 && scope == 0 ? "" : ", flowInfo: \(flowInfo), scope: \(scope)"
            return "internet6(\"\(host)\", \(port)\(rest))"
        case .unix(let unix):
            helpers.insert(.unix)
            switch unix {
            case .unnamed: return "unixAddress([])"
            case .path(let path): return "unixAddress(\(SwiftText.bytes(path + [0])))"
            case .abstract(let name): return "unixAddress(\(SwiftText.bytes([0] + name)))"
            }
        case .unspecified:
            helpers.insert(.address)
            return "Address(sockaddr())"
        default:
            helpers.insert(.bytes)
            return "Address(raw: \(address.raw))"
        }
    }

    private mutating func accept(_ new: Int?, _ listener: Int, _ flags: Program.Constant, _ index: Int) -> WrittenCall {
        helpers.insert(.receivingAddress)
        let function = flags.number == 0 ? "accept" : "accept4"
        let rest = flags.number == 0 ? "" : ", " + constant(flags)
        let expression = "receivingAddress({ \(function)(\(name(listener)), $0, $1\(rest)) })"
        guard let new else { return WrittenCall(expression: expression + ".0") }
        helpers.insert(.showAddress)
        let address = names.unique("address")
        variables.addresses[index] = address
        return WrittenCall(
            before: ["let (\(name(new)), \(address)) = \(expression)"],
            expression: name(new),
            after: ["print(\"Got connection from\", terminator: \" \")", "show(\(address))"]
        )
    }

    private mutating func ask(_ function: String, _ socket: Int, _ index: Int) -> WrittenCall {
        helpers.formUnion([.receivingAddress, .showAddress])
        let (result, address) = (names.unique("result"), names.unique("address"))
        variables.addresses[index] = address
        return WrittenCall(
            before: ["let (\(result), \(address)) = receivingAddress { \(function)(\(name(socket)), $0, $1) }"],
            expression: result,
            after: ["show(\(address))"]
        )
    }

    private mutating func poll(_ watched: [Program.Watched], _ milliseconds: Int) -> WrittenCall {
        guard !watched.isEmpty else { return WrittenCall(expression: "poll(nil, 0, \(milliseconds))") }
        let entries = names.unique("entries")
        let lines = watched.map { entry in
            let events = entry.events.description.split(separator: "|").map { $0 == "0" ? "0" : "Int16(\($0))" }
            return "    pollfd(fd: \(name(entry.handle)), events: \(events.joined(separator: " | ")), revents: 0),"
        }
        return WrittenCall(
            before: ["var \(entries) = ["] + lines + ["]"],
            expression: "poll(&\(entries), \(watched.count), \(milliseconds))",
            after: ["print(\(entries).map(\\.revents))"]
        )
    }

    private mutating func option(_ step: Program.Step) -> WrittenCall {
        switch step.action {
        case .setOption(let socket, let level, let option, let value):
            let variable = names.unique("value")
            let (declaration, size) = declaration(variable, value)
            let start = "setsockopt(\(name(socket)), \(constant(level)), \(constant(option)), &\(variable), "
            return WrittenCall(before: [declaration], expression: start + "\(size))")
        case .getOption(let socket, let level, let option, let size, let isNumber):
            let (variable, length) = (names.unique("value"), names.unique("length"))
            let start = "getsockopt(\(name(socket)), \(constant(level)), \(constant(option)), &\(variable), &\(length))"
            let room =
                isNumber ? "var \(variable): Int32 = 0" : "var \(variable) = [UInt8](repeating: 0, count: \(size))"
            let bytes = isNumber ? 4 : size
            return WrittenCall(
                before: [room, "var \(length) = socklen_t(\(bytes))"],
                expression: start,
                after: ["print(\(isNumber ? variable : "\(variable).prefix(Int(\(length)))"))"]
            )
        default: return WrittenCall(expression: "0")
        }
    }

    private func declaration(_ variable: String, _ option: Program.OptionBytes) -> (String, String) {
        if option.raw.count == 4, option.value.number != nil {
            return ("var \(variable): Int32 = \(option.number)", "4")
        }
        switch option.value {
        case .linger(let on, let seconds):
            let value = "linger(l_onoff: \(on ? 1 : 0), l_linger: \(seconds))"
            return ("var \(variable) = \(value)", "socklen_t(MemoryLayout<linger>.size)")
        case .seconds where option.raw.count == 16:
            let (seconds, micro) = option.time
            let value = "timeval(tv_sec: \(seconds), tv_usec: \(micro))"
            return ("var \(variable) = \(value)", "socklen_t(MemoryLayout<timeval>.size)")
        default:
            let bytes = option.raw.map { String($0) }.joined(separator: ", ")
            return ("var \(variable): [UInt8] = [\(bytes)]", "\(option.raw.count)")
        }
    }
}
