import Commands
import Lessons
import LineEditing
import Replies
import Shell
import Testing

@testable import Front

/// A presenter who lets a replay go on, in no time: only its clock moves. Keys come at their times; a wait without end is
/// ended at once.
private final class PatientPresenter: Presenter {
    private(set) var now: UInt64 = 0
    /// What is pressed, and when, in seconds.
    private var keys: [(time: Double, key: Character)]
    private(set) var waits = 0

    init(_ keys: [(Double, Character)] = []) { self.keys = keys }

    func key(until end: UInt64?) -> Character? {
        guard let end else {
            waits += 1
            return " "
        }
        guard let next = keys.first, UInt64(next.time * 1e9) <= end else {
            now = end
            return nil
        }
        now = max(now, UInt64(next.time * 1e9))
        return keys.removeFirst().key
    }

    func listening(during body: () -> Void) -> [Character] {
        body()
        return []
    }

    func rest() {}
    func takeKeyboard() {}
}

@Suite struct ReplayTerminalTests {
    private static let text = """
        title: T
        id: t

        A text with some words, which takes its time to be read by those who sit in front of it.

        ## One {#one}

        ```choice
        Which?
        - [ ] this: No, not this.
        - [x] that: Yes, that.
        ```

        Do it.

        ```do
        > print 1
        > getservbyname http tcp
        ```

        ```check
        call getservbyname ok
        ```

        So it is.

        ## Two {#two}

        Now fail.

        ```do
        > print $nope
        ```

        """

    private func lesson() throws -> Lesson {
        try #require(LessonParser.parse(Array(Self.text.utf8), file: "t.md").lesson)
    }

    private func play(_ theatre: any ReplayTheatre) throws {
        let output = TextOutput(theatre, showsPlace: false) { .unlimited }
        _ = Replay(try lesson(), registry: .all, theatre: theatre, output: output, confinement: nil).run()
    }

    private func live(
        _ presenter: PatientPresenter,
        speed: Double = 1,
        isStepped: Bool = false
    ) throws -> String {
        let piped = try PipedScreen()
        let theatre = ReplayTerminal(
            style: Style(.full),
            speed: speed,
            isStepped: isStepped,
            notes: PresenterNotes(),
            presenter: presenter,
            on: piped.screen
        )
        try play(theatre)
        return piped.take()
    }

    @Test(arguments: [0.5, 1, 3]) func aLiveReplayTakesAsLongAsItsRecording(speed: Double) throws {
        let presenter = PatientPresenter()
        _ = try live(presenter, speed: speed)
        let cast = CastTheatre(speed: speed)
        try play(cast)
        let events = cast.cast(.two, title: "T").split(separator: "\n").dropFirst()
        let times = events.compactMap { Double($0.dropFirst().prefix { $0 != "," }) }
        // The last event only keeps what was shown last on the screen.
        let end = try #require(times.dropLast().last)
        #expect(abs(Double(presenter.now) / 1e9 - end) < 0.001 && end * speed > 15)
    }

    @Test func steppedItStopsBeforeEachThingThatAppears() throws {
        let presenter = PatientPresenter()
        let text = try live(presenter, isStepped: true)
        // The first step, the answer, the task, two lines, its end; the second step, its line.
        #expect(presenter.waits == 8 && text.contains("So it is."))
    }

    @Test func aKeyThatGoesOnEndsAPause() throws {
        let (patient, hasty) = (PatientPresenter(), PatientPresenter([(0.1, " ")]))
        _ = try live(patient)
        _ = try live(hasty)
        #expect(hasty.now + 3_000_000_000 < patient.now)
    }

    @Test func whatTheKeysAreDoesNotStayBehind() throws {
        let text = try live(PatientPresenter([(0.1, "?"), (0.2, "q")]))
        #expect(text.contains("-- keys:") && text.hasSuffix("\u{1b}[K"))
    }
}
