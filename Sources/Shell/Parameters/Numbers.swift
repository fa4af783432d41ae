import Journal
import Language

/// A whole number within bounds: a backlog, a size, a descriptor.
public struct Number: ParameterType {
    private let word: String
    private let range: ClosedRange<Int>
    public let about: String

    /// A number, called `word` in a signature.
    public init(_ word: String, in range: ClosedRange<Int>, about: String) {
        self.word = word
        self.range = range
        self.about = about
    }

    public func hint(_ context: Context) -> String { word }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Int {
        let wanted = "a number from \(range.lowerBound) to \(range.upperBound)"
        let (text, span) = try words.takeText(word, wanted: wanted)
        guard let number = Self.read(text), range.contains(number) else {
            throw Failure(.unsuitable(word: text, wanted: wanted), at: span)
        }
        return number
    }

    /// A number as C writes it: decimal, or hexadecimal after `0x`.
    static func read(_ text: String) -> Int? {
        if text.hasPrefix("0x") || text.hasPrefix("0X") {
            let digits = text.dropFirst(2)
            return digits.first?.isHexDigit == true ? Int(digits, radix: 16) : nil
        }
        return Int(text)
    }
}

/// A duration in seconds: `2`, `0.5`, `500ms`, or `none` for no limit.
public struct Seconds: ParameterType {
    public let about = "seconds, such as 2 or 0.5 or 500ms; none for no limit"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "SECONDS" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Double? {
        let (text, span) = try words.takeText("SECONDS", wanted: "a number of seconds")
        if text.lowercased() == "none" { return nil }
        guard let seconds = Self.read(text), seconds >= 0, seconds <= 1e9 else {
            throw Failure(.unsuitable(word: text, wanted: "a number of seconds", advice: [about]), at: span)
        }
        return seconds
    }

    private static func read(_ text: String) -> Double? {
        guard let first = text.first, first.isNumber || first == "." || first == "-" || first == "+" else { return nil }
        if text.hasSuffix("ms") { return Double(text.dropLast(2)).map { $0 / 1000 } }
        if text.hasSuffix("s") { return Double(text.dropLast()) }
        return Double(text)
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { [Candidate("none", "no limit")] }
}

/// Yes or no: `on`, `off`, `yes`, `no`, `1`, `0`.
public struct OnOff: ParameterType {
    public let about = "on or off"

    /// The parameter.
    public init() {}

    public func hint(_ context: Context) -> String { "on|off" }

    public func parse(_ words: inout Words, _ context: Context) throws(Failure) -> Bool {
        let (text, span) = try words.takeText("on|off", wanted: "on or off")
        switch text.lowercased() {
        case "on", "yes", "true", "1": return true
        case "off", "no", "false", "0": return false
        default: throw Failure(.unsuitable(word: text, wanted: "on or off"), at: span)
        }
    }

    public func complete(_ prefix: String, _ context: Context) -> [Candidate] { [Candidate("on"), Candidate("off")] }
}
