import Journal
import Language

/// The parameter for a job: its number.
public struct JobNumber: ParameterType {
    public let about = "the number of a job, the newest if none is given"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "JOB" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Job {
        let (text, span) = try words.takeText("JOB", wanted: "the number of a job")
        // A job's reply prints as `job 1`, which can be typed back.
        if text == "job", !words.isEmpty { return try parse(&words, context) }
        guard let number = Int(text), let job = context.session.jobs[number] else {
            let numbers = context.session.jobs.all.map { String($0.number) }
            throw Failure(
                .unsuitable(
                    word: text,
                    wanted: "the number of a job",
                    advice: [
                        numbers.isEmpty
                            ? "there is no job" : "the jobs are " + numbers.map { "job \($0)" }.joined(separator: ", ")
                    ]
                ),
                at: span
            )
        }
        return job
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        context.session.jobs.all.map { Candidate(String($0.number), $0.text) }
    }
}
