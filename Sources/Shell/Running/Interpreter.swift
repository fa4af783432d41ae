import Journal
import Language
import Sockets

/// Why the interpreter leaves a statement.
public enum Exit: Error {
    /// It failed; the record is the statement's.
    case failure(Failure, StatementRecord)
    /// `break`
    case leave(Span)
    /// `continue`
    case again(Span)
    /// `exit`, with the shell's exit code.
    case shell(Int32)
    /// The whole source was a question in plain words and was answered; in a script that is a failure all the same.
    case question(Failure?, StatementRecord)
}

/// Runs statements on a session. Each thread that does so has its own.
public struct Interpreter: Sendable {
    /// What names refer to.
    let names: Names
    let source: Source
    let job: Job?
    /// What its statements may not do; nil for a person's own.
    let confinement: Confinement?
    /// Whether replies are hidden: those of a condition or a job.
    var isQuiet = false

    /// How an entry ended.
    public enum Outcome: Sendable {
        /// All statements ran.
        case done
        /// A statement failed and nothing caught it.
        case failed(Failure)
        /// `exit`.
        case exit(Int32)

        /// The failure, if a statement failed.
        public var failure: Failure? { if case .failed(let failure) = self { failure } else { nil } }
    }

    var session: Session { names.session }

    init(_ names: Names, _ source: Source, job: Job? = nil, confinement: Confinement? = nil) {
        self.names = names
        self.source = source
        self.job = job
        self.confinement = confinement
    }

    /// Runs all statements of a source and reports failures to the session's output. With `keepsGoing`, the statements
    /// after a failed one run too, and the last failure is the outcome; an interruption still ends it. A confinement
    /// applies to these statements, and to the jobs and aliases that they leave behind.
    public static func run(
        _ source: Source,
        on session: Session,
        keepsGoing: Bool = false,
        confinement: Confinement? = nil
    ) -> Outcome {
        session.lock.lock()
        defer { session.lock.unlock() }
        let interpreter = Interpreter(Names(session), source, confinement: confinement)
        var outcome = Outcome.done
        do throws(Exit) {
            for statement in try interpreter.parse() {
                do throws(Exit) {
                    try interpreter.run(statement)
                } catch {
                    guard keepsGoing, !error.isQuestion else { throw error }
                    outcome = interpreter.settle(error)
                    guard case .failed(let failure) = outcome, !failure.isInterruption else { return outcome }
                }
            }
            return outcome
        } catch {
            return interpreter.settle(error)
        }
    }

    func parse() throws(Exit) -> [Statement] {
        do {
            return try Parser.parse(source)
        } catch {
            throw exit(for: error)
        }
    }

    func exit(for error: SyntaxError) -> Exit {
        fail(Failure(.syntax(error.problem), at: error.span), begin(Span(0, source.text.count)))
    }

    func settle(_ exit: Exit) -> Outcome {
        switch exit {
        case .shell(let code): return .exit(code)
        case .question(nil, _): return .done
        case .failure(let failure, let record), .question(let failure?, let record):
            session.output.uncaught(failure, record, history: session.journal)
            return .failed(failure)
        case .leave(let span), .again(let span):
            return settle(fail(.noLoop(at: span), begin(span)))
        }
    }

    /// Runs statements in sequence.
    func run(_ statements: [Statement]) throws(Exit) {
        for statement in statements { _ = try run(statement) }
    }

    /// Runs one statement and returns its reply.
    @discardableResult
    func run(_ statement: Statement) throws(Exit) -> Value {
        if job == nil, Interrupts.isPending { try interrupted(statement) }
        job.map(session.giveWay)
        if job?.isCancelled == true { try interrupted(statement) }
        if confinement != nil { try account(for: statement.span) }
        switch statement.kind {
        case .call(let call): return try run(call, statement)
        case .value(let value): return try run(value, statement)
        case .attempt(let body, let handlers): try attempt(body, handlers, statement)
        case .repeated(let times, let body): try repeated(times, body, statement)
        case .loop(let condition, let body): try loop(condition, body)
        case .forEach(let name, let items, let body): try forEach(name, items, body, statement)
        case .branch(let condition, let then, let otherwise):
            try run(try quiet.run(condition).isTrue ? then : otherwise)
        case .block(let body): try run(body)
        case .job(let inner): return try start(inner, statement)
        case .leave: throw .leave(statement.span)
        case .again: throw .again(statement.span)
        }
        return .none
    }

    /// Counts a confined statement, or a round of a loop.
    func account(for span: Span) throws(Exit) {
        do throws(Failure) {
            try confinement?.room.take(.statements, at: span)
        } catch {
            throw fail(error, begin(span))
        }
    }

    private func interrupted(_ statement: Statement) throws(Exit) {
        if job == nil { Interrupts.take() }
        throw fail(Failure(.interrupted(nil)), begin(statement.span))
    }

    /// The same interpreter with replies hidden.
    var quiet: Interpreter {
        var interpreter = self
        interpreter.isQuiet = true
        return interpreter
    }
}
