import Sockets

extension SwiftProgram {
    mutating func sendMessage(
        _ socket: Int,
        _ parts: [Program.Payload],
        _ ancillary: [Program.Ancillary],
        _ flags: Program.Constant,
        _ place: Program.Place?
    ) -> WrittenCall {
        helpers.insert(.sendMessage)
        var before: [String] = []
        let buffers = parts.map { part in
            let (lines, bytes, count) = payload(part)
            before += lines
            if case .received = part { return "Array(\(bytes).prefix(\(count)))" }
            return bytes
        }
        let control = names.unique("control")
        if !ancillary.isEmpty {
            before.append("var \(control): [UInt8] = []")
            before += ancillary.map { "\(control) += \(expression($0))" }
        }
        let target = place.map { ", to: \(address($0))" } ?? ""
        let data = "[\(buffers.joined(separator: ", "))], \(ancillary.isEmpty ? "[]" : control)"
        return WrittenCall(
            before: before,
            expression: "sendMessage(\(name(socket)), \(data), \(constant(flags))\(target))"
        )
    }

    private mutating func expression(_ ancillary: Program.Ancillary) -> String {
        helpers.insert(.ancillary)
        switch ancillary {
        case .rights(let handles):
            return "ancillary(SOL_SOCKET, Int32(SCM_RIGHTS), [\(handles.map(name).joined(separator: ", "))])"
        case .message(let message, let level, let type):
            return "ancillary(\(constant(level)), \(constant(type)), \(SwiftText.bytes(message.payload)))"
        }
    }

    mutating func receiveMessage(
        _ socket: Int,
        _ sizes: [Int],
        _ control: Int,
        _ flags: Program.Constant,
        _ sockets: [Int],
        _ index: Int
    ) -> WrittenCall {
        helpers.formUnion([.receiveMessage, .show, .showAddress])
        let (message, data, address) = (names.unique("message"), counted(), names.unique("address"))
        variables.data[index] = data
        variables.addresses[index] = address
        let words = "\(name(socket)), \(sizes), control: \(control), \(constant(flags))"
        var after = [
            "let (\(data), \(data)Count, \(address)) = (\(message).data, \(message).count, \(message).address)",
            "show(\(data).prefix(\(data)Count))", "show(\(address))", "print(\"flags\", \(message).flags)",
        ]
        if !sockets.isEmpty { helpers.insert(.receivedDescriptor) }
        after += sockets.enumerated().map { place, handle in
            "let \(name(handle)) = receivedDescriptor(\(message).control, \(place))"
        }
        return WrittenCall(
            before: ["let \(message) = receiveMessage(\(words))"],
            expression: "\(message).count",
            after: after
        )
    }
}
