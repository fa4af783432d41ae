import Journal
import Reading
import Sockets

/// Turns the calls of a log into a journal, one after the other.
struct StraceRecorder: Sendable {
    /// How many calls wait for what later lines tell of them.
    private static let delay = 256

    private(set) var journal = Journal()
    private var sockets = StraceSockets()
    private var recent: [StraceDraft] = []
    /// What epoll_ctl said of a descriptor.
    private struct Watch: Hashable {
        let list: Int32
        let data: String
    }

    /// How many descriptors of epoll are remembered: a log that somebody made up can tell of any number.
    private static let watchLimit = 1 << 16
    private var watched: [Watch: StraceValue] = [:]
    /// Sockets whose address later lines may tell.
    private var unplaced: Set<Int> = []
    /// Whether data went over a listener: its descriptor was closed and used again by calls that are not here.
    private var hasBusyListener = false

    /// Whether calls of a name are to be read at all.
    static func wants(_ name: String) -> Bool { CallKind(name: name)?.isOfDescriptorTables ?? false }

    /// Takes in a call of a process.
    mutating func record(_ call: StraceCall, process: Int, start: UInt64, end: UInt64) {
        guard let kind = CallKind(name: call.name) else { return }
        var draft = StraceDraft(call, kind)
        if kind.has(.makesProcess) {
            let sharesFiles = call.arguments.contains { $0.text.contains("CLONE_FILES") }
            if call.succeeded { sockets.born(call.number, from: process, sharesFiles: sharesFiles) }
            return
        }
        guard let subject = subject(of: draft, process) else { return }
        if let id = sockets.takeRevived() { keepOpen(id) }
        draft.start = start
        draft.duration = call.duration ?? (end >= start ? end - start : 0)
        draft.takesFromSocket = subject.takesFromSocket
        StraceMapping.fill(&draft)
        draft.outputs += subject.outputs
        draft.mentions = subject.mentions
        if let id = subject.socket, let socket = sockets[id] {
            draft.socket = id
            draft.socketName = socket.name
            draft.before = socket.state
            place(id)
        }
        follow(&draft, process)
        keep(draft)
    }

    /// Whether calls show that others, which made the sockets that they use, are missing.
    var lacksCalls: Bool { sockets.hasStrangers || hasBusyListener }

    /// A process ended.
    mutating func ended(_ process: Int) { sockets.ended(process) }

    /// The journal, with all that was recorded.
    mutating func finish() -> Journal {
        for draft in recent { journal.append(draft.finished) }
        recent = []
        return journal
    }

    private mutating func keep(_ draft: StraceDraft) {
        if draft.lacksAddress, let id = draft.socket { unplaced.insert(id) }
        recent.append(draft)
        guard recent.count >= 2 * Self.delay else { return }
        for draft in recent.prefix(Self.delay) { journal.append(draft.finished) }
        recent.removeFirst(Self.delay)
        unplaced = Set(recent.filter(\.lacksAddress).compactMap(\.socket))
    }

    /// Gives calls that were waiting for it the address that a socket is now known to have.
    private mutating func place(_ id: Int) {
        guard unplaced.contains(id), let local = sockets[id]?.local, local.port != 0 else { return }
        unplaced.remove(id)
        for place in recent.indices where recent[place].socket == id && recent[place].lacksAddress {
            recent[place].local = local
        }
    }

    /// A close that was not the socket's end, since another process holds it.
    private mutating func keepOpen(_ id: Int) {
        for place in recent.indices where recent[place].kind == .close && recent[place].socket == id {
            recent[place].after = recent[place].before ?? .closed
        }
    }

    /// What a call is about.
    private struct Subject {
        var socket: Int?
        /// The others whose descriptors it passes.
        var mentions: [MadeSocket] = []
        /// What it told of them, where the log has that in a notation of its own.
        var outputs: [Argument] = []
        /// Of a splice, whether the socket is where the data comes from.
        var takesFromSocket = false
    }

