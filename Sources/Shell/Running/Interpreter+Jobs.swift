import Journal
import Language

extension Interpreter {
    /// Starts a call as a job, on a thread of its own. What it is, on which socket and with which words, is what was
    /// typed; only how the call goes is left to the job.
    func start(_ call: CallSyntax, _ statement: Statement) throws(Exit) -> Value {
        var begun = begin(statement.span, command: call.command.text)
        do throws(Failure) {
            let prepared = try prepared(call, &begun)
            let job = session.jobs.add(
                text: source.text(of: statement.span).droppingJobMark,
                statement: begun
            )
            let worker = Interpreter(session: session, source: source, job: job, confinement: confinement)
            let number = begun.number
            guard startThread({ worker.runJob(prepared, number, job) }) else {
                session.jobs.remove(job)
                throw Failure(
                    .other(className: "OutOfMemory", message: "no thread could be started for the job", advice: [])
                )
            }
            let reply = Value.record(Record(.labelled, [Record.Field("job", .integer(job.number))]))
            conclude(begun, reply: reply)
            return reply
        } catch {
            throw fail(error, begun)
        }
    }

    /// Runs all statements of a source as one job.
    fileprivate func runJob(_ job: Job) {
        session.lock.lock()
        defer { session.lock.unlock() }
        do throws(Exit) {
            try run(try parse())
            job.outcome = .reply(.none)
        } catch .failure(let failure, _) {
            job.outcome = .failure(failure)
        } catch {
            job.outcome = .reply(.none)
        }
        session.jobEnded.broadcast()
    }

    private func runJob(_ call: PreparedCall, _ statement: Int, _ job: Job) {
        session.lock.lock()
        defer { session.lock.unlock() }
        do throws(Failure) {
            if job.isCancelled { throw Failure(.interrupted(nil), at: call.span) }
            job.outcome = .reply(try run(call, statement: statement))
        } catch {
            job.outcome = error.exitCode == nil ? .failure(error) : .reply(.none)
        }
        session.forget(statement)
        session.jobEnded.broadcast()
        guard session.isInteractive else { return }
        session.output.notice(job.announcement)
    }
}

extension Session {
    /// Runs a whole source in the background, as one job, under a confinement or none, and shows none of its replies.
    public func start(_ source: Source, confinement: Confinement?) -> Job {
        locked {
            let job = jobs.add(text: source.file)
            var interpreter = Interpreter(session: self, source: source, job: job, confinement: confinement)
            interpreter.isQuiet = true
            let worker = interpreter
            if !startThread({ worker.runJob(job) }) {
                job.outcome = .failure(
                    Failure(.other(className: "OutOfMemory", message: "no thread could be started", advice: []))
                )
            }
            return job
        }
    }
}

extension String {
    /// The text of a job's statement without the `&` at its end.
    fileprivate var droppingJobMark: String {
        var text = Substring(self)
        while let last = text.last, last == "&" || last.isWhitespace { text.removeLast() }
        return String(text)
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
