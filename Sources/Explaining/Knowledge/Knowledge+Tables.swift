import Sockets
import SystemPackage

// The topics of each table in Sockets: the table's own line, and the note if one is written.
extension Knowledge {
    static var concepts: [Topic] {
        (Notes.concepts + Notes.macros).map { Topic($0.name, title: $0.title, note: $0, source: "") }
    }

    static var states: [Topic] {
        let notes = Notes.indexed(Notes.states)
        return ConnectionState.allCases.map { state in
            let note = notes[state.description]
            return Topic(
                state.description,
                title: "(TCP state \(state.rawValue)): \(note?.title ?? "")",
                note: note,
                source: "RFC 9293 section 3.3.2"
            )
        }
    }

    static var errors: [Topic] {
        let notes = Notes.indexed(Notes.connectionErrors + Notes.socketErrors + Notes.systemErrors)
        return Errno.named.map { name, errno in
            Topic(
                name,
                title: "(errno \(errno.rawValue)): \(errno.sentence)",
                note: notes[name],
                text:
                    "\(capital(errno.sentence)). It is one of the system's errors that socket calls hardly ever give.",
                met: "Calls on files, processes or devices rather than sockets.",
                advice: "catch \(name) takes it, as does catch \(errno.className).",
                source: "errno(3)"
            )
        }
    }

    static var options: [Topic] {
        let notes = Notes.indexed(Notes.allOptions + Notes.ancillary)
        return SocketOption.all.map { option in
            Topic(
                option.name,
                title: "(\(option.level) option \(option.number)): \(option.about)",
                note: notes[option.name],
                text: "\(capital(option.about)). It is an option of level \(option.level).",
                met: "Sockets that have the level \(option.level); kernels differ in which options they have.",
                advice: typing(option),
                source: option.source,
                see: option.synonym.map { [$0] } ?? [option.level == .socket ? "SOL_SOCKET" : "getsockopt"]
            )
        }
    }

    /// The short names that options of several levels have.
    private static let sharedShortNames: Set<String> = {
        var (seen, shared): (Set<String>, Set<String>) = ([], [])
        for option in SocketOption.all where !seen.insert(option.shortName).inserted { shared.insert(option.shortName) }
        return shared
    }()

    /// How the option is typed, as far as it may be read and set.
    private static func typing(_ option: SocketOption) -> String {
        // A structure's fields are too many to be named here.
        let value = option.valueHint.count > 40 ? "VALUE" : option.valueHint
        let name = sharedShortNames.contains(option.shortName) ? option.name : option.shortName
        let set = "setsockopt \(name) \(value)"
        let get = "getsockopt \(name)"
        switch option.access {
        case .readWrite: return "\(set) sets it, \(get) reads it."
        case .readOnly: return "\(get) reads it; it cannot be set."
        case .writeOnly: return "\(set) sets it; it cannot be read."
        }
    }

    /// A topic for each named value of a kind of constant.
    private static func topics<Value>(
        _ known: [Known<Value>],
        _ what: String,
        _ source: String,
        _ notes: [String: Note],
        _ number: (Value) -> Int
    ) -> [Topic] {
        known.map { constant($0.name, number($0.value), $0.about, what, source, notes[$0.name]) }
    }

    static var flags: [Topic] {
        let notes = Notes.indexed(Notes.flags)
        return topics(MessageFlags.known, "a flag of send and recv", "send(2), recv(2)", notes) { Int($0.rawValue) }
            + topics(PollEvents.known, "an event of poll", "poll(2)", notes) { Int($0.rawValue) }
            + topics(ShutdownHow.known, "a direction of shutdown", "shutdown(2)", notes) { Int($0.rawValue) }
            + topics(SocketFlag.known, "a flag of a socket's type", "socket(2)", notes) { Int($0.rawValue) }
    }

    static var kinds: [Topic] {
        let notes = Notes.indexed(Notes.kinds)
        func topics<Value: SymbolicConstant>(_ type: Value.Type, _ what: String, _ source: String) -> [Topic] {
            type.known.map {
                let first = $0.value.name.flatMap { notes[$0] }
                return constant($0.name, Int($0.value.rawValue), $0.about, what, source, notes[$0.name] ?? first)
            }
        }
        return topics(AddressFamily.self, "an address family", "address_families(7)")
            + topics(SocketType.self, "a socket type", "socket(2)")
            + topics(ProtocolNumber.self, "a protocol", "protocols(5)")
            + topics(OptionLevel.self, "a level of options", "getsockopt(2)")
    }

    static var resolver: [Topic] {
        let notes = Notes.indexed(Notes.resolver)
        return topics(ResolverError.known, "a resolver's error", "getaddrinfo(3)", notes) { Int($0.rawValue) }
            + topics(HostError.known, "an h_errno", "gethostbyname(3)", notes) { Int($0.rawValue) }
            + topics(AddressInfoFlags.known, "a flag of getaddrinfo", "getaddrinfo(3)", notes) { Int($0.rawValue) }
            + topics(NameInfoFlags.known, "a flag of getnameinfo", "getnameinfo(3)", notes) { Int($0.rawValue) }
    }

    static var ancillary: [Topic] {
        let notes = Notes.indexed(Notes.ancillary)
        let kinds = AncillaryMessage.kindNames.map { name in
            Topic(
                name,
                title: "(ancillary data)",
                note: notes[name],
                text: "A message beside the data, of recvmsg or sendmsg.",
                met: "recvmsg, in msg_control.",
                advice: "Turn on the option of the same name to get it.",
                source: "cmsg(3)",
                see: ["recvmsg"]
            )
        }
        let origins = ErrorOrigin.known.map {
            constant(
                $0.name,
                Int($0.value.rawValue),
                $0.about,
                "an origin of an error in the error queue",
                "ip(7)",
                nil
            )
        }
        return kinds + origins
    }

    private static func constant(
        _ name: String,
        _ number: Int,
        _ about: String,
        _ what: String,
        _ source: String,
        _ note: Note?
    ) -> Topic {
        Topic(
            name,
            title: "(\(what), \(number)): \(about)",
            note: note,
            text: "\(capital(what)): \(about).",
            met: "Wherever C wants \(what). Not every system has it.",
            advice: "Type it as here, or without its prefix in small letters.",
            source: source
        )
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
