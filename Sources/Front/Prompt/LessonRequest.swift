import Commands
import Journal
import Language
import Lessons
import Shell
import Synchronization

/// What `learn` asks for at the prompt: it leaves the request here and ends the session.
final class LessonRequest: Sendable {
    /// A lesson by its name, or the menu of them.
    enum Wanted: Sendable {
        case menu
        case lesson(String, step: String?)
    }

    private let wanted = Mutex<Wanted?>(nil)

    func ask(for wanted: Wanted) { self.wanted.withLock { $0 = wanted } }

    /// Takes it; nil if the user just leaves.
    func take() -> Wanted? {
        wanted.withLock { wanted in
            defer { wanted = nil }
            return wanted
        }
    }
}

private let chosenLesson = Parameter("lesson", Optionally(LessonName()))
private let chosenStep = Parameter(
    "step",
    Optionally(Text("STEP", about: "the step to begin with, by its id or number"))
)

extension Registry {
    /// Every command, and those that lead from the prompt to the lessons.
    static func taking(_ request: LessonRequest) -> Registry { Registry.all.adding(.learning(request)) }
}

extension Registry.Family {
    /// What leads from the prompt to the lessons.
    fileprivate static func learning(_ request: LessonRequest) -> Self {
        Self(
            "Lessons",
            [
                Command(
                    "learn",
                    "go through the lessons",
                    about: """
                        Without a lesson it shows the course, what is done of it and where you stopped. A lesson begins \
                        with no sockets and no variables, so it wants yours closed first; when you leave it, the prompt \
                        is as new.
                        """,
                    parameters: [chosenLesson, chosenStep],
                    examples: [
                        Example("the second lesson", "> learn server"),
                        Example("from its beginning", "> learn server 1"),
                    ],
                    seeAlso: ["help"]
                ) { invocation throws(Failure) in
                    try refuseLiveSockets(invocation.session)
                    request.ask(
                        for: invocation[chosenLesson].map { .lesson($0, step: invocation[chosenStep]) } ?? .menu
                    )
                    throw Failure.exit(0)
                }
            ]
        )
    }

    private static func refuseLiveSockets(_ session: Session) throws(Failure) {
        let names = session.sockets.all.map(\.name)
        guard !names.isEmpty else { return }
        throw Failure(
            .other(
                .openSockets,
                message: "a lesson begins without sockets, and \(names.count) \(names.count == 1 ? "is" : "are") open",
                advice: [names.count > 5 ? "close them first" : names.map { "\($0).close" }.joined(separator: "; ")]
            )
        )
    }
}

/// The parameter for a lesson: its name or number in the built-in course, or its file.
private struct LessonName: ParameterType {
    let about = "the name or number of a lesson, or the path of its file"

    func hint(_ context: Context) -> String { "LESSON" }

    func parse(_ words: inout Words, _ context: Context) throws(Failure) -> String {
        let (name, span) = try words.takeText("LESSON", wanted: "a lesson")
        do throws(Failure) {
            try LessonChoice(name: name, coursePath: nil, language: nil).check()
        } catch {
            guard case .unsuitable(let word, let wanted, let near, _) = error.reason else {
                throw Failure(error.reason, at: span)
            }
            throw Failure(.unsuitable(word: word, wanted: wanted, near: near, advice: ["learn shows them"]), at: span)
        }
        return name
    }

    func complete(_ prefix: String, _ context: Context) -> [Candidate] {
        Course.builtIn.entries.map { Candidate($0.id, "\($0.head.title) - \($0.head.about)") }
    }
}
