import Journal
import Sockets

/// How the calls of a log become the journal's: arguments under the names of the man pages, and what was written.
enum StraceMapping {
    /// Fills in arguments and outputs.
    static func fill(_ draft: inout StraceDraft) {
        switch draft.kind {
        case .socket, .socketpair: creation(&draft)
        case .bind, .connect: address(&draft)
        case .accept, .accept4, .getsockname, .getpeername: asking(&draft)
        case .shutdown: draft.arguments = [first(draft), Argument("how", draft.call[1].constant(ShutdownHow.self))]
        case .setsockopt, .getsockopt: option(&draft)
        case .send, .sendto: send(&draft)
        case .recv, .recvfrom: receive(&draft)
        case .write, .read: plain(&draft)
        case .writev, .readv: vectors(&draft)
        case .sendmsg, .recvmsg: message(&draft)
        case .sendmmsg, .recvmmsg: messages(&draft)
        case .poll, .ppoll: poll(&draft)
        case .select, .pselect6: select(&draft)
        case .sendfile: file(&draft)
        case .splice: splice(&draft)
        default: other(&draft)
        }
    }

    /// The descriptor of a call on a socket.
    static func first(_ draft: StraceDraft, _ name: String = "sockfd") -> Argument {
        Argument(name, draft.call[0].descriptor.map { .descriptor($0) } ?? draft.call[0].content)
    }

    /// A number as it is, 0 if it is none.
    static func integer(_ name: String, _ value: StraceValue) -> Argument {
        Argument(name, .integer(value.number ?? 0))
    }

    private static func creation(_ draft: inout StraceDraft) {
        let call = draft.call
        draft.arguments = [
            Argument("domain", call[0].constant(AddressFamily.self)), Argument("type", call[1].socketType),
            Argument("protocol", call[2].constant(ProtocolNumber.self)),
        ]
        guard draft.kind == .socketpair, call.succeeded else { return }
        let pair = call[3].members.compactMap { $0.descriptor.map { Argument.Content.descriptor($0) } }
        draft.outputs = [Argument("sv", .list(pair))]
    }

    private static func address(_ draft: inout StraceDraft) {
        draft.arguments = [first(draft), Argument("addr", draft.call[1].content), integer("addrlen", draft.call[2])]
    }

    /// Calls that write an address.
    private static func asking(_ draft: inout StraceDraft) {
        let call = draft.call
        let room = call[2].size
        let isNull = call[1] == .word("NULL")
        draft.arguments = [
            first(draft), Argument("addr", isNull ? .null : .room(room)),
            isNull ? Argument("addrlen", .null) : Argument("addrlen", .integer(room)),
        ]
        if draft.kind == .accept4 { draft.arguments.append(Argument("flags", call[3].socketType)) }
        guard call.succeeded, let address = call[1].address else { return }
        draft.outputs = [Argument("addr", .address(address)), integer("addrlen", call[2].after)]
    }

    /// Parameters that are descriptors, also where the log does not say of what.
    private static let descriptors: Set<String> = ["fd", "oldfd", "out_fd", "fd_in", "fd_out", "epfd"]

    /// Parameters that are pointers, whose values mean nothing outside the process.
    private static let pointers: Set<String> = ["argv", "envp", "event", "events", "sigmask", "off_in", "off_out"]

    /// Arguments as they stand in the log, under the names of the manual page.
    static func other(_ draft: inout StraceDraft) {
        let names = draft.kind.row.parameters
        draft.arguments = draft.call.arguments.enumerated().map { place, value in
            let name = names.indices.contains(place) ? names[place] : "arg\(place + 1)"
            if descriptors.contains(name), let descriptor = value.descriptor {
                return Argument(name, .descriptor(descriptor))
            }
            // What strace did not follow stays an address of the program's memory.
            if pointers.contains(name), value.text.hasPrefix("0x") { return Argument(name, .constant(value.text, 0)) }
            // A pointer to a number is shown so under these names only.
            if case .array = value, name != "argp", name != "offset" { return Argument(name, .constant(value.text, 0)) }
            return Argument(name, value.content)
        }
    }
}
