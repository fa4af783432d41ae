import Journal
import Language
import Replies
import Shell
import Sockets

/// Types a transcript into a session of its own and compares the replies.
public struct TranscriptRunner {
    private let registry: Registry

    /// A runner with these commands.
    public init(registry: Registry) { self.registry = registry }

    /// A step whose reply was not as expected.
    public struct Difference: Sendable, CustomStringConvertible {
        /// The line of the step.
        public let line: Int
        /// What was typed.
        public let input: String
        /// The reply that was expected.
        public let expected: [String]
        /// The reply that came.
        public let actual: [String]

        /// Both, line by line; nothing in them acts on a terminal.
        public var description: String {
            let lines = ["line \(line): > \(input)"] + expected.map { "  - \($0)" } + actual.map { "  + \($0)" }
            return Quoting.printable(lines.joined(separator: "\n").utf8)
        }
    }

    /// Runs a transcript; gives the steps that differ, of which the last ends the run.
    ///
    /// - Parameter file: how messages call the source.
    public func run(_ transcript: Transcript, file: String = "transcript") -> [Difference] {
        let sink = Recording()
        let session = Session(registry: registry, output: TextOutput(sink, showsPlace: false))
        defer { session.locked { session.closeAll() } }
        var wildcards = Wildcards()
        for step in transcript.steps {
            let input = wildcards.fill(step.input)
            let source = Source(file: file, firstLine: step.line, text: Array(input.utf8))
            let outcome = Interpreter.run(source, on: session)
            // A note depends on the machine; after # a transcript has its comments.
            let actual = sink.takeLines().filter { !$0.hasPrefix("# ") }
            if !wildcards.match(step.expected, actual) {
                return [Difference(line: step.line, input: input, expected: step.expected, actual: actual)]
            }
            if case .exit = outcome { break }
        }
        return []
    }
}
