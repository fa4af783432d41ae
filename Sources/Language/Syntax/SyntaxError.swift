/// Why a text is not a statement, and where.
public struct SyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    public let problem: Problem
    /// Where.
    public let span: Span

    /// What can be wrong with a text.
    public enum Problem: Hashable, Sendable {
        /// An unclosed quote.
        case openQuote
        /// An unclosed block.
        case openBlock
        /// A `}` that closes nothing.
        case strayBrace
        /// A backslash followed by something that is not an escape.
        case unknownEscape(String)
        /// `\x` without two hexadecimal digits, or `\u{…}` without a Unicode scalar.
        case malformedEscape(String)
        /// A NUL byte not written as `\0`.
        case nulByte
        /// Bytes that are not UTF-8.
        case invalidUTF8
        /// A `$` without a name.
        case nameExpected
        /// Something else was expected here.
        case expected(String, found: String)
        /// A block after a word that is not a keyword; with the keywords that may be meant.
        case unknownBlock(near: [String])
        /// Arguments in parentheses, as in other languages.
        case brackets
        /// A character that looks like a space, a quote or a dash, and is none.
        case lookalike(Unicode.Scalar)
        /// A comma after an argument, as in other languages.
        case comma
        /// A letter before a quote, as in Python.
        case stringPrefix(String)
        /// Blocks nested too deeply.
        case tooDeep(limit: Int)
        /// An entry longer than the reader accepts.
        case tooLong(limit: Int)
    }

    /// A problem at a place.
    public init(_ problem: Problem, _ span: Span) {
        self.problem = problem
        self.span = span
    }
}

extension SyntaxError.Problem: CustomStringConvertible {
    /// What is wrong, in a sentence without its place.
    public var description: String {
        switch self {
        case .openQuote: "this quote is never closed"
        case .openBlock: "this block is never closed with }"
        case .strayBrace: "this } closes nothing"
        case .unknownEscape(let text): "\(text) is not an escape"
        case .malformedEscape(let text): "\(text) is not complete"
        case .nulByte: "there is a NUL byte here"
        case .invalidUTF8: "the bytes here are not UTF-8"
        case .nameExpected: "a name is expected after $"
        case .expected(let what, let found): "\(what) is expected here, not \(found)"
        case .unknownBlock: "the end of the statement is expected here, not {"
        case .brackets: "a command has no parentheses here"
        case .lookalike(let scalar):
            switch Lookalike.meant(by: scalar) {
            case " ": "\(Lookalike.name(of: scalar)) is here, which does not separate words"
            case "-": "\(Lookalike.name(of: scalar)) begins no flag and no number"
            default: "\(Lookalike.name(of: scalar)) is no quote"
            }
        case .comma: "arguments have no comma between them"
        case .stringPrefix(let prefix): "no \(prefix) belongs before a quote"
        case .tooDeep(let limit): "more than \(limit) blocks inside each other"
        case .tooLong(let limit): "a statement longer than \(limit) bytes"
        }
    }

    /// What to write instead, if there is one answer.
    public var advice: [String] {
        switch self {
        case .openQuote: ["close it with the same quote"]
        case .openBlock: ["close it with } on a line of its own"]
        case .unknownEscape: [#"the escapes are \r \n \t \0 \xHH \u{…} \\ \"; single quotes take text as it is"#]
        case .malformedEscape: [#"\x takes two hexadecimal digits, \u{…} a Unicode number such as \u{e9}"#]
        case .nulByte: [#"write it as \0 inside double quotes"#]
        case .invalidUTF8: [#"write such bytes as \xHH inside double quotes"#]
        case .nameExpected: ["for a dollar sign itself put it in quotes"]
        case .unknownBlock(let near): ["did you mean \(near.joined(separator: ", ")) ?"]
        case .brackets: ["arguments follow after a space"]
        case .lookalike: ["with plain spaces, quotes and dashes"]
        case .comma: ["a space is enough; a comma that belongs to the text goes inside the quotes"]
        case .stringPrefix:
            ["data is bytes already; double quotes have escapes such as \\x08, single quotes take it as it is"]
        case .expected(_, "except"): ["it is called catch here: try { } catch error { }"]
        case .expected("{", _): ["a block goes in braces, on one line or several"]
        case .strayBrace, .expected, .tooDeep, .tooLong: []
        }
    }
}
