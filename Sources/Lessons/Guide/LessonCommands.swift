import Journal
import Language
import Shell

private let words = Parameter("text", Repeated(Text("TEXT", about: "the number of an answer, or what will happen")))

extension Registry.Family {
    /// The commands that a learner has beside the shell's while a lesson is played.
    public static func lesson(_ wishes: Wishes) -> Self {
        func wish(_ name: String, _ summary: String, _ wish: Wishes.Wish) -> Command {
            Command(name, summary, about: "Part of the lesson that is played.") { _ throws(Failure) in
                wishes.leave(wish)
                return .none
            }
        }
        return Self(
            "The lesson",
            [
                wish("hint", "a hint, the next time a plainer one", .hint),
                wish("next", "go on, if the step is done", .next),
                wish("back", "go back a step", .back),
                wish("reset", "begin the step again", .reset),
                wish("skip", "show the answer, do it, go on", .skip),
                wish("play", "try things; the lesson waits", .play),
                wish("resume", "go on with the step", .resume),
                wish("where", "say the step again", .whereAmI),
                wish("peers", "draw the other ends' side beside yours", .peers),
                Command(
                    "answer",
                    "answer the lesson's question",
                    about: "The number of an answer; for a prediction the reply, the errno or the state.",
                    parameters: [words]
                ) { invocation throws(Failure) in
                    let said = invocation[words]
                    wishes.leave(.answer(said.isEmpty ? nil : said.joined(separator: " ")))
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
