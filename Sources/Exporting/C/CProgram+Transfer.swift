import Sockets

extension CProgram {
    mutating func transfer(_ step: Program.Step, _ index: Int) -> WrittenCall {
        switch step.action {
        case .send(let socket, let data, let flags, to: let place):
            let payload = payload(data)
            let start = "(\(name(socket)), \(payload.pointer), \(payload.length), \(CLiteral.constant(flags))"
            guard let place else { return WrittenCall(before: payload.lines, expression: "send" + start + ")") }
            let target = address(place)
            return WrittenCall(
                before: payload.lines + target.lines,
                expression: "sendto" + start + ", \(target.pointer), \(target.length))"
            )
        case .receive(let socket, let size, let flags, let wantsAddress):
            return receive(socket, size, flags, wantsAddress, index)
        case .sendMessage(let socket, let parts, let ancillary, let flags, to: let place):
            return sendMessage(socket, parts, ancillary, flags, place)
        case .sendFile(let socket, let path, let offset, let count): return sendFile(socket, path, offset, count)
        case .receiveMessage(let socket, let sizes, let control, let flags, let sockets):
            return receiveMessage(socket, sizes, control, flags, sockets, index)
        default: return WrittenCall(expression: "0")
        }
    }

    private mutating func sendFile(_ socket: Int, _ path: String, _ offset: Int, _ count: Int) -> WrittenCall {
        headers.formUnion(["fcntl.h", "sys/sendfile.h"])
        let (file, place) = (names.unique("file"), names.unique("offset"))
        return WrittenCall(
            before: [
                "int \(file) = open(\(CLiteral.string(path.utf8)), O_RDONLY);", "if (\(file) == -1)",
                "    fail(\"open\");", "off_t \(place) = \(offset);",
            ],
            expression: "sendfile(\(name(socket)), \(file), &\(place), \(count))",
            ending: ["close(\(file));"]
        )
    }

    /// Data in C: the lines that make it, and the two expressions that a call is given.
    private mutating func payload(_ payload: Program.Payload) -> CMemory {
        switch payload {
        case .received(let step):
            let name = variables.data[step] ?? "data"
            return CMemory(pointer: name, length: "(size_t)\(name)_length")
        case .fill(let count, let pattern):
            let (name, i) = (names.unique("data"), names.unique("i"))
            let byte =
                pattern.count == 1
                ? CLiteral.string(pattern) + "[0]" : "\(CLiteral.string(pattern))[\(i) % \(pattern.count)]"
            return CMemory(
                lines: [
                    "static char \(name)[\(count)];", "for (size_t \(i) = 0; \(i) < sizeof \(name); \(i)++)",
                    "    \(name)[\(i)] = \(byte);",
                ],
                pointer: name,
                length: "sizeof \(name)"
            )
        case .bytes(let bytes) where bytes.count <= 60:
            return CMemory(pointer: CLiteral.string(bytes), length: "\(bytes.count)")
        case .bytes(let bytes):
            let name = names.unique("data")
            // Compilers need not take string literals of more than 4095 characters.
            let lines =
                bytes.count < 4000
                ? ["static const char \(name)[] ="] + pieces(bytes, of: 60).map { "    " + CLiteral.string($0) }
                : ["static const unsigned char \(name)[] = {"] + CLiteral.elements(bytes).map { "    " + $0 }
            let end = bytes.count < 4000 ? [(lines.last ?? "") + ";"] : [lines.last ?? "", "};"]
            return CMemory(lines: Array(lines.dropLast()) + end, pointer: name, length: "\(bytes.count)")
        }
    }

    /// A buffer to receive into.
    private mutating func buffer(_ size: Int) -> CMemory {
        let name = pair("data")
        let storage = size > 65536 ? "static char" : "char"
        return CMemory(lines: ["\(storage) \(name)[\(max(size, 1))];"], pointer: name, length: "\(size)")
    }

    private mutating func receive(
        _ socket: Int,
        _ size: Int,
        _ flags: Program.Constant,
        _ wantsAddress: Bool,
        _ index: Int
    ) -> WrittenCall {
        helpers.insert(.show)
        let buffer = buffer(size)
        let data = buffer.pointer
        variables.data[index] = data
        let start = "(\(name(socket)), \(data), \(size), \(CLiteral.constant(flags))"
        var call = WrittenCall(before: buffer.lines, expression: "recv" + start + ")")
        let isCut = flags.number & Int(MessageFlags.truncated.rawValue) != 0
        call.after = [
            "show(\(data), \(isCut ? "\(data)_length < \(size) ? \(data)_length : \(size)" : data + "_length"));"
        ]
        let length = "\(data)_length"
        guard wantsAddress else { return call.assigned(to: length, "ssize_t") }
        let peer = keptRoom(index)
        call.before += peer.lines
        call.expression = "recvfrom" + start + ", \(peer.arguments))"
        call.after += show(peer)
        return call.assigned(to: length, "ssize_t")
    }