    /// The socket that a call is about; nil if the call is of no interest.
    private mutating func subject(of draft: StraceDraft, _ process: Int) -> Subject? {
        let call = draft.call
        switch draft.kind {
        case .socket, .socketpair: return Subject(socket: nil)
        case _ where draft.kind.has(.isOfSockets):
            let isNone = call.errno == .badFileDescriptor || call.errno == .notSocket
            return Subject(socket: sockets.find(call[0], process: process, mustBeSocket: !isNone))
        case .poll, .ppoll: return any(of: call[0].members.compactMap { $0["fd"] }, process)
        case .select, .pselect6: return selected(call, process)
        case .epoll_ctl:
            watch(call, process)
            return any(of: [call[2]], process)
        case .epoll_wait, .epoll_pwait, .epoll_pwait2:
            return sockets.hasSockets(process) ? told(call, process) : nil
        case .splice:
            if let id = sockets.find(call[2], process: process, mustBeSocket: false) { return Subject(socket: id) }
            guard let id = sockets.find(call[0], process: process, mustBeSocket: false) else { return nil }
            return Subject(socket: id, takesFromSocket: true)
        case .close_range: return sockets.hasSockets(process, in: call.descriptors) ? Subject() : nil
        case _ where draft.kind.has(.replacesProgram) || draft.kind.has(.endsProcess):
            return sockets.hasSockets(process) ? Subject() : nil
        default:
            return sockets.find(call[0], process: process, mustBeSocket: false).map { Subject(socket: $0) }
        }
    }

    /// A select; one whose sets are empty watches none of the sockets that there are, which is worth seeing.
    private mutating func selected(_ call: StraceCall, _ process: Int) -> Subject? {
        let asked = (1...3).flatMap { call[$0].members }
        if asked.isEmpty, call[1] != .word("NULL") || call[2] != .word("NULL"), sockets.hasSockets(process) {
            return Subject()
        }
        return any(of: asked, process)
    }

    /// Keeps which descriptor goes with the data that epoll_wait tells (epoll_ctl(2)).
    private mutating func watch(_ call: StraceCall, _ process: Int) {
        guard call.succeeded, let list = call[0].descriptor, let data = call[3]["data"]?.text,
            watched.count < Self.watchLimit
        else { return }
        watched[Watch(list: list, data: data)] = call[2]
    }

    /// An epoll_wait, with the sockets whose events it told.
    private mutating func told(_ call: StraceCall, _ process: Int) -> Subject {
        guard let list = call[0].descriptor else { return Subject() }
        var values: [StraceValue] = []
        var entries: [PollEntry] = []
        for event in StraceMapping.told(call) {
            guard let value = watched[Watch(list: list, data: event.data)], let descriptor = value.descriptor else {
                continue
            }
            values.append(value)
            entries.append(PollEntry(descriptor: descriptor, events: [], returned: event.events))
        }
        var subject = any(of: values, process) ?? Subject()
        if !entries.isEmpty { subject.outputs = [Argument("fds", .poll(entries))] }
        return subject
    }

    /// A call that mentions sockets; nil if none of the values is one.
    private mutating func any(of values: [StraceValue], _ process: Int) -> Subject? {
        var mentions: [MadeSocket] = []
        for value in values {
            guard let id = sockets.find(value, process: process, mustBeSocket: false), let socket = sockets[id],
                let descriptor = value.descriptor, !mentions.contains(where: { $0.id == id })
            else { continue }
            place(id)
            mentions.append(MadeSocket(id: id, name: socket.name, descriptor: descriptor))
        }
        return mentions.isEmpty ? nil : Subject(mentions: mentions)
    }

    // MARK: What became of the sockets

    private mutating func follow(_ draft: inout StraceDraft, _ process: Int) {
        switch draft.kind {
        case .socket: create(&draft, [draft.call.result], process)
        case .socketpair: create(&draft, draft.call[3].members, process)
        case .accept, .accept4: accept(&draft, process)
        case .dup, .dup2, .dup3: duplicate(&draft, process)
        case .fcntl where draft.call[1].text.hasPrefix("F_DUPFD"): duplicate(&draft, process)
        case .close: close(&draft, process)
        case .recvmsg, .recvmmsg: receive(&draft, process)
        case .close_range where draft.call.succeeded && !draft.call[2].text.contains("CLOEXEC"):
            draft.mentions = sockets.closeAll(of: process, in: draft.call.descriptors)
        case _ where draft.kind.has(.replacesProgram) && draft.call.succeeded:
            draft.mentions = sockets.replacedProgram(process)
        case _ where draft.kind.has(.endsProcess): draft.mentions = sockets.endsOfProcess(process)
        default: break
        }
        noteCloseOnExec(draft, process)
        guard draft.kind != .close, let id = draft.socket else { return }
        if draft.before == .listen, draft.call.succeeded, draft.kind.has(.sends) || draft.kind.has(.receives) {
            hasBusyListener = true
        }
        let next = StraceStates.after(draft, sockets[id])
        sockets.change(id) { socket in
            socket.state = next
            if let local = StraceStates.address(draft) { socket.local = local }
        }
        draft.after = next
        if draft.local == nil { draft.local = StraceStates.place(draft, sockets[id]) }
    }

