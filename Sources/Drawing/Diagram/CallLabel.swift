import Journal
import Language
import Reading
import Sockets

/// A call in a few words, as it stands beside a lane: what was asked, and what came of it.
struct CallLabel {
    private let call: Call
    private let note: CallNote
    private let names: (Int32) -> String?

    /// A label of a call; `names` tells which socket a descriptor was.
    init(_ call: Call, _ note: CallNote, names: @escaping (Int32) -> String?) {
        self.call = call
        self.note = note
        self.names = names
    }

    /// What was asked.
    var head: SequenceDiagram.Piece {
        let words = [call.name] + arguments
        return .init(.call, Quoting.oneLine(words.filter { !$0.isEmpty }.joined(separator: " ")))
    }

    /// What came of it; an error too.
    var outcome: [SequenceDiagram.Piece] {
        if let error = call.error {
            let mark = call.isInjected ? " injected" : ""
            return [.init(.error, error.name + mark)]
        }
        return results.map { .init(.result, Quoting.oneLine($0)) }
    }

    private var arguments: [String] {
        switch call.name {
        case "socket", "socketpair": return [short(call.argument("domain")), short(call.argument("type"))]
        case "accept", "getsockname", "getpeername", "close", "dup": return []
        case "accept4": return call.constantNumber("flags") == 0 ? [] : [short(call.argument("flags"))]
        case "listen": return [short(call.argument("backlog"))]
        case "bind", "connect": return [call.address.map(\.description) ?? ""]
        case "shutdown", "ioctl", "fcntl": return call.arguments.dropFirst().map { short($0.value) }
        case "setsockopt", "getsockopt":
            let value = call.name == "setsockopt" ? short(call.argument("optval")) : ""
            return [short(call.argument("optname")), value]
        case "poll": return [polled(call.argument("fds"), returned: false)]
        default:
            if call.isSend { return [bytes(call.wantedBytes ?? call.result)] + flags }
            if call.isReceive { return [call.wantedBytes.map(String.init) ?? ""] + flags }
            return call.arguments.prefix(3).map { short($0.value) }
        }
    }

    private var flags: [String] {
        let flags = call.messageFlags
        return flags.isEmpty ? [] : [flags.names.map { $0.without("MSG_").lowercased() }.joined(separator: "|")]
    }

    private var results: [String] {
        switch call.name {
        case "bind":
            guard let local = call.local, local != call.address else { return [] }
            return ["= " + local.description]
        case "getsockname", "getpeername":
            return [call.writtenAddress.map { "= " + $0.description } ?? ""].filter { $0 != "= " && !$0.isEmpty }
        case "socket", "socketpair": return []
        case "accept", "accept4", "dup": return call.made.map { "= " + $0.name }
        case "getsockopt": return ["= " + short(call.output("optval"))]
        case "poll": return ["= " + (call.result == 0 ? "nothing" : polled(call.output("fds"), returned: true))]
        default:
            if call.isSend { return (call.wantedBytes ?? call.result) > call.result ? ["= \(call.result)"] : [] }
            if call.isReceive { return received }
            guard call.socket == nil, let output = call.outputs.first else { return [] }
            return ["= " + short(output.value)]
        }
    }

    private var received: [String] {
        if note.isEndOfStream { return ["= 0, the end"] }
        let got = call.payload?.count ?? call.result
        let isPeek = call.messageFlags.contains(.peek)
        let parts = note.taken
        var text = "= " + bytes(got)
        if parts.count == 1, parts[0].isUrgent { text += ", urgent" }
        if note.lost > 0 { return ["= \(got) of \(bytes(got + note.lost))", "\(note.lost) lost"] }
        if parts.count == 1, parts[0].count < parts[0].of { text = "= \(parts[0].count) of \(bytes(parts[0].of))" }
        if parts.count > 1 { text += parts.count > 5 ? " of \(parts.count) sends" : " (" + sum(parts) + ")" }
        return [text + (isPeek ? ", peeked" : "")]
    }

    private func sum(_ parts: [Taken]) -> String {
        parts.map { $0.count < $0.of ? "\($0.count) of \($0.of)" : String($0.count) }.joined(separator: " + ")
    }

    private func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

    private func polled(_ content: Argument.Content?, returned: Bool) -> String {
        guard case .poll(let entries)? = content else { return "" }
        let shown = returned ? entries.filter { !$0.returned.isEmpty } : entries
        let words = shown.prefix(4).map { entry in
            let name = names(entry.descriptor) ?? "fd \(entry.descriptor)"
            return returned ? "\(name) \(entry.returned.description)" : name
        }
        return words.joined(separator: " ") + (shown.count > 4 ? " …" : "")
    }

    /// An argument in a word.
    private func short(_ content: Argument.Content?) -> String {
        switch content {
        case .descriptor(let descriptor): names(descriptor) ?? String(descriptor)
        case .integer(let number), .room(let number): String(number)
        case .constant(let name, _): Self.word(name)
        case .address(let address): address.description
        case .data(let clip): bytes(clip.count)
        case .text(let text): text
        case .option(let value, _): value.description
        case .list(let contents): contents.first.map { short($0) + (contents.count > 1 ? " …" : "") } ?? ""
        case .ancillary, .poll, .null, nil: ""
        }
    }

    /// A constant as a learner types it.
    private static func word(_ name: String) -> String {
        for prefix in ["AF_", "SOCK_", "SHUT_"] where name.hasPrefix(prefix) {
            return name.split(separator: "|").map { String($0).without(prefix) }.joined(separator: "|").lowercased()
        }
        return name
    }
}

extension String {
    /// The text without a prefix.
    fileprivate func without(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
