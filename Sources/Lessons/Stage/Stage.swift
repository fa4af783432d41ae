import Journal
import Language
import Shell
import Sockets
import Synchronization

/// Where a lesson is played: the learner's session, the ports, the peers of the step.
///
/// `@unchecked Sendable`: one thread plays a lesson; the session guards itself.
public final class Stage: @unchecked Sendable {
    /// The lesson.
    public let lesson: Lesson
    /// The learner's session.
    public let session: Session
    /// The names of ports, and whatever replies have given names to.
    public internal(set) var wildcards: Wildcards
    /// The number of the step that is played; the count of steps when the lesson is over.
    public private(set) var index = 0
    private var peers: [Peer] {
        get { company.withLock { $0.peers } }
        set { company.withLock { $0.peers = newValue } }
    }
    private var firstCall = 1
    /// What was typed in the step, and how many calls it made, as far as it was looked at for mistakes.
    var judgedLines: [String] = []
    var judgedCalls = 0
    /// What was wrong when the step could not be finished any more; nil as long as it can.
    private var loss: String?
    /// The peers, and those of which it was told that they failed; a watch looks at them, too.
    private let company = Mutex((peers: [Peer](), told: Set<String>()))
    private var ports: Ports
    /// The words that are explained, and where.
    let definitions: Definitions
    private let registry: Registry
    let confinement: Confinement?
    private let patience: Double?
    private var isInTime = false

    /// A stage before the first step, on a session of the caller's.
    ///
    /// - Parameters:
    ///   - confinement: what the lesson's own statements may do; nil if the learner trusts it.
    ///   - patience: how many seconds a step may take to prepare; nil if somebody else sets a limit.
    public init(
        _ lesson: Lesson,
        session: Session,
        registry: Registry,
        confinement: Confinement?,
        patience: Double? = nil
    ) {
        self.confinement = confinement
        self.patience = patience
        self.lesson = lesson
        self.session = session
        self.registry = registry
        ports = Ports(lesson.head.ports, reused: lesson.reusedPorts)
        wildcards = Wildcards(ports.words)
        definitions = Definitions(lesson)
        confinement?.room.ports = ports.numbers
    }

    /// The words for what is said beside the lesson's.
    var messages: Messages { lesson.messages }

    /// The step that is played; nil after the last.
    public var step: Lesson.Step? { index < lesson.steps.count ? lesson.steps[index] : nil }

    /// The peers of the step, and those that stayed.
    public var cast: [Peer] { peers }

    /// A text with the names of ports put in.
    public func filled(_ text: String) -> String { wildcards.fill(text) }

    /// Begins a step: does its setup unseen, starts its peers, and waits until they wait for the learner. Gives how the
    /// setup failed, if it did.
    public func begin(_ number: Int) -> String? { inTime { prepare(number) } }

    /// Does what prepares a step; gives what went wrong, also if it took longer than the patience.
    private func inTime(_ body: () -> String?) -> String? {
        guard let patience, !isInTime else { return body() }
        isInTime = true
        defer { isInTime = false }
        let (problem, isOver) = TimeLimit.run(seconds: patience, body)
        return isOver ? messages(.tooLongToPrepare, ["seconds": String(Int(patience))]) : problem
    }

    private func prepare(_ number: Int) -> String? {
        index = number
        guard let step else {
            endPeers()
            return nil
        }
        // One that stays makes room for another of its name.
        let names = Set(step.peers.map(\.name))
        endPeers { !$0.stays || names.contains($0.name) }
        company.withLock { $0.told.formIntersection($0.peers.map(\.name)) }
        for fence in step.fences(.setup) {
            if let failure = unseen({ run(fence.text, line: fence.line) }).failure {
                return messages(.setupFailed, ["problem": failure.message])
            }
        }
        firstCall = session.locked { session.journal.count } + 1
        (judgedLines, judgedCalls, loss) = ([], 0, nil)
        for (name, stays, script) in step.peers {
            let source = Source(
                file: "\(lesson.file) (\(name))",
                firstLine: script.line,
                text: Array(filled(script.text).utf8)
            )
            peers.append(
                Peer(
                    name: name,
                    stays: stays,
                    script: source,
                    registry: registry,
                    learner: session,
                    confinement: confinement
                )
            )
        }
        for peer in peers { peer.settle() }
        return nil
    }

    /// Makes everything new and does the steps before a step, unseen; gives what went wrong, nil if nothing did.
    public func rebuild(upTo number: Int) -> String? { inTime { prepare(upTo: number) } }

