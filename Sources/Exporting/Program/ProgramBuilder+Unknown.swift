import Journal
import Reading

/// Calls that have no step of their own: a comment says where the session made them.
extension ProgramBuilder {
    /// Makes a call a comment. The sockets that it made are missing in the program.
    mutating func addUnknown(_ call: Call) {
        let handle = call.descriptor.flatMap { byDescriptor[$0] }
        append(call, .unknown(Identifiers.shown(call.name), call: words(of: call), on: handle))
        if call.kind == .close, call.error == nil, let descriptor = call.descriptor { missing.remove(descriptor) }
        for made in call.made {
            byDescriptor[made.descriptor] = nil
            missing.insert(made.descriptor)
        }
    }

    /// Whether a call is given a socket that the program does not have.
    func takesMissing(_ call: Call) -> Bool {
        !missing.isEmpty && call.arguments.contains { Self.descriptors(in: $0.value).contains(where: missing.contains) }
    }

    private static func descriptors(in content: Argument.Content) -> [Int32] {
        switch content {
        case .descriptor(let descriptor): [descriptor]
        case .poll(let entries): entries.map(\.descriptor)
        case .list(let contents): contents.flatMap { descriptors(in: $0) }
        case .ancillary(let messages):
            messages.flatMap { message in if case .rights(let passed) = message { passed } else { [Int32]() } }
        default: []
        }
    }

    /// A call with what it was given, as far as that is a socket, a number, a constant or a text; fit for a comment.
    func words(of call: Call) -> String {
        let words = call.arguments.compactMap { argument -> String? in
            switch argument.value {
            case .descriptor(let descriptor):
                byDescriptor[descriptor].map { program.handles[$0].name } ?? String(descriptor)
            case .text(let text): String(text.prefix(40))
            case .integer(let number): String(number)
            case .constant(let name, _): name
            default: nil
            }
        }
        return Self.comment("\(call.name.prefix(40))(\(words.joined(separator: ", ")))")
    }
}
