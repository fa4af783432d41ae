import Synchronization

/// What the learner asked of the lesson itself: left here by a command, taken by the guide when the statement is over.
public final class LessonRequests: Sendable {
    /// What can be asked.
    public enum Request: Sendable, Equatable {
        /// To go on, to go back, to begin the step again, to be shown the answer.
        case next, back, reset, restart, skip
        /// To be helped, to try things, to go on after that, to be told where one is.
        case hint, play, resume, whereAmI
        /// To be shown what the other ends do.
        case peers
        /// To have an answer graded; nil if none was given.
        case answer(String?)
    }

    private let waiting = Mutex<Request?>(nil)

    /// Nothing asked yet.
    public init() {}

    /// Leaves what is asked.
    public func leave(_ request: Request) { waiting.withLock { $0 = request } }

    /// Takes what is asked; nil if nothing is.
    func take() -> Request? {
        waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
    }
}
