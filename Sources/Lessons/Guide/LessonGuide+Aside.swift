extension LessonGuide {
    /// Answers at once a line that only asks the lesson something, while a statement of the learner's waits; nil for any
    /// other line, which has to wait. Whoever plays the lesson must be in that statement.
    public func answerAside(_ line: String) -> [Passage]? {
        guard let step = stage.step else { return nil }
        switch line {
        case "hint": return hint(step)
        case "peers": return [bothSides]
        case "where": return whereAmI(step)
        default: return nil
        }
    }
}
