import Journal
import Language
import Reading
import Sockets

/// A call in a few words, as it is written beside a lane: what was asked, and what came of it.
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

    private var arguments: [String] { written ?? call.arguments.prefix(3).map { short($0.value) } }

    /// What is worth saying of the arguments; nil for a call of which nothing is known.
    var written: [String]? {
        switch call.kind {
        case .socket, .socketpair: [short(call.argument("domain")), short(call.argument("type"))]
        case .accept, .getsockname, .getpeername, .sockatmark, .close, .dup: []
        case .accept4: call.constantNumber("flags") == 0 ? [] : [short(call.argument("flags"))]
        case .listen: [short(call.argument("backlog"))]
        case .bind, .connect: [call.address.map(\.description) ?? ""]
        case .shutdown, .ioctl, .fcntl: call.arguments.dropFirst().map { short($0.value) }
        case .dup2, .dup3: [short(call.argument("newfd"))]
        case .setsockopt: [short(call.argument("optname")), short(call.argument("optval"))]
        case .getsockopt: [short(call.argument("optname"))]
        case .poll, .ppoll: [polled(call.argument("fds"), returned: false)]
        case .select, .pselect6: [selected]
        case .epoll_wait, .epoll_pwait, .epoll_pwait2: []
        case .epoll_ctl: ["op", "fd"].map { Self.operation(short(call.argument($0))) } + [watched]
        case .close_range: ["first", "last"].map { short(call.argument($0)) }
        case .execve, .execveat: [program]
        case .exit, .exit_group: [short(call.argument("status"))]
        case .unlink: [short(call.argument("pathname"))]
        case let kind? where call.isSend || call.isReceive: moved(kind)
        case let kind? where kind.has(.asks): call.arguments.prefix(3).map { short($0.value) }
        default: nil
        }
    }

    /// What a call that moves data was given, or has room for.
    private func moved(_ kind: CallKind) -> [String] {
        let count = call.wantedBytes
        if kind.has(.movesMessages) {
            guard case .list(let given)? = call.argument("msgvec") else { return flags }
            let messages = given.count == 1 ? "1 message" : "\(given.count) messages"
            return [call.isSend ? "\(messages), \(bytes(count ?? 0))" : "up to \(messages)"] + flags
        }
        return [call.isSend ? bytes(count ?? call.result) : count.map(String.init) ?? ""] + flags
    }

    /// The sockets that select asks about.
    private var selected: String {
        call.mentions.isEmpty ? "no socket" : shortened(call.mentions.map(\.name))
    }

    /// The events that epoll_ctl asks for.
    private var watched: String {
        let mark = "{events="
        guard let text = call.constantName("event"), text.hasPrefix(mark) else { return "" }
        return String(text.dropFirst(mark.count).prefix { $0 != "," && $0 != "}" })
    }

    /// `add` for `EPOLL_CTL_ADD`.
    private static func operation(_ name: String) -> String {
        name.hasPrefix("EPOLL_CTL_") ? name.without("EPOLL_CTL_").lowercased() : name
    }

    /// The file that is run.
    private var program: String {
        guard case .data(let clip)? = call.argument("pathname") else { return short(call.argument("pathname")) }
        return String(decoding: clip.bytes, as: UTF8.self)
    }

    private func shortened(_ words: [String]) -> String {
        words.prefix(4).joined(separator: " ") + (words.count > 4 ? " …" : "")
    }

    private var flags: [String] {
        let flags = call.messageFlags
        return flags.isEmpty ? [] : [flags.names.map { $0.without("MSG_").lowercased() }.joined(separator: "|")]
    }

    private var results: [String] {
        switch call.kind {
        case .bind:
            guard let local = call.local, local != call.address else { return [] }
            return ["= " + local.description]
        case .getsockname, .getpeername:
            return [call.writtenAddress.map { "= " + $0.description } ?? ""].filter { $0 != "= " && !$0.isEmpty }
        case .socket, .socketpair: return []
        case .accept, .accept4, .dup, .dup2, .dup3: return call.made.map { "= " + $0.name }
        case .fcntl where !call.made.isEmpty: return call.made.map { "= " + $0.name }
        case .getsockopt: return ["= " + short(call.output("optval"))]
        case let kind? where kind.has(.watches): return ["= " + told]
        case .exit, .exit_group, .execve, .execveat, .close_range:
            return call.mentions.isEmpty ? [] : ["ends " + shortened(call.mentions.map(\.name))]
        case .sockatmark: return ["= " + (call.result == 0 ? "no" : "at the mark")]
        default:
            if call.has(.movesMessages), call.isSend {
                let given = call.argument("msgvec").map { if case .list(let all) = $0 { all.count } else { 0 } } ?? 0
                return call.result < given ? ["= \(call.result) of \(given)"] : []
            }
            if call.isSend { return (call.wantedBytes ?? call.result) > call.result ? ["= \(call.result)"] : [] }
            if call.isReceive { return received }
            guard call.socket == nil, let output = call.outputs.first else { return [] }
            return ["= " + short(output.value)]
        }
    }

    /// What a wait for several descriptors told.
    private var told: String {
        if call.result == 0 { return "nothing" }
        return call.output("fds") == nil ? String(call.result) : polled(call.output("fds"), returned: true)
    }

    private var received: [String] {
        if note.isEndOfStream { return ["= 0, the end"] }
        if call.has(.movesMessages) {
            let sizes = call.messages.map { String($0.count) }
            let sum = sizes.count > 1 ? " (" + shortened(sizes) + ")" : ""
            return [
                "= " + (sizes.count == 1 ? "1 message" : "\(sizes.count) messages")
                    + ", \(bytes(call.movedBytes))\(sum)"
            ]
        }
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
            return returned ? "\(name) \(events(entry.returned))" : name
        }
        return words.joined(separator: " ") + (shown.count > 4 ? " …" : "")
    }

    /// Events under the names of the call that told them: poll's, epoll's, or what select's sets stand for.
    private func events(_ events: PollEvents) -> String {
        switch call.kind {
        case .epoll_wait, .epoll_pwait, .epoll_pwait2:
            return events.description.split(separator: "|").map { "E" + $0 }.joined(separator: "|")
        case .select, .pselect6:
            let words: [(PollEvents, String)] = [
                (.readable, "readable"), (.writable, "writable"), (.urgent, "exceptional"),
            ]
            return words.filter { events.contains($0.0) }.map(\.1).joined(separator: "|")
        default: return events.description
        }
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
