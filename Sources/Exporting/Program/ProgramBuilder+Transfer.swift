import Journal
import Sockets

extension ProgramBuilder {
    mutating func addTransfer(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call)
        guard let flags = call.programConstant("flags") else { throw Self.malformed(call) }
        switch call.kind {
        case .send, .sendto:
            guard let clip = Call.clip(call.argument("buf")) else { throw Self.malformed(call) }
            let data = try payload(clip, from: socket, call)
            append(call, .send(socket, data, flags, to: call.address.map { place($0, call) }))
        case .sendmsg:
            let parts = try call.vectors().map { (clip) throws(ExportProblem) in try payload(clip, from: socket, call) }
            let target = call.address.map { place($0, call) }
            append(call, .sendMessage(socket, parts, try ancillary(call), flags, to: target))
        case .recvmsg:
            let sockets = call.madeDescriptors.enumerated().map { place, descriptor in
                adopt(descriptor, by: call, place: place, family: .unspecified, type: SocketType(rawValue: 0))
            }
            let (rooms, control) = (call.rooms, call.controlRoom)
            append(call, .receiveMessage(socket, sizes: rooms, control: control, flags, sockets: sockets))
            received(call, on: socket)
        default:
            guard case .integer(let size)? = call.argument("len") else { throw Self.malformed(call) }
            append(call, .receive(socket, size: size, flags, wantsAddress: call.kind == .recvfrom))
            received(call, on: socket)
        }
    }

    /// read and write, which on a socket are recv and send without flags (recv(2), send(2)), and those of several buffers.
    mutating func addPlainTransfer(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call, "fd")
        let none = Program.Constant("0", 0)
        switch call.kind {
        case .write:
            guard let clip = Call.clip(call.argument("buf")) else { throw Self.malformed(call) }
            append(call, .send(socket, try payload(clip, from: socket, call), none, to: nil))
        case .writev:
            let parts = try call.vectors().map { (clip) throws(ExportProblem) in try payload(clip, from: socket, call) }
            append(call, .sendMessage(socket, parts, [], none, to: nil))
        case .readv:
            append(call, .receiveMessage(socket, sizes: call.rooms, control: 0, none, sockets: []))
            received(call, on: socket)
        default:
            guard case .integer(let size)? = call.argument("count") else { throw Self.malformed(call) }
            append(call, .receive(socket, size: size, none, wantsAddress: false))
            received(call, on: socket)
        }
    }

    /// Several messages in one call as one sendmsg or recvmsg for each of those that were moved.
    mutating func addMessages(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call)
        guard let flags = call.programConstant("flags"), call.error == nil else { return addUnknown(call) }
        for message in call.messages {
            if call.isSend {
                let parts = try message.clip.map { (clip) throws(ExportProblem) in
                    [try payload(clip, from: socket, call)]
                }
                let target = message.address.map { place($0, call) }
                append(call, .sendMessage(socket, parts ?? [], [], flags, to: target))
            } else {
                append(call, .receiveMessage(socket, sizes: [message.room ?? 0], control: 0, flags, sockets: []))
                if let address = message.address { origins.gave(address, step: program.steps.count - 1) }
            }
        }
    }

    mutating func addFile(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call, "out_fd")
        guard case .integer(let offset)? = call.argument("offset"), case .integer(let count)? = call.argument("count")
        else { return addUnknown(call) }
        // Without the file's name there is nothing that a program could send.
        guard let path = call.text("in_file") else { return addUnknown(call) }
        append(call, .sendFile(socket, path: path, offset: offset, count: count))
    }

    /// Keeps what a step received, since a later one may send it back, or answer its sender.
    private mutating func received(_ call: Call, on socket: Int) {
        guard call.error == nil else { return }
        let step = program.steps.count - 1
        for output in call.outputs {
            switch output.value {
            case .address(let address): origins.gave(address, step: step)
            case .data(let clip) where clip.isWhole: lastReceived[socket] = (step, clip.bytes)
            default: break
            }
        }
    }

    /// The data of a send: what the same socket received last, if it is sent back; else the bytes.
    private mutating func payload(_ clip: Clip, from socket: Int, _ call: Call) throws(ExportProblem) -> Program.Payload
    {
        if let last = lastReceived[socket], clip.isWhole, !clip.bytes.isEmpty, last.bytes == clip.bytes {
            if program.steps[last.step].dataName == nil {
                program.steps[last.step].dataName = program.identifiers.unique("data")
            }
            return .received(last.step)
        }
        if let payload = Program.Payload(clip) { return payload }
        throw ExportProblem(
            "it sent \(clip.count) bytes, of which the journal keeps \(clip.bytes.count), and they are no pattern",
            call: call.number,
            advice: "send a shorter text, or fill:\(clip.count)"
        )
    }

    /// The ancillary data of a call, its descriptors as the program's sockets.
    private func ancillary(_ call: Call) throws(ExportProblem) -> [Program.Ancillary] {
        var found: [Program.Ancillary] = []
        for argument in call.arguments {
            guard case .ancillary(let messages) = argument.value else { continue }
            for message in messages {
                switch message {
                case .rights(let descriptors):
                    found.append(
                        .rights(
                            try descriptors.map { (descriptor) throws(ExportProblem) in try handle(descriptor, call) }
                        )
                    )
                case .credentials:
                    throw ExportProblem("credentials are those of the session's own process", call: call.number)
                default:
                    let level = Program.Constant("", Int(message.level))
                    let type = Program.Constant(message.name, Int(message.type))
                    found.append(.message(message, level: level, type: type))
                }
            }
        }
        return found
    }

    /// A wait for events, as a poll of the same sockets: where it says which, and the program has them all.
    mutating func addWait(_ call: Call) throws(ExportProblem) {
        guard case .poll(let entries)? = call.argument("fds") ?? call.output("fds") else { return addUnknown(call) }
        guard call.kind == .poll || entries.allSatisfy({ byDescriptor[$0.descriptor] != nil }), !entries.isEmpty else {
            return addUnknown(call)
        }
        let watched = try entries.map { (entry) throws(ExportProblem) in
            let events = entry.events.isEmpty ? entry.returned : entry.events
            return Program.Watched(handle: try handle(entry.descriptor, call), events: events)
        }
        append(call, .poll(watched, milliseconds: call.timeoutInMilliseconds))
    }

    mutating func addOption(_ call: Call) throws(ExportProblem) {
        let socket = try handle(call)
        guard let level = call.programConstant("level"), let name = call.programConstant("optname") else {
            throw Self.malformed(call)
        }
        if call.kind == .setsockopt {
            guard case .option(let value, let raw)? = call.argument("optval") else { throw Self.malformed(call) }
            append(call, .setOption(socket, level: level, name: name, Program.OptionBytes(value: value, raw: raw)))
            return
        }
        guard case .room(let size)? = call.argument("optval") else { throw Self.malformed(call) }
        var isNumber = size == 4
        if case .option(let value, let raw)? = call.output("optval") {
            isNumber = value.number != nil && raw.count == 4
        }
        append(call, .getOption(socket, level: level, name: name, size: size, isNumber: isNumber))
    }
}

