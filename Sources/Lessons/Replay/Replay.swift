import Journal
import Language
import Replies
import Shell
import Sockets

/// Where a replay is shown: a terminal in front of a class, a transcript, a recording.
public protocol ReplayTheatre: TextSink {
    /// A lesson begins.
    func begin(_ lesson: Lesson)
    /// A step begins; recordings mark the place.
    func chapter(_ step: Lesson.Step)
    /// Something is said.
    func show(_ passages: [Passage])
    /// Other ports than the lesson's are used.
    func showStandIns(_ notes: [Passage])
    /// A line is typed, as a person would, or all at once.
    func type(_ line: String, atOnce: Bool)
    /// A note for who presents.
    func say(_ note: String)
    /// The moment before something appears: what was shown is read, then what the presenter wants next is given.
    func cue() -> ReplayCue
    /// Does something that may wait. What the presenter wants meanwhile interrupts it, and is given; else nil.
    func attend(_ body: () -> Void) -> ReplayCue?
    /// A step does not reach its state: what the presenter wants, nil if nobody is there to decide.
    func decide(on difference: String) -> ReplayCue?
}

extension ReplayTheatre {
    public func begin(_ lesson: Lesson) {}

    public func showStandIns(_ notes: [Passage]) { if !notes.isEmpty { show(notes) } }

    public func attend(_ body: () -> Void) -> ReplayCue? {
        body()
        return nil
    }

    public func decide(on difference: String) -> ReplayCue? { nil }
}

/// What the presenter wants.
public enum ReplayCue: Sendable, Equatable {
    /// To go on.
    case go
    /// The next step, as soon as the rest of this one is done.
    case next
    /// The step before, from its beginning.
    case back
    /// To type live for a while.
    case takeOver
    /// To leave.
    case quit
}

/// Types a lesson's statements for real, and waits for the state that each step is to reach, never for a clock.
public final class Replay {
    /// How a replay ended.
    public enum End: Sendable, Equatable {
        /// With the last step.
        case done
        /// The presenter left.
        case quit
        /// A step did not reach its state, and nobody was there to decide what now.
        case stuck(step: String, String)
    }

    private let stage: Stage
    private let session: Session
    private let theatre: any ReplayTheatre
    /// Lets the presenter type live; gives back when they are done.
    private let takeOver: (Session) -> Void
    /// How many seconds each step may take; nil if a presenter can end it.
    private let limit: Double?
    /// Whether the rest of the step is done at once, or the next one shown, since that is wanted.
    private var isHurried = false
    /// What was typed last.
    private var lastInput: String?

    /// A replay of a lesson in a theatre, on a session of its own.
    ///
    /// - Parameter limit: how many seconds each step may take; nil if a presenter can end it.
    public init(
        _ lesson: Lesson,
        registry: Registry,
        theatre: any ReplayTheatre,
        output: any Output,
        confinement: Confinement?,
        limit: Double? = nil,
        takeOver: @escaping (Session) -> Void = { _ in }
    ) {
        self.limit = limit
        self.theatre = theatre
        self.takeOver = takeOver
        session = Session(registry: registry, output: output)
        stage = Stage(lesson, session: session, registry: registry, confinement: confinement)
    }

    /// Plays from a step on; the steps before it are done unseen.
    public func run(from first: Int = 0) -> End {
        defer { stage.tearDown() }
        theatre.begin(stage.lesson)
        theatre.show([.heading(stage.lesson.head.title)])
        if first == 0, !stage.lesson.introduction.isEmpty {
            theatre.show(stage.introduction)
        }
        theatre.showStandIns(stage.standIns(unless: [:]))
        var (number, isAnew) = (first, true)
        while number < stage.lesson.steps.count {
            switch turn(at: number, isAnew: isAnew) {
            case .success(.next): (number, isAnew) = (number + 1, false)
            case .success(.back): (number, isAnew, isHurried) = (max(number - 1, 0), true, true)
            case .success(.again): (isAnew, isHurried) = (true, true)
            case .failure(let stop): return stop.end
            }
        }
        if !stage.closing.isEmpty {
            if theatre.cue() == .quit { return .quit }
            theatre.show(stage.closing)
        }
        return .done
    }

    private enum Turn {
        case next, back, again
    }

    /// A way out of the middle of a step.
    private struct Stop: Error {
        let end: End
    }

    private struct Jump: Error {
        let turn: Turn
    }

    /// The step cannot be gone on with.
    private struct Stuck: Error {
        let difference: String
    }

    /// Plays a step, perhaps after doing all that comes before it again; if it gets stuck the presenter decides.
    private func turn(at number: Int, isAnew: Bool) -> Result<Turn, Stop> {
        do {
            return .success(try playInTime(number, isAnew: isAnew))
        } catch let jump as Jump {
            return .success(jump.turn)
        } catch let stuck as Stuck {
            return decide(on: stuck.difference, at: number)
        } catch {
            return .failure(error as? Stop ?? Stop(end: .quit))
        }
    }

    private func decide(on difference: String, at number: Int) -> Result<Turn, Stop> {
        switch theatre.decide(on: difference) {
        case nil: return .failure(Stop(end: .stuck(step: stage.lesson.steps[number].id, difference)))
        case .quit: return .failure(Stop(end: .quit))
        case .go, .next:
            isHurried = true
            return .success(.next)
        case .back: return .success(.back)
        case .takeOver:
            takeOver(session)
            return .success(turnAfterTakingOver())
        }
    }

