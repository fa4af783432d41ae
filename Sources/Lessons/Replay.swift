import Journal
import Language
import Shell
import Sockets
import Views

/// Where a replay is shown: a terminal in front of a class, a transcript, a recording.
public protocol ReplayTheatre: TextSink {
    /// A step begins; recordings mark the place.
    func chapter(_ step: Lesson.Step)
    /// Something is said.
    func show(_ passages: [Passage])
    /// A line is typed, as a person would, or all at once.
    func type(_ line: String, atOnce: Bool)
    /// A note for who presents.
    func say(_ note: String)
    /// A moment between two things; what the presenter wants next.
    func cue() -> ReplayCue
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
        /// A step did not reach its state.
        case stuck(step: String, String)
    }

    private let stage: Stage
    private let session: Session
    private let theatre: any ReplayTheatre
    /// Lets the presenter type live; gives back when they are done.
    private let takeOver: (Session) -> Void
    /// Whether the rest of the step is done at once, since the next one is wanted.
    private var isHurried = false

    /// A replay of a lesson in a theatre, on a session of its own.
    public init(
        _ lesson: Lesson,
        registry: Registry,
        theatre: any ReplayTheatre,
        output: any Output,
        confinement: Confinement?,
        takeOver: @escaping (Session) -> Void = { _ in }
    ) {
        self.theatre = theatre
        self.takeOver = takeOver
        session = Session(registry: registry, output: output)
        stage = Stage(lesson, session: session, registry: registry, confinement: confinement)
    }

    /// Plays from a step on; the steps before it are done unseen.
    public func run(from first: Int = 0) -> End {
        defer { stage.strike() }
        theatre.show([.heading(stage.lesson.head.title)])
        if first == 0, !stage.lesson.introduction.isEmpty {
            theatre.show([.text(stage.filled(stage.lesson.introduction))])
        }
        var number = first
        if let problem = stage.rebuild(upTo: first) { return .stuck(step: "", problem) }
        while number < stage.lesson.steps.count {
            switch play(number) {
            case .success(.next): number += 1
            case .success(.back):
                number = max(number - 1, 0)
                if let problem = stage.rebuild(upTo: number) {
                    return .stuck(step: stage.lesson.steps[number].id, problem)
                }
            case .success(.again):
                if let problem = stage.rebuild(upTo: number) {
                    return .stuck(step: stage.lesson.steps[number].id, problem)
                }
            case .failure(let end): return end.end
            }
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

    private func play(_ number: Int) -> Result<Turn, Stop> {
        if let problem = stage.begin(number) { return .failure(Stop(end: .stuck(step: "", problem))) }
        guard let step = stage.step else { return .success(.next) }
        isHurried = false
        theatre.chapter(step)
        theatre.show([stage.heading])
        for note in step.fences(.say) { theatre.say(stage.filled(note.text)) }
        do {
            try playPieces(step)
            for typed in step.answer.steps {
                try obeyCue()
                type(typed.input, line: typed.line)
            }
            try settle(step)
            try obeyCue()
            return .success(.next)
        } catch let stop as Stop {
            return .failure(stop)
        } catch let jump as Jump {
            return .success(jump.turn)
        } catch {
            return .success(.next)
        }
    }

    /// Shows the step in the file's order, each question with its answer before what comes behind it.
    private func playPieces(_ step: Lesson.Step) throws {
        for piece in step.pieces {
            switch piece {
            case .shown(let blocks): theatre.show(stage.shown(blocks))
            case .asked(.choice(let question)):
                theatre.show([.question(stage.filled(question.text), question.answers.map { stage.filled($0.text) })])
                try obeyCue()
                if let right = question.answers.first(where: \.isRight) {
                    theatre.show([.praise(stage.filled(right.reply)), .gap])
                }
            case .asked(.predict(let prediction)):
                theatre.show([.question(stage.filled(prediction.question), [])])
                try obeyCue()
                type(prediction.statement, line: prediction.line)
                theatre.show([.praise(stage.filled(prediction.explanation)), .gap])
            }
        }
    }

    private func settle(_ step: Lesson.Step) throws {
        switch stage.verdict(isPatient: true) {
        case .met:
            if stage.check != nil { theatre.show(stage.praise) }
        case .unmet(let difference), .lost(let difference):
            throw Stop(end: .stuck(step: step.id, difference))
        }
    }

    private func type(_ text: String, line: Int) {
        let filled = stage.filled(text)
        for part in filled.split(separator: "\n", omittingEmptySubsequences: false) {
            theatre.type(String(part), atOnce: isHurried)
        }
        stage.run(text, line: line)
        theatre.flush()
    }

    private func obeyCue() throws {
        if isHurried { return }
        switch theatre.cue() {
        case .go: return
        case .next: isHurried = true
        case .back: throw Jump(turn: .back)
        case .quit: throw Stop(end: .quit)
        case .takeOver:
            takeOver(session)
            throw Jump(turn: turnAfterTakingOver())
        }
    }

    /// The presenter gives back: where they did the step, it is done; else it is played anew.
    private func turnAfterTakingOver() -> Turn {
        guard stage.check != nil else { return .again }
        switch stage.verdict(isPatient: true) {
        case .met:
            theatre.show(stage.praise)
            return .next
        case .unmet(let difference), .lost(let difference):
            theatre.show([.difference(difference), .note("The step is played anew.")])
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