extension Call {
    /// How long a wait lasts at the most, in milliseconds as poll has it; -1 for no limit.
    fileprivate var timeoutInMilliseconds: Int {
        switch argument("timeout") {
        case .integer(let milliseconds): return milliseconds
        case .constant(let text, _): return Self.milliseconds(text) ?? -1
        default:
            if case .constant(let text, _)? = argument("tmo_p") { return Self.milliseconds(text) ?? -1 }
            return -1
        }
    }

    /// `{tv_sec=1, tv_nsec=5000000}`, rounded up.
    private static func milliseconds(_ text: String) -> Int? {
        var values: [String: Int] = [:]
        for field in text.split(whereSeparator: { "{}, ".contains($0) }) {
            let parts = field.split(separator: "=")
            if parts.count == 2, let number = Int(parts[1]) { values[String(parts[0])] = number }
        }
        guard let seconds = values["tv_sec"], (0...1_000_000).contains(seconds) else { return nil }
        let fraction =
            values["tv_nsec"].map { ($0 + 999_999) / 1_000_000 } ?? values["tv_usec"].map { ($0 + 999) / 1000 }
        return seconds * 1000 + (fraction ?? 0)
    }

    /// The buffers of a message.
    func vectors() throws(ExportProblem) -> [Clip] {
        var clips: [Clip] = []
        for argument in arguments {
            switch argument.value {
            case .data(let clip): clips.append(clip)
            case .list(let contents): clips += contents.compactMap(Self.clip)
            default: break
            }
        }
        return clips
    }

    /// The sizes of the buffers that a message is received into.
    var rooms: [Int] {
        var sizes: [Int] = []
        for argument in arguments where argument.name.contains("iov") || argument.name == "buf" {
            switch argument.value {
            case .room(let size): sizes.append(size)
            case .list(let contents):
                sizes += contents.compactMap { if case .room(let size) = $0 { size } else { nil } }
            default: break
            }
        }
        return sizes
    }

    /// The room for ancillary data.
    var controlRoom: Int {
        for argument in arguments where argument.name.contains("control") {
            if case .room(let size) = argument.value { return size }
        }
        return 0
    }

}
