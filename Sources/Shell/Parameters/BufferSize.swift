import Journal
import Language
import Sockets

/// The size of a receive buffer: from 0 to the maximum for one call.
public struct BufferSize: ParameterType {
    public let about = "the most bytes to receive, 1024 if none is given"

    private let word: String

    /// A size, called `word` in a signature.
    public init(_ word: String = "SIZE") { self.word = word }

    public func accepts(_ word: Word) -> Bool {
        MessageFlags(spelling: word.text ?? "") == nil || Int(word.text ?? "") != nil
    }

    public func hint(_ context: Context) -> String { word }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Int {
        try Number(word, in: 0...Payload.singleCallLimit, about: about).parse(&words, context)
    }
}
