import Journal
import Language

extension Interpreter {
    /// Starts a call or a block as a job, on a thread of its own.
    func start(_ body: Statement, _ statement: Statement) throws(Exit) -> Value {
        var begun = begin(statement.span, command: source.keyword(of: body) ?? "")
        do throws(Failure) {
            guard !session.jobs.isFull else { throw .tooManyJobs }
            if let confinement { try confinement.room.check(.jobs, session.jobs.running + 1, at: statement.span) }
            let prepared = try self.body(of: body, &begun)
            let job = session.jobs.add(
                text: source.folded(body),
                statement: begun,
                scope: prepared.isBlock ? names.begun() : nil,
                starter: self.job?.number
            )
            let own = job.scope.map { Names(session, $0) } ?? names
            let worker = Interpreter(own, source, job: job, confinement: confinement)
            guard startThread({ worker.runJob(prepared, job) }) else {
                session.jobs.remove(job)
                throw .noThread
            }
            let reply = Value.record(Record(.labelled, [Record.Field("job", .integer(job.number))]))
            conclude(begun, reply: reply)
            return reply
        } catch {
            throw fail(error, begun)
        }
    }

    /// What a job is to run. A call's command, socket and words are fixed as typed; only how the call goes is left to
    /// the job.
    private func body(of statement: Statement, _ begun: inout BegunStatement) throws(Failure) -> JobBody {
        guard case .call(let call) = statement.kind else { return .block(statement) }
        return .call(try prepared(call, &begun))
    }

    /// Runs a job's body on the calling thread, and reports its end to the session.
    fileprivate func runJob(_ body: JobBody, _ job: Job) {
        session.lock.lock()
        defer { session.lock.unlock() }
        do throws(Exit) {
            job.outcome = .reply(try reply(of: body, job))
        } catch {
            job.outcome = outcome(of: error)
        }
        if let statement = job.statement { session.forget(statement.number) }
        session.output.flush()
        session.changed.broadcast()
        guard session.isInteractive else { return }
        session.output.notice(job.announcement)
    }

    private func reply(of body: JobBody, _ job: Job) throws(Exit) -> Value {
        switch body {
        case .call(let call):
            guard let statement = job.statement else { return .none }
            return try reply(of: call, statement, job)
        case .block(let statement): return try run(statement)
        case .source:
            try run(try parse())
            return .none
        }
    }

    private func reply(of call: PreparedCall, _ statement: BegunStatement, _ job: Job) throws(Exit) -> Value {
        do throws(Failure) {
            if job.isCancelled { throw Failure(.interrupted(nil), at: call.span) }
            return try run(call, statement: statement.number)
        } catch {
            if let code = error.exitCode { throw .shell(code) }
            throw .failure(error, statement.record(reply: .none, failure: error))
        }
    }

    /// How a job ended whose body was left early; `exit` ends only the job.
    private func outcome(of exit: Exit) -> Job.Outcome {
        switch exit {
        case .failure(let failure, let record):
            if record.number != job?.statement?.number { job?.failed = record }
            return .failure(failure)
        case .leave(let span), .again(let span): return outcome(of: fail(.noLoop(at: span), begin(span)))
        case .shell, .question: return .reply(.none)
        }
    }
}

extension Session {
    /// Runs a whole source in the background as one job, optionally confined, and shows none of its replies.
    public func start(_ source: Source, confinement: Confinement?) -> Job {
        locked {
            let job = jobs.add(text: source.file)
            let worker = Interpreter(Names(self), source, job: job, confinement: confinement)
            if !startThread({ worker.runJob(.source, job) }) { job.outcome = .failure(.noThread) }
            return job
        }
    }
}

extension Session {
    /// Runs code in the background as one job, optionally confined. The code holds the session's lock except while it
    /// waits.
    public func start(
        _ name: String,
        confinement: Confinement? = nil,
        _ body: @escaping @Sendable (Invocation) throws(Failure) -> Value
    ) -> Job {
        locked {
            let source = Source(file: name, text: Array(name.utf8))
            let begun = Interpreter(Names(self), source).begin(Span(0, name.utf8.count))
            let job = jobs.add(text: name, statement: begun)
            let call = PreparedCall(native: Command(name, "", run: body), confinement)
            let worker = Interpreter(Names(self), source, job: job, confinement: confinement)
            if !startThread({ worker.runJob(.call(call), job) }) { job.outcome = .failure(.noThread) }
            return job
        }
    }
}

extension Failure {
    /// The failure that the limit of running jobs is reached.
    fileprivate static var tooManyJobs: Failure {
        let message = "\(JobTable.runningLimit) jobs run already"
        return Failure(
            .other(.outOfMemory, message: message, advice: ["end some: cancel, or wait for them"])
        )
    }

    /// The failure that there is no thread for a job.
    fileprivate static var noThread: Failure {
        Failure(.other(.outOfMemory, message: "no thread could be started for the job", advice: []))
    }

    /// The failure that `break` or `continue` is outside a loop.
    static func noLoop(at span: Span) -> Failure {
        let advice = "use it inside while, for or repeat"
        return Failure(
            .other(.syntax, message: "no loop is around this", advice: [advice]),
            at: span
        )
    }
}

extension Job {
    /// One line about its status.
    public var announcement: String {
        switch outcome {
        case nil: "job \(number) waits: \(brief)"
        case .reply(let reply):
            "job \(number) done: " + (reply == .none ? brief : Quoting.oneLine(reply.description))
        case .failure(let failure):
            "job \(number) failed: \(failure.shortName); wait \(number) tells why"
        }
    }
}

extension Job {
    /// How much of a job's text fits on a line, beside its status.
    private static let room = 60

    /// The text, on one line of a common screen.
    fileprivate var brief: String { Quoting.oneLine(text).cut(to: Self.room) }
}

extension Failure {
    /// The failure in a word: the error's C name, or the class if that says more than EINTR.
    fileprivate var shortName: String {
        guard case .call(let call) = reason else { return className }
        return call.error?.name ?? className
    }
}
