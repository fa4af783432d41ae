/// A place in a recording that one can go to.
public struct RecordingChapter: Sendable, Equatable {
    /// Its name in a page's address.
    public let id: String
    /// What it is called.
    public let title: String

    /// A chapter.
    public init(id: String, title: String) { (self.id, self.title) = (id, title) }
}

/// The chapters of a recording: the steps of its lesson; of several lessons each lesson, too, and its name in those of its steps.
public struct RecordingChapters: Sendable {
    private let isOfSeveral: Bool
    private var prefix = ""

    /// No lesson has begun.
    public init(isOfSeveral: Bool) { self.isOfSeveral = isOfSeveral }

    /// A lesson begins; its chapter, if it has one.
    public mutating func begin(_ lesson: Lesson) -> RecordingChapter? {
        guard isOfSeveral else { return nil }
        prefix = lesson.head.id + "-"
        return RecordingChapter(id: lesson.head.id, title: lesson.head.title)
    }

    /// The chapter of a step.
    public func chapter(_ step: Lesson.Step) -> RecordingChapter {
        RecordingChapter(id: prefix + step.id, title: step.title)
    }
}