    private func prepare(upTo number: Int) -> String? {
        tearDown()
        session.locked { session.variables = [:] }
        // A connection that this side closed may still hold its port for a while.
        ports.chooseAgain()
        confinement?.room.ports = ports.numbers
        wildcards = Wildcards(ports.words)
        for earlier in 0..<number {
            if let problem = begin(earlier) { return problem }
            unseen { solve(lesson.steps[earlier]) }
            _ = verdict(isPatient: true)
        }
        return nil
    }

    /// How many calls the session has made.
    var callCount: Int { session.locked { session.journal.count } }

    /// The session's calls from a number on.
    func calls(from first: Int) -> [Call] { session.locked { session.journal.calls(from: first) } }

    /// Runs what was predicted once more, unseen.
    func rerun(_ prediction: Prediction) {
        _ = unseen { run(prediction.statement, line: prediction.line) }
    }

    /// Runs what a step predicts, and what solves it.
    func solve(_ step: Lesson.Step) {
        for fence in step.fences(.predict) {
            if let prediction = Prediction(fence) { run(prediction.statement, line: prediction.line) }
        }
        for typed in step.answer.steps { run(typed.input, line: typed.line) }
    }

    /// Does something of which the learner sees nothing.
    private func unseen<Result>(_ body: () -> Result) -> Result { redirected(to: SilentOutput(), body) }

    /// Does something whose replies go to another output.
    func redirected<Result>(to other: any Output, _ body: () -> Result) -> Result {
        let output = session.locked {
            defer { session.output = other }
            return session.output
        }
        defer { session.locked { session.output = output } }
        return body()
    }

    /// Runs statements of the lesson as if they were typed, confined as the lesson is.
    @discardableResult
    public func run(_ text: String, line: Int) -> Interpreter.Outcome {
        var last = Interpreter.Outcome.done
        var reader = EntryReader(file: lesson.file, firstLine: line)
        let take: (EntryReader.Piece) -> Bool = { piece in
            last = Interpreter.run(piece, on: self.session, confinement: self.confinement)
            if case .done = last { return true }
            return false
        }
        if reader.take(filled(text).utf8, take) { _ = reader.end(take) }
        return last
    }

    /// The step's check, with the names of ports put in; nil if it has none.
    public var check: Check? {
        guard let step else { return nil }
        let texts = step.fences(.check).map { filled($0.text) }
        guard !texts.isEmpty else { return nil }
        return CheckParser.parse(texts.joined(separator: "\n"), line: step.fences(.check)[0].line).check
    }

    /// What a check looks at now.
    public var context: CheckContext {
        CheckContext(
            session: session,
            firstCall: firstCall,
            peers: Dictionary(peers.map { ($0.name, $0.session) }) { first, _ in first },
            messages: messages
        )
    }

    /// How the step stands.
    public func verdict(isPatient: Bool) -> CheckEvaluator.Verdict {
        guard let check else { return .met }
        let evaluator = CheckEvaluator(context: context)
        return kept(isPatient ? evaluator.settle(check) : evaluator.evaluate(check))
    }

    /// A step that is lost stays so until it begins again, whatever is typed into it.
    func kept(_ verdict: CheckEvaluator.Verdict) -> CheckEvaluator.Verdict {
        if let loss { return .lost(loss) }
        if case .lost(let difference) = verdict { loss = difference }
        return verdict
    }

    /// How a peer failed, if one did.
    public var peerFailure: String? {
        for peer in peers { if let failure = peer.failure { return "\(peer.name): \(failure.message)" } }
        return nil
    }

    /// Whether a peer has failed of which it was not told yet.
    var hasUntoldFailures: Bool {
        let told = company.withLock { $0.told }
        return peers.contains { !told.contains($0.name) && $0.failure != nil }
    }

    /// How peers failed, if that was not told yet.
    func takePeerNews() -> [Passage] {
        peers.compactMap { peer in
            guard let failure = peer.failure, company.withLock({ $0.told.insert(peer.name).inserted }) else {
                return nil
            }
            return .note(messages(.peerFailed, ["peer": peer.name, "problem": failure.message]))
        }
    }

    /// Ends the peers, or those that are to be ended.
    public func endPeers(where isDone: (Peer) -> Bool = { _ in true }) {
        for peer in peers where isDone(peer) { peer.end() }
        peers.removeAll(where: isDone)
    }
}
