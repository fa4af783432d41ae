extension LessonGuide {
    /// The step that is played; nil when the lesson is over.
    public var step: Lesson.Step? { stage.step }

    /// How the step's heading is shown.
    public var heading: Passage { stage.heading }
}
