/// A question that stops a step until it is answered.
enum Challenge {
    /// One with answers to choose from.
    case choice(Question)
    /// One about what a statement will do.
    case predict(Prediction)

    /// Whether it has answers to choose from.
    var isChoice: Bool { if case .choice = self { true } else { false } }

    /// The question in a fence; nil if it asks none.
    init?(_ fence: Fence) {
        guard let challenge = fence.kind.challenge(fence) else { return nil }
        self = challenge
    }
}