    /// Keeps which descriptors execve will close (execve(2)).
    private mutating func noteCloseOnExec(_ draft: StraceDraft, _ process: Int) {
        guard draft.call.succeeded else { return }
        let asks = draft.call.arguments.contains { $0.text.contains("CLOEXEC") }
        if draft.kind == .fcntl, draft.call[1] == .word("F_SETFD"), let descriptor = draft.call[0].descriptor {
            sockets.closeOnExec(descriptor, asks, process: process)
        }
        guard draft.kind.has(.makesDescriptor) else { return }
        for made in draft.made { sockets.closeOnExec(made.descriptor, asks, process: process) }
    }

    private mutating func create(_ draft: inout StraceDraft, _ made: [StraceValue?], _ process: Int) {
        guard draft.call.succeeded, case .constant(_, let family)? = draft.argument("domain"),
            case .constant(_, let type)? = draft.argument("type")
        else { return }
        let kind = SocketKinds.Kind(
            family: AddressFamily(rawValue: Int32(truncatingIfNeeded: family)),
            type: SocketType(rawValue: Int32(truncatingIfNeeded: type) & 0xf)
        )
        let state: ConnectionState = draft.kind == .socketpair ? .established : .closed
        for descriptor in made.compactMap({ $0?.descriptor }) {
            draft.made.append(sockets.make(descriptor, process: process, kind: kind, state: state))
        }
        draft.after = draft.made.isEmpty ? nil : state
    }

    private mutating func accept(_ draft: inout StraceDraft, _ process: Int) {
        guard draft.call.succeeded, let result = draft.call.result, let descriptor = result.descriptor else { return }
        let decoration = result.decoration.map { StraceDecoration($0) }
        let listener = draft.socket.flatMap { sockets[$0] }
        let kind = decoration?.kind ?? listener?.kind
        let made = sockets.make(descriptor, process: process, kind: kind, state: .established)
        draft.local = decoration?.local ?? listener?.local
        let local = draft.local
        sockets.change(made.id) { $0.local = local }
        draft.made = [made]
    }

    private mutating func duplicate(_ draft: inout StraceDraft, _ process: Int) {
        guard draft.call.succeeded, let descriptor = draft.call.result?.descriptor,
            descriptor != draft.call[0].descriptor,
            let original = draft.socket.flatMap({ sockets[$0] })
        else { return }
        // dup2 closes what had the number before (dup(2)).
        draft.mentions = sockets.closeAll(of: process, in: descriptor...descriptor)
        let made = sockets.make(descriptor, process: process, kind: original.kind, state: original.state)
        sockets.change(made.id) { $0.local = original.local }
        draft.made = [made]
    }

    private mutating func close(_ draft: inout StraceDraft, _ process: Int) {
        guard draft.call.errno != .badFileDescriptor else { return draft.after = draft.before }
        let isGone = sockets.close(draft.call[0], process: process)
        draft.after = isGone ? nil : draft.before ?? .closed
    }

    /// Sockets among the descriptors that came with a message.
    private mutating func receive(_ draft: inout StraceDraft, _ process: Int) {
        guard draft.call.succeeded else { return }
        let headers = draft.kind == .recvmsg ? [draft.call[1]] : draft.call[1].members.compactMap { $0["msg_hdr"] }
        for message in headers.flatMap({ $0["msg_control"]?.members ?? [] })
        where message["cmsg_type"]?.name == "SCM_RIGHTS" {
            for value in message["cmsg_data"]?.members ?? [] {
                guard let descriptor = value.descriptor,
                    let decoration = value.decoration.map({ StraceDecoration($0) }),
                    decoration.isSocket
                else { continue }
                draft.made.append(sockets.make(descriptor, process: process, kind: decoration.kind, state: .closed))
            }
        }
    }
}

extension StraceDraft {
    /// The argument of a name.
    func argument(_ name: String) -> Argument.Content? { arguments.first { $0.name == name }?.value }
}
