import Sockets

extension CProgram {
    /// The call of a step.
    mutating func call(_ step: Program.Step, _ index: Int) -> WrittenCall {
        addHeaders(for: step)
        switch step.action {
        case .socket(let new, let kind):
            return WrittenCall(expression: "socket(\(numbers(kind)))").assigned(to: new.map(name))
        case .socketpair(let one, let other, let kind): return socketpair(one, other, kind)
        case .dup(let new, of: let original):
            return WrittenCall(expression: "dup(\(name(original)))").assigned(to: new.map(name))
        case .close(let socket): return WrittenCall(expression: "close(\(name(socket)))")
        case .shutdown(let socket, let how):
            return WrittenCall(expression: "shutdown(\(name(socket)), \(CLiteral.constant(how)))")
        case .setNonBlocking(let socket, let on): return nonBlocking(socket, on)
        case .bind(let socket, let place): return addressed("bind", socket, place)
        case .connect(let socket, let place): return addressed("connect", socket, place)
        case .listen(let socket, let backlog): return WrittenCall(expression: "listen(\(name(socket)), \(backlog))")
        case .accept(let new, on: let listener, let flags): return accept(new, listener, flags, index)
        case .unlink(let path): return WrittenCall(expression: "unlink(\(CLiteral.string(path)))")
        case .getsockname(let socket): return ask("getsockname", socket, index)
        case .getpeername(let socket): return ask("getpeername", socket, index)
        case .sockatmark(let socket):
            let mark = names.unique("mark")
            return WrittenCall(
                before: ["int \(mark) = sockatmark(\(name(socket)));"],
                expression: mark,
                after: ["printf(\"%d\\n\", \(mark));"]
            )
        case .poll(let watched, let milliseconds): return poll(watched, milliseconds)
        case .getOption, .setOption: return option(step)
        default: return transfer(step, index)
        }
    }

    private mutating func addHeaders(for step: Program.Step) {
        switch step.action {
        case .socket(_, let kind), .socketpair(_, _, let kind):
            if kind.protocolNumber.number != 0 { headers.insert("netinet/in.h") }
        case .getOption, .setOption: headers.formUnion(["netinet/in.h", "netinet/tcp.h"])
        default: break
        }
    }

    private func numbers(_ kind: Program.Kind) -> String {
        [kind.family, kind.type, kind.protocolNumber].map(CLiteral.constant).joined(separator: ", ")
    }

    private mutating func socketpair(_ one: Int?, _ other: Int?, _ kind: Program.Kind) -> WrittenCall {
        let pair = names.unique("pair")
        var call = WrittenCall(before: ["int \(pair)[2];"], expression: "socketpair(\(numbers(kind)), \(pair))")
        call.after = [one, other].enumerated().compactMap { place, handle in
            handle.map { "int \(name($0)) = \(pair)[\(place)];" }
        }
        return call
    }

    private mutating func nonBlocking(_ socket: Int, _ on: Bool) -> WrittenCall {
        headers.insert("sys/ioctl.h")
        let flag = names.unique("flag")
        return WrittenCall(
            before: ["int \(flag) = \(on ? 1 : 0);"],
            expression: "ioctl(\(name(socket)), FIONBIO, &\(flag))"
        )
    }

    private mutating func addressed(_ function: String, _ socket: Int, _ place: Program.Place) -> WrittenCall {
        let address = address(place)
        return WrittenCall(
            before: address.lines,
            expression: "\(function)(\(name(socket)), \(address.pointer), \(address.length))"
        )
    }

    private mutating func accept(_ new: Int?, _ listener: Int, _ flags: Program.Constant, _ index: Int) -> WrittenCall {
        let peer = keptRoom(index)
        let rest = flags.number == 0 ? "" : ", " + CLiteral.constant(flags)
        var call = WrittenCall(
            before: peer.lines,
            expression: "accept\(rest.isEmpty ? "" : "4")(\(name(listener)), \(peer.arguments)\(rest))"
        )
        .assigned(to: new.map(name))
        call.after = ["printf(\"Got connection from \");"] + show(peer)
        return call
    }

