import Journal
import Language
import Shell

private let words = Parameter("text", Repeated(Text("TEXT", about: "the number of an answer, or what will happen")))

extension Registry.Family {
    /// The commands that a learner has beside the shell's while a lesson is played.
    public static func lesson(_ requests: LessonRequests) -> Self {
        func request(_ name: String, _ summary: String, _ request: LessonRequests.Request) -> Command {
            Command(name, summary, about: "Part of the lesson that is played.") { _ throws(Failure) in
                requests.leave(request)
                return .none
            }
        }
        return Self(
            "The lesson",
            [
                request("hint", "a hint, the next time a plainer one", .hint),
                request("next", "go on, if the step is done", .next),
                request("back", "go back a step", .back),
                request("reset", "begin the step again", .reset),
                request("restart", "begin the lesson from its first step", .restart),
                request("skip", "show the answer, do it, go on", .skip),
                request("play", "try things; the lesson waits", .play),
                request("resume", "go on with the step", .resume),
                request("where", "say the step again", .whereAmI),
                request("peers", "draw the other ends' side beside yours", .peers),
                Command(
                    "answer",
                    "answer the lesson's question",
                    about: "The number of an answer; for a prediction the reply, the errno or the state.",
                    parameters: [words]
                ) { invocation throws(Failure) in
                    let said = invocation[words]
                    requests.leave(.answer(said.isEmpty ? nil : said.joined(separator: " ")))
                    return .none
                },
                Command("quit", "leave the lesson; what is done is kept", about: "Leaves the shell.") {
                    _ throws(Failure) in
                    throw Failure.exit(0)
                },
            ]
        )
    }
}
