import ArgumentParser
import Lessons

extension CompletionKind {
    /// The names of the built-in course's lessons, asked for when a shell completes.
    static var lessons: CompletionKind { .custom { _, _, _ in Course.builtIn.entries.map(\.id) } }
}
