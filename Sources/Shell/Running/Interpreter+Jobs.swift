import Journal
import Language

extension Interpreter {
    /// Starts a call or a block as a job, on a thread of its own.
    func start(_ body: Statement, _ statement: Statement) throws(Exit) -> Value {
        var begun = begin(statement.span, command: source.keyword(of: body) ?? "")
        do throws(Failure) {
            let prepared = try self.body(of: body, &begun)
            let job = session.jobs.add(text: source.folded(body), statement: begun)
            let worker = Interpreter(session: session, source: source, job: job, confinement: confinement)
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

    /// What a job is to run. Which command a call is, on which socket and with which words, is what was typed; only how the
    /// call goes is left to the job.
    private func body(of statement: Statement, _ begun: inout BegunStatement) throws(Failure) -> JobBody {
        guard case .call(let call) = statement.kind else { return .block(statement) }
        return .call(try prepared(call, &begun))
    }

    /// Runs a job's body on the thread that calls, and tells the session of its end.
    fileprivate func runJob(_ body: JobBody, _ job: Job) {
        session.lock.lock()
        defer { session.lock.unlock() }
        do throws(Exit) {
            job.outcome = .reply(try reply(of: body, job))
        } catch {
            job.outcome = outcome(of: error)
        }
        if let statement = job.statement { session.forget(statement.number) }
        session.jobEnded.broadcast()
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

    /// How a job ended that something took out of its body; `exit` ends the job only.
    private func outcome(of exit: Exit) -> Job.Outcome {
        switch exit {
        case .failure(let failure, let record):
            if record.number != job?.statement?.number { job?.failed = record }
            return .failure(failure)
        case .leave(let span), .again(let span): return outcome(of: fail(.noLoop(at: span), begin(span)))
        case .shell: return .reply(.none)
        }
    }
}

extension Session {
    /// Runs a whole source in the background, as one job, under a confinement or none, and shows none of its replies.
    public func start(_ source: Source, confinement: Confinement?) -> Job {
        locked {
            let job = jobs.add(text: source.file)
            let worker = Interpreter(session: self, source: source, job: job, confinement: confinement)
            if !startThread({ worker.runJob(.source, job) }) { job.outcome = .failure(.noThread) }
            return job
        }
    }
}

extension Failure {
    /// That a job has no thread to run on.
    fileprivate static var noThread: Failure {
        Failure(.other(.outOfMemory, message: "no thread could be started for the job", advice: []))
    }

    /// That `break` or `continue` stands outside a loop.
    static func noLoop(at span: Span) -> Failure {
        let advice = "use it inside while, for or repeat"
        return Failure(
            .other(.syntax, message: "no loop is around this", advice: [advice]),
            at: span
        )
    }
}

extension Job {
    /// One line about where it stands.
    public var announcement: String {
        switch outcome {
        case nil: "job \(number) waits: \(Quoting.oneLine(text))"
        case .reply(let reply):
            "job \(number) done: " + (reply == .none ? Quoting.oneLine(text) : Quoting.oneLine(reply.description))
        case .failure(let failure):
            "job \(number) failed: \(failure.shortName); wait \(number) tells why"
        }
    }
}

extension Failure {
    /// What it is in a word: the error's C name, or the class where that says more than EINTR does.
    fileprivate var shortName: String {
        guard case .call(let call) = reason else { return className }
        return call.error?.name ?? className
    }
}
