import Language
import Sockets

extension PythonProgram {
    mutating func transfer(_ step: Program.Step) throws(ExportProblem) -> [String] {
        switch step.action {
        case .send(let socket, let data, let flags, to: let place):
            var arguments = [expression(data)]
            if flags.number != 0 { arguments.append(PythonText.constant(flags)) }
            guard let place else { return statement("\(name(socket)).send", arguments) }
            arguments.append(try expression(place, step))
            return statement("\(name(socket)).sendto", arguments)
        case .receive(let socket, let size, let flags, let wantsAddress):
            return receive(socket, size, flags, wantsAddress, step)
        case .sendMessage(let socket, let parts, let ancillary, let flags, to: let place):
            let items = ancillary.map { item(of: $0) }.joined(separator: ", ")
            var arguments = ["[" + parts.map(expression).joined(separator: ", ") + "]"]
            if !items.isEmpty || flags.number != 0 || place != nil { arguments.append("[\(items)]") }
            if flags.number != 0 || place != nil { arguments.append(PythonText.constant(flags)) }
            if let place { arguments.append(try expression(place, step)) }
            return statement("\(name(socket)).sendmsg", arguments)
        case .sendFile(let socket, let path, let offset, let count):
            return sendFile(socket, path, offset, count, step)
        case .receiveMessage(let socket, let sizes, let control, let flags, let sockets):
            return receiveMessage(socket, sizes, control, flags, step) + received(sockets)
        default: return []
        }
    }

    /// os.sendfile is the call itself; a timeout is known to the method of sockets only, which polls before it.
    private mutating func sendFile(_ socket: Int, _ path: String, _ offset: Int, _ count: Int, _ step: Program.Step)
        -> [String]
    {
        let open = "with open(\(PythonText.string(path)), \"rb\") as file:"
        if case .timeout = step.outcome { return [open, "    \(name(socket)).sendfile(file, \(offset), \(count))"] }
        modules.insert("os")
        return [open, "    os.sendfile(\(name(socket)).fileno(), file.fileno(), \(offset), \(count))"]
    }

    /// A call on one line, or with an argument a line if it would be long.
    private func statement(_ function: String, _ arguments: [String]) -> [String] {
        let line = "\(function)(\(arguments.joined(separator: ", ")))"
        if line.utf8.count <= 100, !line.utf8.contains(UInt8(ascii: "\n")) { return [line] }
        let lines = arguments.flatMap { argument -> [String] in
            var parts = argument.split(separator: "\n").map { "    " + $0 }
            if let last = parts.popLast() { parts.append(last + ",") }
            return parts
        }
        return [function + "("] + lines + [")"]
    }

    /// Data; long data in several lines.
    func expression(_ payload: Program.Payload) -> String {
        switch payload {
        case .received(let step): return program.dataName(step)
        case .fill(let count, let pattern):
            let whole = count / pattern.count
            let rest = Array(pattern.prefix(count % pattern.count))
            let text = PythonText.bytes(pattern) + " * \(whole)"
            return rest.isEmpty ? text : text + " + " + PythonText.bytes(rest)
        case .bytes(let bytes):
            return bytes.count <= 80
                ? PythonText.bytes(bytes) : pieces(bytes, of: 60).map(PythonText.bytes).joined(separator: "\n")
        }
    }

    private mutating func item(of ancillary: Program.Ancillary) -> String {
        switch ancillary {
        case .rights(let handles):
            modules.insert("array")
            let descriptors = handles.map { name($0) + ".fileno()" }.joined(separator: ", ")
            return "(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array(\"i\", [\(descriptors)]))"
        case .message(let message, let level, let type):
            let bytes = message.payload
            return "(\(PythonText.constant(level)), \(PythonText.constant(type)), \(PythonText.bytes(bytes)))"
        }
    }

    /// The sockets that came as ancillary data.
    private mutating func received(_ sockets: [Int]) -> [String] {
        if sockets.isEmpty { return [] }
        modules.insert("array")
        return [
            "descriptors = array.array(\"i\")", "for level, kind, content in ancillary:",
            "    if kind == socket.SCM_RIGHTS:", "        descriptors.frombytes(content)",
        ] + sockets.enumerated().map { "\(name($1)) = socket.socket(fileno=descriptors[\($0)])" }
    }

    /// Python's recv cannot say that a datagram was longer than what fitted; recv_into can.
    private func receive(
        _ socket: Int,
        _ size: Int,
        _ flags: Program.Constant,
        _ wantsAddress: Bool,
        _ step: Program.Step
    ) -> [String] {
        let data = step.dataName ?? program.spareData
        let address = step.addressName ?? program.spareAddress
        let rest = flags.number == 0 ? "" : ", " + PythonText.constant(flags)
        let function = wantsAddress ? "recvfrom" : "recv"
        if size == 0 && !wantsAddress {
            // CPython returns from recv(0) and recv_into without a call; a datagram would stay.
            return shown("\(name(socket)).recvmsg(0, 0\(rest))[0]", step.dataName)
        }
        if flags.number & Int(MessageFlags.truncated.rawValue) != 0 {
            let target = wantsAddress ? "length, \(address)" : "length"
            return [
                "\(data) = bytearray(\(size))",
                "\(target) = \(name(socket)).\(function)_into(\(data), \(size)\(rest))",
                "print(bytes(\(data)[:length])" + (wantsAddress ? ", \(address)" : "") + ", length)",
            ]
        }
        let call = "\(name(socket)).\(function)(\(size)\(rest))"
        if wantsAddress { return ["\(data), \(address) = \(call)", "print(\(data), \(address))"] }
        return shown(call, step.dataName)
    }

    private func receiveMessage(
        _ socket: Int,
        _ sizes: [Int],
        _ control: Int,
        _ flags: Program.Constant,
        _ step: Program.Step
    ) -> [String] {
        let (data, address) = (step.dataName ?? program.spareData, step.addressName ?? program.spareAddress)
        let rest = flags.number == 0 ? "" : ", " + PythonText.constant(flags)
        guard sizes.count == 1 else {
            let buffers = sizes.map { "bytearray(\($0))" }.joined(separator: ", ")
            return [
                "buffers = [\(buffers)]",
                "length, ancillary, flags, \(address) = \(name(socket)).recvmsg_into(buffers, \(control)\(rest))",
                "\(data) = b\"\".join(buffers)[:length]", "print(\(data), ancillary, flags, \(address))",
            ]
        }
        return [
            "\(data), ancillary, flags, \(address) = \(name(socket)).recvmsg(\(sizes[0]), \(control)\(rest))",
            "print(\(data), ancillary, flags, \(address))",
        ]
    }
}
