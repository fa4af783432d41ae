import Journal
import Language
import Shell

extension Registry.Family {
    /// Statements in the background.
    static let jobs = Self("Jobs", [.jobs, .wait, .cancel, .sleep])
}

private let number = Parameter("job", Optionally(JobNumber()))
private let seconds = Parameter("seconds", Seconds())

extension Command {
    static let jobs = Command(
        "jobs",
        "list the jobs",
        about:
            "A call or a block with & at its end is a job: it runs beside the others. This lists those not yet waited for.",
        replies: "a line for each",
        style: .line,
        examples: [
            Example(
                "one that waits",
                "> s = socket inet stream\n> listen\n> accept &\njob 1\n> jobs\njob 1 waits: accept\n> cancel 1"
            )
        ],
        seeAlso: ["wait", "cancel"]
    ) { invocation throws(Failure) in
        .list(invocation.session.jobs.all.map { .text($0.announcement) })
    }

    static let wait = Command(
        "wait",
        "wait for a job to end",
        about:
            """
            Waits for the job, or for the newest that was started here, and replies as its statement did: with its \
            reply or its error. A block replies nothing: what it found is in the variables that it set.
            """,
        parameters: [number],
        replies: "what the job's statement replied",
        examples: [
            Example("a reply", "> socketpair\ns1 s2\n> s2.recv 10 &\njob 1\n> s1.send hi\n2\n> wait\n\"hi\"")
        ],
        seeAlso: ["jobs", "cancel"]
    ) { invocation throws(Failure) in
        let job = try invocation.job(invocation[number])
        try invocation.wait(for: job)
        switch job.outcome {
        case .failure(let failure): throw Failure(failure.reason, at: invocation.span)
        case .reply(let reply): return reply
        case nil: return .none
        }
    }

    static let cancel = Command(
        "cancel",
        "end a job",
        about: "Ends the call that the job waits in, and the job with it. Its sockets stay as they are.",
        parameters: [number],
        examples: [Example("enough", "> s = socket inet stream\n> listen\n> accept &\njob 1\n> cancel 1\n> jobs")],
        seeAlso: ["jobs", "wait"]
    ) { invocation throws(Failure) in
        let job = try invocation.job(invocation[number])
        invocation.session.cancel(job)
        try invocation.wait(for: job)
        return .none
    }

    static let sleep = Command(
        "sleep",
        "do nothing for a while",
        about: "Waits the seconds; jobs go on meanwhile. A script had better wait for state: poll, recv, wait.",
        parameters: [seconds],
        examples: [Example("a moment", "> sleep 0.01")],
        seeAlso: ["settimeout", "poll"]
    ) { invocation throws(Failure) in
        try invocation.pause(seconds: invocation[seconds] ?? 0)
        return .none
    }
}

extension Invocation {
    /// The job that is meant: the one with the number, else the newest.
    fileprivate func job(_ job: Job?) throws(Failure) -> Job {
        if let job = job ?? newestJob { return job }
        throw failure(.noSuchJob, "there is no job", "a statement with & at its end becomes one")
    }
}
