import Explaining
import Journal
import JournalFiles
import Language
import Reading
import Shell

private let what = Parameter(
    "socket",
    Optionally(
        Text(
            "SOCKET",
            wanted: "the name of a socket",
            about: "only the calls on that socket; save FILE keeps all",
            denotes: .socket
        )
    )
)
private let file = Parameter("file", Optionally(FilePath(about: "after save: where the journal goes")))
private let layer = Flag(
    "layers",
    Choice(
        "LAYER",
        [("all", "every layer"), ("none", "only the calls")] + Layer.allCases.map { ($0.name, "only that layer") }
    ),
    about: "what other layers say about the calls: all, none, or one of them"
)
private let since = Flag(
    "since",
    Number("N", in: 1...Int(Int32.max), about: "a number of the journal"),
    about: "leave out the calls before that number"
)

extension Command {
    static let journal = Command(
        "journal",
        "list the calls that were made, or save them",
        about: """
            Every call that the session made, with its number, the seconds since the first one, its socket, its \
            arguments and what it returned. The numbers are what -since takes. What another layer says about a call, \
            such as TLS about its records, stands below it. journal save FILE writes all of them, with all their \
            data, into a file that netshell view FILE shows again.
            """,
        parameters: [what, file],
        flags: [since, layer],
        replies: "the calls",
        style: .line,
        examples: [
            Example(
                "two calls",
                "> s = socket inet stream\n> listen\n> journal -since 2\nN TIME[..]\n2[..]  s[..]0[..]listen([..], 128)"
            )
        ],
        seeAlso: ["export", "sockets"],
        isView: true
    ) { invocation throws(Failure) in
        if invocation[what] == "save", let path = invocation[file] {
            try invocation.saveJournal(as: path)
            return .none
        }
        if let path = invocation[file] {
            throw Failure(.extraArgument(path, usage: "journal [SOCKET] or journal save FILE"), at: invocation.span)
        }
        if invocation[what] == "save" {
            throw Failure(.missingArgument("FILE", usage: "journal save FILE"), at: invocation.span)
        }
        return try invocation.calls(on: invocation[what], since: invocation[since], layers: layers(invocation[layer]))
    }
}

/// The layers that a word stands for; all of them if none is typed.
private func layers(_ word: String?) -> Set<Layer> {
    switch word {
    case nil, "all": Set(Layer.allCases)
    case let word?: Set([Layer(named: word)].compactMap { $0 })
    }
}

extension Invocation {
    /// The calls on a socket, or all of them, as a table, with what some layers say about them.
    fileprivate func calls(on name: String?, since first: Int?, layers: Set<Layer>) throws(Failure) -> Value {
        let journal = session.journal
        let wanted = journal.calls(on: name, since: first)
        if let name, wanted.isEmpty, !journal.knows(socketNamed: name) {
            let names = Set(journal.newest(4096).compactMap(\.socketName))
            throw Failure(.unknownSocket(name, near: Suggestion.nearest(to: name, among: names)), at: span)
        }
        if journal.first > (first ?? 1) { note("calls 1 to \(journal.first - 1) are forgotten") }
        if wanted.count >= journal.capacity, let left = journal.left(of: wanted, since: first) { note(left) }
        let start = journal.isTimed ? journal.start ?? 0 : nil
        guard journal.hasEvents, !layers.isEmpty else { return .list(wanted.map { .record($0.row(since: start)) }) }
        return .list(
            journal.annotated(wanted, on: name, since: first, layers: layers).map { entry in
                switch entry {
                case .call(let call): .record(call.row(since: start))
                case .event(let event): .record(event.row(since: start))
                }
            }
        )
    }

    /// Writes the whole journal next to a file and renames it into place.
    fileprivate func saveJournal(as path: String) throws(Failure) {
        try File.write(path, at: span, for: waiter) { (file) throws(Failure) in
            let writer = JournalWriter(hasEvents: session.journal.hasEvents)
            try file.write(writer.header)
            try session.journal.forwardEntries { (entry) throws(Failure) in
                try file.write(writer.line(entry))
                return true
            }
        }
    }
}

extension Journal {
    /// The calls on a socket, or all of them: the newest, or those from a number on, as many as may be in memory.
    fileprivate func calls(on name: String?, since first: Int?) -> [Call] {
        func mayTell(_ digest: Digest) -> Bool { name.map { digest.mayTell(.named($0)) } ?? true }
        func isWanted(_ call: Call) -> Bool { name == nil || call.socketName == name }
        guard let first else { return newest(over: mayTell, where: isWanted) }
        return page(from: first, over: mayTell, where: isWanted)
    }

    /// What is said if only some of the calls are shown.
    fileprivate func left(of shown: [Call], since first: Int?) -> String? {
        guard let oldest = shown.first?.number, let newest = shown.last?.number else { return nil }
        if first != nil { return newest < count ? "calls from \(newest + 1) on are left out" : nil }
        return oldest > self.first ? "calls before \(oldest) are left out; journal -since N begins where you say" : nil
    }
}

extension Call {
    /// The call as a row of the table; without a time if it was not measured.
    fileprivate func row(since first: UInt64?) -> Record {
        let returned = error.map { "\(result) \($0.name)" } ?? String(result)
        return Record(
            .row,
            [
                Record.Field("n", .integer(number)), Record.Field("time", .text(Self.seconds(start, since: first))),
                Record.Field("socket", .text(socketName ?? made.first?.name ?? "")),
                Record.Field("result", .text(isInjected ? returned + " [injected]" : returned)),
                // The longest is the last, so that nothing comes after it in a narrow terminal.
                Record.Field("call", .text(CallText(self).invocation)),
            ]
        )
    }

    /// The seconds between two times, with six digits; nothing if the first is not known.
    static func seconds(_ time: UInt64, since first: UInt64?) -> String {
        guard let first else { return "" }
        let micro = (time > first ? time - first : 0) / 1000
        return "\(micro / 1_000_000).\(String(1_000_000 + micro % 1_000_000).dropFirst())"
    }
}

extension Session {
    /// Reads a saved journal, or an strace log, in place of the session's own; returns what there is to say about
    /// the file.
    @discardableResult
    public func loadJournal(_ path: String) throws(Failure) -> [String] {
        let file = try File.open(path, at: Span(0, 0))
        defer { file.close() }
        let head = (try? file.read(1 << 18)) ?? []
        let isLog = StraceLogReader.recognises(head, path: path)
        return isLog ? try loadLog(head, file, path) : try loadSaved(head, file, path)
    }

    private func loadSaved(_ head: [UInt8], _ file: File, _ path: String) throws(Failure) -> [String] {
        do throws(JournalProblem) {
            var reader = JournalReader()
            try reader.take(head[...])
            while let bytes = try? file.read(1 << 18), !bytes.isEmpty { try reader.take(bytes[...]) }
            restore(try reader.finish())
            return []
        } catch {
            throw unreadable(path, error.message)
        }
    }

    private func loadLog(_ head: [UInt8], _ file: File, _ path: String) throws(Failure) -> [String] {
        do throws(StraceLogProblem) {
            var reader = StraceLogReader()
            reader.take(head[...])
            while let bytes = try? file.read(1 << 18), !bytes.isEmpty { reader.take(bytes[...]) }
            let (journal, summary) = try reader.finish()
            restore(journal)
            return summary.notes
        } catch {
            throw unreadable(path, error.message)
        }
    }

    private func unreadable(_ path: String, _ message: String) -> Failure {
        Failure(.other(.badJournal, message: "\(Quoting.word(path)): \(message)", advice: []), at: nil)
    }
}
