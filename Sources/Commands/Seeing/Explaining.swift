import Explaining
import Journal
import Language
import Reading
import Shell
import Sockets

extension Registry.Family {
    /// What happened, and what things are.
    static let explaining = Self("Seeing what happened", [.explain, .state, .watch, .hexdump])
}

private let subject = Parameter("subject", ExplainSubject())

extension Command {
    static let explain = Command(
        "explain",
        "show calls as C writes them, or tell what a name means",
        about: """
            Each call as C would write it, its arguments decoded as strace does, then what it did to the state of its \
            socket and one sentence on why that mattered. on and off switch that on after every reply. last is the \
            last statement that made calls, which is also meant if nothing is typed; all is everything, in a very \
            long session the newest calls; a number is one call; a socket's name is the calls on it, also when it is \
            closed. A name is explained itself: an error, an option, a state, a \
            flag, a family, a type, or an idea such as backlog or byte order.
            """,
        parameters: [subject],
        replies: "the explanation",
        style: .page,
        examples: [
            Example(
                "the last statement",
                """
                > s = socket inet stream
                > listen
                > explain
                #2 listen([..], 128) = 0
                   s: CLOSE → LISTEN
                   The kernel completes handshakes by itself now and queues the connections until accept takes them.
                """
            ),
            Example("a thing", "> explain ECONNREFUSED\nECONNREFUSED (errno [..]): connection refused\n..."),
        ],
        seeAlso: ["sockets", "inject"],
        isView: true
    ) { invocation throws(Failure) in
        let journal = invocation.session.journal
        switch invocation[subject] {
        case .onOff(let on):
            invocation.session.output.explain(on)
            return .none
        case .last:
            guard let statement = journal[journal.count]?.statement else { return try invocation.explain([]) }
            return try invocation.explain(journal.lastCalls(of: statement))
        case .all:
            let calls = journal.calls(from: 1)
            if let first = calls.first?.number, first > journal.first {
                invocation.note("calls \(journal.first) to \(first - 1) are left out; explain N tells about one")
            }
            return try invocation.explain(calls)
        case .call(let number):
            guard let call = journal[number] else { throw invocation.noCall(number) }
            return try invocation.explain([call])
        case .socket(let name): return try invocation.explain(journal.calls(on: name))
        case .topic(let topic): return .text(topic.text() + "\n")
        case .page(let command):
            let context = Context(session: invocation.session, socket: nil)
            return .picture(HelpPage(command, context).picture)
        }
    }
}

/// What explain is asked for.
private struct ExplainSubject: ParameterType {
    enum Parsed: Sendable {
        case onOff(Bool)
        case last
        case all
        case call(Int)
        case socket(String)
        case topic(Topic)
        case page(Command)
    }

    let about =
        "on, off, last, all, the number of a call, a socket, or a name such as ECONNREFUSED, SO_REUSEADDR, backlog"
    let isOptional = true
    let takesMore = true

    func hint(_ context: Context) -> String { "[on|off|last|all|N|NAME]" }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Parsed {
        guard !words.isEmpty else { return .last }
        let (text, span) = try words.takeText("N", wanted: about)
        switch text.lowercased() {
        case "on": return .onOff(true)
        case "off": return .onOff(false)
        case "last": return .last
        case "all": return .all
        default: break
        }
        if let number = Int(text) { return .call(number) }
        return try name(text, at: span, &words, context)
    }

    /// A name, which may have several words: `three-way handshake`.
    private func name(
        _ first: String,
        at span: Span,
        _ words: inout Words,
        _ context: Context
    ) throws(Failure) -> Parsed {
        var (name, span) = (first, span)
        while !words.isEmpty {
            let (word, place) = try words.takeText("NAME", wanted: "a name")
            (name, span) = ("\(name) \(word)", Span(span.start, place.end))
        }
        // The learner's own name goes before one of ours: a socket may be called server.
        if JournaledSocket.names(context.session).contains(name) { return .socket(name) }
        if let topic = Knowledge.topic(name) { return .topic(topic) }
        if let command = context.session.registry[name] { return .page(command) }
        throw Failure(
            .unsuitable(
                word: name,
                wanted: "anything that can be explained",
                near: Knowledge.nearest(to: name),
                advice: ["an error, an option, a state, a flag, a family, a type, or an idea such as backlog"]
            ),
            at: span
        )
    }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        [
            Candidate("on", "after every reply from now on"), Candidate("off", "no longer"),
            Candidate("last", "the last statement's calls"), Candidate("all", "every call"),
        ] + (prefix.isEmpty ? [] : Knowledge.topics.map { Candidate(Quoting.word($0.name), $0.title) })
    }
}

extension Invocation {
    /// Why there is no such call.
    fileprivate func noCall(_ number: Int) -> Failure {
        let journal = session.journal
        guard (journal.first...max(journal.first, journal.count)).contains(number), journal.count > 0 else {
            let known =
                journal.count == 0 ? "no call was made yet" : "the journal has \(journal.first) to \(journal.count)"
            return failure(.unsuitableValue, "there is no call \(number)", known)
        }
        return failure(.unsuitableValue, "call \(number) cannot be read back from the temporary folder")
    }

    fileprivate func explain(_ calls: [Call]) throws(Failure) -> Value {
        guard !calls.isEmpty else { throw failure(.noCalls, "no call was made yet", "make one: socket inet stream") }
        var kinds = SocketKinds()
        let explanations = Explanation.all(calls, history: session.journal, kinds: &kinds)
        return .picture(
            Picture { canvas in explanations.flatMap { $0.lines(width: canvas.width) }.map { $0 + "\n" }.joined() }
        )
    }
}

extension Journal {
    /// The calls on the sockets of a name, and those that created them.
    fileprivate func calls(on name: String) -> [Call] {
        newest(over: { $0.mayTell(.named(name)) }) { call in
            call.socketName == name || call.made.contains { $0.name == name }
        }
    }

    /// The calls of the newest statement that made any, oldest first.
    fileprivate func lastCalls(of statement: Int) -> [Call] {
        var first = count
        backwards { call in
            first = call.statement == statement ? call.number : first
            return call.statement == statement && count - call.number < capacity
        }
        return calls(from: first)
    }
}
