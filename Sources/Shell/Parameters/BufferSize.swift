import Journal
import Language
import Sockets

/// The size of a buffer to receive into: from 0 to what one call may be given.
public struct BufferSize: ParameterType {
    public let about = "the most bytes to receive, 1024 where none are given"

    /// The parameter.
    public init() {}

    public func accepts(_ word: Word) -> Bool {
        MessageFlags(spelling: word.text ?? "") == nil || Int(word.text ?? "") != nil
    }

    public func hint(_ context: Context) -> String { "SIZE" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Int {
        try Number("SIZE", in: 0...Payload.singleCallLimit, about: about).parse(&words, context)
    }
}