    private func playInTime(_ number: Int, isAnew: Bool) throws -> Turn {
        let body = { Result { try self.play(number, isAnew: isAnew) } }
        guard let limit else { return try body().get() }
        // The steps before are done, too.
        let (result, isOver) = TimeLimit.run(seconds: limit * Double(isAnew ? number + 1 : 1), body)
        guard isOver else { return try result.get() }
        let place = lastInput.map { "; it got as far as \(Quoting.oneLine($0))" } ?? ""
        throw Stuck(difference: "the step takes longer than \(Int(limit)) s\(place)")
    }

    private func play(_ number: Int, isAnew: Bool) throws -> Turn {
        lastInput = nil
        let ports = stage.wildcards.words
        if let problem = try attended({ isAnew ? stage.rebuild(upTo: number) : nil }) {
            throw Stuck(difference: problem)
        }
        if let problem = try attended({ stage.begin(number) }) { throw Stuck(difference: problem) }
        guard let step = stage.step else { return .next }
        // Whoever hurried through the step before wants this one at once.
        try obeyCue()
        isHurried = false
        theatre.showStandIns(stage.standIns(unless: ports))
        theatre.chapter(step)
        for note in step.fences(.say) { theatre.say(stage.filled(note.text)) }
        theatre.show([stage.heading])
        try playPieces(step)
        for typed in step.answer.steps {
            try obeyCue()
            try type(typed.input, line: typed.line)
        }
        try settle(step)
        return .next
    }

    /// Does something that may wait, as long as the presenter wants nothing else.
    private func attended<Value>(_ body: () -> Value) throws -> Value {
        var value: Value?
        let cue = theatre.attend { value = body() }
        if let cue { try obey(cue) }
        guard let value else { throw Stop(end: .quit) }
        return value
    }

    /// Shows the step in the file's order, each question with its answer before what comes after it. The first piece
    /// appears with the heading.
    private func playPieces(_ step: Lesson.Step) throws {
        for (place, piece) in step.pieces.enumerated() {
            if place > 0 { try obeyCue() }
            switch piece {
            case .shown(let blocks): theatre.show(stage.shown(blocks, isLast: place == step.pieces.count - 1))
            case .asked(.choice(let question)): try play(question)
            case .asked(.predict(let prediction)): try play(prediction)
            }
        }
    }

    private func play(_ question: Question) throws {
        theatre.show([.question(stage.filled(question.text), question.answers.map { stage.filled($0.text) })])
        guard let right = question.answers.first(where: \.isRight) else { return }
        try obeyCue()
        theatre.show([.praise(stage.filled(right.reply)), .gap])
    }

    private func play(_ prediction: Prediction) throws {
        theatre.show([.question(stage.filled(prediction.question), [])])
        try obeyCue()
        try type(prediction.statement, line: prediction.line)
        try obeyCue()
        theatre.show([.praise(stage.filled(prediction.explanation)), .gap])
    }

    private func settle(_ step: Lesson.Step) throws {
        switch try attended({ stage.verdict(isPatient: true) }) {
        case .met:
            guard stage.check != nil else { return }
            try obeyCue()
            theatre.show(stage.praise)
        case .unmet(let difference), .lost(let difference): throw Stuck(difference: difference)
        }
    }

    private func type(_ text: String, line: Int) throws {
        let filled = stage.filled(text)
        for part in filled.split(separator: "\n", omittingEmptySubsequences: false) {
            theatre.type(String(part), atOnce: isHurried)
        }
        lastInput = filled
        _ = try attended { stage.run(text, line: line) }
        theatre.flush()
    }

    private func obeyCue() throws {
        if !isHurried { try obey(theatre.cue()) }
    }

    private func obey(_ cue: ReplayCue) throws {
        switch cue {
        case .go: return
        case .next: isHurried = true
        case .back: throw Jump(turn: .back)
        case .quit: throw Stop(end: .quit)
        case .takeOver:
            takeOver(session)
            throw Jump(turn: turnAfterTakingOver())
        }
    }

    /// The presenter gives back control: if they did the step, it is done; else it begins again.
    private func turnAfterTakingOver() -> Turn {
        guard stage.check != nil else { return .again }
        switch stage.verdict(isPatient: true) {
        case .met:
            theatre.show(stage.praise)
            return .next
        case .unmet(let difference), .lost(let difference):
            theatre.show([.difference(difference), .note("The step begins again.")])
            return .again
        }
    }

    /// The lesson's ports by the numbers that stood in for them.
    public var standIns: [UInt32: UInt16] {
        let pairs = stage.lesson.head.ports.compactMap { port in
            stage.wildcards.words[port.name].flatMap(UInt32.init).map { ($0, port.number) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The ports that the kernel chose in the replay; they differ from one to the next.
    public var passingPorts: Set<UInt32> {
        let own = Set(stage.lesson.head.ports.compactMap { stage.wildcards.words[$0.name].flatMap(UInt32.init) })
        var ports: Set<UInt32> = []
        session.locked {
            session.journal.backwards { call in
                for content in (call.arguments + call.outputs).map(\.value) {
                    if case .address(let address) = content, let port = address.port { ports.insert(port) }
                }
                return true
            }
            for socket in session.sockets.all {
                if let port = Observation.localAddress(of: socket.descriptor)?.port { ports.insert(port) }
            }
        }
        return ports.filter { $0 >= 1024 && !own.contains($0) }
    }
}