    private mutating func sendMessage(
        _ socket: Int,
        _ parts: [Program.Payload],
        _ ancillary: [Program.Ancillary],
        _ flags: Program.Constant,
        _ place: Program.Place?
    ) -> WrittenCall {
        let payloads = parts.map { payload($0) }
        let target = place.map { address($0) }
        let (vectors, message) = (names.unique("parts"), names.unique("message"))
        var lines = payloads.flatMap(\.lines) + (target?.lines ?? [])
        var fields: [String] = []
        if !payloads.isEmpty {
            lines += ["struct iovec \(vectors)[] = {"]
            lines += payloads.map { "    {.iov_base = (void *)\($0.pointer), .iov_len = \($0.length)}," } + ["};"]
            fields = [".msg_iov = \(vectors)", ".msg_iovlen = \(payloads.count)"]
        }
        if let target { fields += [".msg_name = \(target.pointer)", ".msg_namelen = \(target.length)"] }
        let control = control(of: ancillary, message)
        lines += control.room
        if let room = control.name { fields += [".msg_control = &\(room)", ".msg_controllen = sizeof \(room)"] }
        lines.append("struct msghdr \(message) = {\(fields.isEmpty ? "0" : fields.joined(separator: ", "))};")
        return WrittenCall(
            before: lines + control.filling,
            expression: "sendmsg(\(name(socket)), &\(message), \(CLiteral.constant(flags)))"
        )
    }

    /// The ancillary data of a message: the room for it, and the lines that fill it once the message is there.
    private mutating func control(
        of ancillary: [Program.Ancillary],
        _ message: String
    ) -> (name: String?, room: [String], filling: [String]) {
        if ancillary.isEmpty { return (nil, [], []) }
        headers.insert("string.h")
        let (control, header) = (names.unique("control"), names.unique("header"))
        var (room, filling, sizes): ([String], [String], [String]) = ([], [], [])
        for (place, item) in ancillary.enumerated() {
            let content = names.unique("content")
            sizes.append("CMSG_SPACE(sizeof \(content))")
            var (level, type) = ("SOL_SOCKET", "SCM_RIGHTS")
            switch item {
            case .rights(let handles):
                room.append("int \(content)[] = {\(handles.map { name($0) }.joined(separator: ", "))};")
            case .message(let ancillary, let itsLevel, let itsType):
                let bytes = ancillary.payload
                headers.insert("netinet/in.h")
                (level, type) = (CLiteral.constant(itsLevel), CLiteral.constant(itsType))
                room += ["unsigned char \(content)[] = {"] + CLiteral.elements(bytes).map { "    " + $0 } + ["};"]
            }
            let next = "CMSG_NXTHDR(&\(message), \(header))"
            filling += [
                place == 0 ? "struct cmsghdr *\(header) = CMSG_FIRSTHDR(&\(message));" : "\(header) = \(next);",
                "\(header)->cmsg_level = \(level);", "\(header)->cmsg_type = \(type);",
                "\(header)->cmsg_len = CMSG_LEN(sizeof \(content));",
                "memcpy(CMSG_DATA(\(header)), \(content), sizeof \(content));",
            ]
        }
        room += [
            "union {", "    char room[\(sizes.joined(separator: " + "))];", "    struct cmsghdr alignment;",
            "} \(control) = {{0}};",
        ]
        return (control, room, filling)
    }

    private mutating func receiveMessage(
        _ socket: Int,
        _ sizes: [Int],
        _ control: Int,
        _ flags: Program.Constant,
        _ sockets: [Int],
        _ index: Int
    ) -> WrittenCall {
        helpers.insert(.show)
        let buffers = sizes.map { buffer($0) }
        let peer = keptRoom(index)
        let header = messageHeader(buffers: buffers, peer: peer, control: control)
        let data = buffers.first?.pointer ?? "data"
        var call = WrittenCall(
            before: buffers.flatMap(\.lines) + peer.lines + header.lines,
            expression: "recvmsg(\(name(socket)), &\(header.name), \(CLiteral.constant(flags)))"
        )
        .assigned(to: "\(data)_length", "ssize_t")
        variables.data[index] = data
        call.after =
            [
                "\(peer.length) = \(header.name).msg_namelen;",
                "show(\(data), \(data)_length < \(sizes.first ?? 0) ? \(data)_length : \(sizes.first ?? 0));",
            ] + show(peer) + ["printf(\"flags %#x\\n\", (unsigned)\(header.name).msg_flags);"]
        if !sockets.isEmpty { helpers.insert(.receivedDescriptor) }
        call.after += sockets.enumerated().map { place, handle in
            "int \(name(handle)) = received_descriptor(&\(header.name), \(place));"
        }
        return call
    }

    /// The lines that make a msghdr for receiving into some buffers, with room for ancillary data, and its name.
    private mutating func messageHeader(
        buffers: [CMemory],
        peer: CAddressRoom,
        control: Int
    ) -> (name: String, lines: [String]) {
        let (vectors, message, room) = (names.unique("parts"), names.unique("message"), names.unique("control"))
        let fields =
            [
                ".msg_name = \(peer.pointer)", ".msg_namelen = \(peer.length)",
                ".msg_iov = \(vectors)",
                ".msg_iovlen = \(buffers.count)",
            ] + (control > 0 ? [".msg_control = &\(room)", ".msg_controllen = \(control)"] : [])
        let union = ["union {", "    char room[\(max(control, 1))];", "    struct cmsghdr alignment;", "} \(room);"]
        let parts = buffers.map { "    {.iov_base = \($0.pointer), .iov_len = \($0.length)}," }
        let header = ["struct msghdr \(message) = {", "    \(fields.joined(separator: ",\n        ")),", "};"]
        let lines = ["struct iovec \(vectors)[] = {"] + parts + ["};"] + (control > 0 ? union : []) + header
        return (message, lines)
    }
}
