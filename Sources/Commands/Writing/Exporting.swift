import Explaining
import Exporting
import Journal
import Language
import Shell

extension Registry.Family {
    /// Leaving with what was done.
    static let exporting = Self("Programs and journals", [.journal, .export])
}

private let language = Parameter(
    "language",
    Choice(
        "LANGUAGE",
        [
            ("python", "Python 3"), ("c", "C11 with POSIX"), ("swift", "Swift for Linux and macOS"),
            ("netshell", "a script for this shell"),
        ]
    )
)
private let file = Parameter("file", FilePath(about: "where the program goes"))
private let since = Flag(
    "since",
    Number("N", in: 1...Int(Int32.max), about: "a number of the journal"),
    about: "leave out the calls before that number"
)
private let split = Flag("split", Present(), about: "both ends as two programs, FILE-server and FILE-client")
private let comments = Flag("comments", Present(), about: "a sentence above each call")

extension Command {
    static let export = Command(
        "export",
        "write the session as a program",
        about: """
            Writes the calls of the session as a program in Python, C, Swift or NetShell's own language, with the \
            names that were given here. What the kernel chose in the session, such as a port, the program asks for \
            again; if a call failed, the program expects that failure. A settimeout that ended a call is in the \
            program too: as settimeout in Python, as SO_RCVTIMEO in C and Swift. \
            If both ends were in one session, one program holds both, unless -split makes two of them. A port that \
            the kernel chose is then told by the server and is the client's first argument.
            """,
        parameters: [language, file],
        flags: [since, split, comments],
        examples: [
            Example(
                "a program of two lines",
                "> s = socket inet stream\n> s.close\n> export python /dev/null"
            )
        ],
        seeAlso: ["journal"],
        isView: true
    ) { invocation throws(Failure) in
        for (text, path) in try invocation.programs() {
            try File.save(text, as: path, at: invocation.span, for: invocation.waiter)
        }
        return .none
    }
}

extension Invocation {
    /// The texts of the programs, and the files that they go to.
    fileprivate func programs() throws(Failure) -> [(text: String, path: String)] {
        let wanted = ProgramLanguage(rawValue: self[language]) ?? .python
        let journal = session.journal
        let calls = journal.excerpt(since: self[since], reach: journal.capacity)
        if journal.count - (self[since] ?? 1) >= journal.capacity {
            note("the program has \(self[since] == nil ? "the newest" : "only") \(journal.capacity) calls")
        }
        do throws(ExportProblem) {
            let first = self[since] ?? 1
            let reason = reason(for: calls)
            guard self[split] != nil else {
                let program = try Program(calls, since: first, reason: reason)
                noteUnknown(program.unknownCalls)
                return [(try program.text(in: wanted), self[file])]
            }
            var texts: [(text: String, path: String)] = []
            let ends = try Program.ends(calls, since: first, reason: reason)
            noteUnknown(ends.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value.unknownCalls))
            for (end, program) in ends.sorted(by: { $0.key.rawValue > $1.key.rawValue }) {
                texts.append((try program.text(in: wanted), Self.path(self[file], end)))
            }
            return texts
        } catch {
            throw Failure(
                .other(.notExportable, message: error.message, advice: error.advice),
                at: span
            )
        }
    }

    /// The program's comments: why each call mattered, if that is wanted; and for each call whose bytes a transport
    /// made or took, that it did, as the program has them as they were on the wire. Nil for no comments at all.
    private func reason(for calls: [Call]) -> Program.Reason? {
        let carried = session.journal.transports(of: calls)
        if !carried.isEmpty { note("what transports sent and received is in the program as it was on the wire") }
        let explains = self[comments] != nil
        guard explains || !carried.isEmpty else { return nil }
        return { call, kind, closing in
            let sentences = [
                explains ? CallReason(call, kind: kind, closing: closing).sentence : nil, carried[call.number],
            ]
            let told = sentences.compactMap(\.self)
            return told.isEmpty ? nil : told.joined(separator: " ")
        }
    }

    /// Notes which calls are only comments in the program.
    private func noteUnknown(_ calls: [String]) {
        var names: [String] = []
        for name in calls where !names.contains(name) { names.append(name) }
        if !names.isEmpty { note("the program has comments in place of \(names.joined(separator: ", "))") }
    }

    /// The path with `-server` or `-client` before its extension.
    private static func path(_ path: String, _ end: ProgramEnd) -> String {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return path + "-" + end.rawValue }
        return path.dropLast(name.distance(from: dot, to: name.endIndex)) + "-" + end.rawValue + name[dot...]
    }
}

extension Journal {
    /// What transports report about some calls, as a sentence per call number.
    fileprivate func transports(of calls: [Call]) -> [Int: String] {
        events(of: calls).compactMapValues { events in
            let told = events.filter { $0.layer == .tls }
            guard let event = told.first else { return nil }
            let deed =
                switch event.direction {
                case .sent: "A transport made these bytes"
                case .received: "A transport took these bytes"
                case nil: "A transport answered"
                }
            return deed + ": " + told.map(\.meaning).joined(separator: ", ") + "."
        }
    }
}
