import Journal
import Language

extension Interpreter {
    /// Starts a call as a job, on a thread of its own.
    func start(_ call: CallSyntax, _ statement: Statement) throws(Exit) -> Value {
        session.statementCount += 1
        let number = session.statementCount
        let foreground = CallSyntax(
            target: call.target,
            receiver: call.receiver ?? session.sockets.current.map { Name($0.name, call.command.span) },
            command: call.command,
            arguments: call.arguments,
            isJob: false
        )
        let actsOnSocket = session.registry[call.command.text]?.actsOnSocket == true
        let job = session.jobs.add(text: source.text(of: statement.span).droppingJobMark)
        let plain = Statement(
            kind: .call(actsOnSocket || call.receiver != nil ? foreground : call.inForeground),
            span: statement.span
        )
        var interpreter = Interpreter(session: session, source: source, job: job, confinement: confinement)
        interpreter.isQuiet = true
        let worker = interpreter
        guard startThread({ worker.runJob(plain, job) }) else {
            session.jobs.remove(job)
            throw fail(
                Failure(
                    .other(className: "OutOfMemory", message: "no thread could be started for the job", advice: [])
                ),
                statement,
                command: call.command.text,
                socket: nil,
                firstCall: session.journal.count + 1,
                number
            )
        }
        let reply = Value.record(
            Record(.row, [Record.Field("word", .text("job")), Record.Field("job", .integer(job.number))])
        )
        session.output.finished(
            StatementRecord(
                number: number,
                source: source,
                span: statement.span,
                command: call.command.text,
                socket: call.receiver?.text,
                reply: reply,
                failure: nil
            ),
            calls: [],
            history: session.journal,
            isQuiet: isQuiet,
            style: .typed
        )
        return reply
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

    private func runJob(_ statement: Statement, _ job: Job) {
        session.lock.lock()
        defer { session.lock.unlock() }
        do {
            job.outcome = .reply(try run(statement))
        } catch .failure(let failure, _) {
            job.outcome = .failure(failure)
        } catch {
            job.outcome = .reply(.none)
        }
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

extension CallSyntax {
    /// The same call without the `&`.
    fileprivate var inForeground: CallSyntax {
        CallSyntax(target: target, receiver: receiver, command: command, arguments: arguments, isJob: false)
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
            "job \(number) failed: \(failure.call?.error?.name ?? failure.className); wait \(number) tells why"
        }
    }
}