    /// Room for an address, which later steps find under the step's index.
    mutating func keptRoom(_ index: Int) -> CAddressRoom {
        let room = room("address")
        variables.addresses[index] = room.name
        return room
    }

    /// The line that shows an address that a call wrote.
    mutating func show(_ room: CAddressRoom) -> [String] {
        helpers.insert(.showAddress)
        return ["show_address(&\(room.name), \(room.length));"]
    }

    private mutating func ask(_ function: String, _ socket: Int, _ index: Int) -> WrittenCall {
        let room = keptRoom(index)
        var call = WrittenCall(
            before: room.lines,
            expression: "\(function)(\(name(socket)), \(room.arguments))"
        )
        call.after = show(room)
        return call
    }

    private mutating func poll(_ watched: [Program.Watched], _ milliseconds: Int) -> WrittenCall {
        headers.insert("poll.h")
        guard !watched.isEmpty else { return WrittenCall(expression: "poll(NULL, 0, \(milliseconds))") }
        let entries = names.unique("entries")
        let lines = watched.map { "    {.fd = \(name($0.handle)), .events = \($0.events.description.spacedBars)}," }
        var call = WrittenCall(
            before: ["struct pollfd \(entries)[] = {"] + lines + ["};"],
            expression: "poll(\(entries), \(watched.count), \(milliseconds))"
        )
        call.after = watched.enumerated().flatMap { place, entry in
            [
                "if (\(entries)[\(place)].revents != 0)",
                "    printf(\"\(name(entry.handle)): %#x\\n\", (unsigned)\(entries)[\(place)].revents);",
            ]
        }
        return call
    }

    private mutating func option(_ step: Program.Step) -> WrittenCall {
        switch step.action {
        case .setOption(let socket, let level, let option, let value):
            let variable = names.unique("value")
            let call = "setsockopt(\(name(socket)), \(CLiteral.constant(level)), \(CLiteral.constant(option)), "
            return WrittenCall(
                before: declaration(variable, value),
                expression: call + "&\(variable), sizeof \(variable))"
            )
        case .getOption(let socket, let level, let option, let size, let isNumber):
            let variable = pair("value")
            let call = "getsockopt(\(name(socket)), \(CLiteral.constant(level)), \(CLiteral.constant(option)), "
            var made = WrittenCall(
                before: [
                    isNumber ? "int \(variable);" : "char \(variable)[\(max(size, 1))];",
                    "socklen_t \(variable)_length = sizeof \(variable);",
                ],
                expression: call + (isNumber ? "&" : "") + "\(variable), &\(variable)_length)"
            )
            if !isNumber { helpers.insert(.show) }
            made.after = [isNumber ? "printf(\"%d\\n\", \(variable));" : "show(\(variable), \(variable)_length);"]
            return made
        default: return WrittenCall(expression: "0")
        }
    }

    private mutating func declaration(_ variable: String, _ option: Program.OptionBytes) -> [String] {
        if option.raw.count == 4, option.value.number != nil { return ["int \(variable) = \(option.number);"] }
        switch option.value {
        case .linger(let on, let seconds):
            return ["struct linger \(variable) = {.l_onoff = \(on ? 1 : 0), .l_linger = \(seconds)};"]
        case .seconds where option.raw.count == 16:
            headers.insert("sys/time.h")
            let (seconds, micro) = option.time
            return ["struct timeval \(variable) = {.tv_sec = \(seconds), .tv_usec = \(micro)};"]
        default:
            let bytes = option.raw.isEmpty ? [0] : option.raw
            return ["unsigned char \(variable)[] = {"] + CLiteral.elements(bytes).map { "    " + $0 } + ["};"]
        }
    }
}

extension String {
    /// `POLLIN|POLLOUT` with spaces around the bars.
    var spacedBars: String { split(separator: "|").joined(separator: " | ") }
}
