import Journal
import Language

extension Arguments {
    /// Binds the words of a command to its flags and parameters.
    static func bind(_ words: [Word], to command: Command, context: Context, after end: Span) throws(Failure) -> Self {
        var arguments = Arguments()
        let (parameters, flags) = command.signature.value
        if words.isEmpty, parameters.isEmpty { return arguments }
        do throws(Failure) {
            let positional = flags.isEmpty ? words : try arguments.takeFlags(words, command, context, end)
            var rest = Words(positional, after: end)
            for parameter in parameters {
                if !parameter.isOptional, rest.isEmpty {
                    throw Failure(.missingArgument(parameter.hint(context), usage: ""), at: rest.end)
                }
                arguments.add(parameter.name, try parameter.parseErased(&rest, context))
            }
            if let extra = rest.next { throw Failure(.extraArgument(extra.shown, usage: ""), at: extra.span) }
        } catch {
            throw error.with(usage: command.usage(context))
        }
        return arguments
    }

    /// Takes out the flags, wherever they are, and returns the other words.
    private mutating func takeFlags(
        _ words: [Word],
        _ command: Command,
        _ context: Context,
        _ end: Span
    ) throws(Failure) -> [Word] {
        let (parameters, flags) = command.signature.value
        var positional: [Word] = []
        var rest = Words(words, after: end)
        while let word = rest.take() {
            guard let name = Self.flagName(word) else {
                positional.append(word)
                continue
            }
            guard let flag = flags.first(where: { $0.name == name }) else {
                let near = Suggestion.nearest(to: name, among: flags.map(\.name)).map { "-" + $0 }
                let plain = Self.isOffered(name, by: parameters, context) ? ["\(name) without -"] : []
                throw Failure(.unknownFlag("-" + name, near: plain + near), at: word.span)
            }
            guard find("-" + name) == nil else { throw Failure(.extraArgument("-" + name, usage: ""), at: word.span) }
            add("-" + name, try flag.parseErased(&rest, context))
        }
        return positional
    }

    /// Whether a word typed with a `-` is one that a parameter takes without it, such as recv's `peek`.
    private static func isOffered(_ name: String, by parameters: [any AnyParameter], _ context: Context) -> Bool {
        parameters.contains { $0.complete(name, context).contains { $0.text.lowercased() == name.lowercased() } }
    }

    /// The name of a flag, `-` and a letter, not quoted; a second `-` is tolerated.
    private static func flagName(_ word: Word) -> String? {
        guard !word.isQuoted, case .text(let text) = word.value, text.utf8.first == UInt8(ascii: "-") else {
            return nil
        }
        let name = text.drop { $0 == "-" }
        guard let first = name.first, first.isLetter else { return nil }
        return String(name)
    }
}

extension Failure {
    /// The same failure with the command's signature, if it is about arguments.
    fileprivate func with(usage: String) -> Failure {
        switch reason {
        case .missingArgument(let hint, _): Failure(.missingArgument(hint, usage: usage), at: span)
        case .extraArgument(let word, _): Failure(.extraArgument(word, usage: usage), at: span)
        default: self
        }
    }
}
