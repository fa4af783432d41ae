/// The notes of who presents a lesson, told as they come, each under its step.
public struct PresenterNotes {
    private let tell: (String) -> Void

    /// Notes that `tell` takes to the presenter; without it they are told to nobody, the class least of all.
    public init(_ tell: @escaping (String) -> Void = { _ in }) { self.tell = tell }

    /// A step begins.
    public func chapter(_ step: Lesson.Step) { tell("\n## \(step.title)\n") }

    /// A note of the step.
    public func say(_ note: String) { tell(note + "\n") }
}
