import Language

/// The notes of who presents a lesson, told as they come, each under its step.
public struct PresenterNotes {
    private let width: Int
    private let tell: (String) -> Void

    /// Notes that `tell` takes to the presenter; without it they are told to nobody, the class least of all.
    ///
    /// - Parameter width: how wide they are shown, in columns; they are broken between words.
    public init(width: Int = 80, _ tell: @escaping (String) -> Void = { _ in }) {
        (self.width, self.tell) = (width, tell)
    }

    /// A step begins.
    public func chapter(_ step: Lesson.Step) { tell("\n## \(step.title)\n") }

    /// A note of the step.
    public func say(_ note: String) {
        tell(Passage.text(note).styledLines(width: width).dropLast().map { $0.text + "\n" }.joined())
    }
}
