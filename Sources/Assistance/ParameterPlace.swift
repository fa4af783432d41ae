import Journal
import Language
import Shell

/// Which parameter of a command the word under the cursor is for.
struct ParameterPlace {
    /// The parameter or flag; nil where all are taken.
    let parameter: (any AnyParameter)?
    /// The context with the words that stand before the cursor, and how many of them are the parameter's.
    let context: Context
    /// The context without them, for what stands behind.
    let plain: Context
    /// Whether it is the value of a flag.
    let isFlagValue: Bool

    /// The place behind some words.
    init(_ command: Command, _ words: ArraySlice<LineAnalysis.Word>, _ context: Context) {
        var plain: [Word] = []
        var pendingFlag: (any AnyFlag)?
        for word in words {
            if pendingFlag != nil {
                pendingFlag = nil
                continue
            }
            if !word.isQuoted, word.text.hasPrefix("-"),
                let flag = command.flags.first(where: { "-" + $0.name == word.text })
            {
                if flag.hint(context) != "-" + flag.name { pendingFlag = flag }
                continue
            }
            plain.append(Self.value(word, context))
        }
        if let pendingFlag {
            (parameter, self.context, self.plain, isFlagValue) = (pendingFlag, context, context, true)
            return
        }
        var found = context
        (parameter, found.position) = Self.find(command.parameters, plain, context)
        found.words = plain
        (self.context, self.plain, isFlagValue) = (found, context, false)
    }

    private static func find(
        _ parameters: [any AnyParameter],
        _ words: [Word],
        _ context: Context
    ) -> ((any AnyParameter)?, Int) {
        var rest = Words(words, after: Span(0, 0))
        for parameter in parameters {
            let left = rest.count
            if left == 0 { return (parameter, 0) }
            let parsed = try? parameter.parseErased(&rest, context)
            // A parameter that is not content with what is there, or that takes all there is, may want more.
            if parsed == nil || rest.isEmpty && parameter.takesMore { return (parameter, left) }
        }
        return (nil, 0)
    }

    /// A word as the interpreter would see it; variables stand for themselves.
    private static func value(_ word: LineAnalysis.Word, _ context: Context) -> Word {
        let span = Span(word.range.lowerBound, word.range.upperBound)
        guard !word.isQuoted else {
            return Word(.bytes(Array(word.text.dropFirst().dropLast().utf8)), span, isQuoted: true)
        }
        return Word(.text(word.text.hasPrefix("$") ? "0" : word.text), span)
    }
}
