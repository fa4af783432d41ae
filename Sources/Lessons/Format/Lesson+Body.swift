extension Lesson {
    /// The place of the step with an id, or with a number from 1; nil if there is none.
    public func place(ofStep step: String) -> Int? {
        if let number = Int(step) { return steps.indices.contains(number - 1) ? number - 1 : nil }
        return steps.firstIndex { $0.id == step }
    }
}

extension Lesson.Step {
    /// Where the step's check is in its text; what comes after it is said when it is met.
    private var checkPlace: Int? {
        body.firstIndex { if case .fence(let fence) = $0 { fence.kind == .check } else { false } }
    }

    /// What is shown before the step is done.
    var taskBlocks: [Lesson.Block] { checkPlace.map { Array(body[..<$0]) } ?? body }

    /// What is shown when it is done.
    var afterwordBlocks: [Lesson.Block] { checkPlace.map { Array(body[($0 + 1)...]) } ?? [] }

    /// A piece of what is shown up to the check: the order in the file is the order on the screen.
    enum Piece {
        /// Texts and fences to read.
        case shown([Lesson.Block])
        /// A question; what comes after it is shown when it is answered.
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

extension Lesson.Step {
    /// Whether it is the free exercise at the lesson's end, which nothing in the text solves.
    public var isExercise: Bool { id == "exercise" }

    /// The usual wrong answers.
    public var mistakes: [Mistake] { fences(.mistake).map(Mistake.init) }
}
