import Explaining
import Journal
import Language

/// Failures as text: what happened, where, why, and what to try.
public struct FailureText {
    /// Where it happened, `FILE:LINE:COLUMN`.
    public let place: String
    /// The name and number, `connect: ECONNREFUSED (111)`.
    public let name: String
    /// The sentence, `connection refused`.
    public let sentence: String
    /// The line with the place in it and the carets below; empty if the whole statement is meant.
    public let excerpt: [String]
    /// Why, from the socket's own history; nil if nothing is known.
    public let cause: String?
    /// What to try next.
    public let advice: [String]

    /// A failure of a statement, explained from what happened before it.
    public init(_ failure: Failure, _ record: StatementRecord, history: Journal) {
        let diagnosis = Diagnosis(of: failure, history: history)
        let position = record.source.position(of: (failure.span ?? record.span).start)
        place = "\(Quoting.oneLine(record.source.file)):\(position.line):\(position.column)"
        (name, sentence) = Self.headline(failure)
        excerpt = failure.call == nil ? Self.excerpt(failure, record) : []
        cause = diagnosis.cause
        advice = diagnosis.advice + failure.advice
    }

    /// All of it, in lines. On a screen of `width` columns the cause and the advice are cut at blanks, and go on under their
    /// beginning; the other lines stay, as places in them count.
    ///
    /// - Parameter place: what is said before it, `FILE:LINE:COLUMN`; nil for nothing.
    public func styled(width: Int? = nil, place: String? = nil) -> StyledText {
        let width = width ?? .max
        let first = StyledText(place.map { $0 + ": " } ?? "") + StyledText(name, .error) + StyledText(": \(sentence)")
        let lines =
            [first] + excerpt.map { StyledText("  " + $0) }
            + (cause.map { Self.labelled("why", StyledText($0), width) } ?? [])
            + advice.flatMap { Self.labelled("try", StyledText($0, .code), width) }
        return lines.reduce(StyledText()) { $0 + $1 + "\n" }
    }

    private static func labelled(_ label: String, _ text: StyledText, _ width: Int) -> [StyledText] {
        text.wrapped(width: width, behind: "  " + StyledText(label + ":", .emphasis) + " ")
    }

    private static func headline(_ failure: Failure) -> (name: String, sentence: String) {
        if case .timeout = failure.reason { return (failure.className, failure.message) }
        guard case .call(let call) = failure.reason, let error = call.error else {
            return (failure.className, Quoting.oneLine(failure.message))
        }
        let number = error.number == 0 ? "" : " (\(error.number))"
        return ("\(call.name): \(error.name)\(number)", error.sentence + (call.isInjected ? " [injected]" : ""))
    }

    private static func excerpt(_ failure: Failure, _ record: StatementRecord) -> [String] {
        guard let span = failure.span else { return [] }
        let (line, start) = record.source.line(around: span.start)
        guard line.utf8.count <= 2000 else { return [] }
        let column = span.start - start
        let prefix = String(decoding: line.utf8.prefix(column), as: UTF8.self)
        let length = max(1, min(span.end - span.start, line.utf8.count - column))
        let marked = String(decoding: line.utf8.dropFirst(column).prefix(length), as: UTF8.self)
        let shown = Quoting.oneLine(line)
        let indent = String(repeating: " ", count: Quoting.oneLine(prefix).count)
        return [shown, indent + "^" + String(repeating: "~", count: max(Quoting.oneLine(marked).count - 1, 0))]
    }
}
