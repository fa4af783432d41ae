import Journal
import Sockets

/// Calls that move data.
extension StraceMapping {
    static func send(_ draft: inout StraceDraft) {
        let call = draft.call
        let length = call[2].size
        draft.arguments = [
            first(draft), data("buf", call[1], length), Argument("len", .integer(length)),
            Argument("flags", call[3].messageFlags),
        ]
        guard call[4] != .word("NULL") else { return draft.kind = .send }
        draft.arguments += [Argument("dest_addr", call[4].content), integer("addrlen", call[5])]
    }

    static func receive(_ draft: inout StraceDraft) {
        let call = draft.call
        let room = call[2].size
        draft.arguments = [
            first(draft), Argument("buf", .room(room)), Argument("len", .integer(room)),
            Argument("flags", call[3].messageFlags),
        ]
        if call.succeeded { draft.outputs = [data("buf", call[1], min(call.number, room))] }
        guard call[4] != .word("NULL") else { return draft.kind = .recv }
        let space = call[5].size
        draft.arguments += [Argument("src_addr", .room(space)), Argument("addrlen", .integer(space))]
        guard call.succeeded, let address = call[4].address else { return }
        draft.outputs += [Argument("src_addr", .address(address)), integer("addrlen", call[5].after)]
    }

    static func plain(_ draft: inout StraceDraft) {
        let call = draft.call
        let length = call[2].size
        if draft.kind == .write {
            draft.arguments = [first(draft, "fd"), data("buf", call[1], length), Argument("count", .integer(length))]
            return
        }
        draft.arguments = [first(draft, "fd"), Argument("buf", .room(length)), Argument("count", .integer(length))]
        if call.succeeded { draft.outputs = [data("buf", call[1], call.number)] }
    }

    static func vectors(_ draft: inout StraceDraft) {
        let call = draft.call
        let isRead = draft.kind == .readv
        let given = call[1].vectors()
        draft.arguments = [
            first(draft, "fd"), Argument("iov", .list(isRead ? given.map(room) : given)), integer("iovcnt", call[2]),
        ]
        if isRead, call.succeeded { draft.outputs = [Argument("iov", .list(call[1].vectors(limit: call.number)))] }
    }

    static func message(_ draft: inout StraceDraft) {
        let call = draft.call
        let isReceive = draft.kind == .recvmsg
        let header = MessageHeader(call[1])
        draft.arguments = [
            first(draft),
            Argument("msg_name", header.name(isReceive)),
            Argument("msg_iov", header.given(isReceive)),
            Argument("msg_control", isReceive ? .room(header.controlRoom) : .ancillary(header.control)),
            Argument("flags", call[2].messageFlags),
        ]
        guard isReceive, call.succeeded else { return }
        draft.outputs = [
            Argument("msg_name", header.writtenName),
            Argument("msg_iov", header.written(call.number)),
            Argument("msg_control", .ancillary(header.control)),
            Argument("msg_flags", header.flags),
        ]
    }

    /// Several messages in one call (sendmmsg(2), recvmmsg(2)): of each the address, the data, and what came of it.
    static func messages(_ draft: inout StraceDraft) {
        let call = draft.call
        let isReceive = draft.kind == .recvmmsg
        let headers = call[1].members.map { MessageHeader($0["msg_hdr"] ?? .structure([])) }
        draft.arguments = [
            first(draft),
            Argument("msgvec", .list(headers.map { .list([$0.name(isReceive), $0.given(isReceive)]) })),
            integer("vlen", call[2]),
            Argument("flags", call[3].messageFlags),
        ]
        if isReceive { draft.arguments.append(Argument("timeout", call[4].content)) }
        guard call.succeeded else { return }
        let lengths = call[1].members.map { $0["msg_len"]?.size ?? 0 }
        let moved = zip(headers, lengths).prefix(call.number).map { header, length -> Argument.Content in
            isReceive ? .list([header.writtenName, header.written(length)]) : .integer(length)
        }
        draft.outputs = [Argument("msgvec", .list(moved))]
    }

