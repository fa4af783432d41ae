/// A question that stops a step until it is answered.
enum Challenge {
    /// One with answers to choose from.
    case choice(Question)
    /// One about what a statement will do.
    case predict(Prediction)

    /// Whether it has answers to choose from.
    var isChoice: Bool { if case .choice = self { true } else { false } }

    /// The question in a fence; nil where it is none.
    init?(_ fence: Lesson.Fence) {
        switch fence.kind {
        case .choice: self = .choice(Question(fence))
        case .predict:
            guard let prediction = Prediction(fence) else { return nil }
            self = .predict(prediction)
        default: return nil
        }
    }
}

extension Lesson.Step {
    /// A piece of what is shown up to the check: the order in the file is the order on the screen.
    enum Piece {
        /// Texts and fences to read.
        case shown([Lesson.Block])
        /// A question; what comes behind it is shown when it is answered.
        case asked(Challenge)
    }

    /// What is shown up to the check, cut at the questions.
    var pieces: [Piece] {
        var pieces: [Piece] = []
        var blocks: [Lesson.Block] = []
        func flush() {
            if !blocks.isEmpty { pieces.append(.shown(blocks)) }
            blocks = []
        }
        for block in taskBlocks {
            if case .fence(let fence) = block, let challenge = Challenge(fence) {
                flush()
                pieces.append(.asked(challenge))
            } else {
                blocks.append(block)
            }
        }
        flush()
        return pieces
    }
}
