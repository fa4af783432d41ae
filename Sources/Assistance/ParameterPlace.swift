import Journal
import Language
import Shell

/// Which parameter of a command the word under the cursor is for.
struct ParameterPlace {
    /// The parameter or flag; nil if all are taken.
    let parameter: (any AnyParameter)?
    /// The context with the words before the cursor, and how many of them are the parameter's.
    let context: Context
    /// The context without them, for what comes after.
    let plain: Context
    /// Whether it is the value of a flag.
    let isFlagValue: Bool

    /// The place after these arguments.
    init(_ command: Command, _ arguments: [ArgumentSyntax], _ context: Context) {
        var plain: [Word] = []
        var pendingFlag: (any AnyFlag)?
        for argument in arguments {
            if pendingFlag != nil {
                pendingFlag = nil
                continue
            }
            if let word = argument.word, let flag = command.flags.first(where: { "-" + $0.name == word }) {
                if flag.hint(context) != "-" + flag.name { pendingFlag = flag }
                continue
            }
            plain.append(Self.value(argument))
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
            // A parameter that did not accept what is there, or that takes everything there is, may want more.
            if parsed == nil || rest.isEmpty && parameter.takesMore { return (parameter, left) }
        }
        return (nil, 0)
    }

    /// An argument as the interpreter would see it; variables count as `0`, since their values may change until then.
    private static func value(_ argument: ArgumentSyntax) -> Word {
        if argument.parts.count == 1, case .quoted(let bytes) = argument.parts[0] {
            return Word(.bytes(bytes), argument.span, isQuoted: true)
        }
        let parts = argument.parts.map { part in
            switch part {
            case .word(let text): text
            case .quoted(let bytes): String(decoding: bytes, as: UTF8.self)
            case .variable: "0"
            }
        }
        return Word(.text(parts.joined()), argument.span)
    }
}
