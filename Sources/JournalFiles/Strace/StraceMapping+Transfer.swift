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
        guard call[4] != .word("NULL") else { return draft.name = "send" }
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
        guard call[4] != .word("NULL") else { return draft.name = "recv" }
        let space = call[5].size
        draft.arguments += [Argument("src_addr", .room(space)), Argument("addrlen", .integer(space))]
        guard call.succeeded, let address = call[4].address else { return }
        draft.outputs += [Argument("src_addr", .address(address)), integer("addrlen", call[5].after)]
    }

    static func plain(_ draft: inout StraceDraft) {
        let call = draft.call
        let length = call[2].size
        if draft.name == "write" {
            draft.arguments = [first(draft, "fd"), data("buf", call[1], length), Argument("count", .integer(length))]
            return
        }
        draft.arguments = [first(draft, "fd"), Argument("buf", .room(length)), Argument("count", .integer(length))]
        if call.succeeded { draft.outputs = [data("buf", call[1], call.number)] }
    }

    static func vectors(_ draft: inout StraceDraft) {
        let call = draft.call
        let isRead = draft.name == "readv"
        let given = call[1].vectors()
        draft.arguments = [
            first(draft, "fd"), Argument("iov", .list(isRead ? given.map(room) : given)), integer("iovcnt", call[2]),
        ]
        if isRead, call.succeeded { draft.outputs = [Argument("iov", .list(call[1].vectors(limit: call.number)))] }
    }

    static func message(_ draft: inout StraceDraft) {
        let call = draft.call
        let message = call[1]
        let isReceive = draft.name == "recvmsg"
        let vectors = message["msg_iov"] ?? .array([])
        let name = message["msg_name"] ?? .word("NULL")
        let control = message["msg_control"]?.members.compactMap { $0.ancillary } ?? []
        let controlRoom = message["msg_controllen"]?.size ?? 0
        let given = vectors.vectors()
        draft.arguments = [
            first(draft),
            Argument("msg_name", isReceive ? nameRoom(name, message["msg_namelen"]) : name.content),
            Argument("msg_iov", .list(isReceive ? given.map(room) : given)),
            Argument("msg_control", isReceive ? .room(controlRoom) : .ancillary(control)),
            Argument("flags", call[2].messageFlags),
        ]
        guard isReceive, call.succeeded else { return }
        draft.outputs = [
            Argument("msg_name", name.address.map { .address($0) } ?? .null),
            Argument("msg_iov", .list(vectors.vectors(limit: call.number))),
            Argument("msg_control", .ancillary(control)),
            Argument("msg_flags", (message["msg_flags"] ?? .word("0")).messageFlags),
        ]
    }

    private static func nameRoom(_ name: StraceValue, _ length: StraceValue?) -> Argument.Content {
        name == .word("NULL") ? .null : .room(length?.size ?? 0)
    }

    private static func room(_ content: Argument.Content) -> Argument.Content {
        if case .data(let clip) = content { .room(clip.count) } else { content }
    }

    /// Data in quotes; what strace shows otherwise, as netlink's messages, stands as its text.
    private static func data(_ name: String, _ value: StraceValue, _ count: Int) -> Argument {
        Argument(name, value.clip(count: count).map { .data($0) } ?? value.content)
    }
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