    /// sendfile, with the file's path where the log tells it.
    static func file(_ draft: inout StraceDraft) {
        other(&draft)
        guard let path = draft.call[1].decoration, path.first == UInt8(ascii: "/"), draft.arguments.count > 2 else {
            return
        }
        draft.arguments.insert(Argument("in_file", .text(String(decoding: path, as: UTF8.self))), at: 2)
        guard case .change(let before, let after) = draft.call[2], let start = before.number, let end = after.number
        else { return }
        draft.arguments[3] = Argument("offset", .integer(start))
        draft.outputs = [Argument("offset", .integer(end))]
    }

    /// splice, whose pipe stands as a plain number, so that its socket can be told from it.
    static func splice(_ draft: inout StraceDraft) {
        other(&draft)
        let pipe = draft.takesFromSocket ? "fd_out" : "fd_in"
        draft.arguments = draft.arguments.map { argument in
            guard argument.name == pipe, case .descriptor(let descriptor) = argument.value else { return argument }
            return Argument(pipe, .integer(Int(descriptor)))
        }
    }

    fileprivate static func room(_ content: Argument.Content) -> Argument.Content {
        if case .data(let clip) = content { .room(clip.count) } else { content }
    }

    /// Data in quotes; what strace shows in another way, such as netlink's messages, is kept as its text.
    private static func data(_ name: String, _ value: StraceValue, _ count: Int) -> Argument {
        Argument(name, value.clip(count: count).map { .data($0) } ?? value.content)
    }
}

/// The `msghdr` of a message (sendmsg(2)).
private struct MessageHeader {
    private let header: StraceValue
    private let address: StraceValue
    private let vectors: StraceValue
    let control: [AncillaryMessage]

    init(_ header: StraceValue) {
        self.header = header
        address = header["msg_name"] ?? .word("NULL")
        vectors = header["msg_iov"] ?? .array([])
        control = header["msg_control"]?.members.compactMap { $0.ancillary } ?? []
    }

    /// The address that a send is given, or the room that a receive has for one.
    func name(_ isReceive: Bool) -> Argument.Content {
        if !isReceive || address == .word("NULL") { return address.content }
        return .room(header["msg_namelen"]?.size ?? 0)
    }

    /// The data that a send is given, or the room that a receive has for it.
    func given(_ isReceive: Bool) -> Argument.Content {
        let given = vectors.vectors()
        return .list(isReceive ? given.map(StraceMapping.room) : given)
    }

    var controlRoom: Int { header["msg_controllen"]?.size ?? 0 }

    /// The sender's address, where a receive wrote it.
    var writtenName: Argument.Content { address.address.map { .address($0) } ?? .null }

    /// The data that a receive wrote.
    func written(_ count: Int) -> Argument.Content { .list(vectors.vectors(limit: count)) }

    var flags: Argument.Content { (header["msg_flags"] ?? .word("0")).messageFlags }
}

extension StraceValue {
    /// A message of the ancillary data, as far as it is taken apart: descriptors and credentials.
    var ancillary: AncillaryMessage? {
        guard case .structure = self else { return nil }
        let data = self["cmsg_data"]
        switch self["cmsg_type"]?.name {
        case "SCM_RIGHTS": return .rights((data?.members ?? []).compactMap(\.descriptor))
        case "SCM_CREDENTIALS":
            func number(_ name: String) -> Int { data?[name]?.number ?? 0 }
            return .credentials(
                pid: Int32(truncatingIfNeeded: number("pid")),
                uid: UInt32(truncatingIfNeeded: number("uid")),
                gid: UInt32(truncatingIfNeeded: number("gid"))
            )
        case let type?:
            let level = self["cmsg_level"]?.name.flatMap { OptionLevel(spelling: $0) }?.rawValue ?? 0
            if type == "IP_TTL", let hops = data?.number { return .timeToLive(Int32(truncatingIfNeeded: hops)) }
            let number = SocketOption.find(type, level: OptionLevel(rawValue: level))?.number
            return .other(level: level, type: number ?? 0, data?.bytes ?? [])
        case nil: return nil
        }
    }
}
