/// A question that stops a step until it is answered.
enum Challenge {
    /// One with answers to choose from.
    case choice(Question)
    /// One about what a statement will do.
    case predict(Prediction)

    /// The question in a fence; nil if it asks none.
    init?(_ fence: Fence) {
        guard let challenge = fence.kind.challenge(fence) else { return nil }
        self = challenge
    }
}
